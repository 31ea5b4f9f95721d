"""All of it in one command: `python -m tests.benchmarks --articles 100000`.

Makes the corpus, imports it into bare SQLite and into a library, then measures files, searches,
lists and the window; prints a table, writes `results.json` and, for the README, `results.png`.
With `--only intake`: text files, saved pages and clicks beside an import alone.
"""

import argparse
import json
import os
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks import corpus, files, picture
from tests.benchmarks.measure import in_process, remove, table

_STARTS, _ROUNDS = 5, 3
_FILES, _PAGES, _PROCESSES = 10_000, 1_000, 2
Line = tuple[str, float, float, str, bool]


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, default=Path("benchmark-results"))
    parser.add_argument("--keep", action="store_true", help="use the files of the last run again")
    parser.add_argument("--only", choices=("intake",), help="measure this part alone")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.only:
        results = _intake(options.folder, options.articles)
        print(table([("what", "measured", "limit", ""), *_rows(_intake_lines(results))]))
        (options.folder / "intake.json").write_text(json.dumps(results, indent=1), "utf-8")
        return
    results = _measure(options.folder, options.articles, keep=options.keep)
    rows = report(results)
    print(table([("what", "measured", "limit", ""), *rows]))
    (options.folder / "results.json").write_text(json.dumps(results, indent=1), encoding="utf-8")
    title = f"{options.articles:,} articles beside bare SQLite with FTS5".replace(",", " ")
    picture.paint(options.folder / "results.png", title, rows)


def _measure(folder: Path, articles: int, *, keep: bool) -> dict[str, Any]:
    source = folder / f"{articles}.jsonl"
    corpus.write(source, articles)
    library, bare, empty = (folder / f"{articles}-{name}" for name in ("glosa", "bare", "empty"))
    known = folder / f"{articles}-imports.json"
    if not (keep and known.exists()):
        remove(library)
        imports = {
            "bare": in_process("import_bare", source, bare),
            "glosa": in_process("import_glosa", source, library),
        }
        known.write_text(json.dumps(imports), encoding="utf-8")
    results: dict[str, Any] = json.loads(known.read_text(encoding="utf-8"))
    results["searching"] = in_process("searching", library)
    results["listing"] = in_process("listing", library)
    results["intake"] = _intake(folder, articles)
    _few(folder, empty)
    full, start_few = [_window(library) for _ in range(_STARTS)], []
    start_few = [_window(empty)["start"] for _ in range(_STARTS)]
    results["window"] = sorted(full, key=lambda run: run["start"])[_STARTS // 2]
    results["start_few"] = median(start_few)
    return results


def _intake(folder: Path, articles: int) -> dict[str, Any]:
    """Measure files, pages and clicks; of what is compared each in turn, thrice."""
    source = folder / f"{articles}.jsonl"
    corpus.write(source, articles)
    texts = files.texts(source, folder / "texts", min(articles, _FILES))
    pages = files.pages(source, folder / "pages", min(articles, _PAGES))
    bare, library = folder / "files-bare", folder / "files-glosa"
    rounds: list[dict[str, Any]] = []
    for _ in range(_ROUNDS):
        one: dict[str, Any] = {
            "texts_bare": in_process("import_files_bare", texts, bare),
            "texts": in_process("import_glosa", texts, library),
            "pages_alone": in_process("extraction", pages, _PROCESSES),
        }
        one["pages"] = in_process("import_glosa", pages, library)
        rounds.append(one)
    return {"rounds": rounds, "clicking": in_process("clicking", texts, folder / "clicking")}


def _intake_lines(results: dict[str, Any]) -> tuple[Line, ...]:
    rounds: list[dict[str, Any]] = results["rounds"]

    def ratio(one: str, other: str, what: str = "seconds") -> float:
        return median(turn[other][what] / turn[one][what] for turn in rounds)

    return (
        ("text files, speed by bare", ratio("texts", "texts_bare"), 0.6, "x", True),
        ("the same, by processor time", ratio("texts", "texts_bare", "cpu"), 0, "x", True),
        ("saved pages, by extraction alone", ratio("pages", "pages_alone"), 0.8, "x", True),
        ("the same, by processor time", ratio("pages", "pages_alone", "cpu"), 0, "x", True),
        ("text files, peak memory", rounds[-1]["texts"]["memory"], 300, "MB", False),
        ("saved pages, memory of a child", rounds[-1]["pages"]["child_memory"], 600, "MB", False),
        ("work beside an import p95", results["clicking"]["p95"], 50, "ms", False),
        ("scrolling beside an import p95", results["clicking"]["scroll"]["p95"], 50, "ms", False),
    )


def _few(folder: Path, library: Path) -> None:
    """Make a library of ten articles: an empty one would show a page instead of a list."""
    source = folder / "10.jsonl"
    corpus.write(source, 10)
    in_process("import_glosa", source, library)


def _window(library: Path) -> dict[str, Any]:
    return in_process("window", library, variables={"STARTED": str(time.time()), **_PLAIN})


_PLAIN = {"XDG_CONFIG_HOME": os.environ.get("XDG_CONFIG_HOME", "")} if os.name == "nt" else {}


def report(results: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    """Return (what, measured, limit, "ok" or "over") of each line of the acceptance list."""
    bare, glosa = results["bare"], results["glosa"]
    search, window = results["searching"], results["window"]
    speed, bare_speed = (one["n"] / one["seconds"] for one in (glosa, bare))
    lines = (
        ("import, articles a second by bare", speed / bare_speed, 0.6, "x", True),
        ("import, peak memory", glosa["memory"], 500, "MB", False),
        *_intake_lines(results["intake"]),
        ("file size by bare", glosa["size"] / bare["size"], 1.6, "x", False),
        ("search p95 by bare", search["all"]["p95"] / search["bare"]["p95"], 1.5, "x", False),
        ("first screen of a search p95", search["first"]["p95"], 100, "ms", False),
        ("the same, best first p95", search["ranked"]["p95"], 100, "ms", False),
        ("word in every article, p95", search["everywhere"]["p95"], 100, "ms", False),
        ("slowest list, first screen", results["listing"]["worst"], 300, "ms", False),
        ("start by ten articles", window["start"] / results["start_few"], 1.3, "x", False),
        ("memory of the window", window.get("memory", 0), 250, "MB", False),
        ("sort to first paint p95", window["sort"]["p95"], 300, "ms", False),
        ("frame while scrolling p95", window["frame"]["p95"], 16, "ms", False),
        ("typing, GUI blocked p99", window["typing"]["p99"], 16, "ms", False),
    )
    return _rows(lines)


def _rows(lines: Iterable[Line]) -> list[tuple[str, str, str, str]]:
    return [
        (
            what,
            f"{value:.2f} {unit}" if unit == "x" else f"{value:.0f} {unit}",
            f"{'>=' if more else '<='} {limit} {unit}",
            "ok" if (value >= limit if more else value <= limit) else "over",
        )
        for what, value, limit, unit, more in lines
    ]


if __name__ == "__main__":
    main()

"""All of it in one command: `python -m tests.benchmarks --articles 100000`.

Makes the corpus, imports it into bare SQLite and into a library, then measures files, searches,
lists and the window; prints a table, writes `results.json` and, for the README, `results.png`.
"""

import argparse
import json
import os
import time
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks import corpus, picture
from tests.benchmarks.measure import in_process, remove, table

_STARTS = 5


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, default=Path("benchmark-results"))
    parser.add_argument("--keep", action="store_true", help="use the files of the last run again")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
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
    results["clicking"] = in_process("clicking", source, folder / "clicking")
    _few(folder, empty)
    full, start_few = [_window(library) for _ in range(_STARTS)], []
    start_few = [_window(empty)["start"] for _ in range(_STARTS)]
    results["window"] = sorted(full, key=lambda run: run["start"])[_STARTS // 2]
    results["start_few"] = median(start_few)
    return results


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
        ("click beside an import p95", results["clicking"]["p95"], 50, "ms", False),
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

"""All fault runs with one command, and their figures as a table: `python tests/faults`.

`--kills 8000 --cuts 1000 --levels 50 --soak 7200 --fuzz 1800` are the numbers of the README's
table; 0 leaves a part out. `--json FILE` keeps all that was found.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
Line = tuple[str, str, str]


def run(options: argparse.Namespace) -> int:
    """Run what is asked for; print the table; return 1 when anything broke a promise."""
    lines: list[Line] = []
    found: dict[str, Any] = {}
    parts: tuple[tuple[int, Callable[[int], tuple[list[Line], Any]]], ...] = (
        (options.kills, _kills),
        (options.cuts, _power),
        (options.levels, _full_disk),
        (options.steps, _each_step),
        (options.damages, _damage),
        (options.hostile, _hostile),
        (options.soak, _soak),
        (options.fuzz, _fuzz),
    )
    for amount, part in parts:
        if amount:
            print(f"{part.__name__.strip('_')} …", file=sys.stderr, flush=True)
            told, figures = part(amount)
            print(*("  ".join(line) for line in told), sep="\n", file=sys.stderr, flush=True)
            lines += told
            found[part.__name__.strip("_")] = figures
    print(table(lines))
    if options.json:
        options.json.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    return 1 if any(result != "holds" for _, _, result in lines) else 0


def table(lines: list[Line]) -> str:
    """Return the figures as a Markdown table."""
    rows = [f"| {what} | {figures} | {result} |" for what, figures, result in lines]
    return "\n".join(["| what was done to it | figures | result |", "|---|---|---|", *rows])


def _kills(amount: int) -> tuple[list[Line], Any]:
    figures = _in_process("tests.faults.kills", str(amount))
    by_what = ", ".join(f"{name} {number}" for name, number in figures["kills"].items())
    text = f"{sum(figures['kills'].values())} kills ({by_what}), {figures['acknowledged']} "
    text += "acknowledged values looked up"
    return [("killed at a random moment", text, _result(figures["problems"]))], figures


def _power(amount: int) -> tuple[list[Line], Any]:
    from tests.faults import shim

    if why := shim.why_not():
        return [("power cut", why, "not run")], {}
    figures = _in_process("tests.faults.power", str(amount))
    text = f"{figures['cuts']} cuts in a log of {figures['records']} disk operations, "
    text += f"{figures['acknowledged']} acknowledged values"
    return [("power cut (simulated)", text, _result(figures["problems"]))], figures


def _full_disk(amount: int) -> tuple[list[Line], Any]:
    from tests.faults import storage

    if not storage.can_mount():
        return [("full disk", "needs root", "not run")], {}
    figures = asdict(storage.run_full_disk(amount))
    text = f"{amount} fill levels, {sum(figures['faults'].values())} refusals, each explained"
    return [("full disk (tmpfs)", text, _result(figures["problems"]))], figures


def _each_step(_amount: int) -> tuple[list[Line], Any]:
    from tests.faults import shim, storage

    if why := shim.why_not():
        return [("failing disk", why, "not run")], {}
    lines: list[Line] = []
    found: dict[str, Any] = {}
    for name, error in (("disk full", shim.NO_SPACE), ("input/output error", shim.IO_ERROR)):
        figures = asdict(storage.run_behind_shim(error))
        text = f"{sum(figures['faults'].values())} failed calls in {len(figures['faults'])} verbs"
        lines.append((f"{name} at each call", text, _result(figures["problems"])))
        found[name] = figures
    return lines, found


def _damage(amount: int) -> tuple[list[Line], Any]:
    figures = _in_process("tests.faults.damage", "--count", str(amount), "--json")
    share = figures["undamaged alone"] / figures["undamaged"]
    text = f"{amount} flipped bits, zeroed pages, noise, truncations: {figures['found']} found, "
    text += f"{figures['harmless']} harmless; {share:.1%} of the highlights that still stood in "
    text += f"the file salvaged without a backup, all in {figures['same with a backup']} with one"
    broken = ["missed"] * figures["MISSED"] + ["salvage"] * (share < 0.95)
    broken += ["backup"] * (amount - figures["same with a backup"])
    broken += ["check"] * (figures["BAD alone"] + figures["BAD with a backup"])
    return [("damaged file", text, _result(broken))], figures


def _hostile(_amount: int) -> tuple[list[Line], Any]:
    from tests.faults import hostile

    figures = asdict(hostile.run())
    watched = "watched by strace" if figures["traced"] else "not watched: no strace"
    text = f"{figures['tricks']} tricks in {figures['articles']} articles ({watched}): "
    text += f"{len(figures['requests'])} requests, {len(figures['local_reads'])} local reads, "
    text += f"slowest shown in {figures['slowest']:.1f} s"
    problems = [*figures["requests"], *figures["local_reads"], *figures["problems"]]
    late = ["too slow"] if figures["slowest"] > 2 else []
    return [("hostile articles", text, _result(problems + late))], figures


def _soak(amount: int) -> tuple[list[Line], Any]:
    figures = _in_process("tests.faults.soak", str(amount))
    acts = sum(figures["acts"].values())
    text = f"{figures['seconds'] / 60:.0f} min, {acts} acts, {figures['undone']} steps undone, "
    text += f"memory {figures['growth']:+.1%}, {len(figures['warnings'])} Qt warnings"
    problems = [*figures["problems"], *figures["errors"], *figures["warnings"]]
    grown = ["memory"] if figures["growth"] >= 0.05 and amount >= 600 else []
    return [("random user", text, _result(problems + grown))], figures


def _fuzz(amount: int) -> tuple[list[Line], Any]:
    figures = _in_process("tests.faults.fuzz", str(amount))
    inputs = sum(figures["inputs"].values())
    text = (
        f"{figures['seconds'] / 60:.0f} min, {inputs} inputs for {len(figures['inputs'])} targets"
    )
    return [("random input", text, _result(figures["failures"]))], figures


def _in_process(module: str, *arguments: str) -> Any:
    """Run a part in an interpreter of its own; return its figures."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    return json.loads(done.stdout)


def _result(problems: list[Any]) -> str:
    return f"**{len(problems)} broken**" if problems else "holds"


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests/faults", description=__doc__)
    for name, number, text in (
        ("kills", 1_000, "processes to kill"),
        ("cuts", 1_000, "power cuts to simulate"),
        ("levels", 50, "levels to fill a small disk to (needs root)"),
        ("steps", 1, "1: fail each call to the disk in turn"),
        ("damages", 500, "damages to a library's file"),
        ("hostile", 1, "1: show hostile articles"),
        ("soak", 600, "seconds of a random user"),
        ("fuzz", 300, "seconds of random input"),
    ):
        parser.add_argument(f"--{name}", type=int, default=number, metavar="N", help=text)
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep all figures there")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.path[0] = str(ROOT)  # instead of this folder
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    given = _options(sys.argv[1:])
    from desktop.bootstrap import ensure

    ensure(
        str(ROOT),
        script=str(Path(__file__).resolve()),
        arguments=sys.argv[1:],
        name="requirements-dev",
        window=False,
    )
    sys.exit(run(given))

"""Medians, percentiles and processes of their own: what every measurement needs."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def percentile(values: Sequence[float], part: float) -> float:
    """Return the value below which *part* (0 to 1) of *values* lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def spread(values: Sequence[float]) -> dict[str, float]:
    """Return p50, p95 and p99 of *values*."""
    return {f"p{n}": round(percentile(values, n / 100), 3) for n in (50, 95, 99)}


def timed(work: Callable[[], Any]) -> float:
    """Return how many milliseconds *work* takes."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def in_process(module: str, *arguments: Any, variables: dict[str, str] | None = None) -> Any:
    """Run `tests.benchmarks.<module>` in a process of its own; return the JSON it prints last."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{module}", *map(str, arguments)],
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ, **(variables or {})},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


def peak_memory() -> int:
    """Return the peak resident memory of this process in MB."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(one for one in status.read_text().splitlines() if one.startswith("VmHWM"))
        return int(line.split()[1]) // 1024
    import resource  # not on Windows; macOS counts in bytes

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024**2


def cpu_of_all() -> float:
    """Return the seconds that processors worked for this process and its ended children."""
    spent = os.times()
    return sum(spent[:4])


def peak_memory_of_children() -> int:
    """Return the peak resident memory of the largest child that has ended, in MB (0: Windows)."""
    if sys.platform == "win32":
        return 0
    import resource

    unit = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // unit


def remove(database: Path) -> None:
    """Remove an SQLite file and what lies beside it."""
    for suffix in ("", "-wal", "-shm", ".lock"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)


def table(rows: Iterable[Sequence[Any]]) -> str:
    """Return *rows* as lines with columns of equal width."""
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    )

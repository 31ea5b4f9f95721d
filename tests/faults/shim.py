"""Compile the shim (`shim.c`), start processes behind it, and arm it from inside one."""

import ctypes
import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
WRITE, SYNC, TRUNCATE, RENAME, UNLINK, CREATE, READ = (1 << bit for bit in range(7))
CHANGES = WRITE | SYNC | TRUNCATE | RENAME | UNLINK | CREATE
NO_SPACE, IO_ERROR = errno.ENOSPC, errno.EIO


def why_not() -> str:
    """Return why the shim cannot be used here, "" if it can."""
    if not sys.platform.startswith("linux"):
        return "needs Linux"
    return "" if shutil.which("cc") else "needs a C compiler"


def build(folder: Path) -> Path:
    """Compile the shim into *folder*."""
    library = folder / "shim.so"
    source = Path(__file__).with_name("shim.c")
    subprocess.run(
        ["cc", "-shared", "-fPIC", "-O1", "-w", "-o", str(library), str(source), "-ldl"], check=True
    )
    return library


def start(
    arguments: list[str], *, shim: Path, folder: Path, log: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run Python with *arguments* behind the shim, which watches over *folder*."""
    given = {"LD_PRELOAD": str(shim), "GLOSA_SHIM_FOLDER": str(folder), "PYTHONPATH": str(ROOT)}
    if log:
        given["GLOSA_SHIM_LOG"] = str(log)
    return subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, **given},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def arm(number: int, error: int, *, stays: bool, kinds: int = CHANGES) -> None:
    """Let the *number*-th call of *kinds* fail with *error* (and, with *stays*, all after it)."""
    ctypes.CDLL(None).glosa_arm(number, error, int(stays), kinds)


def disarm() -> int:
    """Let all calls go well again; return how many failed."""
    return int(ctypes.CDLL(None).glosa_disarm())

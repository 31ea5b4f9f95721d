"""Short runs of the fault harnesses; `python tests/faults` has the long ones."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults import fuzz, hostile, power, shim, storage
from tests.faults.shim import ROOT

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL and fork")
linux = pytest.mark.skipif(bool(shim.why_not()), reason=shim.why_not() or "-")


def figures_of(module: str, *arguments: str) -> dict[str, Any]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


@posix
def test_kills():
    figures = figures_of("tests.faults.kills", "60")
    assert figures["problems"] == []
    assert sum(figures["kills"].values()) == 60
    assert figures["acknowledged"] > 50


@linux
def test_power_cuts():
    figures = power.run(60, seed=3, rounds=60)
    assert figures.problems == []
    assert figures.cuts == 60
    assert figures.unsynced_writes > 0


@linux
def test_a_disk_that_does_not_sync_is_found_out():
    assert power.run(25, seed=4, rounds=60, deaf_to="-wal").problems


@linux
@pytest.mark.parametrize("error", [shim.NO_SPACE, shim.IO_ERROR])
def test_each_call_to_the_disk_fails_in_turn(error: int):
    figures = storage.run_behind_shim(error, ("note", "export"))
    assert figures.problems == []
    assert figures.faults["note"] > 5 and figures.faults["export"] > 5
    assert all(len(message) > 40 for message in figures.messages)


@pytest.mark.skipif(not storage.can_mount(), reason="needs root")
def test_a_full_disk():
    figures = storage.run_full_disk(3)
    assert figures.problems == []
    assert any("disk is full" in message for message in figures.messages)


def test_a_random_user():
    figures = figures_of("tests.faults.soak", "8", "3")
    assert figures["errors"] == []
    assert figures["warnings"] == []
    assert figures["problems"] == []
    assert figures["rounds"] >= 1 and figures["undone"] > 10


def test_random_input():
    figures = fuzz.run(0, examples=25)
    assert figures.failures == []
    assert len(figures.inputs) >= 10


@pytest.mark.parametrize("file", list(fuzz.kept()), ids=lambda file: file.name)
def test_what_once_broke(file: Path):
    fuzz.replay(file)


def test_a_broken_promise_is_found_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(fuzz, "REGRESSIONS", tmp_path)
    monkeypatch.setattr(fuzz.csv_cells, "guard", lambda value: value)  # as if it did not guard
    figures = fuzz.run(0, ("csv_values",), examples=300)
    assert figures.failures and len(list(tmp_path.iterdir())) == 1


def test_hostile_articles():
    figures = hostile.run()
    assert figures.problems == []
    assert figures.requests == []
    assert figures.local_reads == []
    assert figures.articles > 20
    assert figures.traced or not shutil.which("strace")

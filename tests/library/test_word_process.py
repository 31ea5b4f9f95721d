"""The key process ends with the program, when idle, and lets a query go first."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.library.word_process import KeyProcess

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def process() -> Iterator[KeyProcess]:
    made = KeyProcess()
    yield made
    made.close()


def _keys(process: KeyProcess, word: str) -> list[str]:
    return process.keys([(word, "pl", False)])[0]


def _wait_for(condition: object, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.02)


def test_it_answers_and_starts_again_when_killed(process: KeyProcess) -> None:
    first = _keys(process, "elekcja")
    assert first
    assert process._process
    process._process.kill()
    assert _keys(process, "elekcja") == first


def test_it_ends_when_idle() -> None:
    with closing(KeyProcess(idle_seconds=0.3)) as process:
        first = _keys(process, "wojna")
        running = process._process
        assert running
        _wait_for(lambda: running.poll() is not None)
        assert _keys(process, "wojna") == first


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kill as on Unix")
def test_it_ends_when_the_program_is_killed() -> None:
    program = (
        "from desktop.library.word_process import key_process as k; import time\n"
        "k().warm_up(); print(k()._process.pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as started:
        assert started.stdout
        pid = int(started.stdout.readline())
        started.kill()
    _wait_for(lambda: not _runs(pid))


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")


def test_a_query_goes_before_the_collector(process: KeyProcess) -> None:
    """The collector asks on and on; a query waits for one of its questions at most."""
    process.warm_up()
    stop, asked, seen = threading.Event(), [0], []

    def collector() -> None:
        while not stop.is_set():
            process.keys([("wojnami", "pl", False)] * 100, waiting=True)
            asked[0] += 1

    worker = threading.Thread(target=collector)
    worker.start()
    try:
        for _ in range(20):
            before = asked[0]
            process.keys([("wojna", "pl", True)])
            seen.append(asked[0] - before)
    finally:
        stop.set()
        worker.join()
    assert max(seen) <= 2

import threading
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import closing

import pytest

from desktop.core.errors import Cancelled
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.library.pool import ReaderPool

FOR_EVER = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
WAIT = 60


@pytest.fixture
def pool(library: Library) -> Iterator[ReaderPool]:
    with closing(ReaderPool(library.reader)) as opened:
        yield opened


def one(reader: Reader) -> int:
    return reader.rows("SELECT 1 AS one")[0]["one"]


class Slow:
    """A question that has begun when `began` is set."""

    def __init__(self, sql: str = FOR_EVER) -> None:
        self.began = threading.Event()
        self.sql = sql

    def __call__(self, reader: Reader) -> object:
        self.began.set()
        return reader.rows(self.sql)


def test_questions_are_answered(pool: ReaderPool):
    assert [pool.ask(f"c{n}", one).result(WAIT) for n in range(9)] == [1] * 9


def test_a_newer_question_stops_the_older(pool: ReaderPool):
    slow = Slow()
    first = pool.ask("list", slow)
    assert slow.began.wait(WAIT)
    time.sleep(0.02)
    assert pool.ask("list", one).result(WAIT) == 1
    with pytest.raises(CancelledError):
        first.result(WAIT)


def test_other_channels_go_on(pool: ReaderPool):
    go_on = threading.Event()

    def patient(reader: Reader) -> int:
        assert go_on.wait(WAIT)
        return one(reader)

    first = pool.ask("other", patient)
    assert pool.ask("list", one).result(WAIT) == 1
    go_on.set()
    assert first.result(WAIT) == 1


def test_a_question_between_two_statements_is_stopped_too(pool: ReaderPool):
    began, go_on = threading.Event(), threading.Event()

    def two_statements(reader: Reader) -> None:
        one(reader)
        began.set()
        assert go_on.wait(WAIT)
        reader.ids("SELECT 1")
        raise AssertionError("it was not stopped")

    first = pool.ask("list", two_statements)
    assert began.wait(WAIT)
    second = pool.ask("list", one)
    go_on.set()
    assert second.result(WAIT) == 1
    with pytest.raises(CancelledError):
        first.result(WAIT)


def test_an_answer_that_nobody_wants_any_more_is_none(pool: ReaderPool):
    began, go_on = threading.Event(), threading.Event()

    def finished(reader: Reader) -> int:
        answer = one(reader)
        began.set()
        assert go_on.wait(WAIT)
        return answer

    first = pool.ask("list", finished)
    assert began.wait(WAIT)
    pool.ask("list", one)
    go_on.set()
    with pytest.raises(CancelledError):
        first.result(WAIT)


def test_waiting_questions_are_passed_over(library: Library):
    with closing(ReaderPool(library.reader, threads=1)) as pool:
        slow = Slow()
        pool.ask("slow", slow)
        assert slow.began.wait(WAIT)
        waiting = pool.ask("list", one)
        newest = pool.ask("list", one)
        pool.ask("slow", one)
        assert newest.result(WAIT) == 1
        with pytest.raises(CancelledError):
            waiting.result(WAIT)


def test_stopping_a_question_never_hurts_the_next_of_another_channel(library: Library):
    """The interrupt may come just when the question ended and its thread took another one."""
    with closing(ReaderPool(library.reader, threads=1)) as pool:
        for _ in range(300):
            pool.ask("a", one)
            other = pool.ask("b", one)
            pool.ask("a", one)
            assert other.result(WAIT) == 1


def test_the_users_own_cancel_is_passed_on(pool: ReaderPool):
    def cancelled(_reader: Reader) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        pool.ask("export", cancelled).result(WAIT)
    with pytest.raises(ZeroDivisionError):
        pool.ask("bug", lambda _reader: 1 / 0).result(WAIT)


def test_closing_stops_what_runs(library: Library):
    pool = ReaderPool(library.reader)
    slow = Slow()
    running = pool.ask("a", slow)
    assert slow.began.wait(WAIT)
    time.sleep(0.02)
    pool.close()
    with pytest.raises(CancelledError):
        running.result(WAIT)


def test_after_closing_a_question_has_no_answer(library: Library):
    pool = ReaderPool(library.reader)
    pool.close()
    assert pool.ask("a", one).cancelled()


def test_a_reader_can_be_used_again(reader: Reader):
    reader.interrupt()
    with pytest.raises(Cancelled):
        one(reader)
    reader.resume()
    assert one(reader) == 1


def test_a_snapshot_sees_one_state(library: Library, reader: Reader):
    with reader.snapshot():
        assert reader.ids("SELECT count(*) FROM tag")[0] == 0
        library.run(
            lambda tx: tx.insert("tag", uuid="u", name="A", path="A", path_key="a", path_fold="a")
        )
        assert reader.ids("SELECT count(*) FROM tag")[0] == 0
    assert reader.ids("SELECT count(*) FROM tag")[0] == 1

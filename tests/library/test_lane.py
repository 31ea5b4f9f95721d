import threading
from concurrent.futures import CancelledError
from contextlib import closing

import pytest

from desktop.library.lane import Priority, WriterLane

WAIT = 60


def test_a_click_goes_before_an_import():
    with closing(WriterLane()) as lane:
        began, go_on = threading.Event(), threading.Event()
        order: list[str] = []

        def hold() -> None:
            began.set()
            assert go_on.wait(WAIT)

        lane.submit(hold)
        assert began.wait(WAIT)
        for name, priority in (
            ("last", Priority.LAST),
            ("import 1", Priority.BACKGROUND),
            ("import 2", Priority.BACKGROUND),
            ("click 1", Priority.CLICK),
            ("click 2", Priority.CLICK),
        ):
            lane.submit(lambda name=name: order.append(name), priority=priority)
        assert lane.clicks_wait
        go_on.set()
        lane.submit(lambda: None, priority=Priority.LAST).result(WAIT)
        assert not lane.clicks_wait
        assert order == ["click 1", "click 2", "import 1", "import 2", "last"]


def test_a_click_that_is_being_done_is_waited_for():
    with closing(WriterLane()) as lane:
        assert lane.submit(lambda: lane.clicks_wait).result(WAIT)
        assert not lane.submit(lambda: lane.clicks_wait, priority=Priority.BACKGROUND).result(WAIT)


def test_results_and_exceptions_come_with_the_future():
    with closing(WriterLane()) as lane:
        assert lane.submit(lambda: 3).result(WAIT) == 3
        with pytest.raises(ZeroDivisionError):
            lane.submit(lambda: 1 / 0).result(WAIT)
        assert lane.submit(lambda: 4).result(WAIT) == 4


def test_a_job_can_be_cancelled_before_it_begins():
    with closing(WriterLane()) as lane:
        go_on = threading.Event()
        lane.submit(lambda: go_on.wait(WAIT))
        job = lane.submit(lambda: 1)
        assert job.cancel()
        go_on.set()
        assert lane.submit(lambda: 2).result(WAIT) == 2


def test_closing_finishes_what_was_queued():
    lane = WriterLane()
    jobs = [lane.submit(lambda n=n: n, priority=Priority(n % 3)) for n in range(30)]
    lane.close()
    lane.close()
    assert [job.result(0) for job in jobs] == list(range(30))


def test_after_closing_jobs_are_cancelled():
    lane = WriterLane()
    lane.close()
    with pytest.raises(CancelledError):
        lane.submit(lambda: 1).result(WAIT)

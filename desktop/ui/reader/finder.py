"""Looks for hits in a text: at once in a short one, in a thread and by stretches in a long one."""

import threading
from collections.abc import Callable, Iterator

from desktop.core.hits import Span
from desktop.ui.jobs import Jobs

AT_ONCE = 300_000
STRETCH = 250_000
LAP = 10_000
MOST = 100_000
Search = Callable[[str], list[Span]]


class Finder:
    """Only the newest search is answered; at most `MOST` hits."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._stop = threading.Event()

    def look(self, text: str, search: Search, answer: Callable[[list[Span]], None]) -> None:
        """Give *answer* what *search* finds in *text*, in order."""
        self.stop()
        if len(text) <= AT_ONCE:
            answer(search(text)[:MOST])
            return
        stop = self._stop = threading.Event()

        def done(hits: list[Span]) -> None:
            if not stop.is_set():
                answer(hits)

        self._jobs.start(lambda: find_in_stretches(text, search, stop.is_set), done)

    def stop(self) -> None:
        """Forget the search that is under way."""
        self._stop.set()


def find_in_stretches(text: str, search: Search, stopped: Callable[[], bool]) -> list[Span]:
    """Search stretch by stretch, so that it can be stopped; each laps over the next.

    A hit belongs to the stretch it begins in; longer ones than `LAP` are not found across an edge.
    """
    hits: list[Span] = []
    behind = 0
    for start, end in stretches(text):
        if stopped() or len(hits) >= MOST:
            break
        begin = max(0, start - 1)  # to see whether a word begins here
        found = ((a + begin, b + begin) for a, b in search(text[begin : end + LAP]))
        hits += [(a, b) for a, b in found if max(start, behind) <= a < end]
        behind = hits[-1][1] if hits else 0
    return hits[:MOST]


def stretches(text: str) -> Iterator[Span]:
    """Cut *text* at an end of line, or else at a space, where there is one."""
    start = 0
    while start < len(text):
        end = min(start + STRETCH, len(text))
        if end < len(text):
            half = start + STRETCH // 2
            cut = text.rfind("\n", half, end)
            cut = cut if cut >= 0 else text.rfind(" ", half, end)
            end = cut + 1 if cut >= 0 else end
        yield start, end
        start = end

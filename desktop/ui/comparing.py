"""Compares new articles with those that are there, behind the user's back, a few at a time."""

from collections.abc import Callable
from contextlib import closing
from functools import partial

from PySide6.QtCore import QObject

from desktop.core.errors import UserError
from desktop.ui.background import Background
from desktop.ui.context import Context

_REST_MS = 2_000


def comparing(context: Context, parent: QObject | None = None) -> Background:
    """Return what grows when more articles can be found as similar."""
    return Background(
        context,
        partial(_compare, context),
        parent,
        name="comparing",
        tables=("article_text", "article"),
        rest_ms=_REST_MS,
        passed_over=UserError,  # the next change or start tries again
    )


def _compare(context: Context, stopped: Callable[[], bool]) -> int:
    """Return how many articles were taken in."""
    from desktop.library.similar import put, signatures

    library, count = context.library, 0
    with closing(library.reader()) as reader:
        while not stopped() and (found := signatures(reader, stopped)) and not stopped():
            store = partial(library.with_writer, lambda db, new=found: put(db, new))
            context.dispatch.in_background(store)
            count += len(found.samples)
    return count

"""Compares new articles with those that are there, behind the user's back, a few at a time."""

import threading
from contextlib import closing
from functools import partial

from PySide6.QtCore import QObject

from desktop.core.errors import UserError
from desktop.ui.background import Background
from desktop.ui.context import Context

_REST_MS = 2_000
_BREATH_SECONDS = 0.015


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


def _compare(context: Context, stop: threading.Event) -> int:
    """Return how many articles were taken in."""
    from desktop.library.similar import put, signatures

    library, count = context.library, 0
    with closing(library.reader()) as reader:
        while not stop.wait(_BREATH_SECONDS):
            found = signatures(reader)
            if found is None or stop.is_set():
                break
            store = partial(library.with_writer, lambda db, new=found: put(db, new))
            context.dispatch.in_background(store)
            count += len(found.samples)
    return count

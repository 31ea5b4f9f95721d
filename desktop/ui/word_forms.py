"""Collects the word forms of what is new behind the user's back, in small steps."""

from collections.abc import Callable
from contextlib import closing
from functools import partial

from PySide6.QtCore import QObject

from desktop.core.errors import UserError
from desktop.library.word_collecting import collect
from desktop.library.word_process import key_process
from desktop.ui.background import Background
from desktop.ui.context import Context

_REST_MS = 1_500


def word_forms(context: Context, parent: QObject | None = None) -> Background:
    """Return what grows when new forms can be searched for."""
    return Background(
        context,
        partial(_collect, context),
        parent,
        name="wordForms",
        tables=("article_text", "article", "annotation"),
        rest_ms=_REST_MS,
        # Without a key process words are found as typed; a full disk may have room the next time.
        passed_over=(OSError, UserError),
    )


def warm_up(context: Context) -> None:
    """Have ready what a search needs: the user is about to type one."""
    context.jobs.start(key_process().warm_up, lambda _none: None, _unless_none)


def end_key_process() -> None:
    """End the key process with the program."""
    key_process().close()


def _collect(context: Context, stopped: Callable[[], bool]) -> int:
    """Return how many new forms there were."""
    library, lane = context.library, context.dispatch
    with closing(library.reader()) as reader:
        return collect(
            reader,
            lambda step: lane.in_background(lambda: library.with_writer(step)),
            stopped,
        )


def _unless_none(error: Exception) -> None:
    if not isinstance(error, OSError):
        raise error

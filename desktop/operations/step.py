"""Give an operation the name that undo shows for it."""

from collections.abc import Callable
from typing import TypeVar

from desktop.core.errors import QT_TRANSLATE_NOOP

F = TypeVar("F", bound=Callable[..., object])

__all__ = ["QT_TRANSLATE_NOOP", "step"]


def step(name: str) -> Callable[[F], F]:
    """Mark an operation as one undo step called *name* (English; the window translates it).

    Write the name as `QT_TRANSLATE_NOOP("Steps", "...")` so that translators find it.
    """

    def mark(operation: F) -> F:
        operation.step_name = name  # type: ignore[attr-defined]
        return operation

    return mark

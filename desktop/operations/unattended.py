"""What a long verb does where nobody looks on: it writes here and tells nobody.

It goes to its end, as `library.stopping.never` says.
"""

from collections.abc import Callable
from typing import Any

Runner = Callable[[Callable[[], Any]], Any]


def run_here(job: Callable[[], Any]) -> Any:
    """Do a writing job at once (the window hands it to the writer lane instead)."""
    return job()


def unheard(*_told: object) -> None:
    """Hear what is told on the way, and do nothing."""

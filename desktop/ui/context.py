"""What the panes of a window need from outside, passed along instead of globals."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.ui.dispatch import Dispatch
from desktop.ui.jobs import Jobs
from desktop.ui.settings import Settings
from desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Context:
    """`reader` is the GUI thread's own read-only connection, for small questions.

    `tell(text, kind)` shows a message in the window's bar; kind is "info", "warning" or "error".
    """

    library: Library
    reader: Reader
    dispatch: Dispatch
    jobs: Jobs
    settings: Settings
    theme: Theme
    tell: Callable[[str, str], None]

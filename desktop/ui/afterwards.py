"""What is to happen once a window is closed: some need the library for themselves."""

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory


@dataclass(frozen=True, slots=True)
class Afterwards:
    """Open a window on *file* again, and say *text*; *copy* is a backup to restore before.

    *link* is a `glosa:` link that was clicked elsewhere.
    *recover*: offer what can be done about a damaged library. *folder* is deleted with its window.
    """

    file: Path
    read_only: bool = False
    text: str = ""
    copy: Path | None = None
    recover: bool = False
    link: str = ""
    folder: TemporaryDirectory[str] | None = field(default=None, compare=False)

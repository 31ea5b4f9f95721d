"""The doors that importers and exporters come through; the registry knows those who do."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Protocol

from desktop.core.article import Document, Remark
from desktop.core.errors import UserError

Item = Document | Remark | UserError


class Importer(Protocol):
    """Turns one file into documents. Raises UserError for a file that cannot be read.

    A UserError that is *yielded* tells of one article that could not be read: others may follow.
    A Remark tells of the file as a whole.
    """

    name: str
    suffixes: tuple[str, ...]

    def read(self, path: Path) -> Iterator[Item]:
        """Yield the documents in the file at *path*."""
        ...


class Exporter(Protocol):
    """Writes annotation rows, as they stream in, to an open binary file."""

    name: str
    suffix: str

    def write(
        self, rows: Iterable[Mapping[str, object]], out: BinaryIO, *, raw: bool = False
    ) -> int:
        """Write *rows* (keys: `core.annotation_columns.COLUMNS`) to *out*; return how many."""
        ...

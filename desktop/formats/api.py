"""The doors that importers and exporters come through; the registry knows those who do."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Protocol

from desktop.core.article import Document


class Importer(Protocol):
    """Turns one file into documents. Raises UserError for what cannot be read."""

    name: str
    suffixes: tuple[str, ...]

    def read(self, path: Path) -> Iterator[Document]:
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

"""The doors that importers and exporters come through; the registry knows those who do."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol, runtime_checkable

from desktop.core.article import Document, Remark
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.portable import PortableArticle, PortableTag

OWN_LEFT_OUT = QT_TRANSLATE_NOOP(
    "Losses",
    "Reading progress, older versions of articles, saved searches, feeds and the trash are left "
    "out; JSON Lines has them.",
)


@dataclass(frozen=True, slots=True)
class TableLook:
    """The columns of a table of articles, by field what each is taken for, and its first rows."""

    columns: tuple[str, ...]
    guess: Mapping[str, str]
    rows: tuple[tuple[str, ...], ...]


Item = Document | Remark | UserError | TableLook | PortableTag


class Importer(Protocol):
    """Turns one file into documents. Raises UserError for a file that cannot be read.

    A UserError that is *yielded* tells of one article that could not be read: others may follow.
    A Remark tells of the file as a whole; a TableLook comes only when one was asked for.
    A PortableTag is a tag of the source's code book, whether used or not; those above come before
    those below.
    """

    name: str
    suffixes: tuple[str, ...]

    def read(self, path: Path) -> Iterator[Item]:
        """Yield the documents in the file at *path*."""
        ...


@runtime_checkable
class Exporter(Protocol):
    """Writes annotation rows, as they stream in, to an open binary file.

    `leaves_out` says what the format cannot hold, marked `QT_TRANSLATE_NOOP("Losses", ...)`; what
    no format but one holds is OWN_LEFT_OUT.
    """

    name: str
    suffix: str
    leaves_out: str

    def write(
        self, rows: Iterable[Mapping[str, object]], out: BinaryIO, *, raw: bool = False
    ) -> int:
        """Write *rows* (keys: `core.annotation_columns.COLUMNS`) to *out*; return how many."""
        ...


@runtime_checkable
class ArticleExporter(Protocol):
    """Writes whole articles with what is on them, as they stream in, to an open binary file.

    One that has `takes_pictures = True` gets the articles' images too.
    """

    name: str
    suffix: str
    leaves_out: str

    def write_articles(
        self, articles: Iterable[PortableArticle], tags: Sequence[PortableTag], out: BinaryIO
    ) -> int:
        """Write *articles* and the library's *tags* to *out*; return how many annotations."""
        ...


@runtime_checkable
class Labelled(Protocol):
    """An exporter whose files have room for what the user means by each highlight colour."""

    def with_labels(self, labels: Mapping[str, str]) -> ArticleExporter:
        """Return the exporter that says so; *labels* are by colour, in the colours' order."""
        ...


def takes_pictures(exporter: Exporter | ArticleExporter) -> bool:
    """Tell whether an exporter writes the pictures of articles."""
    return getattr(exporter, "takes_pictures", False) is True

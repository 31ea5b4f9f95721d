"""Look through files before they go in: what is there, what is known, what would be lost.

Everything is read as an import reads it, in the process apart, and nothing is kept but numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from desktop.core.article import Document, Remark
from desktop.core.errors import UserError
from desktop.core.portable import PortableTag
from desktop.formats import registry
from desktop.formats.api import Item, TableLook
from desktop.formats.isolation import Readers
from desktop.library import articles
from desktop.library.connection import Source
from desktop.operations.import_highlights import find_known

MANY = 1_000
_LISTED = 50
_EXPORTS = (".csv", ".tsv", ".json", ".jsonld", ".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz",
            ".csv.gz", ".json.gz", ".zip", ".qdpx", ".qdc", ".qda",
            ".sqlite", ".sqlite3")  # fmt: skip


@dataclass(slots=True, eq=False)
class Kind:
    """What was found of one kind (`source_format`; "" for what could not be read).

    `known` articles are in the library already, or came twice. `losses` tells each remark once.
    """

    source_format: str
    files: int = 0
    first: Path = Path()
    articles: int = 0
    known: int = 0
    highlights: int = 0
    tags: int = 0
    losses: list[Remark] = field(default_factory=list[Remark])
    failed: int = 0
    failures: list[UserError] = field(default_factory=list[UserError])


@dataclass(frozen=True, slots=True)
class TableFound:
    """A table, whose columns the user may choose."""

    path: Path
    look: TableLook


@dataclass(slots=True)
class Survey:
    """How far the look is (files), and what it has found."""

    total: int
    done: int = 0
    name: str = ""
    kinds: list[Kind] = field(default_factory=list[Kind])
    tables: list[TableFound] = field(default_factory=list[TableFound])

    @property
    def articles(self) -> int:
        """How many articles there are."""
        return sum(kind.articles for kind in self.kinds)

    def copy(self) -> Survey:
        """Return what another thread may keep."""
        return Survey(self.total, self.done, self.name, deepcopy(self.kinds), list(self.tables))

    def kind(self, source_format: str, path: Path) -> Kind:
        """Return the kind called *source_format*, for what was found in *path*."""
        for one in self.kinds:
            if one.source_format == source_format:
                return one
        self.kinds.append(Kind(source_format, first=path))
        return self.kinds[-1]


def deserves_look(paths: Iterable[Path]) -> bool:
    """Tell whether an import has choices to make: another program's export, a table, many files."""
    for number, path in enumerate(registry.walk(paths), 1):
        if number > MANY:
            return True
        if isinstance(path, Path) and path.name.casefold().endswith(_EXPORTS):
            return True
    return False


def survey(
    source: Source,
    paths: Iterable[Path],
    *,
    whole_page: bool = False,
    columns: Mapping[Path, Mapping[str, str]] | None = None,
    tell: Callable[[Survey], None],
    cancelled: Callable[[], bool],
) -> Survey:
    """Look through files and folders; *tell* hears of the state after each article and file."""
    found = list(registry.walk(paths))
    state = Survey(len(found))
    files: list[Path] = []
    for one in found:
        if isinstance(one, Path):
            files.append(one)
        else:
            _fail(state, one.path, one.reason)
            state.done += 1
    seen: set[str] = set()
    reading = Readers(whole_page=whole_page, columns=columns, look=True, cancelled=cancelled)
    with reading as readers:
        for file, items in readers.read(files):
            if cancelled():
                break
            state.name = file.name
            tell(state)
            for kind in _counted(source, state, file, items, seen):
                tell(state)
                kind.articles += 1
            state.done += 1
    tell(state)
    return state


def _counted(
    source: Source, state: Survey, file: Path, items: Iterator[Item], seen: set[str]
) -> Iterator[Kind]:
    """Look at the *items* in a file; yield the kind of each article."""
    kinds: list[Kind] = []
    losses: list[Remark] = []
    for item in items:
        if isinstance(item, TableLook):
            state.tables.append(TableFound(file, item))
        elif isinstance(item, PortableTag):
            book = state.kind("codebook", file)
            book.tags += 1
            if book not in kinds:
                kinds.append(book)
                book.files += 1
        elif isinstance(item, Remark):
            losses.append(item)
        elif isinstance(item, UserError):
            _fail(state, file, item)
        else:
            kind = state.kind(item.source_format, file)
            kind.highlights += len(item.quotes)
            kind.known += _is_known(source, item, seen)
            _add(kind.losses, item.remarks)
            if kind not in kinds:
                kinds.append(kind)
                kind.files += 1
            yield kind
    for kind in kinds[:1]:
        _add(kind.losses, losses)


def _fail(state: Survey, path: Path, reason: UserError) -> None:
    kind = state.kind("", path)
    kind.failed += 1
    if len(kind.failures) < _LISTED:
        kind.failures.append(reason)


def _add(losses: list[Remark], more: Iterable[Remark]) -> None:
    for one in more:
        if one not in losses and len(losses) < _LISTED:
            losses.append(one)


def _is_known(source: Source, document: Document, seen: set[str]) -> bool:
    sha256 = articles.text_hash(document.text)
    if not document.excerpts and sha256 in seen:
        return True
    seen.add(sha256)
    return find_known(source, document) is not None

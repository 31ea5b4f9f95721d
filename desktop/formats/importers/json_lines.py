"""JSON Lines: one article a line, however many; a bad line is reported, the others go in.

Memory does not grow with the file: lines are read one by one, and one without end is passed over.
"""

import gzip
import zlib
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from desktop.core.article import Document, Remark
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats import file_errors
from desktop.formats.api import Item, TableLook
from desktop.formats.importers.json_article import (
    ArticleError,
    Names,
    article,
    names_of,
    object_in,
)
from desktop.formats.importers.libraries.losses import Losses

_File = BinaryIO | gzip.GzipFile
LONGEST_LINE = 32 * 1024 * 1024
TOLD_SINGLY = 100
_LOOKED_AT = 100
_NO_CHOICE = ("quotes",)
_NOTHING = frozenset[str]()
_REPLACED = QT_TRANSLATE_NOOP("Remarks", "Characters that cannot be stored were replaced: {count}.")
_NO_DATE = QT_TRANSLATE_NOOP("Remarks", "Dates that were not understood were left out: {count}.")
_NO_TAG = QT_TRANSLATE_NOOP("Remarks", "Tags that cannot be tags here were left out: {count}.")
_BROKEN = QT_TRANSLATE_NOOP(
    "Errors",
    "“{name}” breaks off in line {line}. What comes before is imported; "
    "get the file again to have the rest.",
)
_TOO_LONG = QT_TRANSLATE_NOOP(
    "Errors", "Line {line} of “{name}” is too long for one article. It was left out."
)
_OURS = QT_TRANSLATE_NOOP(
    "Errors",
    "“{name}” was written by Glosa, with highlights and notes. To take all of it in, "
    "choose File > Merge what someone shared.",
)
_MORE = QT_TRANSLATE_NOOP(
    "Errors",
    "{count} more lines of “{name}” were left out, the last is line {line}. "
    "Mend the lines named above in the same way, and import the file again.",
)


class JsonLines:
    """The importer of .jsonl and .ndjson files, packed with gzip or not."""

    name = "JSON Lines"
    suffixes: tuple[str, ...] = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")

    def read(
        self, path: Path, *, columns: Mapping[str, str] | None = None, look: bool = False
    ) -> Iterator[Item]:
        """Yield the articles in the file at *path*, and what is wrong with its other lines.

        *columns* says which key is which field; with *look* a TableLook comes first.
        """
        with file_errors.explained(path):
            size = file_errors.size_of_file(path)
        if not size:
            raise file_errors.empty(path)
        names = names_of(columns or {})
        if look:
            with _opened(path) as file:
                yield from _looked_at(path, file, names)
        with _opened(path) as file:
            yield from _items(path, file, names)


JSON_LINES = JsonLines()


class _Counts:
    """What the remarks at the end of a file tell."""

    def __init__(self) -> None:
        self.lines = self.bad = self.last_bad = 0
        self.replaced = self.dates = self.tags = 0
        self.losses = Losses()


def _looked_at(path: Path, file: _File, names: Names) -> Iterator[TableLook]:
    """Yield what there is to choose from in the first lines."""
    from desktop.formats.importers import columns as tables  # an import needs it only for this

    objects: list[Mapping[str, Any]] = []
    for _, line in islice(_lines(path, file), _LOOKED_AT):
        if isinstance(line, bytes):
            with suppress(ArticleError):
                objects.append(object_in(line))
    keys = list(dict.fromkeys(key for one in objects for key in one))
    if keys:
        taken = {
            field: next(filter(keys.__contains__, known), "") for field, known in names.items()
        }
        chosen = {field: key for field, key in taken.items() if field not in _NO_CHOICE}
        yield tables.look(keys, tables.Columns(keys, chosen), objects)


def _items(path: Path, file: _File, names: Names) -> Iterator[Item]:
    counts = _Counts()
    for number, line in _lines(path, file):
        counts.lines += 1
        if counts.lines == 1 and _is_ours(line):
            raise UserError(_OURS, name=path.name)
        try:
            yield _document(line, counts, names)
        except ArticleError as reason:
            counts.bad, counts.last_bad = counts.bad + 1, number
            if counts.bad <= TOLD_SINGLY:
                yield _refused(path, number, reason)
    if not counts.lines:
        raise file_errors.empty(path)
    yield from _at_the_end(path, counts)


def _is_ours(line: bytes | ArticleError) -> bool:
    """Tell whether the exporter of the same name wrote the file: merging keeps what is on it."""
    from desktop.formats.portable_lines import is_header  # loads what a start has no use for

    return isinstance(line, bytes) and is_header(line)


def _document(line: bytes | ArticleError, counts: _Counts, names: Names) -> Document:
    if isinstance(line, ArticleError):
        raise line
    found = article(line, names)
    counts.replaced += found.replaced
    counts.dates += found.no_date
    counts.tags += found.no_tags
    counts.losses.see(found.left, _NOTHING)
    return found.document


def _lines(path: Path, file: _File) -> Iterator[tuple[int, bytes | ArticleError]]:
    """Yield the lines that are not blank, with their numbers from 1."""
    number = 0
    while True:
        number += 1
        try:
            with file_errors.explained(path):
                line = _line(file)
        except (EOFError, zlib.error, UserError) as error:
            # gzip.BadGzipFile is an OSError: it comes here as a UserError.
            if number == 1 and isinstance(error, UserError):
                raise
            yield number, ArticleError(_BROKEN)
            return
        if line == b"":
            return
        if isinstance(line, ArticleError) or line.strip():
            yield number, line


def _line(file: _File) -> bytes | ArticleError:
    line = file.readline(LONGEST_LINE)
    if len(line) < LONGEST_LINE or line.endswith(b"\n"):
        return line
    while line and not line.endswith(b"\n"):
        line = file.readline(1 << 20)
    return ArticleError(_TOO_LONG)


@contextmanager
def _opened(path: Path) -> Generator[_File]:
    with file_errors.explained(path):
        packed = path.name.casefold().endswith(".gz")
        file = path.open("rb", 1 << 20)
    with file:
        yield gzip.GzipFile(fileobj=file) if packed else file


def _refused(path: Path, number: int, reason: ArticleError) -> UserError:
    return UserError(reason.template, name=path.name, line=number)


def _at_the_end(path: Path, counts: _Counts) -> Iterator[Item]:
    if counts.bad > TOLD_SINGLY:
        more = counts.bad - TOLD_SINGLY
        yield UserError(_MORE, name=path.name, count=more, line=counts.last_bad)
    for template, count in (
        (_REPLACED, counts.replaced),
        (_NO_DATE, counts.dates),
        (_NO_TAG, counts.tags),
    ):
        if count:
            yield Remark(template, {"count": count})
    yield from counts.losses.remarks()

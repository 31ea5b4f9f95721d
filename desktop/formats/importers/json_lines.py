"""JSON Lines: one article a line, however many; a bad line is reported, the others go in.

Memory does not grow with the file: lines are read one by one, and one without end is passed over.
"""

import gzip
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desktop.core.article import Document, Remark
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats import file_errors
from desktop.formats.api import Item
from desktop.formats.importers.json_article import ArticleError, article

_File = BinaryIO | gzip.GzipFile
LONGEST_LINE = 32 * 1024 * 1024
TOLD_SINGLY = 100
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

    def read(self, path: Path) -> Iterator[Item]:
        """Yield the articles in the file at *path*, and what is wrong with its other lines."""
        with file_errors.explained(path):
            size = file_errors.size_of_file(path)
        if not size:
            raise file_errors.empty(path)
        with _opened(path) as file:
            yield from _items(path, file)


JSON_LINES = JsonLines()


class _Counts:
    """What the remarks at the end of a file tell."""

    def __init__(self) -> None:
        self.lines = self.bad = self.last_bad = 0
        self.replaced = self.dates = self.tags = 0


def _items(path: Path, file: _File) -> Iterator[Item]:
    counts = _Counts()
    for number, line in _lines(path, file):
        counts.lines += 1
        if counts.lines == 1 and _is_ours(line):
            raise UserError(_OURS, name=path.name)
        try:
            yield _document(line, counts)
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


def _document(line: bytes | ArticleError, counts: _Counts) -> Document:
    if isinstance(line, ArticleError):
        raise line
    found = article(line)
    counts.replaced += found.replaced
    counts.dates += found.no_date
    counts.tags += found.no_tags
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

"""Tables of articles (CSV, TSV): a row is an article, a bad row is named and the others go in."""

import csv
import io
from collections.abc import Iterator
from itertools import chain, count, islice

from desktop.core.article import Remark
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats.api import Item
from desktop.formats.csv_cells import says_exact
from desktop.formats.importers import html_source
from desktop.formats.importers.columns import Columns, Lost, add_text, look, valid
from desktop.formats.importers.libraries import detect, own_csv
from desktop.formats.importers.libraries.table import Table, names_of
from desktop.formats.importers.source import Source, no_text

_LONGEST_CELL = 16 * 1024**2
_TOLD_SINGLY = 100
_NO_COLUMN = QT_TRANSLATE_NOOP(
    "Errors",
    "No column of “{name}” is called “text”, “content” or “body”, so it is not known where the "
    "articles are. The columns are: {columns}. Say which one has the text when you import.",
)
_EMPTY_ROW = QT_TRANSLATE_NOOP("Errors", "Row {row} of “{name}” has no text and was left out.")
_BAD_ROW = QT_TRANSLATE_NOOP(
    "Errors", "“{name}” cannot be read beyond row {row}: it is no good CSV there ({reason})."
)
_MORE = QT_TRANSLATE_NOOP("Remarks", "Further rows without text were left out: {count}.")


def parse(source: Source) -> Iterator[Item]:
    """Yield an article for each row in *source*."""
    text, remarks = html_source.decode(source.data)
    yield from remarks
    csv.field_size_limit(_LONGEST_CELL)
    lines = io.StringIO(text.removeprefix("\ufeff"), newline="")
    reader = csv.reader(lines, delimiter=_delimiter(text, source.name))
    rows = _rows(reader, source.name)
    nothing: list[str] = []
    header = next(rows, nothing)
    if isinstance(header, UserError):
        raise header
    if known := detect.table_reader(header):
        yield from known(Table(source.name, tuple(header), rows, says_exact(text)))
        return
    lost = Lost()
    columns = Columns(header, valid(source.columns, header), lost)
    if columns.text is None and "quote" in names_of(header):
        yield from own_csv.read_table(Table(source.name, tuple(header), rows, says_exact(text)))
        return
    if source.look:
        first = list(islice(rows, 3))
        rows = chain(first, rows)
        good = (row for row in first if not isinstance(row, UserError))
        yield look(header, columns, (dict(zip(header, row, strict=False)) for row in good))
    if columns.text is None:
        shown = ", ".join(f"“{name}”" for name in header[:20] if name)[:400]
        raise UserError(_NO_COLUMN, name=source.name, columns=shown)
    empty = articles = 0
    for number, row in enumerate(rows, 2):
        if isinstance(row, UserError):
            yield row
            return
        if not any(row):
            continue
        values = dict(zip(header, row, strict=False))
        if not values.get(columns.text, "").strip():
            empty += 1
            if empty <= _TOLD_SINGLY:
                yield UserError(_EMPTY_ROW, name=source.name, row=number)
            continue
        articles += 1
        yield columns.document(values, source.name, "csv", add_text)
    if not articles and not empty:
        raise no_text(source.name)
    yield from lost.remarks()
    if empty > _TOLD_SINGLY:
        yield Remark(_MORE, {"count": empty - _TOLD_SINGLY})


def _rows(reader: Iterator[list[str]], name: str) -> Iterator[list[str] | UserError]:
    """Yield the rows; an error of the reader comes as the last one."""
    for number in count(1):
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield UserError(_BAD_ROW, name=name, row=number, reason=str(error))
            return


def _delimiter(text: str, name: str) -> str:
    """Return the sign that parts the columns: the commonest in the first line, outside quotes."""
    if name.casefold().endswith(".tsv"):
        return "\t"
    line = "".join(text[:20_000].lstrip("\ufeff").split("\n", 1)[0].split('"')[::2])
    return max(",;\t|", key=line.count)

"""Annotations as CSV (RFC 4180): one row each, safe to open in a spreadsheet, read back unchanged.

UTF-8 with BOM, because Excel takes anything else for the code page of the computer.
"""

import codecs
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from operator import itemgetter
from typing import Any, BinaryIO, cast

from desktop.core.annotation_columns import NUMBERS, TAG_SEPARATOR
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats.csv_cells import TRIGGER, guard, read_records, unguard
from desktop.formats.exporters.csv_form import DEFAULT, CsvForm

Value = str | int | bool
_LINES = 500
_TRUTH = frozenset({"orphaned"})


class CsvAnnotations:
    """The exporter of annotation rows as CSV, in the given form."""

    name = QT_TRANSLATE_NOOP("Formats", "CSV")
    suffix = ".csv"
    leaves_out = QT_TRANSLATE_NOOP(
        "Losses",
        "The articles’ texts, notes, tags and states, articles without highlights, names of "
        "coders, doubts about places that were carried over, colours and descriptions of tags, and "
        "which differences are settled are left out.",
    )

    def __init__(self, form: CsvForm = DEFAULT) -> None:
        self.form = form

    def write(
        self, rows: Iterable[Mapping[str, object]], out: BinaryIO, *, raw: bool = False
    ) -> int:
        """Write a header and *rows* to *out*; return how many highlights.

        *raw* leaves out the apostrophes, whatever the form says.
        """
        form = replace(self.form, guard=self.form.guard and not raw)
        if form.bom:
            out.write(codecs.BOM_UTF8)
        out.write(_header(form).encode())
        return _write_rows(rows, out, form)


CSV = CsvAnnotations()


def _header(form: CsvForm) -> str:
    """Return the first line; it has no quotation marks when the cells have no guards."""
    mark = '"' if form.guard else ""
    return form.delimiter.join(f"{mark}{name}{mark}" for name in form.header) + "\r\n"


def _write_rows(rows: Iterable[Mapping[str, object]], out: BinaryIO, form: CsvForm) -> int:
    line_of = _line_maker(form)
    lines: list[str] = []
    count = 0
    for row in rows:
        count += 1
        if form.per_tag:
            lines += [line_of(one) for one in _rows_of_tags(row)]
        else:
            lines.append(line_of(row))
        if len(lines) >= _LINES:
            out.write("".join(lines).encode())
            lines.clear()
    out.write("".join(lines).encode())
    return count


def _line_maker(form: CsvForm) -> Callable[[Mapping[str, object]], str]:
    """Return what makes a line of a row.

    Most rows have no quotation mark, no empty value and nothing that needs a guard. That is seen
    in the line as a whole, much quicker than cell by cell.
    """
    parts = ("%d" if column in NUMBERS else "%s" for column in form.columns)
    template = "".join(f'{form.delimiter}"{part}"' for part in parts) + "\r\n"
    marks = 2 * len(form.columns)
    opening = re.compile(form.delimiter + '"' + TRIGGER) if form.guard else None
    take = _taker(form.columns)

    def line_of(row: Mapping[str, object]) -> str:
        cells = take(row)
        if None not in cells:
            line = template % cells
            if line.count('"') == marks and not (opening and opening.search(line)):
                return line[1:]
        quoted = [_quoted(c, v, form) for c, v in zip(form.columns, cells, strict=True)]
        return form.delimiter.join(quoted) + "\r\n"

    return line_of


def _taker(columns: tuple[str, ...]) -> Callable[[Mapping[str, object]], tuple[object, ...]]:
    """Return what takes the values of *columns* out of a row."""
    first, *more = columns
    return itemgetter(first, *more) if more else lambda row: (row[first],)


def _rows_of_tags(row: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    for path in str(row["tags"]).split(TAG_SEPARATOR):
        yield {**row, "tags": path}


def _quoted(column: str, value: object, form: CsvForm) -> str:
    text = _cell(column, value, raw=not form.guard)
    return '"' + text.replace('"', '""') + '"'


def read(file: BinaryIO, *, raw: bool = False) -> Iterator[dict[str, Value]]:
    """Yield the rows that `write` wrote, with the keys of the file's first line.

    *raw* must be as it was in writing. UserError for a file that is no such CSV.
    """
    text = io.TextIOWrapper(cast(Any, file), encoding="utf-8-sig", newline="")
    try:
        records = read_records(text)
        columns = next(records, list[str]())
        for number, record in enumerate(records, start=1):
            if len(record) != len(columns):
                raise _wrong_row(number)
            yield _row(columns, record, number, raw=raw)
    except UnicodeDecodeError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors", "The file is not in UTF-8. Save it as “CSV UTF-8” and read it again."
            )
        ) from error
    finally:
        if not text.closed:
            text.detach()


def _cell(column: str, value: object, *, raw: bool) -> str:
    if value is None:
        return ""
    if column in NUMBERS:
        return str(int(cast(int, value)))
    return str(value) if raw else guard(str(value))


def _row(columns: list[str], record: list[str], number: int, *, raw: bool) -> dict[str, Value]:
    try:
        cells = zip(columns, record, strict=True)
        return {column: _value(column, cell, raw=raw) for column, cell in cells}
    except ValueError as error:
        raise _wrong_row(number) from error


def _value(column: str, cell: str, *, raw: bool) -> Value:
    if column not in NUMBERS:
        return cell if raw else unguard(cell)
    if not cell:
        return ""
    return bool(int(cell)) if column in _TRUTH else int(cell)


def _wrong_row(number: int) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "Row {row} of the CSV file does not fit its first line. Export the file again, "
            "or mend that row.",
        ),
        row=number,
    )

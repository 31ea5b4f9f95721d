"""Annotations as CSV (RFC 4180): one row each, safe to open in a spreadsheet, read back unchanged.

UTF-8 with BOM, because Excel takes anything else for the code page of the computer.
"""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO, cast

from desktop.core.annotation_columns import COLUMNS, NUMBERS
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats.csv_cells import guard, read_records, unguard
from desktop.formats.exporters.text_out import text_out

Value = str | int | bool
_TRUTH = frozenset({"orphaned"})


class CsvAnnotations:
    """The exporter of annotation rows as CSV."""

    name = QT_TRANSLATE_NOOP("Formats", "CSV")
    suffix = ".csv"
    leaves_out = QT_TRANSLATE_NOOP(
        "Losses",
        "The articles’ texts, notes, tags and states, articles without highlights, names of "
        "coders, and colours and descriptions of tags are left out.",
    )

    def write(
        self, rows: Iterable[Mapping[str, object]], out: BinaryIO, *, raw: bool = False
    ) -> int:
        """Write a header and *rows* to *out*; return how many. *raw* leaves out the apostrophes."""
        out.write(codecs.BOM_UTF8)
        count = 0
        with text_out(out, newline="") as text:
            writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
            writer.writerow(COLUMNS)
            for row in rows:
                writer.writerow([_cell(column, row[column], raw=raw) for column in COLUMNS])
                count += 1
        return count


CSV = CsvAnnotations()


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

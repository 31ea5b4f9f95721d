"""Annotations as an Excel workbook: real dates, a filter, a frozen first line, no formulas.

Excel takes 1,048,575 rows and 32,767 characters a cell: what is longer is cut and marked so.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any, BinaryIO

from desktop.core.annotation_columns import COLUMNS, NUMBERS
from desktop.core.colours import PAPER_FILLS
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError

_MOST_ROWS = 1_048_575
_MOST_LETTERS = 32_767
_TIMES = frozenset({"created", "modified"})
_WIDTHS = {"title": 40, "quote": 60, "note": 40, "tags": 24, "outlet": 18, "url": 24}


class Xlsx:
    """The exporter of annotation rows as a workbook with one sheet."""

    name = QT_TRANSLATE_NOOP("Formats", "Excel (XLSX)")
    suffix = ".xlsx"
    leaves_out = QT_TRANSLATE_NOOP(
        "Losses",
        "The articles’ texts, their notes and tags are left out; cells end "
        "after 32,767 characters.",
    )

    def write(
        self, rows: Iterable[Mapping[str, object]], out: BinaryIO, *, raw: bool = False
    ) -> int:
        """Write *rows* to *out*; return how many. UserError when there are too many for Excel."""
        from xlsxwriter import Workbook  # pyright: ignore[reportMissingTypeStubs]
        from xlsxwriter.exceptions import (  # pyright: ignore[reportMissingTypeStubs]
            XlsxWriterException,
        )

        # Row by row through a temporary file; a text is never taken for a formula, link or number.
        book: Any = Workbook(
            out,
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        try:
            count = _fill(book, rows)
        except BaseException:
            with suppress(OSError, XlsxWriterException):
                book.close()  # its temporary file; what it wrote to *out* is dropped
            raise
        book.close()
        return count


def _fill(book: Any, rows: Iterable[Mapping[str, object]]) -> int:
    sheet = book.add_worksheet("Glosa")
    _head(sheet, book)
    formats = _formats(book)
    count = 0
    for row in rows:
        count += 1
        if count > _MOST_ROWS:
            raise _too_many()
        for number, column in enumerate(COLUMNS):
            _cell(sheet, count, number, column, row[column], formats)
    sheet.autofilter(0, 0, count, len(COLUMNS) - 1)
    return count


def _head(sheet: Any, book: Any) -> None:
    bold = book.add_format({"bold": True, "bottom": 1})
    for number, column in enumerate(COLUMNS):
        sheet.set_column(number, number, _WIDTHS.get(column, 14))
    for number, column in enumerate(COLUMNS):
        sheet.write_string(0, number, column, bold)
    sheet.freeze_panes(1, 0)


def _formats(book: Any) -> dict[str, Any]:
    made = {name: book.add_format({"bg_color": fill}) for name, fill in PAPER_FILLS.items()}
    made["time"] = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
    made["day"] = book.add_format({"num_format": "yyyy-mm-dd"})
    return made


def _cell(
    sheet: Any,
    at: int,
    number: int,
    column: str,
    value: object,
    formats: Mapping[str, Any],
) -> None:
    text = "" if value is None else str(value)
    if column in NUMBERS:
        sheet.write_number(at, number, int(text or 0))
    elif column in _TIMES and (time := _time(text)):
        sheet.write_datetime(at, number, time, formats["time"])
    elif column == "published" and len(text) == 10 and (day := _time(text)):
        sheet.write_datetime(at, number, day, formats["day"])
    elif text:
        fill = formats.get(text) if column == "colour" else None
        sheet.write_string(at, number, _short(text), fill)


def _time(text: str) -> datetime | None:
    """Return a time in UTC without its zone, which Excel does not have; None if Excel cannot."""
    try:
        time = datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None
    return time if time.year >= 1900 else None


def _short(text: str) -> str:
    """Cut to what a cell holds; Excel counts UTF-16 units."""
    if len(text) <= _MOST_LETTERS // 2 or len(text.encode("utf-16-le")) // 2 <= _MOST_LETTERS:
        return text
    room = (_MOST_LETTERS - 1) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", errors="ignore") + "…"


def _too_many() -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "An Excel sheet holds {count} highlights at most. Export to CSV, or export fewer "
            "articles.",
        ),
        count=_MOST_ROWS,
    )


XLSX = Xlsx()

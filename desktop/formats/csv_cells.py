"""CSV cells that no spreadsheet takes for a formula and that read back as exactly what they were.

A value that begins like a formula gets an apostrophe, and so does one that begins with an
apostrophe: the reader takes one away from each, hence nothing is ever lost. The reader is our own
since Python's has one limit of cell size for the whole process.
"""

import re
from collections.abc import Iterator
from typing import TextIO

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError

GUARD = "'"
TRIGGER = f"(?: *[=+\\-@\t\r\n\0＝＋－＠]|{GUARD})"
_TRIGGER = re.compile(TRIGGER)
_CELL = re.compile(r'(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r?\n|\r|$)')
_EXACT = re.compile(r'\ufeff?[^"\r\n]+\r?\n"')
_LINE_END = re.compile(r"\r?\n|\r")


def guard(value: str) -> str:
    """Return *value* with an apostrophe before it if a spreadsheet could take it for a formula."""
    return GUARD + value if _TRIGGER.match(value) else value


def unguard(cell: str) -> str:
    """Return the value that `guard` made *cell* of."""
    return cell.removeprefix(GUARD)


def mend(cell: str) -> str:
    """Return the value in a cell that `guard` may have made; others, typed by hand, stay."""
    value = unguard(cell)
    return value if guard(value) == cell else cell


def says_exact(text: str) -> bool:
    """Tell whether a CSV file has cells without guards: its first line is not quoted, the rest is.

    No reader of CSV sees that sign but ours, and a spreadsheet that saves the file removes it.
    """
    return bool(_EXACT.match(text))


def read_records(file: TextIO) -> Iterator[list[str]]:
    """Yield the records of a CSV file that was opened with `newline=""`; empty lines are skipped.

    Line ends within quotes stay as they are. UserError names the line that is no CSV.
    """
    lines: list[str] = []
    first, odd = 1, False
    for number, line in enumerate(file, start=1):
        lines.append(line)
        odd ^= line.count('"') % 2 == 1
        if not odd:  # every quote is closed: the record ends with this line
            yield from _record("".join(lines), first)
            lines, first = [], number + 1
    if lines:
        raise _unreadable(first)


def _record(line: str, number: int) -> Iterator[list[str]]:
    if _LINE_END.fullmatch(line):
        return
    cells: list[str] = []
    at, more = 0, True
    while more:
        cell = _CELL.match(line, at)
        if cell is None:
            raise _unreadable(number)
        cells.append(cell[2] if cell[1] is None else cell[1].replace('""', '"'))
        at, more = cell.end(), cell[3] == ","
    yield cells


def _unreadable(line: int) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "Line {line} of the file is not valid CSV. Export the file again, or mend the "
            "quotation marks in that line.",
        ),
        line=line,
    )

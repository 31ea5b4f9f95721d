"""Rows out of single pages of a database file, for where the way to a page is lost.

A table is a tree of pages; when a page in the middle is gone, whole pages of rows below it still
stand in the file. What is found here may be an old state of a row: only its seal tells.
Written after SQLite's description of its file format.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Buffer = bytes | memoryview
_LEAF = 0x0D
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_SHORTEST, _MOST_COLUMNS = 512, 64


class _BrokenError(Exception):
    """These bytes are no row."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A table: names, declared types and defaults of its columns, and how many it had, and when.

    A row that was written before a column was added stays short: the default stands for the rest.
    """

    columns: tuple[tuple[str, str], ...]
    defaults: tuple[Any, ...]
    widths: frozenset[int]


def rows(file: Buffer, tables: Mapping[str, Shape]) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """Yield table, key and row (texts as bytes) of all that looks like a row of *tables*.

    A row of several tables' shape comes for each. The first column of each is the key, which the
    record leaves out.
    """
    size = _page_size(file)
    by_width: dict[int, list[str]] = {}
    for table, shape in tables.items():
        for width in shape.widths:
            by_width.setdefault(width, []).append(table)
    for start in range(0, len(file) - size + 1, size):
        for key, types, cells in _page_rows(file, start, size):
            for table in by_width.get(len(types), ()):
                shape = tables[table]
                pairs = zip(types[1:], shape.columns[1:], strict=False)
                if all(_fits(kind, declared) for kind, (_, declared) in pairs):
                    whole = (key, *cells[1:], *shape.defaults[len(cells) :])
                    values = zip(shape.columns, whole, strict=True)
                    yield table, key, {name: _as(of, value) for (name, of), value in values}


def _page_size(file: Buffer) -> int:
    size = int.from_bytes(file[16:18], "big")
    size = 65536 if size == 1 else size
    return size if size >= _SHORTEST and not size & (size - 1) else 4096


def _page_rows(file: Buffer, start: int, size: int) -> Iterator[tuple[int, list[int], list[Any]]]:
    at = start + (100 if start == 0 else 0)
    if file[at] != _LEAF:
        return
    for number in range(int.from_bytes(file[at + 3 : at + 5], "big")):
        pointer = at + 8 + 2 * number
        if pointer + 2 > start + size:
            return
        cell = start + int.from_bytes(file[pointer : pointer + 2], "big")
        try:
            if start < cell < start + size:
                yield _row(file, cell, start + size, size)
        except (_BrokenError, IndexError):
            continue


def _row(file: Buffer, cell: int, end: int, size: int) -> tuple[int, list[int], list[Any]]:
    length, cell = _varint(file, cell)
    key, cell = _varint(file, cell)
    payload = _payload(file, cell, length, end, size)
    head, at = _varint(payload, 0)
    types: list[int] = []
    while at < head:
        kind, at = _varint(payload, at)
        types.append(kind)
        if len(types) > _MOST_COLUMNS:
            raise _BrokenError
    cells: list[Any] = []
    for kind in types:
        value, at = _value(payload, at, kind)
        cells.append(value)
    if at != length or not types or types[0]:
        raise _BrokenError
    return key, types, cells


def _payload(file: Buffer, at: int, length: int, end: int, size: int) -> bytes:
    """Return a record with what of it lies on overflow pages."""
    if not 0 < length <= len(file):
        raise _BrokenError
    most, least = size - 35, (size - 12) * 32 // 255 - 23
    if length <= most:
        if at + length > end:
            raise _BrokenError
        return bytes(file[at : at + length])
    local = least + (length - least) % (size - 4)
    local = local if local <= most else least
    parts, have = [bytes(file[at : at + local])], local
    page = int.from_bytes(file[at + local : at + local + 4], "big")
    while have < length:
        start = (page - 1) * size
        if page < 2 or start + size > len(file):
            raise _BrokenError
        part = bytes(file[start + 4 : start + 4 + min(size - 4, length - have)])
        parts.append(part)
        have += len(part)
        page = int.from_bytes(file[start : start + 4], "big")
    return b"".join(parts)


def _varint(data: Buffer, at: int) -> tuple[int, int]:
    value = 0
    for number in range(9):
        byte = data[at + number]
        if number == 8:
            return _signed((value << 8) | byte), at + 9
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, at + number + 1
    raise _BrokenError


def _signed(value: int) -> int:
    return value - (1 << 64) if value >= 1 << 63 else value


def _value(data: bytes, at: int, kind: int) -> tuple[Any, int]:
    if kind in (0, 8, 9):
        return (None, 0, 1)[0 if kind == 0 else kind - 7], at
    if width := _INTEGERS.get(kind):
        return int.from_bytes(data[at : at + width], "big", signed=True), at + width
    if kind == 7:
        import struct

        if at + 8 > len(data):
            raise _BrokenError
        return struct.unpack(">d", data[at : at + 8])[0], at + 8
    if kind < 12:
        raise _BrokenError
    width = (kind - 12) // 2
    return data[at : at + width], at + width


def _as(declared: str, value: Any) -> Any:
    """Return *value* as SQLite would: a REAL without fraction is stored as an integer."""
    return float(value) if declared == "REAL" and isinstance(value, int) else value


def _fits(kind: int, declared: str) -> bool:
    if declared == "TEXT":
        return kind >= 13 and kind % 2 == 1
    if declared == "BLOB":
        return kind >= 12 and kind % 2 == 0
    if declared == "REAL":
        return kind <= 9
    return kind <= 9 and kind != 7

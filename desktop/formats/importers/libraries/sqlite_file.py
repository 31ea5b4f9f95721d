"""The tables of a SQLite file of unknown origin, read from its bytes without SQL.

So nothing that such a file defines (views, triggers, virtual tables) is ever run, it can come out
of an archive, and the process that parses needs no database. Only ordinary tables are read.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from desktop.formats.importers.source import damaged

MAGIC = b"SQLite format 3\0"
_ENCODINGS = {1: "utf-8", 2: "utf-16-le", 3: "utf-16-be", 0: "utf-8"}
_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_DEEPEST = 40
_KEY = re.compile(r"\bPRIMARY\s+KEY\s*\(\s*[\"'`\[]?(\w+)[\"'`\]]?\s*\)", re.IGNORECASE)
_NO_COLUMN = re.compile(r"(?:CONSTRAINT|PRIMARY|UNIQUE|CHECK|FOREIGN)\b", re.IGNORECASE)
_NAME = re.compile(r"\s*(?:\"([^\"]+)\"|\[([^\]]+)\]|`([^`]+)`|'([^']+)'|(\w+))(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Table:
    root: int
    columns: tuple[str, ...]
    row_key: str


class _Row(dict[str, Any]):
    """A row by column; a column that this version of the program has not is None."""

    def __missing__(self, _name: str) -> None:
        return None


class SqliteFile:
    """An open file; UserError from any method when it is damaged."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data, self._name = data, name
        if not data.startswith(MAGIC) or len(data) < 512:
            raise damaged(name, "SQLite")
        size = int.from_bytes(data[16:18], "big")
        self._page = 65_536 if size == 1 else size
        self._usable = self._page - data[20]
        if self._page < 512 or self._page & (self._page - 1) or self._usable < 480:
            raise damaged(name, "SQLite")
        self._encoding = _ENCODINGS.get(int.from_bytes(data[56:60], "big"), "utf-8")
        self._tables = self._schema()

    @property
    def names(self) -> frozenset[str]:
        """The names of the tables."""
        return frozenset(self._tables)

    @property
    def has_log(self) -> bool:
        """Whether recent changes may stand in a file beside this one (WAL)."""
        return self._data[18] == 2

    def rows(self, table: str) -> Iterator[dict[str, Any]]:
        """Yield the rows of *table* by column, none when there is no such table.

        A column that it does not have is None.
        """
        known = self._tables.get(table)
        if known is None:
            return
        for key, record in self._records(known.root):
            row = _Row.fromkeys(known.columns)
            row.update(zip(known.columns, record, strict=False))
            if known.row_key and row.get(known.row_key) is None:
                row[known.row_key] = key
            yield row

    def _schema(self) -> dict[str, _Table]:
        tables: dict[str, _Table] = {}
        for _, record in self._records(1):
            if len(record) < 5 or record[0] != "table":
                continue
            name, root, made = record[1], record[3], record[4]
            if isinstance(name, str) and isinstance(root, int) and isinstance(made, str):
                columns, key = _columns(made)
                tables[name.lower()] = _Table(root, columns, key)
        return tables

    def _records(self, root: int) -> Iterator[tuple[int, list[Any]]]:
        try:
            for key, payload in self._cells(root):
                yield key, self._record(payload)
        except (IndexError, struct.error, UnicodeDecodeError, ValueError) as error:
            raise damaged(self._name, "SQLite") from error

    def _cells(self, root: int) -> Iterator[tuple[int, bytes]]:
        """Yield the key and the payload of each row below page *root*, in order."""
        waiting = [(root, 0)]
        seen: set[int] = set()
        while waiting:
            number, depth = waiting.pop()
            if number in seen or depth > _DEEPEST:
                raise ValueError("loop")
            seen.add(number)
            page = self._page_at(number)
            head = 100 if number == 1 else 0
            kind, cells = page[head], int.from_bytes(page[head + 3 : head + 5], "big")
            width = 12 if kind == 5 else 8
            pointers = page[head + width : head + width + 2 * cells]
            offsets = struct.unpack(f">{cells}H", pointers)
            if kind == 5:
                below = [int.from_bytes(page[at : at + 4], "big") for at in offsets]
                below.append(int.from_bytes(page[head + 8 : head + 12], "big"))
                waiting += [(child, depth + 1) for child in reversed(below)]
            elif kind == 13:
                for at in offsets:
                    yield self._cell(page, at)
            else:
                raise ValueError("page")

    def _cell(self, page: bytes, at: int) -> tuple[int, bytes]:
        length, at = _varint(page, at)
        key, at = _varint(page, at)
        key = key - (1 << 64) if key >> 63 else key
        if length > len(self._data):
            raise ValueError("length")
        most = self._usable - 35
        if length <= most:
            payload = page[at : at + length]
            if len(payload) != length:
                raise ValueError("cell")
            return key, payload
        least = (self._usable - 12) * 32 // 255 - 23
        here = least + (length - least) % (self._usable - 4)
        here = least if here > most else here
        following = int.from_bytes(page[at + here : at + here + 4], "big")
        return key, page[at : at + here] + self._overflow(following, length - here)

    def _overflow(self, number: int, left: int) -> bytes:
        parts: list[bytes] = []
        for _ in range(len(self._data) // self._page + 1):
            if left <= 0:
                return b"".join(parts)
            page = self._page_at(number)
            parts.append(page[4 : min(self._usable, 4 + left)])
            left -= len(parts[-1])
            number = int.from_bytes(page[:4], "big")
        raise ValueError("loop")

    def _page_at(self, number: int) -> bytes:
        page = self._data[(number - 1) * self._page : number * self._page]
        if number < 1 or len(page) != self._page:
            raise ValueError("page")
        return page

    def _record(self, payload: bytes) -> list[Any]:
        size, at = _varint(payload, 0)
        kinds: list[int] = []
        while at < size:
            kind, at = _varint(payload, at)
            kinds.append(kind)
        values: list[Any] = []
        at = size
        for kind in kinds:
            width = _SIZES[kind] if kind < 10 else (kind - 12) // 2
            if kind in (10, 11) or at + width > len(payload):
                raise ValueError("record")
            values.append(self._value(kind, payload[at : at + width]))
            at += width
        return values

    def _value(self, kind: int, raw: bytes) -> Any:
        if kind == 0:
            return None
        if kind == 7:
            return struct.unpack(">d", raw)[0]
        if kind in (8, 9):
            return kind - 8
        if kind < 7:
            return int.from_bytes(raw, "big", signed=True)
        return raw.decode(self._encoding, "replace") if kind % 2 else raw


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for number in range(9):
        byte = data[at]
        at += 1
        if number == 8:
            return value << 8 | byte, at
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return value, at


def _columns(made: str) -> tuple[tuple[str, ...], str]:
    """Return the names of the columns in a CREATE statement, and which one is the row's number."""
    names: list[str] = []
    types: dict[str, str] = {}
    constraint = _KEY.search(made)
    key = ""
    for part in _parts(made[made.find("(") + 1 : made.rfind(")")]):
        found = _NAME.match(part)
        if not found or (_NO_COLUMN.match(part.strip()) and found[5]):
            continue
        name = next(filter(None, found.groups()[:5])).lower()
        names.append(name)
        types[name] = found[6].upper()
        if re.match(r"\s*INTEGER\b.*\bPRIMARY\s+KEY\b", found[6], re.IGNORECASE | re.DOTALL):
            key = name
    if not key and constraint and types.get(constraint[1].lower(), "").split()[:1] == ["INTEGER"]:
        key = constraint[1].lower()
    return tuple(names), key


def _parts(inside: str) -> Iterator[str]:
    """Yield what stands between commas, outside of brackets and quotes."""
    inside = re.sub(r"--[^\n]*|/\*.*?\*/", " ", inside, flags=re.DOTALL)
    depth, quote, start = 0, "", 0
    for at, char in enumerate(inside):
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'`":
            quote = char
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "," and not depth:
            yield inside[start:at]
            start = at + 1
    yield inside[start:]

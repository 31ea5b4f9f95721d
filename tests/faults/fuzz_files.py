# ruff: noqa: E501 - a list of odd things
"""Files of every kind that is read, broken in the ways of their format.

Bytes changed at random hardly get past a checksum or the first bracket: archives are unpacked,
their members changed and packed again; JSON, tables, markup and databases likewise.
"""

import csv
import gzip
import io
import json
import re
import sqlite3
import warnings
import zipfile
import zlib
from collections.abc import Callable
from contextlib import closing, suppress
from random import Random
from typing import Any

from tests.formats.document_samples import all_samples
from tests.formats.library_samples import SAMPLES

FILES: dict[str, bytes] = {**all_samples(), **SAMPLES}
_MANY = 3
_VALUES: tuple[Any, ...] = (
    None, True, -1, 0, 1, 2**31, 2**63, 10**400, 0.5, 1e308, float("nan"), float("inf"), "", " ",
    "x", "\0", "\ud800", "\u202e", "\ufeff", "\ufdd0", "😀", "a" * 5_000, "2023-13-45", "1e9",
    "0000-00-00", "-1", "99999999999999999999", "javascript:alert(1)", "file:///etc/passwd",
    "//x", "http://[", "../../x", "\r\n", "<p>", "]]>", "&#xD800;", "&#0;", "'", '"', "=1+1",
    [], {}, [[]], [None], {"": None}, {"a": [{"b": {}}]},
)  # fmt: skip
_TOKENS = (
    b"<", b">", b"</p>", b"<p>", b"<div>" * 60, b"<table><tr><td>", b"<!--", b"-->", b"<![CDATA[",
    b"]]>", b"&", b"&#xFFFE;", b"&#xD800;", b"&#0;", b"&lol;", b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
    b"<?xml version='1.0' encoding='utf-16'?>", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80",
    b"{\\rtf1", b"}" * 20, b"{" * 60, b"\\u-10179?\\u-8192?", b"\\bin999999 ", b"\\'", b"\\u",
    b"%PDF-1.7", b"endobj", b"stream\n", b"endstream", b"/Count 999999999", b"/Kids [1 0 R]",
    b"obj", b"<<", b">>", b"--", b"\r\n\r\n", b"Content-Length: 99999999999", b"=?utf-8?b?", b"=\r\n",
    b"Content-Type: multipart/mixed; boundary=\"\"\r\n", b"charset=utf-7", b"WARC/1.0\r\n", b"---\n",
    b"[a](", b"```", b"|" * 30, b"> " * 40, b"==========", b"9" * 400, b"-1", b"\x1f\x8b", b"PK\3\4",
)  # fmt: skip


def made(seed: int) -> bytes:
    """Return a broken file: its name, a line end, its bytes."""
    chance = Random(seed)
    name = chance.choice(list(FILES))
    data = FILES[name]
    for _ in range(chance.randint(1, _MANY)):
        data = _broken(name, data, chance)
    if chance.random() < 0.05:  # not what its name says
        name = chance.choice(list(FILES))
    return name.encode() + b"\n" + data


def parts(file: bytes) -> tuple[str, bytes]:
    """Return the name and the bytes of what `made` made."""
    name, _, data = file.partition(b"\n")
    return name.decode(), data


def _broken(name: str, data: bytes, chance: Random) -> bytes:
    if chance.random() < 0.15:
        return _bytes(data, chance)
    try:
        return _way(name, data)(data, chance)
    except (ValueError, KeyError, IndexError, OSError, EOFError, sqlite3.Error, csv.Error,
            zipfile.BadZipFile, NotImplementedError, zlib.error, RecursionError,
            RuntimeError):  # fmt: skip
        return _bytes(data, chance)  # it is too broken already


def _way(name: str, data: bytes) -> Callable[[bytes, Random], bytes]:
    if data.startswith(b"PK"):
        return _archive
    if data.startswith(b"\x1f\x8b"):
        return _packed
    if data.startswith(b"SQLite format 3"):
        return _database
    if name.endswith((".json", ".jsonld")):
        return _json
    if name.endswith((".csv", ".tsv")):
        return _table
    return _markup


def _bytes(data: bytes, chance: Random) -> bytes:
    """Change some bytes, cut some out, double some, put some in."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 40))):
        at, kind = chance.randrange(len(changed) + 1), chance.randrange(6)
        run = chance.choice((1, 2, 9, 60, 600))
        if kind == 0 and at < len(changed):
            changed[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del changed[at : at + run]
        elif kind == 2:
            changed[at:at] = changed[max(0, at - run) : at]
        elif kind == 3:
            changed[at : at + run] = chance.randbytes(min(run, 60))
        elif kind == 4:
            changed[at:at] = chance.choice(_TOKENS)
        elif chance.random() < 0.2:
            del changed[at:]
    return bytes(changed)


def _markup(data: bytes, chance: Random) -> bytes:
    """Move, double, drop and change tags, words and numbers."""
    tokens = re.findall(rb"<[^<>]*>|\\[a-z]+-?\d*|\d+|[A-Za-z_:/.-]+|\s+|.", data, re.DOTALL)
    for _ in range(chance.randint(1, 12)):
        at, other = chance.randrange(len(tokens)), chance.randrange(len(tokens))
        kind = chance.randrange(6)
        if kind == 0:
            tokens[at], tokens[other] = tokens[other], tokens[at]
        elif kind == 1:
            tokens[at] = b""
        elif kind == 2:
            tokens[at] = tokens[at] * chance.choice((2, 3, 50))
        elif kind == 3:
            tokens[at] = chance.choice(_TOKENS)
        elif kind == 4:
            first, last = sorted((at, other))
            tokens[at:at] = tokens[first : min(last, first + 200)]
        else:
            digits = [n for n, one in enumerate(tokens) if one.isdigit()]
            if digits:
                numbers = (b"0", b"1", b"7", b"-1", b"65536", b"4294967295", b"9" * 30)
                tokens[chance.choice(digits)] = chance.choice(numbers)
    return b"".join(tokens)


def _archive(data: bytes, chance: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(one.filename, archive.read(one)) for one in archive.infolist()]
    at = chance.randrange(len(members))
    name, content = members[at]
    kind = chance.randrange(8)
    if kind == 0:
        del members[at]
    elif kind == 1:
        members.append((name, content[: chance.randrange(len(content) + 1)]))
    elif kind == 2:
        odd = ("", "/", "../x", "a\\b", "x" * 300, "\ud800", name.upper(), name + "/", "mimetype")
        members[at] = (chance.choice(odd), content)
    else:
        members[at] = (name, _broken(name, content, chance))
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # two members of one name
        for name, content in members:
            with suppress(UnicodeEncodeError):
                archive.writestr(name, content)
    return out.getvalue()


def _packed(data: bytes, chance: Random) -> bytes:
    return gzip.compress(_markup(gzip.decompress(data), chance), 1)


def _json(data: bytes, chance: Random) -> bytes:
    """Put another value, or nothing, or the same again, somewhere in the tree."""
    whole = json.loads(data)
    holders = list(_holders(whole))
    for _ in range(chance.randint(1, 4)):
        holder, key = chance.choice(holders)
        with suppress(KeyError, IndexError):
            kind = chance.randrange(4)
            if kind == 0:
                del holder[key]
            elif kind == 1 and isinstance(holder, list):
                holder.append(holder[key])
            elif kind == 2:
                holder[key] = chance.choice(holders)[0]
            else:
                holder[key] = chance.choice(_VALUES)
    return json.dumps(whole, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")


def _holders(value: Any) -> Any:
    inside: Any = ()
    if isinstance(value, dict):
        inside = list(value.items())
    elif isinstance(value, list):
        inside = list(enumerate(value))
    for key, one in inside:
        yield value, key
        yield from _holders(one)


def _table(data: bytes, chance: Random) -> bytes:
    text = data.decode("utf-8-sig")
    mark = ";" if text.partition("\n")[0].count(";") > 1 else ","
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    for _ in range(chance.randint(1, 4)):
        row = chance.choice(rows)
        at, kind = chance.randrange(len(row) or 1), chance.randrange(6)
        if kind == 0:
            del row[at : at + 1]
        elif kind == 1:
            row.insert(at, str(chance.choice(_VALUES)))
        elif kind == 2:
            rows.insert(chance.randrange(len(rows)), list(chance.choice(rows)))
        elif kind == 3:
            chance.shuffle(rows[0] if chance.random() < 0.5 else row)
        else:
            row[at : at + 1] = [str(chance.choice(_VALUES))]
    out = io.StringIO(newline="")
    quoting = chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL))
    csv.writer(out, delimiter=mark, quoting=quoting).writerows(rows)
    return out.getvalue().encode("utf-8", "surrogatepass")


def _database(data: bytes, chance: Random) -> bytes:
    """Change, drop or double a value, a row, a column or a table."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.deserialize(data)
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        table = chance.choice(tables)
        columns = [row[1] for row in db.execute(f'PRAGMA table_info("{table}")')]
        column, kind = chance.choice(columns), chance.randrange(7)
        plain = [v for v in _VALUES if not isinstance(v, list | dict)]
        value = chance.choice([v for v in plain if not isinstance(v, int) or abs(v) < 2**63])
        if isinstance(value, str):
            value = (
                value.replace("\ud800", "")
                if chance.random() < 0.7
                else value.encode("utf-8", "replace")
            )
        db.execute("PRAGMA foreign_keys = OFF")
        if kind == 0:
            db.execute(f'DROP TABLE "{table}"')
        elif kind == 1:
            db.execute(f'ALTER TABLE "{table}" RENAME COLUMN "{column}" TO "other"')
        elif kind == 2:
            db.execute(f'DELETE FROM "{table}" WHERE rowid % 2 = {chance.randrange(2)}')
        elif kind == 3:
            db.execute(f'ALTER TABLE "{table}" RENAME TO "other"')
        else:
            where = chance.choice(("", " WHERE rowid = 1", " WHERE rowid = 2"))
            db.execute(f'UPDATE OR IGNORE "{table}" SET "{column}" = ?{where}', (value,))
        return db.serialize()

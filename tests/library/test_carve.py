"""Rows are read out of bare pages as SQLite reads them; what is no row is passed over."""

import random
from contextlib import closing
from pathlib import Path

import pytest

from desktop.library import carve
from desktop.library.carve import Shape
from desktop.library.connection import connect, execute

COLUMNS = (("id", "INTEGER"), ("name", "TEXT"), ("size", "REAL"), ("number", "INTEGER"))
SHAPE = Shape((*COLUMNS, ("later", "TEXT")), (None, b"", 0.0, 0, b"new"), frozenset({4, 5}))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "any.db"
    chance = random.Random(5)
    with closing(connect(path, "rwc")) as db:
        execute(db, "PRAGMA page_size = 512")
        columns = ", ".join(f"{name} {kind}" for name, kind in COLUMNS).replace(
            "id INTEGER", "id INTEGER PRIMARY KEY"
        )
        execute(db, f"CREATE TABLE thing ({columns}) STRICT")
        for key in range(1, 200):
            number = chance.choice((0, 1, -1, 127, 40_000, -(2**23), 2**31, -(2**40), 2**62, None))
            size = chance.choice((0.0, 1.0, -2.5, 1e300, None))
            name = "Łódź" * chance.choice((0, 1, 30, 900))
            sql = "INSERT INTO thing VALUES (?, ?, ?, ?)"
            execute(db, sql, (key * chance.choice((1, 2**33)), name, size, number))
        execute(db, "ALTER TABLE thing ADD COLUMN later TEXT NOT NULL DEFAULT 'new'")
        execute(db, "UPDATE thing SET later = 'x' WHERE id % 3 = 0")
    return path


def stored(path: Path) -> dict[int, tuple[object, ...]]:
    with closing(connect(path, "ro")) as db:
        return {row[0]: row[1:] for row in execute(db, "SELECT * FROM thing").fetchall()}


def carved(content: bytes) -> dict[int, tuple[object, ...]]:
    found: dict[int, tuple[object, ...]] = {}
    for table, key, row in carve.rows(content, {"thing": SHAPE}):
        assert table == "thing" and row["id"] == key
        cells = (row[name] for name, _ in SHAPE.columns[1:])
        found[key] = tuple(
            one.decode(errors="replace") if isinstance(one, bytes) else one for one in cells
        )
    return found


def test_all_rows_with_their_overflow_and_short_ones(file: Path):
    assert carved(file.read_bytes()) == stored(file)


def test_whatever_is_damaged_the_others_are_found_and_nothing_breaks(file: Path):
    whole, there = file.read_bytes(), stored(file)
    for seed in range(150):
        chance = random.Random(seed)
        hurt = bytearray(whole)
        for _ in range(chance.choice((1, 5, 200))):
            hurt[chance.randrange(512, len(hurt))] = chance.randrange(256)
        if seed % 10 == 0:
            del hurt[chance.randrange(512, len(hurt)) :]
        found = carved(bytes(hurt))
        if len(hurt) == len(whole):
            assert sum(found.get(key) == row for key, row in there.items()) > len(there) // 4


def test_no_file_at_all():
    assert carved(b"") == {} and carved(bytes(8_192)) == {}

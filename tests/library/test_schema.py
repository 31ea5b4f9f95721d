"""Every released schema opens, is brought up to date, and keeps what was in it."""

import re
import shutil
import sqlite3
from pathlib import Path

import pytest

from desktop.library import identity
from desktop.library.check import check
from desktop.library.library import Library
from desktop.library.schema import STEPS

FIXTURES = sorted(Path(__file__).with_name("schemas").glob("schema_*.glosa"))
_KEPT = {
    "article": "uuid, title, outlet, published, word_count, version",
    "article_text": "article_id, version, sha256, text, blocks",
    "annotation": 'uuid, article_id, "start", "end", exact, colour, note',
    "tag": "uuid, name, path",
    "article_tag": "article_id, tag_id",
    "annotation_tag": "annotation_id, tag_id",
}


def _contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(path) as db:
        found = {
            table: db.execute(f"SELECT {columns} FROM {table} ORDER BY 1, 2").fetchall()
            for table, columns in _KEPT.items()
        }
    db.close()
    return found


def test_the_schema_number_is_the_number_of_steps():
    assert len(STEPS) == identity.SCHEMA_VERSION


def test_every_schema_before_this_one_has_a_fixture():
    numbers = {int(re.sub(r"\D", "", path.stem)) for path in FIXTURES}
    assert numbers >= {1}


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_an_older_library_is_brought_up_to_date(fixture: Path, tmp_path: Path):
    path = tmp_path / "library.glosa"
    shutil.copy(fixture, path)
    before = _contents(path)
    library = Library(path)
    try:
        assert library.with_writer(check) == []
    finally:
        library.close()
    assert _contents(path) == before
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA user_version").fetchone()[0] == identity.SCHEMA_VERSION
    found = db.execute("SELECT rowid FROM article_fts WHERE article_fts MATCH 'zapora'").fetchall()
    db.close()
    assert len(found) == 1

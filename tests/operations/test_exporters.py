"""The plain SQLite copy: what a person asks it with SQL is what is in the library."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desktop.core.errors import Cancelled, UserError
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.operations import annotate, exporters, tag
from desktop.operations.export import export_annotations


def test_a_plain_copy_is_asked_with_sql(
    library: Library, reader: Reader, add_article: Callable[..., int], tmp_path: Path
):
    key = add_article("😀 Ala ma kota.\n\nDrugi akapit.", outlet="Kurier")
    tags = ("Łódź/most", "A")
    made = {"start": 2, "end": 5, "note": "uwaga", "tag_paths": tags, "author": "Ewa"}
    library.run(annotate.add_highlight, article_id=key, **made)
    library.run(tag.tag_articles, article_ids=[key], add=["A"])
    target = tmp_path / "kopia.sqlite"
    sqlite = exporters.exporter("sqlite")
    assert export_annotations(reader, target, exporter=sqlite, article_ids=[key]) == 1
    with closing(sqlite3.connect(target)) as db:
        flat = 'SELECT quote, note, tags, outlet, coder, "start" FROM annotations_flat'
        assert db.execute(flat).fetchall() == [("Ala", "uwaga", "A; Łódź/most", "Kurier", "Ewa", 2)]
        assert db.execute("SELECT tags, highlights FROM articles_flat").fetchall() == [("A", 1)]
        assert db.execute("SELECT path, highlights, articles FROM tags_flat").fetchall() == [
            ("A", 1, 1), ("Łódź", 0, 0), ("Łódź/most", 1, 0),
        ]  # fmt: skip
        cut = 'SELECT substr(a.text, n."start" + 1, n."end" - n."start") = n.exact ' \
              "FROM annotation n JOIN article a ON a.id = n.article_id"  # fmt: skip
        assert db.execute(cut).fetchall() == [(1,)]
        tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type='table'")}
        assert tables == {
        "article", "annotation", "tag", "article_tag", "annotation_tag", "image",
    }  # fmt: skip
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_stopping_leaves_no_copy(reader: Reader, add_article: Callable[..., int], tmp_path: Path):
    target = tmp_path / "kopia.sqlite"
    with pytest.raises(Cancelled):
        export_annotations(
            reader,
            target,
            exporter=exporters.SQLITE,
            article_ids=[add_article("Ala ma kota.")],
            cancelled=lambda: True,
        )
    assert list(tmp_path.glob("*.sqlite*")) == []


def test_formats_by_name():
    assert exporters.exporter("SQLite, for Datasette") is exporters.SQLITE
    assert exporters.exporter("csv") is exporters.exporters()[0]
    assert exporters.exporters()[-1] is exporters.SQLITE
    with pytest.raises(UserError, match="no export format"):
        exporters.exporter("nic")

from collections.abc import Callable
from contextlib import closing

import pytest

from desktop.core.errors import LibraryUnusable
from desktop.library import articles
from desktop.library.check import check
from desktop.library.connection import execute
from desktop.library.library import Library
from desktop.operations import annotate, tag

DAMAGES = {
    "the text of article 1, version 1, is not": "UPDATE article_text SET text = 'Ala ma kotz'",
    "highlight 1 of article 1 is not where": "UPDATE annotation SET \"start\" = 1",
    "index article_fts does not match": "UPDATE article_text SET text = 'Ala ma kota, psa'",
    "index annotation_fts does not match":
        "INSERT INTO annotation_fts (annotation_fts, rowid, quote, note) "
        "VALUES ('delete', 1, 'Ala', '')",
    "row 1 of annotation_tag belongs to a missing tag": "DELETE FROM tag WHERE path = 'A/B'",
    "highlight 1 belongs to is missing": "UPDATE annotation SET version = 7",
    "current text of article 1 is missing": "DELETE FROM article_text",
    "tag 2 has a path": "UPDATE tag SET path = 'B/B' WHERE id = 2",
    "the counts of article 1 are wrong": "UPDATE article_stats SET highlights = 4",
}  # fmt: skip


@pytest.fixture
def whole(library: Library, add_article: Callable[..., int]) -> Library:
    add_article("Ala ma kota")
    library.run(annotate.add_highlight, article_id=1, start=0, end=3, tag_paths=["A/B"])
    assert library.with_writer(check) == []
    return library


@pytest.mark.parametrize(("problem", "damage"), DAMAGES.items(), ids=lambda part: part[:40])
def test_damage_is_found(whole: Library, problem: str, damage: str):
    whole.with_writer(lambda db: execute(db, "PRAGMA foreign_keys = OFF"))
    whole.with_writer(lambda db: execute(db, damage))
    problems = whole.with_writer(check)
    assert any(problem in found for found in problems), problems


def test_bytes_that_are_no_text(whole: Library, add_article: Callable[..., int]):
    add_article("Drugi tekst")
    broken = "UPDATE article_text SET text = CAST(x'C3' AS TEXT) WHERE article_id = 1"
    whole.with_writer(lambda db: execute(db, broken))
    problems = whole.with_writer(check)
    assert "the text of article 1, version 1, is not what was stored" in problems
    with closing(whole.reader()) as reader, pytest.raises(LibraryUnusable, match="is damaged"):
        articles.text(reader, 1)


def test_an_orphan_is_no_damage(whole: Library):
    whole.run(lambda tx: tx.update("annotation", 1, orphaned=1, exact="nie ma"))
    assert whole.with_writer(check) == []


def test_a_highlight_behind_a_nul_is_no_damage(library: Library, add_article: Callable[..., int]):
    add_article("Ala\0ma kota")
    library.run(annotate.add_highlight, article_id=1, start=7, end=11)
    library.run(tag.create, path="A")
    assert library.with_writer(check) == []

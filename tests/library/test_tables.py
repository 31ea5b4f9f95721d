"""Articles, annotations, tags, progress and export rows, as their readers see them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.core.annotation_columns import COLUMNS
from desktop.core.article import Block, Quote
from desktop.core.errors import NotFound
from desktop.library import annotations, articles, progress, tags
from desktop.library.connection import Reader, fetch
from desktop.library.export_rows import annotation_rows
from desktop.library.identity import SCHEMA_VERSION
from desktop.library.library import Library
from desktop.library.schema.first import folding_sql
from desktop.operations import annotate, read, tag
from desktop.operations.import_articles import store
from tests.builders import all_rows, document

Add = Callable[..., int]


def test_an_article_comes_back_as_it_was(library: Library, reader: Reader, add_article: Add):
    key = add_article(
        "😀 Tytuł\n\nDruga linia", title="Tytuł", author="Ja", outlet="Kresy.pl", agency="PAP",
        url="https://kresy.pl", language="pl", published="2023-09",
    )  # fmt: skip
    row = articles.get(reader, key)
    assert (row.title, row.author, row.outlet, row.agency) == ("Tytuł", "Ja", "Kresy.pl", "PAP")
    assert (row.url, row.language, row.published) == ("https://kresy.pl", "pl", "2023-09")
    assert (row.status, row.starred, row.trashed, row.highlights) == ("unread", False, False, 0)
    assert (row.word_count, row.fraction, row.tags) == (3, 0, ())
    text = articles.text(reader, key)
    assert text.text == "😀 Tytuł\nDruga linia"
    assert text.blocks == (Block("paragraph", 0, 7), Block("paragraph", 8, 19))
    assert text.sha256 == articles.text_hash(text.text)
    assert articles.words(reader, key) == (text.text, 1)
    assert articles.find_same_text(reader, text.sha256) == key
    assert articles.note(reader, key) == articles.note(reader, 99) == ""
    assert articles.ids_of_format(reader, "text") == [key]
    assert articles.outlets(reader) == ["Kresy.pl"]
    assert articles.count(reader) == 1


def test_rows_come_in_the_order_asked_for(reader: Reader, add_article: Add):
    for number in range(5):
        add_article(f"Tekst {number}")
    assert [row.id for row in articles.rows(reader, [4, 9, 2])] == [4, 2]
    many = [1, 2, 3, 4, 5] * 250
    assert [row.id for row in articles.rows_of_many(reader, many)] == many


def test_what_is_gone_is_not_found(library: Library, reader: Reader, add_article: Add):
    with pytest.raises(NotFound, match="number 7"):
        articles.get(reader, 7)
    for read_text in (articles.text, articles.words):
        with pytest.raises(NotFound, match="number 7"):
            read_text(reader, 7)
    with pytest.raises(NotFound, match="highlight"):
        annotations.get(reader, 7)
    with pytest.raises(NotFound, match="tag"):
        tags.path_of(reader, 7)
    key = add_article("Tekst")
    library.run(lambda tx: tx.update("article", key, version=2))
    for read_text in (articles.text, articles.words):
        with pytest.raises(NotFound, match="text of article 1 is missing"):
            read_text(reader, key)


def test_annotations_come_in_reading_order(library: Library, reader: Reader, add_article: Add):
    key = add_article("Ala ma kota i psa")
    for start, end in ((7, 11), (0, 6), (0, 3)):
        library.run(
            annotate.add_highlight,
            article_id=key,
            start=start,
            end=end,
            tag_paths=["ż", "Z", "a/ż"],
        )
    library.run(lambda tx: tx.update("annotation", 3, orphaned=1))
    found = annotations.of_article(reader, key)
    assert [a.id for a in found] == [2, 1, 3]
    assert [label.path for label in found[0].tags] == ["a/ż", "Z", "ż"]
    assert annotations.count(reader) == annotations.count(reader, [key]) == 3
    assert annotations.count(reader, []) == 0
    library.run(read.trash, article_ids=[key])
    assert annotations.count(reader) == 0


def plan(library: Library, sql: str) -> str:
    return "\n".join(
        row["detail"]
        for row in library.with_writer(lambda db: fetch(db, f"EXPLAIN QUERY PLAN {sql}"))
    )


def test_reading_an_article_uses_indexes(
    library: Library, reader: Reader, monkeypatch: pytest.MonkeyPatch
):
    asked: list[str] = []
    rows = reader.rows

    def spy(sql: str, parameters: Any = ()) -> Any:
        asked.extend(row["detail"] for row in rows(f"EXPLAIN QUERY PLAN {sql}", parameters))
        return rows(sql, parameters)

    monkeypatch.setattr(reader, "rows", spy)
    tags.labels_of(reader, "article", [1, 2, 3])
    tags.labels_of(reader, "annotation", [1, 2, 3])
    annotations.of_article(reader, 1)
    articles.rows(reader, [1, 2])
    articles.find_same_text(reader, "x")
    list(annotation_rows(reader, [1, 2]))
    assert asked
    assert not [step for step in asked if step.startswith("SCAN")], asked


def test_the_tag_tree(library: Library, reader: Reader, add_article: Add):
    key = add_article("Tekst")
    library.run(tag.tag_articles, article_ids=[key], add=["Ż", "b/ż", "B/z", "#1/x", "1/y", "b"])
    library.run(annotate.add_highlight, article_id=key, start=0, end=5, tag_paths=["ż"])
    tree = tags.tree(reader)
    assert [t.path for t in tree] == ["#1", "#1/x", "1", "1/y", "b", "b/z", "b/ż", "Ż"]
    assert (tree[-1].articles, tree[-1].annotations) == (1, 1)
    assert (tree[4].articles, tree[4].annotations) == (1, 0)
    assert tags.find(reader, " B / Z ") == tree[5].id
    assert tags.find(reader, "b/q") is None
    assert tags.children(reader, tree[4].id) == [(tree[5].id, "z"), (tree[6].id, "ż")]
    assert tags.subtree(reader, "b") == [
        (tree[4].id, "b"),
        (tree[5].id, "b/z"),
        (tree[6].id, "b/ż"),
    ]
    assert tags.owners(reader, "article", tree[4].id) == [key]
    library.run(read.trash, article_ids=[key])
    assert sum(t.articles + t.annotations for t in tags.tree(reader)) == 0


def test_labels_of_very_many(library: Library, reader: Reader):
    documents = [document(f"Tekst {n}", tags=("A",)) for n in range(3)]
    library.run(store, documents=documents)
    assert set(tags.labels_of(reader, "article", list(range(2_000)))) == {1, 2, 3}


def test_progress(library: Library, reader: Reader, add_article: Add):
    key = add_article("Tekst")
    assert progress.get(reader, key) == progress.Progress(0, 0.0)
    library.run(read.save_progress, article_id=key, position=3, fraction=0.6)
    library.run(read.save_progress, article_id=key, position=1, fraction=0.2)
    assert progress.get(reader, key) == progress.Progress(1, 0.6)
    assert articles.get(reader, key).status == "reading"
    assert all_rows(library)["reading_progress"][0]["finished"] == ""
    library.run(read.save_progress, article_id=key, position=5, fraction=7)
    row = all_rows(library)["reading_progress"][0]
    assert (row["fraction"], bool(row["finished"])) == (1.0, True)
    library.run(read.save_progress, article_id=99, position=5, fraction=1)
    assert library.undoable is None


def test_an_article_read_in_one_go_is_finished(library: Library, add_article: Add):
    library.run(read.save_progress, article_id=add_article("Tekst"), position=0, fraction=1)
    assert all_rows(library)["reading_progress"][0]["finished"]


def test_export_rows(library: Library, reader: Reader):
    quotes = tuple(Quote(word, note=word, tags=("b", "A/c")) for word in ("kota", "Ala", "nie ma"))
    documents = [document(f"😀 {n} Ala ma kota", quotes=quotes) for n in range(450)]
    library.run(store, documents=documents)
    order = [450, 3, 1, *range(4, 450)]
    rows = list(annotation_rows(reader, order))
    assert set(rows[0]) == set(COLUMNS)
    assert len(rows) == 3 * len(order)
    assert [row["quote"] for row in rows[:3]] == ["Ala", "kota", "nie ma"]
    assert [row["orphaned"] for row in rows[:3]] == [0, 0, 1]
    uuids = [row["article_uuid"] for row in rows[::3]]
    assert uuids == [articles.get(reader, key).uuid for key in order]
    assert {row["tags"] for row in rows} == {"A/c; b"}
    text = articles.text(reader, 450)
    for row in rows[:2]:
        assert text.text[row["start"] : row["end"]] == row["quote"]
        assert row["version_sha256"] == text.sha256


def test_the_schema_can_be_read_by_any_tool(library: Library):
    assert "char(173)" in folding_sql("x") and "\u00ad" not in folding_sql("x")
    with_view = "SELECT title, body FROM article_search"
    library.run(store, documents=[document("Łódź dzien\u00adnik")])
    assert library.with_writer(lambda db: fetch(db, with_view))[0]["title"] == "Lódź dziennik"


def test_triggers_are_all_there(library: Library):
    names = library.with_writer(lambda db: sorted(db.triggers_dict))
    assert names == sorted(
        [
            "annotation_search_change", "annotation_search_in", "annotation_search_out",
            "article_early_change", "article_early_new",
            "article_search_change", "article_stats_annotation_in", "article_stats_annotation_out",
            "article_stats_new", "article_stats_tag_in", "article_stats_tag_out",
            "article_text_search_in", "article_text_search_out", "shingle_article_out",
            "shingle_text_in", "shingle_version", "word_todo_annotation",
            "word_todo_article", "word_todo_note", "word_todo_text", "word_todo_title",
        ]
    )  # fmt: skip


def test_the_file_says_what_it_is(library: Library, tmp_path: Path):
    head = (tmp_path / "library.db").read_bytes()[:100]
    assert head[68:72] == b"Glos"
    assert int.from_bytes(head[60:64], "big") == SCHEMA_VERSION


def test_a_new_version_of_a_text_is_indexed(library: Library, reader: Reader, add_article: Add):
    key = add_article("Stara ryba")

    def new_version(tx: Any) -> None:
        tx.insert(
            "article_text",
            article_id=key,
            version=2,
            sha256="x",
            text="Nowy kot",
            blocks="[]",
            created="",
        )
        tx.update("article", key, version=2)

    library.run(new_version)
    match = "SELECT rowid FROM article_fts WHERE article_fts MATCH ?"
    assert len(reader.ids(match, ("body : kot",))) == 1
    assert len(reader.ids(match, ("body : ryba",))) == 0
    library.run(lambda tx: tx.delete("article", key))
    assert len(reader.ids(match, ("kot OR ryba",))) == 0

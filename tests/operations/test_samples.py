import json
from pathlib import Path

from desktop import paths
from desktop.library import annotations, articles, tags
from desktop.library.check import check
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.operations import annotate, read, samples, tag
from desktop.operations.import_articles import store
from tests.builders import all_rows, document


def test_the_samples_go_in_and_out_in_one_step(library: Library, reader: Reader):
    before = all_rows(library)
    keys = library.run(samples.add_samples, folder=paths.seeds()).result
    assert sorted(keys) == sorted(samples.sample_ids(reader)) and len(keys) >= 6
    for key in keys:
        found = annotations.of_article(reader, key)
        assert not any(annotation.orphaned for annotation in found)
    assert library.with_writer(check) == []
    assert library.run(samples.add_samples, folder=paths.seeds()).result == []
    after = all_rows(library)
    assert library.run(samples.remove_samples).result == len(keys)
    assert all_rows(library) == before
    library.undo()
    assert all_rows(library) == after
    library.undo()
    assert all_rows(library) == before


def test_removing_samples_leaves_what_is_the_users(library: Library, reader: Reader):
    library.run(samples.add_samples, folder=paths.seeds())
    carried = next(t.path for t in tags.tree(reader) if t.annotations)
    library.run(tag.create, path="Mój/Pusty")
    mine = library.run(store, documents=[document("Mój tekst o rybach")]).result.imported[0]
    library.run(
        annotate.add_highlight, article_id=mine, start=0, end=3, tag_paths=[carried, "Tylko tu"]
    )
    library.run(read.trash, article_ids=[mine])
    library.run(samples.remove_samples)
    left = {t.path for t in tags.tree(reader)}
    above = {carried.rsplit("/", n)[0] for n in range(carried.count("/") + 1)}
    assert left == {"Mój", "Mój/Pusty", "Tylko tu"} | above
    assert [label.path for label in annotations.of_article(reader, mine)[0].tags]
    assert library.run(samples.remove_samples).result == 0


def test_samples_without_marks(library: Library, reader: Reader, tmp_path: Path):
    (tmp_path / "a.txt").write_text("Tekst\n\no rybach", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Inny\n\no kotach", encoding="utf-8")
    library.run(samples.add_samples, folder=tmp_path)
    assert articles.count(reader) == 2
    marks = [
        {"article": "c.txt", "note": "Łoś", "starred": True, "highlights": [{"exact": "psach"}]}
    ]
    (tmp_path / "c.txt").write_text("Trzeci\n\no psach", encoding="utf-8")
    (tmp_path / "highlights.json").write_text(json.dumps(marks), encoding="utf-8")
    (key,) = library.run(samples.add_samples, folder=tmp_path).result
    row = articles.get(reader, key)
    assert (row.starred, row.status, row.highlights) == (True, "unread", 1)
    assert reader.rows("SELECT note_fold FROM article WHERE id = ?", (key,)) == [
        {"note_fold": "los"}
    ]

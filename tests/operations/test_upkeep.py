from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desktop.core.errors import Cancelled
from desktop.library import backup, check, places
from desktop.library.connection import execute
from desktop.library.library import Library
from desktop.operations import annotate, read, tag, upkeep


@pytest.fixture(autouse=True)
def two_articles(library: Library, add_article: Callable[..., int]) -> None:
    add_article("Ala ma kota")
    add_article("Drugi tekst o psie")
    library.run(
        annotate.add_highlight, article_id=1, start=0, end=3, note="uwaga", tag_paths=["A/B"]
    )


@pytest.mark.parametrize(
    "harm",
    [
        "INSERT INTO article_fts (article_fts) VALUES ('delete-all')",
        "INSERT INTO annotation_fts (annotation_fts) VALUES ('delete-all')",
        "UPDATE article_stats SET highlights = 7",
        "DELETE FROM article_stats",
    ],
)
def test_what_is_derived_is_made_anew_without_a_word(library: Library, harm: str):
    library.with_writer(lambda db: execute(db, harm))
    assert library.with_writer(check.check) != []
    health = upkeep.look_over(library)
    assert health.mended and not health.damaged
    assert library.with_writer(check.check) == []
    assert not places.is_marked(library.path)
    assert check.last_time(library.path) is not None


def test_the_quick_look_mends_the_search_index(library: Library):
    harm = "INSERT INTO article_fts (article_fts) VALUES ('delete-all')"
    library.with_writer(lambda db: execute(db, harm))
    assert upkeep.look_quickly(library).mended
    assert library.with_writer(check.check) == []


def test_damage_is_marked_and_stops_rotation_until_it_is_mended(
    library: Library, monkeypatch: pytest.MonkeyPatch
):
    made = [backup.make(library.path)]
    for name in ("a", "b", "c", "d"):
        library.run(tag.tag_articles, article_ids=[1], add=[name])
        made.append(backup.make(library.path))
    library.with_writer(lambda db: execute(db, "UPDATE annotation SET note = 'obca'"))
    assert upkeep.look_over(library).damaged
    assert places.is_marked(library.path)
    folder = made[0].path.parent
    far = made[0].made.replace(year=made[0].made.year + 9)
    assert backup.rotate(library.path, folder, far) == []
    library.with_writer(lambda db: execute(db, "UPDATE annotation SET note = 'uwaga'"))
    assert not upkeep.look_over(library).damaged
    assert not places.is_marked(library.path)
    assert len(backup.rotate(library.path, folder, far)) > 0
    assert {one.path for one in backup.found_in(folder)} >= {one.path for one in made[-3:]}


def test_a_check_can_be_stopped(library: Library):
    with pytest.raises(Cancelled):
        upkeep.look_over(library, is_stopped=lambda: True)
    assert check.last_time(library.path) is None


def test_progress_is_told(library: Library):
    told: list[tuple[int, int]] = []
    upkeep.look_over(library, lambda done, total: told.append((done, total)))
    assert told[-1] == (2, 2)


def _notes(library: Library) -> list[str]:
    with closing(library.reader()) as reader:
        return [row["note"] for row in reader.rows("SELECT note FROM annotation ORDER BY id")]


def test_a_deleted_article_comes_back_with_its_highlights_and_tags(library: Library):
    made = backup.make(library.path)
    library.run(read.trash, article_ids=[1])
    library.run(read.delete_for_good, article_ids=[1])
    with closing(backup.reader(made.path)) as source:
        uuid = source.rows("SELECT uuid FROM article WHERE id = 1")[0]["uuid"]
    report = library.run(upkeep.take_back, source=made.path, articles=[uuid], annotations=[]).result
    assert (report.new_articles, report.new_annotations) == (1, 1)
    assert _notes(library) == ["uwaga"]
    with closing(library.reader()) as reader:
        paths = reader.rows("SELECT t.path FROM annotation_tag x JOIN tag t ON t.id = x.tag_id")
        assert [row["path"] for row in paths] == ["A/B"]
    library.undo()
    assert _notes(library) == []
    assert library.with_writer(check.check) == []


def test_one_highlight_comes_back_and_the_article_stays_as_it_is(library: Library):
    library.run(annotate.add_highlight, article_id=1, start=4, end=6, note="inna")
    made = backup.make(library.path)
    library.run(annotate.delete, annotation_ids=[1, 2])
    library.run(read.set_starred, article_ids=[1], starred=True)
    with closing(backup.reader(made.path)) as source:
        uuid = source.rows("SELECT uuid FROM annotation WHERE id = 2")[0]["uuid"]
    library.run(upkeep.take_back, source=made.path, articles=[], annotations=[uuid])
    assert _notes(library) == ["inna"]
    with closing(library.reader()) as reader:
        row = reader.rows("SELECT starred, status, title FROM article WHERE id = 1")[0]
    assert row == {"starred": 1, "status": "unread", "title": "Ala ma kota"}
    assert library.with_writer(check.check) == []


def test_going_back_keeps_a_backup_of_before(library: Library):
    made = backup.make(library.path)
    library.run(annotate.set_note, annotation_id=1, note="późniejsza")
    library.close()
    aside = upkeep.restore_instead(library.path, made.path)
    newest = [one for one in backup.found_in(made.path.parent) if one.path != made.path]
    with closing(backup.reader(newest[0].path)) as source:
        assert source.rows("SELECT note FROM annotation") == [{"note": "późniejsza"}]
    with closing(Library(library.path)) as again:
        assert _notes(again) == ["uwaga"]
    assert aside and (aside / "library.db").exists()
    assert isinstance(aside, Path)

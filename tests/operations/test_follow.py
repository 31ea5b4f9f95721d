"""Exports that follow the library: only what changed is written, nobody's own work is touched."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.core.errors import Cancelled, NotFound, UserError
from desktop.library import saved_searches
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.operations import annotate, colour_label, read, saved_search, tag
from desktop.operations.follow import carry_out
from desktop.operations.follow_files import forget, note_of
from desktop.operations.follow_jobs import (
    EACH_HTML,
    EACH_MARKDOWN,
    SEARCH,
    TAG,
    Job,
    as_kept,
    jobs_in,
    name_of,
    new_job,
)
from desktop.operations.import_articles import store
from tests.builders import document


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    made = Library(tmp_path / "library.db")
    made.run(store, documents=[document(f"Tekst {n}. Ala ma kota.", title=t) for n, t in
                               enumerate(("Raz", "Dwa", "Trzy"))])  # fmt: skip
    yield made
    made.close()


@pytest.fixture
def reader(library: Library) -> Iterator[Reader]:
    made = library.reader()
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Notatki"
    made.mkdir()
    return made


def _job(library: Library, folder: Path, form: str = EACH_MARKDOWN, what: str = "") -> Job:
    return new_job(library.path, format=form, what=what, folder=folder)


def _files(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir() if not one.name.startswith(".")}


def test_only_what_changed_is_written_again(library: Library, reader: Reader, folder: Path):
    job = _job(library, folder)
    assert carry_out(reader, job).written == 3
    assert _files(folder) == {"Raz.md", "Dwa.md", "Trzy.md"}
    assert carry_out(reader, job).written == 0
    before = {one: (folder / one).stat().st_mtime_ns for one in _files(folder)}
    library.run(annotate.add_highlight, article_id=1, start=9, end=12, note="uwaga")
    assert carry_out(reader, job).written == 1
    changed = {one for one in before if (folder / one).stat().st_mtime_ns != before[one]}
    assert changed == {"Raz.md"}
    assert "uwaga" in (folder / "Raz.md").read_text("utf-8")
    library.run(read.save_progress, article_id=2, position=1, fraction=0.5)
    library.run(read.save_progress, article_id=2, position=2, fraction=0.6)
    assert carry_out(reader, job).written == 1, "from unread to being read, and no more"
    library.undo()
    assert carry_out(reader, job).written == 1
    assert "uwaga" not in (folder / "Raz.md").read_text("utf-8")


def test_a_file_follows_its_articles_name_and_end(library: Library, reader: Reader, folder: Path):
    job = _job(library, folder, EACH_HTML)
    carry_out(reader, job)
    library.run(lambda tx: tx.update("article", 1, title="Inny: tytuł?"))
    library.run(read.trash, article_ids=[2])
    done = carry_out(reader, job)
    assert (done.written, done.removed, done.kept) == (1, 1, ())
    assert _files(folder) == {"Inny tytuł.html", "Trzy.html"}


def test_what_somebody_changed_stays(library: Library, reader: Reader, folder: Path):
    (folder / "Raz.md").write_text("moje", "utf-8")
    job = _job(library, folder)
    carry_out(reader, job)
    assert (folder / "Raz.md").read_text("utf-8") == "moje"
    assert _files(folder) == {"Raz.md", "Raz (2).md", "Dwa.md", "Trzy.md"}
    (folder / "Dwa.md").write_text("dopisane", "utf-8")
    (folder / "Trzy.md").write_text("dopisane", "utf-8")
    assert carry_out(reader, job).kept == (), "nothing of ours is to be written there"
    library.run(annotate.add_highlight, article_id=2, start=9, end=12)
    library.run(read.trash, article_ids=[3])
    done = carry_out(reader, job)
    assert done.kept == ("Trzy.md", "Dwa.md")
    assert {(folder / one).read_text("utf-8") for one in ("Dwa.md", "Trzy.md")} == {"dopisane"}
    assert (folder / "Dwa (2).md").exists()
    assert carry_out(reader, job) == type(done)()


def test_a_lost_note_costs_no_file(library: Library, reader: Reader, folder: Path):
    job = _job(library, folder)
    carry_out(reader, job)
    (folder / "Dwa.md").write_text("moje", "utf-8")
    for bad in (b"", b"[]", b"{", b'{"a":{"name":"../x","title":"","sha256":"","mark":""}}',
                b'{"a":{"name":1,"title":"","sha256":"","mark":""}}'):  # fmt: skip
        note_of(folder, job.id).write_bytes(bad)
        carry_out(reader, job)
        assert (folder / "Dwa.md").read_text("utf-8") == "moje"
        assert _files(folder) == {"Raz.md", "Dwa.md", "Dwa (2).md", "Trzy.md"}
    forget(folder, job.id)
    assert not note_of(folder, job.id).exists()


@pytest.mark.parametrize("form", ["CSV", "JSON Lines", "Excel (XLSX)"])
def test_one_file_of_all(library: Library, reader: Reader, folder: Path, form: str):
    job = _job(library, folder, form)
    library.run(annotate.add_highlight, article_id=1, start=9, end=12, note="uwaga")
    assert carry_out(reader, job).written == 1
    (name,) = _files(folder)
    assert name.startswith("Glosa.")
    assert carry_out(reader, job).written == 0
    library.run(annotate.set_note, annotation_id=1, note="inna")
    assert carry_out(reader, job).written == 1
    (folder / name).write_bytes(b"moje")
    library.run(annotate.set_note, annotation_id=1, note="trzecia")
    assert carry_out(reader, job).kept == (name,)
    assert len(_files(folder)) == 2
    assert (folder / name).read_bytes() == b"moje"


def test_the_name_of_a_colour_is_followed(library: Library, reader: Reader, folder: Path):
    library.run(annotate.add_highlight, article_id=1, start=9, end=12, colour="yellow")
    job = _job(library, folder, "HTML")
    assert carry_out(reader, job).written == 1
    library.run(colour_label.set_label, colour="yellow", name="Wątpliwość")
    assert carry_out(reader, job).written == 1
    (name,) = _files(folder)
    assert "Wątpliwość" in (folder / name).read_text("utf-8")
    assert carry_out(reader, job).written == 0


def test_a_search_and_a_tag_are_followed_through_renaming(
    library: Library, reader: Reader, folder: Path
):
    library.run(saved_search.save, query="is:starred", name="Gwiazdki")
    library.run(tag.tag_articles, article_ids=[2], add=["Temat/Korea"])
    (search,) = saved_searches.rows_by_uuid(reader)
    key = reader.ids("SELECT id FROM tag WHERE path = 'Temat/Korea'")[0]
    label = reader.rows("SELECT uuid FROM tag WHERE id = ?", (key,))[0]["uuid"]
    starred = _job(library, folder, what=SEARCH + search["uuid"])
    tagged = _job(library, folder, "Markdown", what=TAG + label)
    carry_out(reader, starred)
    carry_out(reader, tagged)
    assert _files(folder) == {"Temat - Korea.md"}
    library.run(read.set_starred, article_ids=[3], starred=True)
    library.run(tag.rename, tag_id=key, name="Azja")
    carry_out(reader, starred)
    carry_out(reader, tagged)
    assert _files(folder) == {"Temat - Azja.md", "Trzy.md"}
    assert (name_of(reader, starred.what), name_of(reader, "")) == ("Gwiazdki", "")
    library.run(saved_search.delete, search_id=1)
    library.run(tag.delete, tag_id=key)
    for job in (starred, tagged):
        with pytest.raises(NotFound):
            carry_out(reader, job)
    assert _files(folder) == {"Temat - Azja.md", "Trzy.md"}, "nothing goes with what named it"


def test_a_folder_that_is_away_or_empty_is_told(library: Library, reader: Reader, folder: Path):
    from dataclasses import replace

    job = replace(_job(library, folder), begun=True)
    with pytest.raises(UserError, match="drive"):
        carry_out(reader, job)
    assert not list(folder.iterdir())
    assert carry_out(reader, job, anew=True).written == 3
    away = replace(job, folder=str(folder / "nie ma"))
    with pytest.raises(UserError, match="not there"):
        carry_out(reader, away)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(library: Library, reader: Reader, folder: Path):
    folder.chmod(0o500)
    try:
        with pytest.raises(UserError, match="could not be written"):
            carry_out(reader, _job(library, folder))
    finally:
        folder.chmod(0o700)


def test_a_run_that_is_stopped_goes_on_where_it_was(library: Library, reader: Reader, folder: Path):
    answers = iter([False, True])
    job = _job(library, folder)
    with pytest.raises(Cancelled):
        carry_out(reader, job, stopped=lambda: next(answers))
    assert _files(folder) == {"Raz.md"}
    assert set(json.loads(note_of(folder, job.id).read_text("utf-8")))
    assert carry_out(reader, job).written == 2


def test_jobs_are_kept_as_text(library: Library, folder: Path):
    jobs = [_job(library, folder), _job(library, folder, "CSV", "tag:x")]
    assert jobs_in(as_kept(jobs)) == jobs
    assert jobs_in('[{"id": 1}, 3]') == jobs_in("{") == jobs_in("{}") == []

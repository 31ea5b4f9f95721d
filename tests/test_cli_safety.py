"""The commands that keep a library safe, as scripts use them."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desktop import cli
from desktop.library import backup, places
from desktop.library.library import Library
from desktop.operations import annotate
from desktop.operations.import_articles import store
from tests.builders import document

Glosa = Callable[..., tuple[int, str]]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    path = tmp_path / "own" / "library.db"
    with closing(Library(path)) as library:
        library.run(store, documents=[document("Ala ma kota")])
        library.run(annotate.add_highlight, article_id=1, start=0, end=3, note="uwaga")
    return path


@pytest.fixture
def glosa(place: Path, capsys: pytest.CaptureFixture[str]) -> Glosa:
    def run(*arguments: object) -> tuple[int, str]:
        capsys.readouterr()
        code = cli.main(["--library", str(place), *map(str, arguments)])
        return code, capsys.readouterr().out

    return run


def test_backup_and_list(glosa: Glosa):
    assert glosa("backup")[0] == 0
    code, text = glosa("backup", "--list", "--json")
    (made,) = json.loads(text)
    assert code == 0 and Path(made["path"]).stat().st_size == made["size"]


def test_restore_keeps_what_was_there_and_backs_it_up(glosa: Glosa, place: Path):
    glosa("backup")
    dump = glosa("check", "--dump")[1]
    with closing(Library(place)) as library:
        library.run(annotate.set_note, annotation_id=1, note="inna")
    (made,) = backup.found_in(places.backups_of(place))
    code, text = glosa("restore", made.path)
    assert code == 0 and "damaged" in text
    assert glosa("check", "--dump")[1] == dump
    assert len(backup.found_in(places.backups_of(place))) == 2


def test_restore_of_a_library_that_cannot_be_read(glosa: Glosa, place: Path):
    glosa("backup")
    dump = glosa("check", "--dump")[1]
    place.write_bytes(b"")
    assert glosa("articles")[0] == 1
    assert glosa("restore")[0] == 0
    assert glosa("check", "--dump")[1] == dump
    assert glosa("check", "--full") == (0, "ok\n")


def test_nothing_to_restore(glosa: Glosa, place: Path):
    before = place.read_bytes()
    assert glosa("restore")[0] == 1
    assert place.read_bytes() == before


def test_a_file_that_is_no_backup_is_refused(glosa: Glosa, place: Path, tmp_path: Path):
    (tmp_path / "other.db").write_bytes(b"SQLite format 3\x00" + bytes(4080))
    dump = glosa("check", "--dump")[1]
    assert glosa("restore", tmp_path / "other.db")[0] == 1
    assert glosa("check", "--dump")[1] == dump


def test_salvage_makes_a_new_library_and_no_other(glosa: Glosa, place: Path, tmp_path: Path):
    dump = glosa("check", "--dump")[1]
    whole = bytearray(place.read_bytes())
    whole[:4096] = bytes(4096)
    place.write_bytes(whole)
    target = tmp_path / "new.db"
    code, text = glosa("salvage", "--output", target)
    assert code == 0 and "new library" in text
    assert place.read_bytes() == whole
    assert cli.main(["--library", str(target), "check"]) == 0
    assert glosa("salvage", "--output", target)[0] == 1
    assert '"note": "uwaga"' in dump
    with closing(Library(target)) as library, closing(library.reader()) as reader:
        assert reader.rows("SELECT note FROM annotation") == [{"note": "uwaga"}]


def test_read_only(glosa: Glosa, place: Path):
    assert cli.main(["--library", str(place), "--read-only", "articles"]) == 0
    code = cli.main(["--library", str(place), "--read-only", "tag", "--article", "1", "--add", "X"])
    assert code == 1

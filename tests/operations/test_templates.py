"""Templates are files in a folder: kept, found, renamed, and previewed on the library."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.core.errors import Cancelled, UserError
from desktop.formats.text_templates.ours import ours
from desktop.formats.text_templates.template import LARGEST, TextTemplate
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.operations import annotate, templates
from desktop.operations.export import export_annotations
from desktop.operations.selection import Selection

MINE = TextTemplate("Moje: cytaty", ".md", "{{ article.title }}\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "templates"


@pytest.fixture
def add(folder: Path, tmp_path: Path) -> Callable[[TextTemplate], TextTemplate]:
    return lambda one: templates.add(folder, one, library=tmp_path / "library.db")


Add = Callable[[TextTemplate], TextTemplate]


def test_ours_are_there_without_a_folder(folder: Path):
    assert templates.all_templates(folder) == list(ours())


def test_one_is_kept_as_a_file_of_its_name(folder: Path, add: Add):
    made = add(MINE)
    assert made.name == "Moje cytaty" and not made.built_in
    assert (folder / "Moje cytaty.md.jinja").read_text(encoding="utf-8") == MINE.source
    assert templates.all_templates(folder)[len(ours()) :] == [made]
    assert add(MINE).name == "Moje cytaty 2"
    assert add(ours()[0]).name == "Plain quotes 2"
    assert templates.fresh_name(folder, "x", taken=["X", "x 2"]) == "x 3"


def test_what_cannot_be_read_is_left_out(folder: Path, add: Add):
    add(MINE)
    (folder / "large.txt.jinja").write_bytes(b"x" * (LARGEST + 1))
    (folder / "folder.txt.jinja").mkdir()
    (folder / "odd.txt.jinja").write_bytes(b"\xff\r\n")
    names = [one.name for one in templates.all_templates(folder) if not one.built_in]
    assert names == ["Moje cytaty", "odd"]
    assert templates.find(folder, "odd").source == "\ufffd\n"
    with pytest.raises(UserError, match="too large"):
        templates.from_file(folder / "large.txt.jinja")
    with pytest.raises(UserError, match="could not be read"):
        templates.from_file(folder / "none.jinja")


def test_one_is_found_by_name_or_as_a_file(folder: Path, add: Add, tmp_path: Path):
    made = add(MINE)
    assert templates.find(folder, "moje CYTATY") == made
    assert templates.find(folder, "table of quotes") == ours()[3]
    other = tmp_path / "od Anny.html.jinja"
    other.write_text("x")
    assert templates.find(folder, str(other)) == TextTemplate("od Anny", ".html", "x")
    with pytest.raises(UserError, match=r"no template “nic”.*Plain quotes.*Moje cytaty"):
        templates.find(folder, "nic")


def test_renaming(folder: Path, add: Add, tmp_path: Path):
    made, other = add(MINE), add(TextTemplate("Inne", ".txt", ""))

    def rename(name: str, suffix: str = ".md") -> TextTemplate:
        return templates.rename(
            folder, made, name=name, suffix=suffix, library=tmp_path / "library.db"
        )

    with pytest.raises(UserError, match="called “inne”"):
        rename("inne")
    for name, suffix in ((" ", ".md"), ("a", "md"), ("a", "."), ("a", "./b")):
        with pytest.raises(UserError, match="needs a name"):
            rename(name, suffix)
    assert rename(made.name) == made
    new = rename("Nowe", ".HTML")
    assert {path.name for path in folder.iterdir()} == {"Nowe.html.jinja", other.file_name}
    made = new
    assert rename("NOWE", ".html").name == "NOWE"
    assert len(list(folder.iterdir())) == 2
    templates.delete(folder, other)
    templates.delete(folder, other)
    assert len(list(folder.iterdir())) == 1


def test_where_nothing_can_be_written(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="could not be written"):
        templates.add(tmp_path / "file", MINE, library=tmp_path / "library.db")


def test_a_preview_shows_the_first_with_highlights(
    library: Library, reader: Reader, add_article: Callable[..., int]
):
    assert templates.preview_selection(reader, Selection()) == ()
    first, *others = [add_article(f"Artykuł {number} o moście") for number in range(5)]
    assert len(templates.preview_selection(reader, Selection())) == templates.PREVIEWED
    library.run(annotate.add_highlight, article_id=others[1], start=0, end=7)
    (shown,) = templates.preview_selection(reader, Selection())
    assert shown.title == "Artykuł 2 o moście"
    assert templates.preview_selection(reader, Selection(articles=[first, *others])) == (shown,)
    assert (
        templates.preview_selection(reader, Selection(articles=[first]))[0].title
        == "Artykuł 0 o moście"
    )
    only = Selection(highlights=[1])
    assert templates.preview_selection(reader, only) == (shown,)
    assert templates.preview(MINE, [shown]) == "Artykuł 2 o moście\n"


def test_an_export_in_that_form_leaves_whole_files_only(
    library: Library, reader: Reader, add_article: Callable[..., int], tmp_path: Path
):
    ids = [add_article(f"Artykuł {number}") for number in range(3)]
    target = tmp_path / "wynik.md"
    exporter = templates.exporter(MINE)
    assert export_annotations(reader, target, exporter=exporter, article_ids=ids) == 0
    assert target.read_text() == "Artykuł 0\nArtykuł 1\nArtykuł 2\n"
    wrong = templates.exporter(TextTemplate("x", ".md", "{{ article.nope }}"))
    with pytest.raises(UserError, match="no “nope”"):
        export_annotations(reader, target, exporter=wrong, article_ids=ids)
    asked = iter([False] * 2)
    with pytest.raises(Cancelled):
        export_annotations(
            reader, target, exporter=exporter, article_ids=ids, cancelled=lambda: next(asked, True)
        )
    assert target.read_text() == "Artykuł 0\nArtykuł 1\nArtykuł 2\n"
    assert not list(tmp_path.glob(".*"))

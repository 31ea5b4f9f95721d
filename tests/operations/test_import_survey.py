"""What is found before an import, and that the choices are followed."""

from contextlib import closing
from pathlib import Path

import pytest

from desktop.core.article import Document
from desktop.formats import registry
from desktop.formats.api import TableLook
from desktop.library import articles
from desktop.library.library import Library
from desktop.operations import import_survey
from desktop.operations.import_articles import import_paths
from desktop.operations.import_survey import Survey, deserves_look, survey
from tests.formats import document_samples, library_samples

TABLE = (
    "Nagłówek;Lead;Treść strony;Kiedy;Ilość\nPierwszy;Krótko;Długi tekst artykułu;2023-09-07;5\n"
)


def look(library: Library, paths: list[Path], **choices: object) -> Survey:
    with closing(library.reader()) as reader:
        return survey(
            reader,
            paths,
            tell=lambda _state: None,
            cancelled=lambda: False,
            **choices,  # type: ignore[arg-type]
        )


def test_kinds_duplicates_highlights_and_losses(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("Znany tekst.")
    import_paths(library, [folder])
    (folder / "b.txt").write_text("Nowy tekst.")
    (folder / "c.txt").write_text("Nowy tekst.")
    (folder / "d.html").write_bytes(document_samples.all_samples()["page.html"])
    (folder / "e.csv").write_bytes(library_samples.raindrop())
    (folder / "f.pdf").write_bytes(b"%PDF-1.7 no")
    seen: list[tuple[int, str]] = []
    with closing(library.reader()) as reader:
        found = survey(
            reader,
            [folder, tmp_path / "none.txt"],
            tell=lambda state: seen.append((state.done, state.copy().name)),
            cancelled=lambda: False,
        )
    kinds = {kind.source_format: kind for kind in found.kinds}
    text, raindrop = kinds["text"], kinds["raindrop"]
    assert (text.files, text.articles, text.known, text.first.name) == (3, 3, 2, "a.txt")
    assert raindrop.highlights > 0 and any("cover" in str(one) for one in raindrop.losses)
    assert (kinds["html"].articles, kinds["html"].known) == (1, 0)
    assert kinds[""].failed == 2 and any("none.txt" in str(one) for one in kinds[""].failures)
    assert (found.done, found.total) == (7, 7) and seen[-1][0] == 7
    assert articles.count(library.reader()) == 1  # looking stores nothing


def test_a_cancelled_look_ends(library: Library, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Tekst.")
    with closing(library.reader()) as reader:
        found = survey(
            reader, [tmp_path / "a.txt"], tell=lambda _state: None, cancelled=lambda: True
        )
    assert (found.done, found.articles) == (0, 0)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("t.csv", TABLE.encode()),
        ("t.json", '{"x":[{"Nagłówek":"Pierwszy","Lead":"Krótko","Treść strony":"Długi tekst '
                   'artykułu","Kiedy":"2023-09-07","Ilość":5}]}'),
        ("t.jsonl", '{"Nagłówek":"Pierwszy","Lead":"Krótko","Treść strony":"Długi tekst artykułu",'
                    '"Kiedy":"2023-09-07","Ilość":5}\n'),
    ],
)  # fmt: skip
def test_columns_that_nobody_could_guess(
    library: Library, tmp_path: Path, name: str, data: bytes | str
) -> None:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    before = look(library, [path])
    (table,) = before.tables
    assert table.look.columns == ("Nagłówek", "Lead", "Treść strony", "Kiedy", "Ilość")
    assert table.look.rows == (("Pierwszy", "Krótko", "Długi tekst artykułu", "2023-09-07", "5"),)
    assert "text" not in table.look.guess and before.articles == 0
    chosen = {path: {"title": "Nagłówek", "text": "Treść strony", "published": "Kiedy"}}
    after = look(library, [path], columns=chosen)
    assert after.articles == 1 and after.tables[0].look.guess["text"] == "Treść strony"
    assert any("Lead" in str(one) and "Ilość" in str(one) for one in after.kinds[0].losses)
    report = import_paths(library, [path], columns=chosen)
    with closing(library.reader()) as reader:
        (row,) = articles.rows(reader, report.imported)
        assert articles.text(reader, row.id).text == "Długi tekst artykułu"
    assert (row.title, row.published) == ("Pierwszy", "2023-09-07")
    assert any("Ilość" in str(one.remark) for one in report.remarks)


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.jsonl"])
def test_a_choice_of_nothing_and_of_what_is_not_there(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    made = '{"title":"T","text":"Tekst.","author":"Ewa"}'
    rows = {"a.csv": "title,text,author\nT,Tekst.,Ewa\n", "a.json": f"[{made}]", "a.jsonl": made}
    path.write_text(rows[name])
    (one,) = (
        item
        for item in registry.read(path, columns={"author": "", "outlet": ""})
        if isinstance(item, Document)
    )
    assert (one.title, one.author) == ("T", "")


def test_dates_that_are_none_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("title,text,date\nT,Tekst.,kiedyś\n")
    assert any("not understood" in str(item) for item in registry.read(tmp_path / "a.csv"))


def test_the_guess_with_its_rows_only_when_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("headline,body,b\n" + "\n".join(f"T{n},Tekst {n}.,x" for n in range(9)))
    first, *_ = registry.read(path, look=True)
    assert isinstance(first, TableLook) and len(first.rows) == 3
    assert dict(first.guess) == {"title": "headline", "text": "body"}
    assert not [item for item in registry.read(path) if isinstance(item, TableLook)]


def test_which_imports_deserve_a_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(20):
        (folder / f"{number}.txt").write_text("Tekst.")
    assert not deserves_look([folder, tmp_path / "none.txt"])
    (folder / "Export.CSV").write_text("a")
    assert deserves_look([folder])
    (folder / "Export.CSV").unlink()
    monkeypatch.setattr(import_survey, "MANY", 19)
    assert deserves_look([folder])

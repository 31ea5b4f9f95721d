"""Codebooks: tags with descriptions and colours, into the tree and once only."""

from contextlib import closing
from pathlib import Path

import pytest

from desktop.core.article import Document, Remark
from desktop.core.errors import UserError
from desktop.core.portable import PortableTag
from desktop.formats import registry, wire
from desktop.library.library import Library
from desktop.operations.import_articles import import_paths
from desktop.operations.import_survey import survey
from tests.builders import all_rows
from tests.formats import library_samples as samples


def read(folder: Path, name: str, data: bytes) -> list[object]:
    (folder / name).write_bytes(data)
    return list(registry.read(folder / name))


def test_codes_of_a_refi_codebook(tmp_path: Path) -> None:
    found = read(tmp_path, "tags.qdc", samples.codebook())
    assert [one for one in found if isinstance(one, PortableTag)] == [
        PortableTag("", "Temat", "blue", "O czym \n jest tekst."),
        PortableTag("", "Temat/Wojna∕pokój"),
        PortableTag("", "Źródło", "yellow"),
    ]
    told = "".join(str(one) for one in found if isinstance(one, Remark))
    assert all(name in told for name in ("isCodable", "NoteRef", "Sets"))
    for one in found:
        assert wire.to_item(wire.load(wire.dump(wire.of_item(one)))) == one  # pyright: ignore


def test_codes_of_a_table(tmp_path: Path) -> None:
    found = read(tmp_path, "tags.csv", samples.codebook_table())
    assert found == [PortableTag("", "Temat", "", "Pierwszy opis"), PortableTag("", "Temat/Wojna")]


@pytest.mark.parametrize("data", [b"<x/>", b"<CodeBook/>", b"<CodeBook><Codes>", b"no"])
def test_what_is_no_codebook(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UserError, match=r"tags\.qdc"):
        read(tmp_path, "tags.qdc", data)


@pytest.mark.parametrize("name", samples.CODEBOOKS)
def test_tags_go_in_once_and_are_undone_in_one_step(
    tmp_path: Path, library: Library, name: str
) -> None:
    (tmp_path / name).write_bytes(samples.CODEBOOKS[name])
    empty = all_rows(library)["tag"]
    with closing(library.reader()) as reader:
        state = survey(reader, [tmp_path / name], tell=lambda _state: None, cancelled=lambda: False)
    assert [kind.source_format for kind in state.kinds] == ["codebook"]
    report = import_paths(library, [tmp_path / name])
    assert report.tags == state.kinds[0].tags > 0 and not report.imported
    before = all_rows(library)
    assert {row["path"]: row["description"] for row in before["tag"]}["Temat"]
    again = import_paths(library, [tmp_path / name])
    assert again.tags == 0 and all_rows(library) == before
    library.undo()
    assert all_rows(library)["tag"] == empty


def test_what_a_tag_has_stays(tmp_path: Path, library: Library) -> None:
    for name, data in samples.CODEBOOKS.items():
        (tmp_path / name).write_bytes(data)
        import_paths(library, [tmp_path / name])
    (row,) = (row for row in all_rows(library)["tag"] if row["path"] == "Temat")
    assert row["colour"] == "blue"
    assert "Pierwszy opis" in row["description"] and "O czym" in row["description"]


def test_an_item_of_zotero_with_all_that_is_on_it(tmp_path: Path) -> None:
    found = read(tmp_path, "zotero.sqlite", samples.zotero_database())
    one, loose = (item for item in found if isinstance(item, Document))
    assert (one.title, one.author, one.outlet) == ("Zażółć", "Ewa Łoś, PAP", "Gazeta")
    assert (one.url, one.published, one.language) == ("https://a.example/z", "2023-09", "pl")
    assert one.tags == ("Prasa/Kraj", "łódź") and one.note == "Moja notatka\nDalej"
    assert [(q.exact, q.note, q.style, q.tags) for q in one.quotes] == [
        (samples.POLISH, "Uwaga", "highlight", ("ważne",)),
        ("Drugi cytat", "", "underline", ()),
    ]
    assert "Streszczenie 🙂" in one.text
    assert (loose.title, loose.note) == ("Luźna", "Luźna notatka")
    told = "".join(str(item) for item in found if isinstance(item, Remark))
    assert "ISSN" in told and "itemAnnotations: image" in told

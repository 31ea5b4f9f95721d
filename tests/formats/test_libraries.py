"""The exports of other programs: each against its golden file, and what all of them must keep."""

import json
import os
from pathlib import Path

import pytest

from desktop.core.article import Document, Remark
from desktop.core.errors import UserError
from desktop.formats import registry, wire
from desktop.formats.importers.libraries import clippings
from desktop.formats.isolation import Readers
from tests.formats import library_samples as samples

GOLDEN = Path(__file__).parents[1] / "golden" / "libraries"


def read(folder: Path, name: str, data: bytes) -> list[object]:
    path = folder / name
    path.write_bytes(data)
    return list(registry.read(path))


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_golden(tmp_path: Path, name: str) -> None:
    found = [wire.of_item(item) for item in read(tmp_path, name, samples.SAMPLES[name])]  # pyright: ignore
    shown = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    golden = GOLDEN / f"{name}.json"
    if "GLOSA_MAKE_GOLDEN" in os.environ:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(shown, encoding="utf-8")
    assert json.loads(shown) == json.loads(golden.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_text_and_places_are_right(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, name, samples.SAMPLES[name])
    documents = [one for one in found if isinstance(one, Document)]
    assert documents and not [one for one in found if isinstance(one, UserError)]
    for one in documents:
        assert one.text == "\n".join(one.text[b.start : b.end] for b in one.blocks)
        for quote in one.quotes:
            assert quote.exact
            if quote.end:
                assert one.text[quote.start : quote.end] == quote.exact


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_comes_through_the_process_apart(tmp_path: Path, name: str) -> None:
    here = read(tmp_path, name, samples.SAMPLES[name])
    with Readers() as readers:
        apart = [item for _, items in readers.read([tmp_path / name]) for item in items]
    assert [wire.of_item(one) for one in apart] == [wire.of_item(one) for one in here]  # pyright: ignore


@pytest.mark.parametrize("name", [n for n in samples.SAMPLES if n != "My Clippings.txt"])
def test_damage_is_refused_in_words(tmp_path: Path, name: str) -> None:
    data = samples.SAMPLES[name]
    for cut in range(0, len(data), max(1, len(data) // 12)):
        try:
            read(tmp_path, name, data[:cut])
        except UserError as error:
            assert name in str(error)


def test_bytes_of_taguette_become_code_points(tmp_path: Path) -> None:
    found = read(tmp_path, "t.sqlite3", samples.taguette())
    first, second = (one for one in found if isinstance(one, Document))
    words = [first.text[q.start : q.end] for q in first.quotes]
    assert words == ["jaźń 🙂 w Łodzi", "oraz dalej", "raz dalej"]
    assert first.quotes[0].tags == ("ważne", "miejsce")
    (quote,) = second.quotes
    assert second.text[quote.start : quote.end] == "Długi"


def test_code_points_of_qualcoder(tmp_path: Path) -> None:
    (one,) = (d for d in read(tmp_path, "data.qda", samples.qualcoder()) if isinstance(d, Document))
    assert one.text == f"Pierwsza linia 🙂\nDruga: {samples.POLISH}\nTrzecia"
    words = [(one.text[q.start : q.end], q.tags, q.author) for q in one.quotes]
    assert words == [
        (samples.POLISH, ("Temat/Wojna∕pokój/front",), "Ewa"),
        (samples.POLISH, ("luźny",), "Jan"),
        ("linia 🙂", ("luźny",), "Jan"),
        ("Trzecia", (), "Ewa"),
    ]


@pytest.mark.parametrize("inclusive", [False, True])
@pytest.mark.parametrize(
    ("end", "counted"), [("\r\n", "\r\n"), ("\r\n", "\n"), ("\n", "\r\n"), ("\n", "\n")]
)
def test_refi_positions_in_all_readings(
    tmp_path: Path, end: str, counted: str, *, inclusive: bool
) -> None:
    data = samples.refi(end=end, counted=counted, inclusive=inclusive)
    (one,) = (d for d in read(tmp_path, "p.qdpx", data) if isinstance(d, Document))
    (quote,) = one.quotes
    assert one.text[quote.start : quote.end] == samples.POLISH
    assert (quote.tags, quote.note, quote.author) == (("Temat/front",), "Moja uwaga", "Ewa")


def test_what_has_no_place_is_named(tmp_path: Path) -> None:
    shown = "\n".join(
        str(one) for one in read(tmp_path, "r.csv", samples.raindrop()) if isinstance(one, Remark)
    )
    assert "cover" in shown and "id" in shown and "excerpt" not in shown


def test_other_tables_and_texts_stay_what_they_are(tmp_path: Path) -> None:
    (one,) = read(
        tmp_path, "a.csv", "title,text,url\nA,Treść artykułu,https://a.example\n".encode()
    )
    assert isinstance(one, Document) and one.source_format == "csv" and not one.excerpts
    (one,) = read(tmp_path, "a.txt", b"Tytul\n\nTresc\n==========\n- a | b\n")
    assert isinstance(one, Document) and one.source_format == "text"
    assert not clippings.fits(b"x" * 5000)


def test_a_strange_database_is_refused(tmp_path: Path) -> None:
    data = samples.database([("CREATE TABLE x (a)", []), ("INSERT INTO x VALUES (?)", [(1,)])])
    with pytest.raises(UserError, match="does not know"):
        read(tmp_path, "x.sqlite3", data)

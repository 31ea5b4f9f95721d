import os
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.core.errors import Cancelled, UserError
from desktop.formats import registry
from desktop.formats.exporters import csv_annotations
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.operations import annotate
from desktop.operations.export import export_annotations, write_whole

CSV = registry.exporter("csv")


@pytest.fixture(autouse=True)
def _two_highlights(library: Library, add_article: Callable[..., int]) -> None:
    key = add_article("😀 Ala ma kota.\n\n=1+2 „cytat”; drugi")
    for start, end in ((2, 5), (15, 28)):
        library.run(annotate.add_highlight, article_id=key, start=start, end=end, note="'uwaga\nŁ")


def test_what_is_written_reads_back(reader: Reader, tmp_path: Path):
    target = tmp_path / "wynik.csv"
    assert export_annotations(reader, target, exporter=CSV, article_ids=[1]) == 2
    with target.open("rb") as file:
        rows = list(csv_annotations.read(file))
    text = reader.rows("SELECT text FROM article_text")[0]["text"]
    assert [text[row["start"] : row["end"]] for row in rows] == [row["quote"] for row in rows]
    assert {row["note"] for row in rows} == {"'uwaga\nŁ"}
    assert not list(tmp_path.glob(".*"))


def test_raw(reader: Reader, tmp_path: Path):
    target = tmp_path / "wynik.csv"
    export_annotations(reader, target, exporter=CSV, article_ids=[1], raw=True)
    assert '"=1+2' in target.read_text(encoding="utf-8-sig")


def test_stopping_leaves_the_old_file(reader: Reader, tmp_path: Path):
    target = tmp_path / "wynik.csv"
    target.write_text("stary")
    with pytest.raises(Cancelled):
        export_annotations(reader, target, exporter=CSV, article_ids=[1], cancelled=lambda: True)
    assert target.read_text() == "stary"
    assert not list(tmp_path.glob(".*"))


def test_what_a_killed_export_left_goes(reader: Reader, tmp_path: Path):
    (tmp_path / ".wynik.csv.part").write_text("pół")
    export_annotations(reader, tmp_path / "wynik.csv", exporter=CSV, article_ids=[])
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("target", ["nie ma/wynik.csv", "plik/wynik.csv", ".", "x" * 300 + ".csv"])
def test_where_nothing_can_be_written(reader: Reader, tmp_path: Path, target: str):
    (tmp_path / "plik").write_text("")
    with pytest.raises(UserError, match="could not be written"):
        export_annotations(reader, tmp_path / target, exporter=CSV, article_ids=[1])
    assert [p.name for p in tmp_path.iterdir() if p.name.endswith(".part")] == []


def test_a_full_disk_leaves_the_old_file(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "wynik.csv"
    target.write_text("stary")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="No space left on device"):
        export_annotations(reader, target, exporter=CSV, article_ids=[1])
    assert target.read_text() == "stary"
    assert not list(tmp_path.glob(".*"))


def test_what_cannot_be_written_leaves_the_old_file(library: Library, tmp_path: Path):
    target = tmp_path / "liczby.csv"
    write_whole(target, b"stare", library=library.path)
    write_whole(target, b"nowe", library=library.path)
    assert target.read_bytes() == b"nowe"
    with pytest.raises(UserError, match="could not be written"):
        write_whole(tmp_path / "brak" / "x.csv", b"x", library=library.path)
    assert sorted(tmp_path.glob(".*.part")) == []

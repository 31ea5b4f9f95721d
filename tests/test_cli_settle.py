"""The differences between coders on the command line, for people and for programs."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from desktop import cli
from desktop.library.library import Library
from desktop.operations import annotate, settle
from desktop.operations.import_articles import store
from tests.builders import document

TEXT = "Raz dwa trzy. Cztery pięć sześć."


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / "library.db"
    with closing(Library(made)) as library:
        library.run(store, documents=[document(TEXT, title="Liczby")])
        for author, quote, path in (("", "Raz dwa", "A"), ("Jan", "dwa trzy", "B"),
                                    ("Jan", "pięć", "")):  # fmt: skip
            library.run(
                annotate.highlight_quote, article_id=1, quote=quote, author=author,
                tag_paths=[path] if path else [],
            )  # fmt: skip
        with closing(library.reader()) as reader:
            one = settle.coded(reader, [1])[0].passage
        library.run(settle.settle, article_id=1, key=one.key, agreed=one.accepted("Jan"))
    return made


def test_for_programs(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--library", str(place), "agreement", "--differences", "--json"]) == 0
    first, second = json.loads(capsys.readouterr().out)
    assert (first["title"], first["start"], first["end"]) == ("Liczby", 0, 12)
    assert (first["kinds"], first["settled"]) == (["ends", "tags"], True)
    assert first["said"][""][0]["tags"] == ["A"]
    assert first["agreed"][0]["exact"] == first["said"]["Jan"][0]["exact"] == "dwa trzy"
    assert (second["kinds"], second["settled"], second["said"][""]) == (["missing"], False, [])


def test_for_people(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--library", str(place), "agreement", "--differences"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "     1  0-12  ends, tags, settled",
        "        (no name): “Raz dwa” [A]",
        "        Jan: “dwa trzy” [B]",
        "     1  21-25  missing",
        "        (no name): -",
        "        Jan: “pięć” [yellow]",
    ]


def test_without_differences(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["agreement", "--differences", "--query", "outlet:nic"]
    assert cli.main(["--library", str(place), *arguments]) == 0
    assert capsys.readouterr().out == "no differences\n"

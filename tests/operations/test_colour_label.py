"""Labels of colours: kept with the library, found by a search, undone like anything else."""

from collections.abc import Callable

import pytest

from desktop.core.errors import UserError
from desktop.core.query import Filter, parse
from desktop.library import dump
from desktop.library.check import check
from desktop.library.colour_labels import labels
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.library.notebook import Notes, entries
from desktop.library.search import Listing, article_ids
from desktop.operations import annotate, colour_label

Add = Callable[..., int]


def name(library: Library, colour: str, text: str) -> None:
    library.run(colour_label.set_label, colour=colour, name=text)


def test_a_colour_is_named_renamed_and_let_be(library: Library, reader: Reader) -> None:
    name(library, "red", "Spór")
    name(library, "yellow", "  Twierdzenie \n dwa")
    assert labels(reader) == {"yellow": "Twierdzenie dwa", "red": "Spór"}
    name(library, "red", "Wątpliwość")
    name(library, "yellow", " ")
    assert labels(reader) == {"red": "Wątpliwość"}
    for _ in range(2):
        library.undo()
    assert labels(reader) == {"yellow": "Twierdzenie dwa", "red": "Spór"}
    name(library, "red", "x" * 100)
    assert len(labels(reader)["red"]) == colour_label.MAX_NAME
    assert library.with_writer(check) == []
    with pytest.raises(UserError, match="no colour"):
        name(library, "mauve", "x")


def test_the_same_name_is_no_change(library: Library) -> None:
    name(library, "red", "Spór")
    assert not library.run(colour_label.set_label, colour="red", name="Spór").changes.rows
    assert not library.run(colour_label.set_label, colour="blue", name="").changes.rows


def test_a_search_knows_labels(library: Library, reader: Reader, add_article: Add) -> None:
    first, second = add_article("Nad Wisłą."), add_article("Nad Wartą.")
    library.run(annotate.highlight_quote, article_id=first, quote="Wisłą", colour="red")
    library.run(annotate.highlight_quote, article_id=second, quote="Wartą", colour="blue")
    name(library, "red", "Twierdzenie Łodzi")

    def found(text: str, *, typing: bool = False) -> list[int]:
        return list(article_ids(reader, Listing(query=parse(text, typing=typing))))

    assert found('colour:"twierdzenie lodzi"') == [first]
    assert found("colour:red") == [first]
    assert found("colour:twierdz") == []
    assert found("colour:twierdz*") == found("colour:twierdz", typing=True) == [first]
    assert found('-colour:"Twierdzenie Łodzi"') == [second]
    assert found("colour:Liczba") == []
    assert found("colour:b", typing=True) == [second]
    listed = entries(reader, Notes(query=parse('colour:"twierdzenie łodzi"')))
    assert len(listed) == 1
    assert parse("colour:RED").root == Filter("colour", "red")


def test_labels_are_in_the_dump(library: Library, reader: Reader) -> None:
    name(library, "red", "Spór")
    line = list(dump.lines(reader))[-1]
    assert '"type": "colour_label"' in line
    assert '"name": "Spór"' in line
    assert "name_fold" not in line


def test_a_file_older_than_labels_has_none(library: Library, reader: Reader) -> None:
    library.with_writer(lambda db: db.execute("DROP TABLE colour_label"))
    assert labels(reader) == {}

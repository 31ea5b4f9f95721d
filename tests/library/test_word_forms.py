from contextlib import closing
from pathlib import Path

import pytest

from desktop.core.hits import find_terms, term
from desktop.core.query import parse
from desktop.library import word_collecting
from desktop.library.library import Library
from desktop.library.search import Listing, article_ids
from desktop.library.word_forms import expand, expand_term
from desktop.operations.import_articles import store
from tests.builders import document

TEXTS = (
    "Po wojnie pojechał do Pieskowa i Łodzi.",
    "Rozmowa z Koreą Północną o wojnach, w Korei Północnej.",
    "Wojsko wojewody stoi.",
    "W latach statków poszedł większy.",
)


def collect(library: Library) -> int:
    with closing(library.reader()) as reader:
        return word_collecting.collect(reader, library.with_writer, lambda: False)


@pytest.fixture
def library(tmp_path: Path):
    library = Library(tmp_path / "library.glosa")
    library.run(store, documents=[document(text, language="pl") for text in TEXTS])
    yield library
    library.close()


@pytest.mark.parametrize(
    "typed, numbers",
    [
        ("wojna", [1, 2]),
        ("=wojna", []),
        ("=wojnie", [1]),
        ("wojne", [1, 2]),
        ("Pieskow", [1]),
        ("lodz", [1]),
        ('"Korea Północna"', [2]),
        ("rok", [4]),
        ("duży statek", [4]),
        ("-wojna", [3, 4]),
        ("wojn*", [1, 2]),
    ],
)
def test_a_word_finds_its_forms(library: Library, typed: str, numbers: list[int]):
    collect(library)
    reader = library.reader()
    query = expand(reader, parse(typed))
    found = sorted(article_ids(reader, Listing(parse(typed))))
    assert found == numbers
    if query.marked:
        marked = [n for n, text in enumerate(TEXTS, 1) if find_terms(text, query.marked)]
        assert marked == numbers
    reader.close()


def test_only_new_texts_are_looked_at(library: Library):
    assert collect(library) > 20
    assert collect(library) == 0
    library.run(store, documents=[document("Widział wojen wiele.", language="pl")])
    assert collect(library) == 3
    reader = library.reader()
    assert "wojen" in expand_term(reader, term("wojna")).forms[0]
    reader.close()


def test_before_forms_are_collected_a_word_is_found_as_typed(library: Library):
    reader = library.reader()
    assert list(article_ids(reader, Listing(parse("wojnie")))) == [1]
    reader.close()


def test_long_phrases_stay_within_bounds(library: Library):
    collect(library)
    reader = library.reader()
    phrase = expand_term(reader, term("wojna statek rok duży wojna statek rok duży wojna"))
    assert len(list(article_ids(reader, Listing(parse(f'"{phrase.written}"'))))) == 0
    reader.close()

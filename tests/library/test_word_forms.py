import unicodedata
from contextlib import closing
from math import prod
from pathlib import Path

import pytest

from desktop.core.hits import MOST_CHOICES, find_terms, term
from desktop.core.query import parse
from desktop.library import word_collecting
from desktop.library.library import Library
from desktop.library.search import Listing, article_ids, count_articles
from desktop.library.word_forms import expand, expand_term
from desktop.operations import annotate, read
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
    assert collect(library) == 19
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
    """As many forms as can be written down, those of the library first; all words still count."""
    forms = [f"{stem}{end}" for stem in ("wojn", "kos") for end in ("a", "y", "ie", "ę", "ą")]
    text = " ".join([*forms, "kosami wojnami wojen kos kosom wojnom wojnach kosach"])
    library.run(store, documents=[document(f"{text}. Kosami wojny koszą kosą.", language="pl")])
    collect(library)
    with closing(library.reader()) as reader:
        one = expand_term(reader, term("wojna"))
        assert len(one.forms[0]) > 7
        phrase = expand_term(reader, term("kosa wojna kosa wojna"))
        ways = prod(len(forms) for forms in phrase.forms)
        assert 1 < ways <= MOST_CHOICES
        assert [forms[0] for forms in phrase.forms] == ["kosa", "wojna", "kosa", "wojna"]
        assert phrase.forms[1] == one.forms[0][: len(phrase.forms[1])]


@pytest.mark.parametrize(
    "typed, numbers",
    [
        ("wojna NEAR/3 Pieskow", [1]),
        ("wojna NEAR/1 Pieskow", []),
        ("NEAR(rozmowa wojna, 5)", [2]),
        ("wojna NEAR/5 =pieskow", []),
        ('"Korea Północna" NEAR/3 wojna', [2]),
        ("(wojna OR statek) -rozmowa", [1, 4]),
        ("text:wojna", [1, 2]),
        ("text:=wojna", []),
        ('="Korei Północnej"', [2]),
        ('="Korei Północną"', []),
    ],
)
def test_forms_go_with_the_whole_search_language(library: Library, typed: str, numbers: list[int]):
    collect(library)
    with closing(library.reader()) as reader:
        assert sorted(article_ids(reader, Listing(parse(typed)))) == numbers
        assert sorted(article_ids(reader, Listing(parse(typed), sort="relevance"))) == numbers
        assert count_articles(reader, Listing(parse(typed))) == len(numbers)


def test_all_words_as_written(library: Library):
    collect(library)
    with closing(library.reader()) as reader:
        assert list(article_ids(reader, Listing(parse("wojna", exact=True)))) == []
        assert list(article_ids(reader, Listing(parse("wojnie", exact=True)))) == [1]


def _find(library: Library, typed: str) -> list[int]:
    collect(library)
    with closing(library.reader()) as reader:
        return sorted(article_ids(reader, Listing(parse(typed))))


def _edit(library: Library, article_id: int, **changed: str) -> None:
    fields = ("title", "author", "outlet", "agency", "url", "language", "published")
    with closing(library.reader()) as reader:
        (row,) = reader.rows(f"SELECT {', '.join(fields)} FROM article WHERE id = ?", (article_id,))
    library.run(read.edit_details, article_id=article_id, **{**row, **changed})


def test_what_the_user_changes_is_collected(library: Library):
    """Titles, notes of articles and highlights, the language: each by itself."""
    collect(library)
    _edit(library, 4, title="Rakiety nad miastem")
    assert _find(library, "rakieta") == [4]
    library.run(read.set_article_note, article_id=1, note="sprawdzić statki, (szpitalom)")
    assert _find(library, "note:szpital") == [1]
    assert _find(library, "note:=szpitala") == []
    note = library.run(annotate.add_highlight, article_id=2, start=0, end=7, note="o zaporach")
    assert _find(library, "note:zapora") == [2]
    library.run(annotate.set_note, annotation_id=note.result, note="o kłamstwach")
    assert _find(library, "note:kłamstwo") == [2]
    assert _find(library, "note:zapora") == []
    assert _find(library, "quote:rozmawiać OR quote:rozmowy") == [2]


def test_another_language_has_other_forms(library: Library):
    library.run(store, documents=[document("Two elections were held.", language="pl")])
    assert _find(library, "election") == []
    _edit(library, 5, language="en")
    assert _find(library, "election") == [5]


def test_a_long_text_is_collected_to_its_end(library: Library):
    filler = "Lorem ipsum dolor. " * (3 * word_collecting.STRETCH // 19)
    library.run(
        store, documents=[document(f"{filler} Zapory stoją.", title="Długi", language="pl")]
    )
    assert _find(library, "zapora") == [5]
    with closing(library.reader()) as reader:
        forms = {row["form"] for row in reader.rows("SELECT form FROM word_form")}
    assert forms >= {"Zapory", "stoją", "Lorem"}
    assert not forms & {"Lore", "orem", "psum", "ips", "olor", "dolo"}  # nothing is cut in two


def test_decomposed_letters_and_soft_hyphens(library: Library):
    text = unicodedata.normalize("NFD", "Stoją zapory. Płyną łodzie, rozmo\u00adwy trwają.")
    library.run(store, documents=[document(text, language="pl")])
    assert 5 in _find(library, "zapora")
    assert 5 in _find(library, unicodedata.normalize("NFD", "łódź"))
    assert 5 in _find(library, "rozmowa")


def test_what_comes_while_it_is_collected_is_not_lost(library: Library):
    with closing(library.reader()) as reader:
        found = word_collecting.new_forms(reader)
        assert found
        _edit(library, 1, title="Rakiety")
        library.with_writer(lambda db: word_collecting.put(db, found))
    assert _find(library, "rakieta") == [1]


def test_each_step_is_small(library: Library):
    words = " ".join(f"zl{chr(97 + a)}{chr(97 + b)}w" for a in range(26) for b in range(26))
    library.run(store, documents=[document(words, language="pl")])
    with closing(library.reader()) as reader:
        found = word_collecting.new_forms(reader)
        assert found
        steps = list(word_collecting.parts(found))
    assert max(len(step.keys) for step in steps) <= word_collecting.STORED_AT_ONCE
    assert sum(len(step.keys) for step in steps) == len(found.keys) > 676
    assert [bool(step.done) for step in steps] == [False] * (len(steps) - 1) + [True]


def test_deleted_articles_leave_nothing_to_do(library: Library):
    library.run(read.trash, article_ids=[3])
    library.run(read.delete_for_good, article_ids=[3])
    collect(library)
    with closing(library.reader()) as reader:
        assert not reader.rows("SELECT * FROM word_todo")

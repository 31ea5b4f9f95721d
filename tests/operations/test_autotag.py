"""Every sentence with the words, in their forms; one step; nothing highlighted twice."""

from collections.abc import Callable

import pytest

from desktop.core.errors import UserError
from desktop.library import annotations
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.operations import annotate, autotag, read
from tests.builders import all_rows

TEXT = "Rada przyjęła plan mostu. Burmistrz milczy. Most stanie za rok.\n\nO moście nikt nie mówi."


def _found(reader: Reader, words: str, within: list[int] | None = None) -> list[str]:
    return [one.exact for one in autotag.find_sentences(reader, words, within, limit=100)]


def test_sentences_with_all_the_words(
    library: Library, reader: Reader, add_article: Callable[..., int]
) -> None:
    first, gone = add_article(TEXT, language="pl"), add_article("Most spłonął wczoraj.")
    other = add_article("Inny most stoi.")
    library.run(read.trash, article_ids=[gone])
    assert _found(reader, "most") == ["Inny most stoi.", "Most stanie za rok."]
    assert _found(reader, "most rok") == ["Most stanie za rok."]
    assert _found(reader, '"plan mostu"') == ["Rada przyjęła plan mostu."]
    assert _found(reader, "most", [other]) == ["Inny most stoi."]
    assert _found(reader, "") == [] == _found(reader, "wodorost")
    assert len(autotag.find_sentences(reader, "most", [first, other], limit=1)) == 1


@pytest.mark.parametrize("words", ["most OR rok", "tag:Claim", "title:most"])
def test_other_operators_are_refused(reader: Reader, words: str) -> None:
    with pytest.raises(UserError):
        autotag.find_sentences(reader, words, None, limit=5)


def test_they_are_tagged_in_one_step_and_not_twice(
    library: Library, reader: Reader, add_article: Callable[..., int]
) -> None:
    article = add_article(TEXT)
    library.run(annotate.highlight_quote, article_id=article, quote="Most stanie za rok.",
                colour="blue", note="kiedy?")  # fmt: skip
    before = all_rows(library)
    sentences = autotag.find_sentences(reader, "mo*", None, limit=9)
    assert len(sentences) == 3
    given = {"sentences": sentences, "path": "Temat/Most", "colour": "green"}
    assert library.run(autotag.tag_sentences, **given).result == 3
    found = annotations.of_article(reader, article)
    assert [(one.exact, one.colour, one.note) for one in found] == [
        ("Rada przyjęła plan mostu.", "green", ""),
        ("Most stanie za rok.", "blue", "kiedy?"),
        ("O moście nikt nie mówi.", "green", ""),
    ]
    assert all([label.path for label in one.tags] == ["Temat/Most"] for one in found)
    assert library.run(autotag.tag_sentences, **given).result == 0
    library.undo()
    assert all_rows(library) == before


def test_a_sentence_that_is_gone_is_passed_over(
    library: Library, reader: Reader, add_article: Callable[..., int]
) -> None:
    article = add_article(TEXT)
    wrong = autotag.Sentence(article, "", 3, 9, "Most stanie za rok.")
    given = {"sentences": [wrong], "path": "Most", "colour": "green"}
    assert library.run(autotag.tag_sentences, **given).result == 0

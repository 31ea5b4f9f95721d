"""What a key selects: units hold the caret, never cross a block, and grow step by step."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.article import Block
from desktop.core.text_units import UNITS, grow, next_unit, unit_at

TEXT = (
    "W 2023 r. Rada zmieniła plan, a burmistrz milczał. „Nie wiem, co dalej” – mówi J. Kot.\n"
    "– Idę spać – dodał. – Dobranoc.\n"
    "Ostatni akapit bez kropki"
)


def _blocks(text: str) -> tuple[Block, ...]:
    found: list[Block] = []
    at = 0
    for line in text.split("\n"):
        if line:
            found.append(Block("paragraph", at, at + len(line)))
        at += len(line) + 1
    return tuple(found)


BLOCKS = _blocks(TEXT)


def _at(words: str, unit: str) -> str:
    found = unit_at(TEXT, BLOCKS, TEXT.index(words), unit, "pl")
    assert found
    return TEXT[slice(*found)]


@pytest.mark.parametrize(
    ("words", "unit", "expected"),
    [
        ("zmieniła", "word", "zmieniła"),
        ("burmistrz", "clause", "a burmistrz milczał."),
        ("burmistrz", "sentence", "W 2023 r. Rada zmieniła plan, a burmistrz milczał."),
        ("co dalej", "quotation", "Nie wiem, co dalej"),
        ("co dalej", "sentence", "„Nie wiem, co dalej” – mówi J. Kot."),
        ("Idę", "quotation", "Idę spać"),
        ("Dobranoc", "quotation", "Dobranoc."),
        ("Idę", "paragraph", "– Idę spać – dodał. – Dobranoc."),
        ("kropki", "sentence", "Ostatni akapit bez kropki"),
    ],
)
def test_units(words: str, unit: str, expected: str):
    assert _at(words, unit) == expected


def test_no_quotation_where_there_is_none():
    assert unit_at(TEXT, BLOCKS, TEXT.index("Ostatni"), "quotation", "pl") is None


def test_the_next_sentence_is_added_also_across_paragraphs():
    first = unit_at(TEXT, BLOCKS, 0, "sentence", "pl")
    assert first
    second = next_unit(TEXT, BLOCKS, first, "sentence", "pl")
    assert second
    assert TEXT[slice(*second)].endswith("J. Kot.")
    third = next_unit(TEXT, BLOCKS, second, "sentence", "pl")
    assert third
    assert TEXT[slice(*third)].endswith("– Idę spać – dodał.")
    assert next_unit(TEXT, BLOCKS, (0, len(TEXT)), "sentence", "pl") is None


def test_growing_goes_through_the_units_to_the_whole_text():
    selected = unit_at(TEXT, BLOCKS, TEXT.index("co dalej"), "word", "pl")
    seen: list[str] = []
    while selected:
        seen.append(TEXT[slice(*selected)])
        selected = grow(TEXT, BLOCKS, selected, "pl")
    assert seen[0] == "co"
    assert "Nie wiem, co dalej" in seen
    assert seen[-1] == TEXT


@given(
    st.text(alphabet="ab AŁ.,;–„”«»\"'’!\n1r", min_size=1, max_size=80),
    st.integers(0, 90),
    st.sampled_from(UNITS),
)
def test_a_unit_lies_within_its_block_and_has_no_space_around_it(text: str, point: int, unit: str):
    blocks = _blocks(text)
    found = unit_at(text, blocks, point, unit)
    if found:
        assert any(b.start <= found[0] < found[1] <= b.end for b in blocks)
        assert text[slice(*found)] == text[slice(*found)].strip()
        larger = grow(text, blocks, found)
        assert larger is None or (larger[0] <= found[0] and larger[1] >= found[1] != larger)

"""The cut into sentences, held against 150 sentences that were cut by hand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.sentences import sentences

_FIXTURE = Path(__file__).with_name("sentences.txt")


def _paragraphs() -> list[tuple[str, list[str]]]:
    lines = [line.split("\t") for line in _FIXTURE.read_text(encoding="utf-8").splitlines()]
    return [(language, cut.split("‖")) for language, cut in lines]


def _cut(text: str, language: str = "") -> list[str]:
    return [text[a:b] for a, b in sentences(text, 0, len(text), language)]


def _ends(text: str, pieces: list[str]) -> set[int]:
    ends: set[int] = set()
    at = 0
    for piece in pieces:
        at = text.index(piece, at) + len(piece)
        ends.add(at)
    return ends


def test_at_least_98_of_100_boundaries_are_right():
    wrong: list[str] = []
    total = 0
    for language, expected in _paragraphs():
        text = " ".join(expected)
        right, found = _ends(text, expected), _ends(text, _cut(text, language))
        total += len(right)
        wrong += [text[max(0, at - 30) : at + 10] for at in sorted(right ^ found)]
    assert total >= 150
    assert len(wrong) <= 0.02 * total, wrong


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("   ", 0), ("Bez kropki", 1), ("一つ。二つ！三つ？", 3), ("...", 1), ("A.B.C.", 1)],
)
def test_odd_texts(text: str, count: int):
    assert len(_cut(text)) == count


@given(st.text(alphabet='ab AŁ.!?…„”"() \n1r', max_size=60), st.sampled_from(["", "pl", "en"]))
def test_no_letter_is_left_out_and_none_is_in_two_sentences(text: str, language: str):
    at = 0
    for start, end in sentences(text, 0, len(text), language):
        assert not text[at:start].strip()
        assert at <= start < end
        at = end
    assert not text[at:].strip()

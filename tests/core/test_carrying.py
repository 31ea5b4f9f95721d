import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.carrying import Carried, carry, carry_point
from desktop.core.text_diff import Alignment
from tests.core.edit_scripts import article, edit, highlights

SCRIPTS, EACH = 40, 5


def carried(old: str, new: str, words: str, *, nth: int = 0) -> tuple[str, float] | None:
    """Carry the nth occurrence of *words*; return what it covers now."""
    start = -1
    for _ in range(nth + 1):
        start = old.index(words, start + 1)
    place = carry(Alignment(old, new), start, start + len(words))
    return (new[place.start : place.end], place.confidence) if place else None


def test_highlights_survive_edits_or_say_that_they_did_not():
    right = total = 0
    for number in range(SCRIPTS):
        rng = random.Random(number)
        edited = edit(rng, article(rng), edits=8)
        alignment = Alignment(edited.old, edited.new)
        for start, end in highlights(rng, edited.old, EACH):
            place = carry(alignment, start, end)
            truth = edited.truth(start, end)
            found = (place.start, place.end) if place else None
            total += 1
            gone = edited.kept(start, end) < 0.5
            right += found == truth or (found is None and gone)
            if place and place.confidence == 1.0:
                assert found == truth, (number, edited.old[start:end])
    assert total == 200
    assert right / total >= 0.97


def test_no_repeated_phrase_goes_silently_wrong():
    """Many more scripts, only phrases that come again: right, or marked as doubtful, or lost."""
    for number in range(1000, 1060):
        rng = random.Random(number)
        edited = edit(rng, article(rng), edits=10)
        alignment = Alignment(edited.old, edited.new)
        for start, end in highlights(rng, edited.old, 12):
            place = carry(alignment, start, end)
            if place and place.confidence == 1.0:
                assert (place.start, place.end) == edited.truth(start, end), number


OLD = (
    "W ulicznej sondzie z maja: Ala ma kota. Ola ma psa i żółwia. "
    "Ela ma kota w domu, a Ula – „papugę”."
)


@pytest.mark.parametrize(
    ("new", "words", "found"),
    [
        (OLD, "kota", "kota"),
        ("Nowy lid. " + OLD, "Ola ma psa i żółwia", "Ola ma psa i żółwia"),
        (OLD.replace("„", '"').replace("”", '"'), "„papugę”", '"papugę"'),
        (OLD.replace(" psa", "\u00a0psa"), "Ola ma psa i żółwia", "Ola ma\u00a0psa i żółwia"),
        (
            OLD.replace(" i żółwia", " i wielkiego żółwia"),
            "Ela ma kota w domu",
            "Ela ma kota w domu",
        ),
    ],
)
def test_what_is_certain(new: str, words: str, found: str):
    assert carried(OLD, new, words) == (found, 1.0)


def test_a_changed_word_within_is_told():
    found = carried(OLD, OLD.replace("żółwia", "zółwie"), "Ola ma psa i żółwia")
    assert found is not None
    assert found[0] == "Ola ma psa i zółwie"
    assert found[1] < 1.0


def test_a_part_of_a_word_stays_that_part():
    assert carried(OLD, "Lid. " + OLD, "żół") == ("żół", 1.0)


def test_what_is_deleted_has_no_place():
    assert carried(OLD, OLD.replace("Ola ma psa i żółwia. ", ""), "Ola ma psa i żółwia") is None


def test_one_of_two_equal_sentences_is_not_taken_for_the_other():
    old = "To jest zdanie. Rada przyjęła plan. Inne zdanie tutaj. Rada przyjęła plan. Koniec tego."
    new = "To jest zdanie. Inne zdanie tutaj. Rada przyjęła plan. Koniec tego."
    assert carried(old, new, "Rada przyjęła plan.", nth=0) is None
    second = carried(old, new, "Rada przyjęła plan.", nth=1)
    assert second == ("Rada przyjęła plan.", 1.0)


def test_a_moved_paragraph_takes_its_highlights_along():
    rows = article(random.Random(7), 6)
    moved = [rows[4], *rows[:4], rows[5]]
    old, new = "\n".join(rows), "\n".join(moved)
    words = rows[4][10:40].strip()
    assert carried(old, new, words) == (words, 1.0)


def test_an_empty_text_loses_all_and_finds_nothing():
    assert carried(OLD, "", "kota") is None
    assert carry(Alignment("", OLD), 0, 0) is None


@given(st.text(alphabet="ab ł„.\n", max_size=60), st.text(alphabet='ab ł".\n', max_size=60))
def test_any_place_is_within_the_new_text(old: str, new: str):
    alignment = Alignment(old, new)
    for start in range(0, len(old), 3):
        place = carry(alignment, start, min(start + 5, len(old)))
        if place:
            assert 0 <= place.start < place.end <= len(new)
            assert 0 < place.confidence <= 1
        assert 0 <= carry_point(alignment, start) <= len(new)


def test_the_same_text_keeps_everything():
    assert carry(Alignment(OLD, OLD), 3, 9) == Carried(3, 9, 1.0)
    same = Alignment(OLD, OLD)
    assert [carry_point(same, at) for at in range(len(OLD) + 1)] == list(range(len(OLD) + 1))

"""Polish word families, written by hand (no dictionary was copied): 218 that the rules were
made with, and 66 that were written down before it was known what the rules do with them.
"""

from pathlib import Path

import pytest

from desktop.core.folding import fold
from desktop.core.word_keys import keys, query_keys

pytest.importorskip("morfeusz2")
DATA = Path(__file__).parent / "data"
SETS = ("word_families_pl", "word_families_pl_held_out")
Families = list[tuple[str, ...]]


@pytest.fixture(params=SETS)
def families(request: pytest.FixtureRequest) -> Families:
    lines = (DATA / f"{request.param}.txt").read_text("utf-8").splitlines()
    return [tuple(line.split()) for line in lines]


def test_the_gold_sets_are_as_large_as_they_say(families: Families):
    assert len(families) >= 60
    assert all(len(set(family)) >= 5 for family in families)


def test_recall_and_precision_on_the_gold_sets(families: Families):
    """A form that two families share (`broni`) is related to all forms of both."""
    folded = [{fold(form) for form in family} for family in families]
    known = {form: keys(form, "pl") for family in families for form in family}
    wanted = found = crossed = matches = 0
    for family in families:
        for asked in family:
            looked_for = query_keys(asked, "pl")
            related = {other for one in folded if fold(asked) in one for other in one}
            others = [form for form in family if form != asked]
            wanted += len(others)
            found += sum(
                bool(looked_for & known[form]) or fold(form) == fold(asked) for form in others
            )
            matched = [form for form, has in known.items() if looked_for & has]
            matches += len(matched)
            crossed += sum(fold(form) not in related for form in matched)
    assert found / wanted >= 0.99
    assert crossed / matches <= 0.005


@pytest.mark.parametrize(
    "typed, meant", [("lodz", "Łódź"), ("wojne", "wojna"), ("lawrow", "Ławrowa")]
)
def test_words_typed_without_accents(typed: str, meant: str):
    assert query_keys(typed, "pl") & keys(meant, "pl")


def test_other_languages_go_by_stems():
    assert keys("elections", "en") == keys("election", "en")
    assert keys("Wahlen", "de") == keys("Wahl", "de")
    assert not keys("election", "")

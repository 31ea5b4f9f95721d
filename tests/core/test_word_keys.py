"""The gold set: 200 Polish word families, written by hand (no dictionary was copied)."""

from pathlib import Path

import pytest

from desktop.core.folding import fold
from desktop.core.word_keys import keys, query_keys

pytest.importorskip("morfeusz2")
FAMILIES = [
    tuple(line.split())
    for line in (Path(__file__).parent / "data/word_families_pl.txt")
    .read_text("utf-8")
    .splitlines()
]
FOLDED = [{fold(form) for form in family} for family in FAMILIES]
KEYS = {form: keys(form, "pl") for family in FAMILIES for form in family}


def _family_of(form: str) -> set[str]:
    """Return the folded forms of all families that *form* is in: `broni` is in two."""
    return {other for family in FOLDED if fold(form) in family for other in family}


def test_the_gold_set_is_as_large_as_it_says():
    assert len(FAMILIES) >= 200
    assert all(len(set(family)) >= 5 for family in FAMILIES)


def test_recall_and_precision_on_the_gold_set():
    wanted = found = crossed = matches = 0
    for family in FAMILIES:
        for asked in family:
            looked_for, related = query_keys(asked, "pl"), _family_of(asked)
            others = [form for form in family if form != asked]
            wanted += len(others)
            found += sum(
                bool(looked_for & KEYS[form]) or fold(form) == fold(asked) for form in others
            )
            matched = [form for form, has in KEYS.items() if looked_for & has]
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

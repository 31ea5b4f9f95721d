import random

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.shingles import RUN, SAMPLE_BELOW, covered, runs, sample

WORDS = [f"słowo{n}" for n in range(3_000)]


def text(seed: int, length: int) -> str:
    rng = random.Random(seed)
    return " ".join(rng.choice(WORDS) for _ in range(length))


def test_case_accents_and_typography_do_not_count():
    assert runs("Łódź: „nasze miasto” jest duże") == runs('lodz "NASZE miasto" jest duze')


def test_a_text_has_a_run_for_each_word_but_the_last_three():
    assert len(runs(text(1, 100))) == 100 - RUN + 1
    assert len(runs("dwa słowa")) == 1
    assert runs(" … ") == []


@given(st.integers(0, 400), st.integers(0, 99))
def test_a_sample_is_small_ascending_and_never_empty(length: int, seed: int):
    hashes = runs(text(seed, length))
    kept = sample(hashes)
    assert kept == sorted(set(kept))
    assert set(kept) <= set(hashes)
    assert bool(kept) == bool(hashes)
    assert len(kept) <= 256


def test_about_one_run_in_32_is_kept():
    hashes = runs(text(2, 20_000))
    low = [value for value in hashes if value < SAMPLE_BELOW]
    assert 0.8 < len(low) * 32 / len(hashes) < 1.2


def test_a_part_shares_its_sample_with_the_whole():
    whole = text(3, 4_000)
    part = " ".join(whole.split()[1_000:1_500])
    assert len(set(sample(runs(part))) & set(sample(runs(whole)))) >= 8


def test_covered_is_the_share_of_words():
    one, other = text(4, 300), text(5, 300)
    both = runs(one + " " + other)
    assert covered(runs(one), set(runs(one))) == 1.0
    assert covered(runs(one), set(runs(other))) == 0.0
    assert 0.49 < covered(both, set(runs(one))) < 0.51
    assert covered([], {1}) == 0.0

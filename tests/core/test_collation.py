from hypothesis import given
from hypothesis import strategies as st

from desktop.core.collation import sort_key

ALPHABET = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
words = st.text(alphabet=ALPHABET + ALPHABET.upper(), max_size=12)


@given(words, words)
def test_polish_order(one: str, other: str):
    ranks = [[ALPHABET.index(letter) for letter in word.lower()] for word in (one, other)]
    assert (sort_key(one) < sort_key(other)) == (ranks[0] < ranks[1])


def test_order_of_titles():
    expected = [
        "2 kg", "11 kg", "„Cena” ropy", "Ćma", "ćma 2", "ćma 10", "lód", "łódź",
        "Žižek", "źle", "żaba",
    ]  # fmt: skip
    assert sorted(sorted(expected), key=sort_key) == expected


@given(st.text(max_size=300))
def test_any_text_has_a_key_that_can_be_stored(text: str):
    sort_key("".join(char for char in text if not "\ud800" <= char <= "\udfff")).encode()

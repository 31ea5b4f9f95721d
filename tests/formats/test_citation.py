"""A quote with its source, as people paste it."""

import pytest

from desktop.formats.citation import STYLES, Cited, with_source

SOURCE = Cited(
    title="Zapora & most", author="Anna Żuk", outlet="Kresy.pl", agency="TASS",
    url="https://example.org/a_b", published="2023-09-07", added="2024-05-14T09:00:00Z",
    language="pl",
)  # fmt: skip


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("plain", "„412 domów” (Anna Żuk, Zapora & most, Kresy.pl/TASS, 2023-09-07, "
                  "https://example.org/a_b)"),
        ("markdown", "> 412 domów\n>\n> — Anna Żuk, [Zapora & most](<https://example.org/a_b>), "
                     "*Kresy.pl/TASS*, 2023-09-07\n"),
        ("footnote", "„412 domów” – A. Żuk, Zapora & most, „Kresy.pl/TASS”, 07.09.2023, "
                     "https://example.org/a_b (dostęp: 14.05.2024)."),
    ],
)  # fmt: skip
def test_styles(style: str, expected: str):
    assert with_source(style, "412 domów", SOURCE) == expected


def test_bibtex_holds_the_quote():
    entry = with_source("bibtex", "50 % {domów}", SOURCE)
    assert entry.startswith("@article{kresypl2023zapora,")
    assert r"annotation = {50 \% \{domów\}}" in entry


@pytest.mark.parametrize("style", STYLES)
def test_nothing_known_but_the_title(style: str):
    text = with_source(style, "x", Cited(title="T"))
    assert "T" in text
    assert ", ," not in text
    assert "()" not in text

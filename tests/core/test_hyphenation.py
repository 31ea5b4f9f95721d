"""Words are broken where their language allows it, and nothing else is."""

import pytest

from desktop.core.hyphenation import LANGUAGES, LONGEST, breaks

WORDS = {
    "pl": ("przewodniczący", "prze-wod-ni-czący"),
    "en": ("photography", "pho-tog-ra-phy"),
    "fr": ("administration", "ad-mi-nis-tra-tion"),
    "ru": ("администрация", "ад-ми-ни-стра-ция"),
}


def broken(text: str, language: str) -> str:
    found = breaks(text, language)
    assert found is not None
    edges = zip([0, *found], [*found, len(text)], strict=True)
    return "-".join(text[a:b] for a, b in edges)


@pytest.mark.parametrize("language", sorted(WORDS))
def test_words(language: str) -> None:
    word, wanted = WORDS[language]
    assert broken(word, language) == wanted


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_has_its_patterns(language: str) -> None:
    word = "администрацияпрезидента" if language in ("ru", "uk") else "administrativepresident"
    assert breaks(word, language)


def test_the_rest_of_the_text_stays_whole() -> None:
    left = "PRZEWODNICZĄCY https://example.org/przewodniczący przewodniczący@onet.pl wersja2024"
    assert broken(left, "pl") == left
    assert broken("prze\u00adwodniczący kot", "pl") == "prze\u00adwodniczący kot"
    assert broken("„Przewodniczący”, rzekł", "pl") == "„Prze-wod-ni-czący”, rzekł"


def test_an_unknown_language_has_none() -> None:
    assert breaks("przewodniczący", "") is None
    assert breaks("przewodniczący", "ja") is None
    assert breaks("a" * (LONGEST + 1), "pl") is None


def test_what_is_known_of_words_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop.core import hyphenation

    monkeypatch.setattr(hyphenation, "_MOST_KNOWN", 0)
    for _ in range(2):
        assert broken("przewodniczący", "pl") == "prze-wod-ni-czący"
    assert len(hyphenation._patterns("pl").hd.cache) == 1

"""What the forms of one word have in common: its lemmas, or for words no dictionary has, a stem.

Polish goes by the SGJP dictionary in Morfeusz (BSD licence): it knows `rok` behind `lata` and keeps
`wojna` from `wojsko`. Foreign names, and all other languages, go by their stems.
"""

from functools import cache
from itertools import product
from math import prod
from typing import Any

from desktop.core.folding import fold

SNOWBALL = {
    "ar": "arabic", "hy": "armenian", "eu": "basque", "ca": "catalan", "cs": "czech",
    "da": "danish", "nl": "dutch", "en": "english", "eo": "esperanto", "et": "estonian",
    "fi": "finnish", "fr": "french", "de": "german", "el": "greek", "hu": "hungarian",
    "id": "indonesian", "ga": "irish", "it": "italian", "lt": "lithuanian", "no": "norwegian",
    "nb": "norwegian", "fa": "persian", "pl": "polish", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sr": "serbian", "es": "spanish", "sv": "swedish", "tr": "turkish",
    "yi": "yiddish",
}  # fmt: skip
LANGUAGES = frozenset(SNOWBALL)
SHORTEST = 2
_NAME_ENDINGS = {
    **dict.fromkeys((
        "owie", "owi", "iego", "iemu", "ego", "emu", "iem", "ymi", "imi", "ami", "ach", "ych",
        "ich", "em", "om", "ym", "im", "ów", "ie", "ej", "ą", "ę", "a", "e", "i", "o", "u", "y",
    ), ""),
    "scy": "sk", "ccy": "ck", "ce": "k", "dze": "g", "rze": "r",
}  # fmt: skip
_LONGEST_ENDING = max(map(len, _NAME_ENDINGS))
_ACCENTS = {
    "a": "ą", "c": "ć", "e": "ę", "l": "ł", "n": "ń", "o": "ó", "s": "ś", "z": "źż",
    "L": "Ł", "S": "Ś", "Z": "ŹŻ", "C": "Ć", "O": "Ó",
}  # fmt: skip
_MOST_ACCENTED = 400
_SURNAME = "nazwisko"
_JOINTS = ("aglt", "pref")


def keys(form: str, language: str) -> frozenset[str]:
    """Return the keys of *form* as it stands in a text; forms of one word share a key."""
    if language not in LANGUAGES or len(form) < SHORTEST:
        return frozenset()
    if language != "pl":
        return frozenset({_stem_key(form, language)})
    found = _lemmas(form)
    lemmas = frozenset(lemma for lemma, _ in found)
    # A dictionary has but some of a foreign name's forms, or those of a man and not of a woman.
    named = form[0].isupper() and all(kind.startswith(("adj", _SURNAME)) for _, kind in found)
    return lemmas | _name_stems(form) if named or not found else lemmas


def query_keys(word: str, language: str) -> frozenset[str]:
    """Return the keys to look for: a name written as one (`Polska`) is not also `polski`."""
    found = keys(word, language)
    if language == "pl" and found and all(key.startswith("~") for key in found):
        found |= {key for one in _accented(word) for key, _ in _lemmas(one)}
        found |= {key for one in _accented(word.title()) for key, _ in _lemmas(one)}
    if word[0].islower() or not any(key[0].isupper() for key in found):
        return found
    return frozenset(key for key in found if not key[0].islower() or key.lower() == word.lower())


def normal(form: str) -> str:
    """Return *form* without the capitals of a headline."""
    return form.capitalize() if form.isupper() else form


def _accented(word: str) -> list[str]:
    """Return what *word* may be with its Polish letters: `lodz` is `łódź`."""
    choices = [letter + _ACCENTS.get(letter, "") for letter in word]
    if prod(map(len, choices)) > _MOST_ACCENTED:
        return []
    return ["".join(letters) for letters in product(*choices)][1:]


def _stem_key(form: str, language: str) -> str:
    return "~" + fold(_stemmer(SNOWBALL[language]).stemWord(form.lower()))


def _name_stems(form: str) -> frozenset[str]:
    """Return what a name no dictionary has may be without its ending: it is not known which."""
    name = form.lower()
    folded = fold(name)
    if len(folded) != len(name):
        return frozenset({"~" + folded})
    stems = {folded}
    for length in range(1, min(_LONGEST_ENDING, len(name) - 3) + 1):
        instead = _NAME_ENDINGS.get(name[-length:])
        if instead is not None:
            stems.add(folded[:-length] + instead)
    return frozenset("~" + stem for stem in stems)


def _lemmas(form: str) -> list[tuple[str, str]]:
    morfeusz = _morfeusz()
    if morfeusz is None:
        return []
    return [
        (lemma.split(":")[0], _SURNAME if _SURNAME in names else tag)
        for start, _, (_, lemma, tag, names, _) in morfeusz.analyse(form)
        if start == 0 and tag != "ign" and not tag.startswith(_JOINTS)
    ]


@cache
def _morfeusz() -> Any:
    try:
        import morfeusz2  # pyright: ignore[reportMissingTypeStubs]
    except ImportError:  # there is none for this machine: stems alone, then
        return None
    return morfeusz2.Morfeusz(expand_tags=False, generate=False)


@cache
def _stemmer(name: str) -> Any:
    import snowballstemmer  # pyright: ignore[reportMissingTypeStubs]

    return snowballstemmer.stemmer(name)  # pyright: ignore

"""Articles of a small town's press, each with the variants that other outlets print of it.

Deterministic. Boilerplate and quotations that many articles share are there to mislead.
"""

import random

VARIANTS = ("verbatim", "cut", "reordered", "rewritten")
_BOILERPLATE = (
    "Wszelkie prawa zastrzeżone. Kopiowanie bez zgody redakcji jest zabronione.",
    "Zapisz się na nasz newsletter, aby nie przegapić najważniejszych wiadomości z regionu.",
    "Jak podaje Polska Agencja Prasowa, sprawa jest w toku i nikt nie usłyszał zarzutów.",
)
_QUOTES = (
    "„Nie mamy na to pieniędzy i nie wiemy, kiedy będziemy je mieli” – powiedział burmistrz.",
    "„To jest decyzja, która zmieni nasze miasto na pokolenia” – oświadczyła przewodnicząca rady.",
)
_BEGINNINGS = ("wo", "ka", "mie", "sto", "pra", "bu", "dro", "le", "ry", "gra", "za", "po", "szy")
_MIDDLES = ("da", "li", "row", "sta", "dzi", "mo", "ce", "ko", "ła", "ni", "te", "bra", "sze")
_ENDINGS = ("ć", "ny", "nie", "ego", "ami", "ów", "ka", "em", "ą", "ło", "ych", "owi", "")
_SMALL = ("w", "na", "z", "i", "do", "się", "nie", "że", "to", "o", "po", "jest", "od", "za")


def vocabulary() -> list[str]:
    """Return words that look like Polish, the common ones first."""
    made = [
        a + b + c + d for a in _BEGINNINGS for b in _MIDDLES for c in _MIDDLES for d in _ENDINGS
    ]
    random.Random(5).shuffle(made)
    return [*_SMALL, *made]


_VOCABULARY = vocabulary()


def article(rng: random.Random, words: int = 500) -> list[list[str]]:
    """Return sentences (lists of words) of an article of about so many words."""
    sentences: list[list[str]] = []
    while sum(map(len, sentences)) < words:
        chosen = [_word(rng) for _ in range(rng.randint(6, 22))]
        sentences.append([chosen[0].capitalize(), *chosen[1:-1], chosen[-1] + "."])
    for shared in (*rng.sample(_BOILERPLATE, 1), *rng.sample(_QUOTES, rng.randint(0, 2))):
        sentences.insert(rng.randint(0, len(sentences)), [*shared.split()])
    return sentences


def _word(rng: random.Random) -> str:
    """Return a word by Zipf's law."""
    return _VOCABULARY[int(len(_VOCABULARY) ** rng.random()) - 1]


def variant(rng: random.Random, sentences: list[list[str]], kind: str) -> list[list[str]]:
    """Return a variant of an article, of one of VARIANTS."""
    if kind == "cut":
        return sentences[: round(len(sentences) * 0.6)]
    if kind == "reordered":
        parts = [sentences[at : at + 3] for at in range(0, len(sentences), 3)]
        rng.shuffle(parts)
        return [sentence for part in parts for sentence in part]
    if kind == "rewritten":
        return [
            [_word(rng) if rng.random() < 0.15 else word for word in sentence]
            for sentence in sentences
        ]
    return [*sentences, [*_BOILERPLATE[rng.randrange(len(_BOILERPLATE))].split()]]


def text(rng: random.Random, sentences: list[list[str]]) -> str:
    """Return sentences as paragraphs."""
    rows: list[str] = []
    at = 0
    while at < len(sentences):
        size = rng.randint(2, 5)
        rows.append(" ".join(" ".join(words) for words in sentences[at : at + size]))
        at += size
    return "\n\n".join(rows)


def families(number: int, *, words: int = 500) -> list[list[tuple[str, str]]]:
    """Return so many families: the original and its variants, each with the name of its kind."""
    found: list[list[tuple[str, str]]] = []
    for seed in range(number):
        rng = random.Random(seed)
        sentences = article(rng, words)
        members = [("original", text(rng, sentences))]
        members += [(kind, text(rng, variant(rng, sentences, kind))) for kind in VARIANTS]
        found.append(members)
    return found

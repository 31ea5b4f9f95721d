"""A made-up Polish press archive of any size: the same articles each time, streamed as .jsonl.

Words follow Zipf's law, lemmas are inflected with Polish endings, every article brings some new
names and figures (Heaps' law): the index gets the shape that real articles give it. All articles
have about 3.5 kB; on average one highlight falls to each.
"""

import gzip
import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

SEED = 20_230_917
# In every article, in one of ten and in one of a thousand: searches with known answers.
EVERYWHERE, COMMON, RARE = "komunikat", "uchwała", "kolubryna"
_LEMMAS, _STREAM = 30_000, 3_000_000
_SMALL = """
    w i na z że się do nie o to jest za po jak od przez ale dla oraz co już tylko był są ma być
    może który która które tym tego tej przed między także jednak więc bez pod nad lub czy gdy
    ich jego jej będzie został została podczas według wobec około ponad również zdaniem
""".split()  # noqa: SIM905 - as a list it fills a page
_SYLLABLES = """
    ba be bo bu by cha cho ce ci cza czo da de do dru dy dział fa fi ga go gra gu ja je jo ka
    ko kra kry ku la le li lo łą ło łu ma me mi mo mu na ne ni no nów pa pi po pra prze pu ra
    re ro ru rzą rze sa se si sło śmi śro sta sto stra szy szcz ta te ti to tra try tu twa wa
    we wi wo wy wró za ze zi zna zwo ża że żo
""".split()  # noqa: SIM905 - as a list it fills a page
_CODAS = """
    k r n t w d l m s z c rz ń ść st cz sz ż g b p
""".split()  # noqa: SIM905 - as a list it fills a page
_ENDINGS = {
    "noun": ("", "a", "u", "owi", "em", "ie", "y", "ów", "om", "ami", "ach"),
    "feminine": ("a", "y", "ę", "ą", "ie", "o", "om", "ami", "ach"),
    "neuter": ("o", "a", "u", "em", "om", "ami", "ach"),
    "adjective": ("y", "ego", "emu", "ym", "a", "ej", "ą", "e", "ych", "ymi"),
    "verb": ("ać", "a", "ał", "ała", "ali", "ają", "ano", "ając", "aliśmy", "any"),
}
_FIRST = """
    Anna Piotr Maria Jan Ewa Tomasz Zofia Paweł Łucja Stanisław Żaneta Michał Iga
""".split()  # noqa: SIM905 - as a list it fills a page
_TAGS = ("Wojna/Front", "Wojna/Dyplomacja", "Energetyka/Gaz", "Sąd", "Gospodarka/Ceny", "Nauka")
_COLOURS = ("yellow", "green", "blue", "pink")


class Corpus:
    """Articles by number: article n is the same whatever the size of the corpus."""

    def __init__(self) -> None:
        chance = random.Random(SEED)
        self._words = _stream(chance)
        self._outlets = [f"{_name(chance)} {kind}" for kind in _OUTLETS for _ in range(12)]
        self._topics = [f"Temat {_name(chance)}" for _ in range(150)]

    def articles(self, count: int) -> Iterator[dict[str, Any]]:
        """Yield *count* articles as dictionaries of JSON values."""
        return (self.article(number) for number in range(count))

    def article(self, number: int) -> dict[str, Any]:
        """Return article *number*."""
        chance = random.Random(SEED + number)
        text = self._text(chance, number)
        return {
            "id": f"glosa-{number}",
            "title": self._title(chance),
            "text": text,
            "author": f"{chance.choice(_FIRST)} {_name(chance)}",
            "outlet": chance.choice(self._outlets),
            "agency": chance.choice(("PAP", "Reuters", "AFP", "IAR", "", "")),
            "url": f"https://example.org/{number}",
            "language": "pl",
            "published": (date(2012, 1, 1) + timedelta(chance.randrange(5_000))).isoformat(),
            "tags": self._tags(chance),
            "highlights": _highlights(chance, text),
        }

    def _title(self, chance: random.Random) -> str:
        at = chance.randrange(len(self._words) - 12)
        words = " ".join(self._words[at : at + chance.randint(5, 10)])
        return words[:1].upper() + words[1:]

    def _text(self, chance: random.Random, number: int) -> str:
        paragraphs: list[str] = []
        size = 0
        wanted = chance.randint(2_600, 3_900)
        while size < wanted:
            paragraph = " ".join(self._sentence(chance) for _ in range(chance.randint(2, 5)))
            paragraphs.append(paragraph)
            size += len(paragraph)
        marks = [EVERYWHERE.capitalize()]
        marks += [COMMON] * (number % 10 == 0) + [RARE] * (number % 1_000 == 0)
        paragraphs[0] = f"{' '.join(marks)} {number}. {paragraphs[0]}"
        return "\n\n".join(paragraphs)

    def _sentence(self, chance: random.Random) -> str:
        at = int(chance.random() * (len(self._words) - 30))
        length = 6 + int(chance.random() * 15)
        words = " ".join(self._words[at : at + length])
        if length > 18:
            words = f"{words} {_name(chance)} {int(chance.random() * 90_000)}"
        return f"{words[:1].upper()}{words[1:]}."

    def _tags(self, chance: random.Random) -> list[str]:
        tags = [chance.choice(_TAGS)] if chance.random() < 0.3 else []
        return tags + ([chance.choice(self._topics)] if chance.random() < 0.2 else [])


_OUTLETS = ("Kurier", "Gazeta", "Dziennik", "Portal", "Radio")


def write(target: Path, count: int, *, highlights: bool = True) -> None:
    """Write the first *count* articles to *target* (.jsonl or .jsonl.gz), unless it is there."""
    if target.exists():
        return
    part = target.with_name(target.name + ".part")
    packed = target.suffix == ".gz"
    with gzip.open(part, "wt", 1, "utf-8") if packed else part.open("w", 1 << 20, "utf-8") as out:
        for article in Corpus().articles(count):
            if not highlights:
                article["highlights"] = []
            out.write(json.dumps(article, ensure_ascii=False) + "\n")
    part.replace(target)


def lemma_forms() -> list[list[str]]:
    """Return the forms of each lemma, the commonest lemma first."""
    chance = random.Random(SEED + 1)
    kinds = list(_ENDINGS)
    return [_inflected(chance, kinds[number % len(kinds)]) for number in range(_LEMMAS)]


def _inflected(chance: random.Random, kind: str) -> list[str]:
    stem = _stem(chance)
    return [stem + ending for ending in _ENDINGS[kind]]


def _stream(chance: random.Random) -> list[str]:
    lemmas = lemma_forms()
    groups = [[word] for word in _SMALL] + lemmas
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(groups))))
    picked = chance.choices(groups, cum_weights=weights, k=_STREAM)
    return [forms[int(chance.random() ** 1.7 * len(forms))] for forms in picked]


def _stem(chance: random.Random) -> str:
    syllables = "".join(chance.choices(_SYLLABLES, k=chance.choice((1, 1, 2, 2, 2, 3))))
    return syllables + chance.choice(_CODAS)


def _name(chance: random.Random) -> str:
    return (_stem(chance) + chance.choice(("ski", "cki", "owicz", "ak", "ow", "enko"))).capitalize()


def _highlights(chance: random.Random, text: str) -> list[dict[str, Any]]:
    count = chance.choice((0, 0, 0, 0, 0, 0, 1, 1, 2, 6))
    found: list[dict[str, Any]] = []
    for _ in range(count):
        start = chance.randrange(max(1, len(text) - 260))
        end = start + chance.randint(40, 220)
        exact = text[start:end].partition("\n")[0].strip()
        if exact:
            note = "sprawdzić w źródle" if chance.random() < 0.2 else ""
            found.append({"exact": exact, "colour": chance.choice(_COLOURS), "note": note})
    return found

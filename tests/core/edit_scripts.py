"""Articles edited as people edit them, where each letter remembers where it came from."""

import random
from dataclasses import dataclass

PHRASES = (
    "rada miasta przyjęła uchwałę w sprawie mostu",
    "prezydent nie odpowiedział na pytania",
    "„nie mamy na to pieniędzy”",
    "w ubiegłym roku",
)
_SUBJECTS = ("Burmistrz", "Radna", "Mieszkaniec", "Kierowca", "Rzecznik", "Sąsiad", "Dyrektorka")
_VERBS = ("zapowiada", "twierdzi", "ogłosiła", "powtórzył", "pamięta", "opisuje", "podkreśla")
_THINGS = (
    "remont szkoły przy rynku", "budowę obwodnicy na wschodzie", "koszt biletów w tramwaju",
    "plan nowego parku nad rzeką", "spór o targowisko", "brak lekarzy w przychodni",
    "przetarg na autobusy", "naprawę dachu biblioteki", "opłatę za śmieci", "wybory w dzielnicy",
)  # fmt: skip
_TAILS = (
    "co potwierdza raport", "choć nikt go nie widział", "zanim spadnie śnieg", "mimo protestów",
    "bo termin minął", "jak pisze „Kurier”", "ale bez szczegółów", "po długiej naradzie",
)  # fmt: skip
Letter = tuple[str, int]


@dataclass(frozen=True)
class Edited:
    """An article before and after, with the origin of each letter of the new text (-1: none)."""

    old: str
    new: str
    origins: list[int]

    def truth(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where what is left of a range is now."""
        left = [at for at, origin in enumerate(self.origins) if start <= origin < end]
        return (left[0], left[-1] + 1) if left else None

    def kept(self, start: int, end: int) -> float:
        """Return which part of a range is left."""
        return sum(start <= origin < end for origin in self.origins) / (end - start)


def article(rng: random.Random, paragraphs: int = 12) -> list[str]:
    """Return paragraphs in which some phrases come again and again."""
    return [" ".join(_sentence(rng) for _ in range(rng.randint(2, 5))) for _ in range(paragraphs)]


def _sentence(rng: random.Random) -> str:
    parts = [rng.choice(_SUBJECTS), rng.choice(_VERBS), rng.choice(_THINGS)]
    if rng.random() < 0.5:
        parts.append("i że " + rng.choice(PHRASES))
    if rng.random() < 0.7:
        parts.append(rng.choice(_TAILS))
    return " ".join(parts) + f" ({rng.randint(1, 400)})."


def edit(rng: random.Random, paragraphs: list[str], edits: int) -> Edited:
    """Return *paragraphs* after some edits of all kinds."""
    old = "\n".join(paragraphs)
    letters = list(zip(old, range(len(old)), strict=True))
    rows = _split(letters)
    for _ in range(edits):
        rng.choice(_EDITS)(rng, rows)
    new: list[Letter] = []
    for row in rows:
        new += [*([("\n", -1)] if new else []), *row]
    return Edited(old, "".join(c for c, _ in new), [origin for _, origin in new])


def _split(letters: list[Letter]) -> list[list[Letter]]:
    rows: list[list[Letter]] = [[]]
    for letter in letters:
        rows.append([]) if letter[0] == "\n" else rows[-1].append(letter)
    return rows


def _made(text: str) -> list[Letter]:
    return [(c, -1) for c in text]


def _spaces(row: list[Letter]) -> list[int]:
    return [at for at, (c, _) in enumerate(row) if c == " "]


def _insert_sentence(rng: random.Random, rows: list[list[Letter]]) -> None:
    row = rng.choice(rows)
    ends = [0] + [at + 2 for at, (c, _) in enumerate(row[:-1]) if c == "."]
    at = rng.choice(ends)
    row[at:at] = _made(_sentence(rng) + " ")


def _insert_words(rng: random.Random, rows: list[list[Letter]]) -> None:
    row = rng.choice(rows)
    if spaces := _spaces(row):
        at = rng.choice(spaces)
        row[at:at] = _made(" " + rng.choice(["rzekomo", "podobno dziś", rng.choice(PHRASES)]))


def _insert_paragraph(rng: random.Random, rows: list[list[Letter]]) -> None:
    rows.insert(rng.randint(0, len(rows)), _made(" ".join(_sentence(rng) for _ in range(3))))


def _delete_words(rng: random.Random, rows: list[list[Letter]]) -> None:
    row = rng.choice(rows)
    spaces = _spaces(row)
    if len(spaces) > 4:
        first = rng.randrange(len(spaces) - 3)
        del row[spaces[first] : spaces[first + rng.randint(1, 3)]]


def _delete_paragraph(rng: random.Random, rows: list[list[Letter]]) -> None:
    if len(rows) > 6:
        del rows[rng.randrange(len(rows))]


def _move_paragraph(rng: random.Random, rows: list[list[Letter]]) -> None:
    row = rows.pop(rng.randrange(len(rows)))
    rows.insert(rng.randint(0, len(rows)), row)


def _merge_paragraphs(rng: random.Random, rows: list[list[Letter]]) -> None:
    if len(rows) > 4:
        at = rng.randrange(len(rows) - 1)
        rows[at : at + 2] = [[*rows[at], (" ", -1), *rows[at + 1]]]


def _straight_quotes(rng: random.Random, rows: list[list[Letter]]) -> None:
    for row in rows:
        row[:] = [('"' if c in "„”" else c, origin) for c, origin in row]


def _no_break_spaces(rng: random.Random, rows: list[list[Letter]]) -> None:
    for row in rows:
        row[:] = [("\u00a0" if c == " " and rng.random() < 0.1 else c, o) for c, o in row]


def _typo(rng: random.Random, rows: list[list[Letter]]) -> None:
    row = rng.choice(rows)
    inner = [
        at for at in range(1, len(row) - 1) if all(row[at + n][0].isalpha() for n in (-1, 0, 1))
    ]
    if inner:
        at = rng.choice(inner)
        row[at] = (rng.choice("aeioxz"), row[at][1])


_EDITS = (
    _insert_sentence, _insert_words, _insert_paragraph, _delete_words, _delete_paragraph,
    _move_paragraph, _merge_paragraphs, _straight_quotes, _no_break_spaces, _typo, _typo,
)  # fmt: skip


def highlights(rng: random.Random, text: str, number: int) -> list[tuple[int, int]]:
    """Return ranges of *text*: sentences, a few words, and phrases that come again."""
    found: list[tuple[int, int]] = []
    while len(found) < number:
        kind = rng.random()
        if kind < 0.4:
            phrase = rng.choice(PHRASES)
            places = [at for at in range(len(text)) if text.startswith(phrase, at)]
            if places:
                at = rng.choice(places)
                found.append((at, at + len(phrase)))
            continue
        row = rng.choice(text.split("\n"))
        base = text.index(row)
        if kind < 0.7:
            sentence = rng.choice(row[:-1].split(". "))
            at = base + row.index(sentence)
            found.append((at, at + len(sentence)))
        else:
            words = row.split(" ")
            first = rng.randrange(max(1, len(words) - 4))
            at = base + len(" ".join(words[:first])) + (1 if first else 0)
            found.append((at, at + len(" ".join(words[first : first + rng.randint(1, 4)]))))
    return found

"""A library with a million highlights, made by bare SQL and kept for the next run."""

import random
import sqlite3
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.core.collation import sort_key
from desktop.core.colours import COLOURS
from desktop.core.folding import fold
from desktop.core.ids import new_uuid
from desktop.library.identity import SCHEMA_VERSION
from desktop.library.library import Library
from desktop.library.tags import path_columns

ARTICLES = 50_000
EACH = 20
OUTLETS = [f"Gazeta {name}" for name in ("Łódzka", "Górska", "Morska", "Polska", "Nowa", "Stara")]
OUTLETS += [f"Kurier {number}" for number in range(30)]
AUTHORS = [f"Autor {number}" for number in range(400)]
LANGUAGES = ("pl", "pl", "pl", "en", "de", "uk")
ROOTS = ("Teza", "Liczba", "Osoba", "Miejsce", "Wątpliwość", "Źródło")
TEXT = (
    "rząd most dostawy broń rzeka Łódź powódź minister ustawa zapora koszt świadek wojna pokój "
    "kolej pociąg szkoła gmina wybory prezes umowa granica sojusz gaz węgiel energia woda las"
)
WORDS = TEXT.split()


def corpus(folder: Path, *, articles: int = ARTICLES) -> Path:
    """Return the library of *articles* with EACH highlights, made in *folder* if it is new."""
    path = folder / f"notebook-{articles}-{SCHEMA_VERSION}.db"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".part")
        for old in folder.glob(f"{unfinished.name}*"):
            old.unlink()
        Library(unfinished).close()
        _fill(unfinished, articles)
        unfinished.replace(path)
    return path


def _fill(path: Path, articles: int) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    db.execute("PRAGMA synchronous = OFF")
    db.execute("BEGIN")
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    dice = random.Random(5)
    tags = _tags(db)
    db.executemany(
        "INSERT INTO article (id, uuid, title, title_key, author, outlet, outlet_key, outlet_fold,"
        " language, published, added, modified, word_count) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
        _articles(dice, articles),
    )
    db.executemany("INSERT INTO article_text VALUES (?,?,1,'','',?,'')", _texts(articles))
    db.executemany(
        "INSERT INTO annotation VALUES (?,?,?,1,?,?,?,'','',?,'highlight',?,?,?,?,0,1)",
        _annotations(dice, articles),
    )
    db.executemany(
        "INSERT INTO annotation_tag (annotation_id, tag_id) VALUES (?,?)",
        _links(dice, articles, tags),
    )
    db.execute(f"INSERT INTO article_stats SELECT id, {EACH}, 0 FROM article")
    for index in ("article_fts", "annotation_fts"):
        db.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
    for _, sql in triggers:
        db.execute(sql)
    db.execute("COMMIT")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def _tags(db: sqlite3.Connection) -> list[int]:
    ids: list[int] = []
    for number, root in enumerate(ROOTS):
        paths = [(None, root)] + [(number * 8 + 1, f"{root}/{root} {n}") for n in range(7)]
        for parent, path in paths:
            ids.append(len(ids) + 1)
            values = {"id": ids[-1], "uuid": new_uuid(), "parent_id": parent, "name": path[-30:]}
            values |= {**path_columns(path), "colour": COLOURS[number]}
            values["name"] = path.rpartition("/")[2]
            marks = ",".join("?" * len(values))
            db.execute(
                f"INSERT INTO tag ({','.join(values)}) VALUES ({marks})", tuple(values.values())
            )
    return ids


def _articles(dice: random.Random, count: int) -> Iterator[tuple[object, ...]]:
    first = datetime(2019, 1, 1, tzinfo=UTC)
    for number in range(1, count + 1):
        title = f"{_sentence(dice, 6)} {number}"
        outlet = dice.choice(OUTLETS)
        added = (first + timedelta(hours=number)).strftime("%Y-%m-%dT%H:%M:%SZ")
        yield (
            number, f"a{number}", title, sort_key(title), dice.choice(AUTHORS), outlet,
            sort_key(outlet), fold(outlet), dice.choice(LANGUAGES), added[:10], added, added, 400,
        )  # fmt: skip


def _texts(count: int) -> Iterator[tuple[object, ...]]:
    return ((number, number, "[]") for number in range(1, count + 1))


def _annotations(dice: random.Random, articles: int) -> Iterator[tuple[object, ...]]:
    first = datetime(2020, 1, 1, tzinfo=UTC)
    for number in range(1, articles * EACH + 1):
        article, place = (number - 1) // EACH + 1, (number - 1) % EACH * 200
        made = (first + timedelta(minutes=3 * number)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
        quote = _sentence(dice, dice.randrange(6, 30))
        note = _sentence(dice, 8) if dice.random() < 0.2 else ""
        colour, coder = dice.choice(COLOURS), dice.choice(("", "Anna", "Jan"))
        yield (number, f"n{number}", article, place, place + len(quote), quote, colour, note,
               coder, made, made)  # fmt: skip


def _links(dice: random.Random, articles: int, tags: list[int]) -> Iterator[tuple[int, int]]:
    for number in range(1, articles * EACH + 1):
        for tag in dice.sample(tags, dice.choice((0, 1, 1, 1, 2, 3))):
            yield number, tag


def _sentence(dice: random.Random, words: int) -> str:
    return " ".join(dice.choices(WORDS, k=words)).capitalize()


if __name__ == "__main__":
    print(corpus(Path(sys.argv[1])))

"""What a person does, at random and as fast as it goes; each change is told of after its COMMIT."""

import json
import os
import shutil
from collections.abc import Callable
from contextlib import ExitStack, redirect_stdout, suppress
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any

from desktop import cli
from desktop.core.changes import Changes
from desktop.library import articles
from desktop.library.connection import execute
from desktop.library.library import Library
from desktop.library.schema import STEPS
from desktop.operations import annotate, read, tag
from desktop.operations.import_articles import import_paths, store
from tests.builders import document
from tests.faults.invariants import BACKUPS, EXPORT, file_hash, state

SCHEMAS = Path(__file__).parents[1] / "library" / "schemas"
WORDS = "most droga Łódź rzeka szkoła „cytat” 😀 urząd zażółć gęślą jaźń ul. Główna".split()  # noqa: SIM905
COLOURS = ("yellow", "green", "blue", "pink")


class Acts:
    """An open library, the die, and the line to whoever listens."""

    def __init__(self, path: Path, sources: Path, chance: Random, tell: int) -> None:
        self.path = path
        self.sources = sources
        self.chance = chance
        self._tell = tell
        self.library = Library(path)
        self._rounds = 0
        there = state(self.library)
        self.articles = [int(key[8:]) for key in there if key.startswith("article ")]
        self.highlights = [int(key[10:]) for key in there if key.startswith("highlight ")]

    def work(self, names: tuple[str, ...], rounds: int = 1_000_000) -> None:
        """Do what *names* say, in any order, over and over."""
        if not self.articles:
            add_articles(self)
        for _ in range(rounds):
            ACTS[self.chance.choice(names)](self)
        self.library.close()

    def touch(self, *keys: str) -> None:
        """Say that *keys* are about to change."""
        self._say(["touch", keys])

    def tell(self, **of: Any) -> None:
        """Say what is so now: what stands in the library under the keys given."""
        self._say(["is", of["now"]])

    def text(self) -> str:
        """Return a new text of some paragraphs."""
        parts = range(self.chance.randint(1, 4))
        unique = f"{self.chance.getrandbits(60):x}"
        return "\n\n".join(
            f"{unique} {n} " + " ".join(self.chance.choices(WORDS, k=30)) for n in parts
        )

    def _say(self, line: list[Any]) -> None:
        os.write(self._tell, json.dumps(line).encode() + b"\n")


def add_articles(acts: Acts) -> None:
    documents = [document(acts.text()) for _ in range(acts.chance.randint(1, 8))]
    ids = acts.library.run(store, documents=documents).result.imported
    acts.articles += ids
    acts.tell(now={
        f"article {key}": [one.title, articles.text_hash(one.text)]
        for key, one in zip(ids, documents, strict=True)
    })  # fmt: skip


def import_files(acts: Acts) -> None:
    folder = acts.sources / f"{acts.chance.getrandbits(60):x}"
    folder.mkdir(parents=True)
    for number in range(acts.chance.randint(1, 40)):
        (folder / f"{number}.txt").write_text(acts.text(), encoding="utf-8")

    def told(changes: Changes) -> None:
        new = changes.inserted.get("article", frozenset())
        acts.articles += new
        reader = acts.library.reader()
        texts = {key: articles.text(reader, key).sha256 for key in new}
        titles = {row.id: row.title for row in articles.rows(reader, list(new))}
        reader.close()
        acts.tell(now={f"article {key}": [titles[key], sha] for key, sha in texts.items()})

    import_paths(acts.library, [folder], changed=told)
    shutil.rmtree(folder)


def add_highlight(acts: Acts) -> None:
    article = acts.chance.choice(acts.articles)
    start = acts.chance.randint(0, 30)
    colour = acts.chance.choice(COLOURS)
    note = acts.chance.choice(["", "uwaga", "Łódź 😀\ndruga linia"])
    made = acts.library.run(
        annotate.add_highlight,
        article_id=article,
        start=start,
        end=start + acts.chance.randint(5, 60),
        colour=colour,
        note=note,
        tag_paths=acts.chance.sample(["A/B", "A/C", "Ż"], acts.chance.randint(0, 2)),
    ).result
    acts.highlights.append(made)
    row = state_of_highlight(acts, made)
    acts.tell(now={f"highlight {made}": row, f"note {made}": note})


def state_of_highlight(acts: Acts, key: int) -> list[Any]:
    reader = acts.library.reader()
    row = reader.rows("SELECT * FROM annotation WHERE id = ?", (key,))[0]
    reader.close()
    return [row["article_id"], row["start"], row["end"], row["exact"], row["colour"]]


def undo_and_redo(acts: Acts) -> None:
    add_highlight(acts)
    made = acts.highlights[-1]
    there = state_of_highlight(acts, made)
    acts.touch(f"highlight {made}", f"note {made}")
    acts.library.undo()
    acts.tell(now={f"highlight {made}": None, f"note {made}": None})
    acts.touch(f"highlight {made}", f"note {made}")
    acts.library.redo()
    acts.tell(now={f"highlight {made}": there})


def edit_note(acts: Acts) -> None:
    if not acts.highlights:
        return
    key, note = acts.chance.choice(acts.highlights), " ".join(acts.chance.choices(WORDS, k=5))
    acts.touch(f"note {key}")
    acts.library.run(annotate.set_note, annotation_id=key, note=note)
    acts.tell(now={f"note {key}": note})


def tag_articles(acts: Acts) -> None:
    ids = acts.chance.sample(acts.articles, min(3, len(acts.articles)))
    acts.touch(*(f"tags {key}" for key in ids))
    add = [acts.chance.choice(["A/B", "A/C", "Ż/ż", f"T{acts.chance.randint(0, 99)}"])]
    acts.library.run(tag.tag_articles, article_ids=ids, add=add)
    there = state(acts.library)
    acts.tell(now={f"tags {key}": there[f"tags {key}"] for key in ids})


def delete_article(acts: Acts) -> None:
    if len(acts.articles) < 5:
        return
    key = acts.articles.pop(acts.chance.randrange(len(acts.articles)))
    there = state(acts.library)
    on_it = [k for k, v in there.items() if k.startswith("highlight ") and v[0] == key]
    gone = [f"article {key}", f"tags {key}", *on_it]
    gone += [k.replace("highlight", "note") for k in on_it]
    acts.highlights = [one for one in acts.highlights if f"highlight {one}" not in on_it]
    acts.touch(*gone)
    acts.library.run(read.delete_for_good, article_ids=[key])
    acts.tell(now=dict.fromkeys(gone))


def command(*words: str, alone: bool) -> Callable[[Acts], None]:
    """Return an act that runs a Glosa command; *alone*: it needs the library for itself."""

    def act(acts: Acts) -> None:
        if alone:
            acts.library.close()
        with redirect_stdout(StringIO()):
            code = cli.main(["--library", str(acts.path), *words])
        assert code == 0, words
        if alone:
            acts.library = Library(acts.path)

    return act


def export(acts: Acts) -> None:
    target = acts.path.parent / EXPORT
    acts.touch("export")
    command("export", "--format", "csv", "--output", str(target), alone=False)(acts)
    acts.tell(now={"export": file_hash(target)})


# A verb to be killed costs a line here: `"backup": command("backup", alone=True)`.
ACTS: dict[str, Callable[[Acts], None]] = {
    "annotate": add_highlight,
    "note": edit_note,
    "undo": undo_and_redo,
    "tag": tag_articles,
    "store": add_articles,
    "import": import_files,
    "delete": delete_article,
    "export": export,
}


def heavy_step(db: Any) -> None:
    """Migrate as a later version might: a new column, all rows written, the index made anew."""
    execute(db, "ALTER TABLE article ADD COLUMN killed TEXT NOT NULL DEFAULT ''")
    execute(db, "UPDATE article SET killed = hex(randomblob(500))")
    execute(db, "UPDATE annotation SET note = note || ''")
    execute(db, "INSERT INTO article_fts (article_fts) VALUES ('rebuild')")


def migrating(stack: ExitStack) -> int:
    """Let this process know one schema step more, until *stack* ends; return its number."""
    from unittest.mock import patch

    from desktop.library import opening, schema

    number = len(STEPS) + 1
    stack.enter_context(patch.object(schema, "STEPS", (*STEPS, heavy_step)))
    stack.enter_context(patch.object(schema, "migrations", schema._all_steps()))
    stack.enter_context(patch.object(opening, "SCHEMA_VERSION", number))
    return number


def clear(folder: Path) -> None:
    """Empty a folder of the faults' own."""
    for one in folder.iterdir():
        if one.is_dir():
            shutil.rmtree(one)
        else:
            with suppress(FileNotFoundError):
                one.unlink()


__all__ = ["ACTS", "BACKUPS", "Acts", "clear", "migrating"]

"""Many at once are stored as they would be one by one: the same rows, index, queues and undo."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.article import Document, Quote
from desktop.core.image import Image, image
from desktop.core.pictures import picture, with_pictures
from desktop.library.check import check
from desktop.library.connection import execute, fetch
from desktop.library.library import Library
from desktop.library.transaction import Transaction
from desktop.operations.import_articles import Stored, store, store_maybe_known
from desktop.operations.step import step
from tests.builders import all_rows, document

OF_EACH = ("uuid", "added", "modified", "created")
DERIVED = {
    "word_todo": "article_id, text_from",
    "shingle_queue": "article_id, 0",
    "article_early": "article_id, 0",
}
WORDS = ("Łódź", "ryba 😀", "zażółć\0gęślą", "Straße Œuvre", "“cytat” — dom")
IMAGES = [image("image/png", 9, side, b"\x89PNG\r\n\x1a\n" + bytes([side])) for side in (1, 2)]
TAGS = st.lists(st.sampled_from(["A", "a", "B/C", "b/c", "Ż"]), max_size=3).map(tuple)
QUOTES = st.builds(
    Quote,
    st.sampled_from([*WORDS, "nie ma"]),
    note=st.sampled_from(["", "uwaga\r\nłąka"]),
    colour=st.sampled_from(["blue", "#fff"]),
    style=st.sampled_from(["underline", "wavy"]),
    tags=TAGS,
    created=st.sampled_from(["", "2020-01-01T00:00:00.000Z"]),
    start=st.integers(0, 9),
    end=st.integers(9, 20),
)


def made(words: list[str], number: int, images: list[Image], **details: Any) -> Document:
    text = "\n\n".join((f"Tekst {number} ma początek", *words)).replace("\0", "\ufffd")
    one = document(text, **details)
    first = with_pictures(one.blocks[0], [picture(each) for each in images])
    return replace(one, blocks=(first, *one.blocks[1:]), images=tuple(images))


DOCUMENTS = st.lists(
    st.builds(
        made,
        st.lists(st.sampled_from(WORDS), max_size=3),
        st.integers(1, 4),
        st.sampled_from([[], [], IMAGES[:1], IMAGES]),
        title=st.sampled_from(["Tytuł ł", "Inny\0tytuł"]),
        url=st.sampled_from(["", "https://example.org/a", "http://www.example.org/a/?utm_x=1"]),
        outlet=st.sampled_from(["", "Kurier Łódzki"]),
        note=st.sampled_from(["", "notatka"]),
        added=st.sampled_from(["", "2019-05-05T05:05:05.000Z"]),
        uuid=st.sampled_from(["", "", "0190a0a0-0000-7000-8000-000000000001"]),
        status=st.sampled_from(["unread", "read"]),
        starred=st.booleans(),
        excerpts=st.sampled_from([False, False, False, True]),
        tags=TAGS,
        quotes=st.lists(QUOTES, max_size=2).map(tuple),
    ),
    max_size=8,
)


@step("Import")
def together(tx: Transaction, documents: list[Document]) -> Stored:
    return store(tx, documents=documents)


@step("Import")
def one_by_one(tx: Transaction, documents: list[Document]) -> list[Stored]:
    return [store(tx, documents=[one]) for one in documents]


@step("Import")
def by_hand(tx: Transaction, documents: list[Document]) -> None:
    """Store as one path does that knows nothing of many."""
    for one in documents:
        store_maybe_known(tx, one)


def kept(library: Library) -> dict[str, Any]:
    """Return all that is in a library but for what is never twice the same."""
    rows: dict[str, Any] = {
        table: [{k: v for k, v in row.items() if k not in OF_EACH} for row in found]
        for table, found in all_rows(library).items()
    }

    def derived(db: Any) -> None:
        for table, columns in DERIVED.items():
            rows[table] = fetch(db, f"SELECT {columns} FROM {table} ORDER BY 1, 2")
        for index in ("article_fts", "annotation_fts"):
            name = f"temp.{index}_terms"
            execute(
                db, f"CREATE VIRTUAL TABLE {name} USING fts5vocab('main', '{index}', 'instance')"
            )
            rows[index] = fetch(db, f"SELECT * FROM {name} ORDER BY term, doc, col, offset")
            execute(db, f"DROP TABLE {name}")

    library.with_writer(derived)
    return rows


@settings(max_examples=10, deadline=None)
@given(first=DOCUMENTS, then=DOCUMENTS)
def test_many_are_as_one_by_one(first: list[Document], then: list[Document]):
    results: list[dict[str, Any]] = []
    for verb in (together, one_by_one, by_hand):
        with TemporaryDirectory() as folder, closing(Library(Path(folder) / "l.db")) as library:
            before = all_rows(library)
            for documents in (first, then):
                library.run(verb, documents)
            results.append(kept(library))
            assert library.with_writer(check) == []
            while library.undo():
                pass
            assert all_rows(library) == before
            while library.redo():
                pass
            assert library.with_writer(check) == []
    assert results[0] == results[1] == results[2]

"""The notebook's lists and counts against a count by hand, on random libraries."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.people import EVERYONE, only
from desktop.core.query import parse
from desktop.library import annotations
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.library.notebook import FACETS, UNTAGGED, Notes, annotation_of, entries, tag_of
from desktop.library.notebook_facets import facet_counts, total
from desktop.library.notebook_figures import PICTURES, figures
from desktop.library.notebook_rows import NoteRow, note_rows, tags_on
from desktop.operations import annotate, read
from desktop.operations.import_articles import store
from tests.builders import document

TEXT = "Łódź buduje nowy most nad rzeką"
PATHS = ("Teza", "Teza/Sporna", "Teza/Sporna/Bardzo", "Liczba", "tezaurus")
HIGHLIGHTS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(("yellow", "green")),
        st.sampled_from(("", "Most stoi", "rzeka")),
        st.lists(st.sampled_from(PATHS), max_size=3, unique=True),
        st.sampled_from(("", "Anna")),
    ),
    max_size=8,
)
CHOICES = st.fixed_dictionaries(
    {},
    optional={
        "tag": st.sampled_from((*PATHS[:4], UNTAGGED)),
        "colour": st.sampled_from(("yellow", "green", "red")),
        "outlet": st.sampled_from(("", "Kurier")),
        "note": st.sampled_from(("yes", "no")),
        "coder": st.sampled_from(("", "Anna")),
        "language": st.just("pl"),
        "people": st.sampled_from((EVERYONE, only("Anna"), only(""), only("Anna", ""), only())),
        "date": st.sampled_from(("2", "1999-01", "2000-01-01..2999-01-01")),
        "query": st.sampled_from(("most", "lodz -stoi", "note:rzeka OR colour:green", "rzek*")).map(
            parse
        ),
    },
)


@contextmanager
def library_of(made: list[tuple[int, str, str, list[str], str]]) -> Iterator[Library]:
    with TemporaryDirectory() as folder:
        library = Library(Path(folder) / "library.db")
        documents = [
            document(f"{TEXT} {n}", outlet=outlet, language="pl", author=f"Autor {n}")
            for n, outlet in enumerate(("Kurier", "", "Gazeta"))
        ]
        ids = library.run(store, documents=documents).result.imported
        for number, (article, colour, note, paths, coder) in enumerate(made):
            library.run(
                annotate.add_highlight, article_id=ids[article], start=number % 3, end=31,
                colour=colour, note=note, tag_paths=paths, author=coder,
            )  # fmt: skip
        library.run(read.trash, article_ids=[ids[2]])
        yield library
        library.close()


def everything(reader: Reader) -> list[NoteRow]:
    ids = reader.ids(
        "SELECT n.id FROM annotation n JOIN article a ON a.id = n.article_id WHERE a.trashed = 0"
    )
    return list(note_rows(reader, ids).values())


def values(reader: Reader, row: NoteRow) -> dict[str, set[str]]:
    paths = {
        "/".join(names[:n])
        for label in row.tags
        if (names := label.path.split("/"))
        for n in range(1, len(names) + 1)
    }
    whole = annotations.get(reader, row.id)
    author, language = reader.rows(
        "SELECT author, language FROM article WHERE id = ?", (row.article_id,)
    )[0].values()
    return {
        "tag": paths or {UNTAGGED},
        "colour": {row.colour},
        "outlet": {row.outlet},
        "author": {author},
        "date": {row.created[:7]},
        "note": {"yes" if row.note else "no"},
        "language": {language},
        "coder": {whole.author},
    }


def matches(reader: Reader, row: NoteRow, notes: Notes) -> bool:
    own = values(reader, row)
    if not notes.people.sees(*own["coder"]):
        return False
    for name, value in notes.facets.items():
        if name == "date":
            first, _, last = value.partition("..")
            if not first <= row.created < (last or first) + "~":
                return False
        elif value not in own[name]:
            return False
    return not notes.query or _found(row, notes)


def _found(row: NoteRow, notes: Notes) -> bool:
    quote, note = row.exact.lower(), row.note.lower()
    if notes.query == parse("most"):
        return "most" in f"{quote} {note}".split()
    if notes.query == parse("lodz -stoi"):
        return quote.startswith("łódź") and "stoi" not in note
    if notes.query == parse("rzek*"):
        return "rzek" in quote + note
    return "rzeka" in note or row.colour == "green"


@settings(max_examples=60, deadline=None)
@given(HIGHLIGHTS, CHOICES)
def test_lists_and_counts_are_those_of_a_count_by_hand(made, chosen):
    notes = Notes(**chosen)
    with library_of(made) as library:
        reader = library.reader()
        every = everything(reader)
        expected = {row.id for row in every if matches(reader, row, notes)}
        for group in ("article", "day", "tag"):
            listed = entries(reader, replace(notes, group=group))
            assert {annotation_of(entry) for entry in listed} == expected
            assert len(set(listed)) == len(listed)
        assert total(reader, notes) == len(expected)
        counts = facet_counts(reader, notes)
        for name in FACETS:
            other = notes.with_facet(name, None)
            by_hand = Counter(
                value
                for row in every
                if matches(reader, row, other)
                for value in values(reader, row)[name]
            )
            assert +counts[name] == by_hand, name
        reader.close()


def test_by_tag_a_highlight_stands_under_each_of_its_tags():
    made = [(0, "yellow", "", ["Liczba", "Teza/Sporna"], ""), (0, "green", "", [], "")]
    with library_of(made) as library:
        reader = library.reader()
        by_tag = entries(reader, Notes(group="tag"))
        paths = {row["id"]: row["path"] for row in reader.rows("SELECT id, path FROM tag")}
        found = [(paths.get(tag_of(one)), annotation_of(one)) for one in by_tag]
        assert found == [("Liczba", 1), ("Teza/Sporna", 1), (None, 2)]
        within = entries(reader, Notes(group="tag", tag="teza"))
        assert [(paths[tag_of(one)], annotation_of(one)) for one in within] == [("Teza/Sporna", 1)]
        assert [label.path for label in tags_on(reader, [1, 2])] == ["Liczba", "Teza/Sporna"]
        reader.close()


def test_by_article_in_reading_order_the_newest_article_first():
    made = [(0, "yellow", "", [], ""), (1, "green", "", [], ""), (0, "green", "", [], "")]
    with library_of(made) as library:
        reader = library.reader()
        assert list(entries(reader, Notes())) == [2, 1, 3]
        assert list(entries(reader, Notes(group="day"))) == [3, 2, 1]
        with pytest.raises(Exception, match="There is no order"):
            entries(reader, Notes(group="mood"))
        reader.close()


def test_the_figures_of_each_picture_are_counts_of_the_highlights():
    made = [
        (0, "yellow", "", ["Teza/Sporna", "Liczba"], ""),
        (0, "green", "", ["Liczba"], "Anna"),
        (1, "green", "", [], ""),
    ]
    with library_of(made) as library:
        reader = library.reader()
        try:
            found = {name: figures(reader, Notes(), name) for name in PICTURES}
        finally:
            reader.close()
    assert {one.value: one.count for one in found["tags"]}["Liczba"] == 2
    pairs = {frozenset((one.value, one.other)): one.count for one in found["together"]}
    assert pairs[frozenset(("Liczba", "Teza/Sporna"))] == 1
    assert sum(one.count for one in found["months"]) == 3
    assert sum(one.count for one in found["weeks"]) == 3
    assert {one.count for one in found["outlets"] if one.value == "Kurier"} == {2}

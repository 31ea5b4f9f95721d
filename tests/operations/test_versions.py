import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.article_edit import editable
from desktop.core.errors import NotFound, UserError
from desktop.library import annotations, articles, progress, versions
from desktop.library.check import check
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.operations import annotate, read
from desktop.operations.import_articles import Stored, store
from desktop.operations.versions import (
    carry_highlights,
    confirm_place,
    edit_text,
    reattach,
    restore_version,
)
from tests.builders import all_rows, document
from tests.core.edit_scripts import article, edit

Add = Callable[..., int]
TEXT = (
    "Rada miasta przyjęła w czwartek uchwałę w sprawie budowy mostu przez Wisłę.\n\n"
    "Burmistrz mówi, że „nie mamy na to pieniędzy”, ale radni są innego zdania od lat.\n\n"
    "Mieszkańcy czekają na most od roku 1998, a koszt budowy wzrósł w tym czasie trzy razy."
)


def mark(library: Library, article_id: int, quote: str, **looks: Any) -> int:
    return library.run(annotate.highlight_quote, article_id=article_id, quote=quote, **looks).result


def edit_by(library: Library, reader: Reader, article_id: int, old: str, new: str):
    current = articles.text(reader, article_id)
    typed = editable(current.text, current.blocks)
    assert old in typed
    return library.run(edit_text, article_id=article_id, typed=typed.replace(old, new)).result


def whole(library: Library) -> None:
    assert library.with_writer(check) == []


def test_an_edited_text_is_a_new_version(library: Library, reader: Reader, add_article: Add):
    key = add_article(TEXT)
    before = articles.text(reader, key)
    kept = mark(library, key, "koszt budowy wzrósł", note="sprawdzić", tag_paths=["Liczby"])
    report = edit_by(library, reader, key, "Rada miasta", "Jednogłośnie Rada miasta Torunia")
    assert report is not None
    assert (report.version, report.kept, report.doubtful, report.lost) == (2, 1, 0, 0)
    assert articles.text(reader, key).text.startswith("Jednogłośnie Rada")
    assert versions.text(reader, key, 1) == before
    one = annotations.get(reader, kept)
    assert (one.exact, one.note, one.version) == ("koszt budowy wzrósł", "sprawdzić", 2)
    assert [label.path for label in one.tags] == ["Liczby"]
    assert articles.text(reader, key).text[one.start : one.end] == one.exact
    assert [v.version for v in versions.of_article(reader, key) if v.current] == [2]
    match = "SELECT rowid FROM article_fts WHERE article_fts MATCH 'Torunia'"
    assert list(reader.ids(match)) == [key]
    whole(library)


def test_undo_restores_everything(library: Library, reader: Reader, add_article: Add):
    key = add_article(TEXT)
    for quote in ("Rada miasta", "„nie mamy na to pieniędzy”", "roku 1998", "trzy razy"):
        mark(library, key, quote)
    library.run(read.save_progress, article_id=key, position=90, fraction=0.5)
    before = all_rows(library)
    edit_by(library, reader, key, "„nie mamy na to pieniędzy”", "jest drogo")
    edit_by(library, reader, key, "Rada miasta przyjęła", "Radni przyjęli")
    after = all_rows(library)
    library.undo()
    library.undo()
    assert all_rows(library) == before
    library.redo()
    library.redo()
    assert all_rows(library) == after
    whole(library)


def test_what_lost_its_place_keeps_all_and_finds_it_again(
    library: Library, reader: Reader, add_article: Add
):
    key = add_article(TEXT)
    lost = mark(library, key, "nie mamy na to pieniędzy", note="kto?", tag_paths=["Cytat"])
    was = annotations.get(reader, lost)
    report = edit_by(library, reader, key, "że „nie mamy na to pieniędzy”, ale ", "")
    assert report is not None and report.lost == 1
    one = annotations.get(reader, lost)
    assert one.orphaned
    assert (one.exact, one.note, one.tags) == (was.exact, was.note, was.tags)
    assert (one.version, one.start, one.end) == (was.version, was.start, was.end)
    whole(library)
    back = library.run(restore_version, article_id=key, version=1).result
    assert back is not None and (back.version, back.kept, back.lost) == (3, 1, 0)
    one = annotations.get(reader, lost)
    assert (one.orphaned, one.start, one.end, one.version) == (False, was.start, was.end, 3)
    whole(library)


def test_an_orphan_is_attached_again(library: Library, reader: Reader, add_article: Add):
    key = add_article(TEXT)
    lost = mark(library, key, "roku 1998", note="data")
    edit_by(library, reader, key, "od roku 1998, a", "bardzo długo, a")
    text = articles.text(reader, key).text
    start = text.index("bardzo długo")
    library.run(reattach, annotation_id=lost, start=start - 1, end=start + 13)
    one = annotations.get(reader, lost)
    assert (one.exact, one.note, one.orphaned) == ("bardzo długo,", "data", False)
    assert one.confidence == 1.0
    with pytest.raises(UserError):
        library.run(reattach, annotation_id=lost, start=5, end=5)
    library.undo()
    assert annotations.get(reader, lost).exact == "roku 1998"
    assert annotations.get(reader, lost).orphaned


def test_doubt_is_kept_until_it_is_confirmed(library: Library, reader: Reader, add_article: Add):
    key = add_article(TEXT)
    one = mark(library, key, "koszt budowy wzrósł w tym czasie")
    report = edit_by(library, reader, key, "koszt budowy", "koszty budowy")
    assert report is not None and report.doubtful == 1
    assert annotations.get(reader, one).confidence < 1
    edit_by(library, reader, key, "Rada", "Cała Rada")
    assert annotations.get(reader, one).confidence < 1
    library.run(confirm_place, annotation_ids=[one])
    assert annotations.get(reader, one).confidence == 1.0


def test_nothing_changed_is_no_version(library: Library, reader: Reader, add_article: Add):
    key = add_article(TEXT)
    current = articles.text(reader, key)
    typed = editable(current.text, current.blocks)
    for same in (typed, typed + "\n\n", typed.replace("\n\n", "\n\n\n")):
        assert library.run(edit_text, article_id=key, typed=same).result is None
    assert library.run(restore_version, article_id=key, version=1).result is None
    with pytest.raises(UserError):
        library.run(edit_text, article_id=key, typed=" \n ")
    with pytest.raises(NotFound):
        library.run(restore_version, article_id=key, version=7)
    assert len(versions.of_article(reader, key)) == 1


def test_a_text_of_many_books_is_left_alone(library: Library, add_article: Add):
    key = add_article("Krótki tekst.")
    with pytest.raises(UserError, match="too long"):
        library.run(edit_text, article_id=key, typed="słowo " * 700_000)


def test_the_place_of_reading_goes_along(library: Library, reader: Reader, add_article: Add):
    key = add_article(TEXT)
    at = articles.text(reader, key).text.index("Mieszkańcy")
    library.run(read.save_progress, article_id=key, position=at, fraction=0.5)
    edit_by(library, reader, key, "Rada miasta", "W czwartek po długiej naradzie Rada miasta")
    position = progress.get(reader, key).position
    assert articles.text(reader, key).text[position:].startswith("Mieszkańcy")


def test_highlights_go_over_to_another_article(library: Library, reader: Reader, add_article: Add):
    one = add_article(TEXT)
    other = add_article("Nowy wstęp od redakcji portalu.\n\n" + TEXT.rpartition("\n\n")[0])
    mark(library, one, "Rada miasta", colour="blue", note="kto", tag_paths=["Kto"])
    mark(library, one, "trzy razy")
    report = library.run(carry_highlights, source_id=one, target_id=other).result
    assert (report.kept + report.doubtful, report.lost, report.known) == (1, 1, 0)
    (copied,) = annotations.of_article(reader, other)
    assert (copied.exact, copied.colour, copied.note) == ("Rada miasta", "blue", "kto")
    assert [label.path for label in copied.tags] == ["Kto"]
    assert len(annotations.of_article(reader, one)) == 2
    again = library.run(carry_highlights, source_id=one, target_id=other).result
    assert (again.kept, again.doubtful, again.known) == (0, 0, 1)
    library.undo()
    assert annotations.of_article(reader, other) == []
    whole(library)


URL = "https://kresy.pl/wydarzenia/most"


def newer(library: Library, text: str, **details: Any) -> Stored:
    return library.run(store, documents=[document(text, **details)]).result


def test_a_newer_text_of_an_address_is_a_new_version(
    library: Library, reader: Reader, add_article: Add
):
    key = add_article(TEXT, url=URL, published="2023-09-07")
    one = mark(library, key, "koszt budowy wzrósł")
    text = "Aktualizacja z godziny dwunastej.\n\n" + TEXT
    found = newer(library, text, url="http://www.kresy.pl/wydarzenia/most/?utm_source=x")
    assert (found.imported, found.duplicates, found.updated) == ((), 0, ((0, key),))
    assert articles.count(reader) == 1
    assert annotations.get(reader, one).version == 2
    assert newer(library, TEXT, url=URL).duplicates == 1  # the older text is known
    whole(library)


@pytest.mark.parametrize(
    "details",
    [
        {"url": "https://kresy.pl/inny", "title": "Most"},
        {"url": "", "title": "Most"},
        {"url": URL, "title": "Zupełnie inny", "text": "Coś o kotach, czego nikt nie czytał."},
        {"url": URL, "title": "Most", "published": "2022"},
    ],
)
def test_these_are_articles_of_their_own(
    library: Library, reader: Reader, add_article: Add, details: dict[str, str]
):
    add_article(TEXT, url=URL, title="Most", published="2023-09-07")
    text = details.pop("text", TEXT + "\n\nDopisek.")
    assert len(newer(library, text, **details).imported) == 1
    assert articles.count(reader) == 2


@settings(max_examples=25)
@given(seed=st.integers(0, 10_000), steps=st.integers(1, 4))
def test_random_edits_never_lose_a_highlight(
    library: Library, reader: Reader, add_article: Add, seed: int, steps: int
):
    rng = random.Random(seed)
    rows = article(rng, 6)
    key = add_article(f"Artykuł {articles.count(reader)}\n\n" + "\n\n".join(rows))
    text = articles.text(reader, key).text
    notes: dict[int, str] = {}
    for number in range(5):
        start = rng.randrange(len(text) - 12)
        added = library.run(
            annotate.add_highlight,
            article_id=key,
            start=start,
            end=start + rng.randint(8, 60),
            note=f"uwaga {number}",
            tag_paths=[f"Tag{number}"],
        ).result
        notes[added] = f"uwaga {number}"
    before = all_rows(library)
    done = 0
    for _ in range(steps):
        paragraphs = articles.text(reader, key).text.split("\n")
        typed = edit(rng, paragraphs, edits=5).new.replace("\n", "\n\n")
        done += library.run(edit_text, article_id=key, typed=typed).result is not None
    found = {one.id: one for one in annotations.of_article(reader, key)}
    assert {one.id: one.note for one in found.values()} == notes
    current = articles.text(reader, key)
    for one in found.values():
        assert one.exact and len(one.tags) == 1
        text = current.text if not one.orphaned else versions.text(reader, key, one.version).text
        assert text[one.start : one.end] == one.exact
        assert one.orphaned or one.version == current.version
    for _ in range(done):
        library.undo()
    assert all_rows(library) == before

"""The laws of merging, on real libraries: order does not matter, twice is once, nothing is lost."""

import io
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.article import Block, Document
from desktop.core.coder_differences import Agreed
from desktop.core.errors import UserError
from desktop.core.merging import join_notes, pick
from desktop.core.portable import PortableArticle, PortableTag
from desktop.formats.bundles import is_shared, open_shared
from desktop.formats.exporters.bundle import BUNDLE
from desktop.formats.exporters.json_lines import JSON_LINES
from desktop.library.check import check
from desktop.library.library import Library
from desktop.library.portable import portable_articles, portable_tags
from desktop.library.portable_whole import all_ids, whole_articles
from desktop.operations import annotate, read, settle, tag, versions
from desktop.operations.export import export_annotations
from desktop.operations.import_articles import store
from desktop.operations.merge import merge
from desktop.operations.share import merge_file, signed

TEXTS = ("Ala ma kota i psa.", "Drugi tekst, całkiem inny.", "Trzeci 😀 tekst.")
Make = Callable[[], Library]


@dataclass(frozen=True)
class Everything:
    """All that travels, in an order that does not depend on ids."""

    articles: tuple[PortableArticle, ...]
    tags: tuple[PortableTag, ...]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    with ExitStack() as stack:
        made: list[Library] = []

        def library() -> Library:
            made.append(Library(tmp_path / f"{len(made)}.db"))
            stack.callback(made[-1].close)
            return made[-1]

        yield library


def _document(text: str) -> Document:
    return Document(text[:10], text, (Block("paragraph", 0, len(text)),), "text")


def _everything(library: Library) -> Everything:
    reader = library.reader()
    try:
        ids = list(reader.ids("SELECT id FROM article"))
        found = list(portable_articles(reader, ids))
        known = portable_tags(reader)
    finally:
        reader.close()
    ordered: list[PortableArticle] = []
    for one in sorted(found, key=lambda article: article.sha256):
        values = {name: getattr(one, name) for name in PortableArticle.__slots__}
        marks = sorted(one.annotations, key=lambda mark: mark.uuid)
        values["annotations"] = tuple(_sorted_tags(mark) for mark in marks)
        ordered.append(PortableArticle(**{**values, "tags": tuple(sorted(one.tags))}))
    return Everything(tuple(ordered), tuple(sorted(known, key=lambda tag: tag.path)))


def _sorted_tags(mark: Any) -> Any:
    return replace(mark, tags=tuple(sorted(mark.tags)))


def _take_in(into: Library, what: Everything) -> Any:
    return into.run(merge, incoming=iter(what.articles), all_tags=what.tags).result


def _copy(make: Make, what: Everything) -> Library:
    made = make()
    _take_in(made, what)
    return made


def _article(library: Library, text: str) -> int:
    return library.run(store, documents=[_document(text)]).result.imported[0]


edits = st.lists(
    st.tuples(
        st.sampled_from(
            ["mark", "note", "colour", "tag", "article tag", "article note", "delete", "settle"]
        ),
        st.integers(0, 5),
        st.sampled_from(["", "a", "ab", "Uwaga", "inna uwaga", "x/y"]),
    ),
    max_size=8,
)
coded = st.just([("mark", 0, ""), ("mark", 1, "a"), ("mark", 2, ""), ("mark", 3, "")])


def _edit(library: Library, steps: list[tuple[str, int, str]]) -> None:
    for kind, number, word in steps:
        reader = library.reader()
        try:
            ids = list(reader.ids("SELECT id FROM article ORDER BY id"))
            marks = list(reader.ids("SELECT id FROM annotation ORDER BY id"))
        finally:
            reader.close()
        article = ids[number % len(ids)]
        mark = marks[number % len(marks)] if marks else None
        if kind == "mark":
            library.run(
                annotate.add_highlight, article_id=article, start=number, end=number + 4, note=word,
                author=("Ewa", "Jan")[number // 2 % 2],
            )  # fmt: skip
        elif kind == "settle":
            _settle(library, article, number, word)
        elif kind == "article tag" and word:
            library.run(tag.tag_articles, article_ids=[article], add=[word])
        elif mark and kind == "note":
            library.run(annotate.set_note, annotation_id=mark, note=word)
        elif mark and kind == "colour":
            library.run(annotate.set_colour, annotation_ids=[mark], colour="blue")
        elif mark and kind == "tag" and word:
            library.run(annotate.add_tag, annotation_ids=[mark], path=word)
        elif mark and kind == "delete":
            library.run(annotate.delete, annotation_ids=[mark])


def _settle(library: Library, article: int, number: int, word: str) -> None:
    reader = library.reader()
    try:
        found = settle.coded(reader, [article])
    finally:
        reader.close()
    if found:
        passage = found[number % len(found)].passage
        own = Agreed(passage.start, passage.end, ("x/y",) if word == "x/y" else (), word)
        agreed = (passage.accepted(*passage.coders), passage.accepted("Ewa"), (), (own,))
        library.run(
            settle.settle, article_id=article, key=passage.key, agreed=agreed[number % len(agreed)]
        )


def _history(library: Library) -> list[Any]:
    """Return all articles with all versions, in an order and with numbers that tell nothing."""
    found: list[Any] = []
    for one in sorted(_whole(library), key=lambda article: article.uuid):
        assert one.whole
        texts = {it.version: it.sha256 for it in one.whole.versions}
        texts[one.whole.version] = one.sha256
        marks = [
            replace(_sorted_tags(mark), version=0)
            for mark in sorted(one.annotations, key=lambda mark: mark.uuid)
        ]
        versions = sorted((it.created, it.sha256) for it in one.whole.versions)
        found.append((one.uuid, one.sha256, one.text_created, versions, marks, one.whole.progress,
                      one.whole.trashed, one.whole.deleted))  # fmt: skip
    return found


def _whole(library: Library) -> list[PortableArticle]:
    reader = library.reader()
    try:
        return list(whole_articles(reader, all_ids(reader)))
    finally:
        reader.close()


def _all_of(library: Library) -> Everything:
    return Everything(tuple(_whole(library)), _everything(library).tags)


text_edits = st.lists(
    st.tuples(
        st.sampled_from(["mark", "colour", "text", "back", "read", "throw", "delete"]),
        st.integers(0, 5),
    ),
    max_size=5,
)


def _edit_text(library: Library, steps: list[tuple[str, int]]) -> None:
    for kind, number in steps:
        if kind in ("mark", "colour", "delete"):
            _edit(library, [(kind, number, "a")])
        elif kind == "text":
            typed = f"Nowe {number}. Ala ma kota i psa. Koniec."
            library.run(versions.edit_text, article_id=1, typed=typed)
        elif kind == "back":
            library.run(versions.restore_version, article_id=1, version=1)
        elif kind == "read":
            library.run(read.save_progress, article_id=1, position=number, fraction=number / 5)
        else:
            library.run(read.trash, article_ids=[1])


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text_edits, text_edits, text_edits)
def test_texts_that_went_on_here_and_there_are_one_article(
    make: Make, before: Any, mine: Any, theirs: Any
):
    first = make()
    _article(first, TEXTS[0])
    _edit_text(first, before)
    second = _copy(make, _all_of(first))
    assert _history(second) == _history(first)
    _edit_text(first, mine)
    _edit_text(second, theirs)
    a, b = _all_of(first), _all_of(second)
    _take_in(first, b)
    assert first.with_writer(check) == []
    merged = _history(first)
    assert len(merged) == 1
    _take_in(second, a)
    assert _history(second) == merged
    _take_in(first, b)
    _take_in(second, _all_of(first))
    assert _history(first) == _history(second) == merged


def test_a_shared_article_is_known_after_its_text_was_changed(make: Make, tmp_path: Path):
    first, second = make(), make()
    article = _article(first, TEXTS[0])
    first.run(annotate.add_highlight, article_id=article, start=0, end=3)
    second.run(merge_file, path=_shared(first, tmp_path))
    first.run(versions.edit_text, article_id=article, typed="Wczoraj. Ala ma kota i psa.")
    report = second.run(merge_file, path=_shared(first, tmp_path)).result
    assert (report.new_articles, report.new_annotations) == (0, 0)
    (one,) = _whole(second)
    assert one.text == "Wczoraj. Ala ma kota i psa."
    assert one.whole and [it.text for it in one.whole.versions] == [TEXTS[0]]
    assert (one.annotations[0].start, one.annotations[0].exact) == (9, "Ala")
    assert second.with_writer(check) == []
    third = make()
    third.run(merge_file, path=_shared(first, tmp_path))
    (alone,) = _whole(third)
    assert alone.whole and not alone.whole.versions, "an older text is nobody else's business"
    before = _whole(third)
    third.run(merge_file, path=_shared(first, tmp_path))
    assert _whole(third) == before


def _shared(library: Library, folder: Path) -> Path:
    reader = library.reader()
    try:
        export_annotations(reader, folder / "a.glosa", exporter=BUNDLE, article_ids=None)
    finally:
        reader.close()
    return folder / "a.glosa"


def _words(what: Everything) -> set[str]:
    notes = [mark.note for article in what.articles for mark in article.annotations]
    return {note for note in [*notes, *(article.note for article in what.articles)] if note}


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.one_of(edits, coded), edits, edits)
def test_the_order_does_not_matter_twice_is_once_and_nothing_is_lost(
    make: Make, before: Any, mine: Any, theirs: Any
):
    first = make()
    for text in TEXTS[:2]:
        _article(first, text)
    _edit(first, before)
    second = _copy(make, _everything(first))
    _article(second, TEXTS[2])
    _edit(first, mine)
    _edit(second, theirs)
    a, b = _everything(first), _everything(second)

    _take_in(first, b)
    merged = _everything(first)
    assert first.with_writer(check) == []
    _take_in(second, a)
    assert _everything(second) == merged
    _take_in(first, b)
    _take_in(first, merged)
    assert _everything(first) == merged
    for word in _words(a) | _words(b):
        assert any(word in kept for kept in _words(merged))
    uuids = {m.uuid for side in (a, b) for one in side.articles for m in one.annotations}
    assert uuids == {m.uuid for one in merged.articles for m in one.annotations}


def test_a_merge_is_one_step_that_undo_takes_back(make: Make):
    first, second = make(), make()
    article = _article(first, TEXTS[0])
    first.run(annotate.add_highlight, article_id=article, start=0, end=3, note="n")
    before = _everything(second)
    report = _take_in(second, _everything(first))
    assert (report.new_articles, report.new_annotations) == (1, 1)
    second.undo()
    assert _everything(second) == before


def test_two_notes_on_one_highlight_are_both_kept_and_told(make: Make):
    first = make()
    article = _article(first, TEXTS[0])
    mark = first.run(annotate.add_highlight, article_id=article, start=0, end=3).result
    second = _copy(make, _everything(first))
    first.run(annotate.set_note, annotation_id=mark, note="moja")
    second.run(annotate.set_note, annotation_id=mark, note="jej")
    report = _take_in(first, _everything(second))
    assert report.conflicts == ["Ala"]
    note = _everything(first).articles[0].annotations[0].note
    assert "moja" in note
    assert "jej" in note


def test_one_id_on_two_texts_is_settled_alike_on_both_sides(make: Make):
    first, second = make(), make()
    _article(first, TEXTS[0])
    a = _everything(first)
    values = {name: getattr(a.articles[0], name) for name in PortableArticle.__slots__}
    other = _everything(_other(make))
    text = other.articles[0]
    same_id = PortableArticle(**{**values, "text": text.text, "sha256": text.sha256,
                                 "blocks": text.blocks})  # fmt: skip
    b = Everything((same_id,), ())
    _take_in(second, b)
    _take_in(first, b)
    _take_in(second, a)
    assert _everything(first) == _everything(second)
    assert len(_everything(first).articles) == 2


def _other(make: Make) -> Library:
    made = make()
    _article(made, TEXTS[1])
    return made


@pytest.mark.parametrize("exporter", [BUNDLE, JSON_LINES], ids=lambda one: one.name)
def test_export_wipe_import_gives_the_same_library(make: Make, tmp_path: Path, exporter: Any):
    first = make()
    _edit(first := _filled(first), [("mark", 1, "a"), ("tag", 0, "x/y"), ("article tag", 0, "x/y")])
    a = _everything(first)
    path = tmp_path / f"out{exporter.suffix}"
    with path.open("wb") as out:
        exporter.write_articles(iter(a.articles), a.tags, out)
    assert is_shared(path)
    second = make()
    second.run(merge_file, path=path)
    assert _everything(second) == a


def _filled(library: Library) -> Library:
    for text in TEXTS:
        _article(library, text)
    return library


def test_a_damaged_bundle_changes_nothing(make: Make, tmp_path: Path):
    a = _everything(_filled(make()))
    out = io.BytesIO()
    BUNDLE.write_articles(iter(a.articles), a.tags, out)
    data = bytearray(out.getvalue())
    second = make()
    for at in range(60, len(data) - 60, 97):
        broken = bytearray(data)
        broken[at] ^= 0x55
        path = tmp_path / "b.glosa"
        path.write_bytes(broken)
        try:
            second.run(merge_file, path=path)
        except UserError:
            assert _everything(second) == Everything((), ())
        else:
            assert _everything(second) == a  # a byte that says nothing, as a time stamp
            second.undo()


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{}",
        "[]",
        '{"type":"article"}',
        '{"type":"x"}',
        "[" * 100_000,
        '{"type":"tag","uuid":1}',
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, line: str):
    path = tmp_path / "a.jsonl"
    path.write_text('{"type":"header","format":"glosa-json-lines","version":1}\n' + line + "\n")
    with pytest.raises(UserError, match="Line 2"), open_shared(path) as (_, found):
        list(found)


def test_authors_are_put_where_none_is(make: Make):
    library = make()
    article = _article(library, TEXTS[0])
    library.run(annotate.add_highlight, article_id=article, start=0, end=3)
    found = list(signed(_everything(library).articles, "Ewa"))
    assert found[0].annotations[0].author == "Ewa"


@given(st.text("ab\n", max_size=8), st.text("ab\n", max_size=8), st.text("ab", max_size=3))
def test_joined_notes_do_not_depend_on_the_order(one: str, two: str, three: str):
    joined = join_notes(one, two)
    assert joined == join_notes(two, one)
    assert join_notes(joined, one) == join_notes(joined, two) == joined
    assert one in joined
    assert two in joined
    assert join_notes(joined, three) == join_notes(one, join_notes(two, three))


def test_what_is_not_empty_then_what_is_later_stays():
    assert pick("", "2024", "a", "2023") == pick("a", "2023", "", "2024") == "a"
    assert pick("b", "2023", "a", "2024") == "a"


def test_one_tag_id_under_two_names_is_settled_alike_on_both_sides(make: Make):
    first = _filled(make())
    _edit(first, [("article tag", 0, "x/y")])
    second = _copy(make, _everything(first))
    reader = first.reader()
    tag_id = reader.ids("SELECT id FROM tag WHERE path = 'x/y'")[0]
    reader.close()
    first.run(tag.rename, tag_id=tag_id, name="z")
    a, b = _everything(first), _everything(second)
    _take_in(first, b)
    _take_in(second, a)
    assert _everything(first) == _everything(second)
    assert {one.path for one in _everything(first).tags} == {"x", "x/y", "x/z"}

"""Export, wipe, import: the dump is the same but for what the format's loss report names."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from desktop.core.errors import UserError
from desktop.formats import registry
from desktop.library.check import check
from desktop.library.library import Library
from desktop.operations import annotate
from desktop.operations.import_articles import import_paths
from tests.operations import round_trips
from tests.operations.round_trips import (
    Lines,
    Make,
    as_shared,
    by_path,
    dumped,
    export,
    fill,
    read_in,
    without,
    without_places,
)

GOLDEN = Path(__file__).parents[1] / "golden"
often = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
_EXCERPTS = {  # what is left of an article in a file of highlights
    "article": ("added", "modified", "note", "source_format", "starred", "status", "tags", "texts",
                "word_count"),
    "annotation": ("start", "end", "confidence"),
    "tag": ("*",),
}  # fmt: skip


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    with ExitStack() as stack:
        count = iter(range(10_000))

        def library() -> Library:
            made = Library(tmp_path / f"{next(count)}.db")
            stack.callback(made.close)
            return made

        yield library


def _and_back(
    make: Make, made: Any, tmp_path: Path, name: str, *, settled: bool = False
) -> tuple[Lines, Lines]:
    """Return the dumps of a library and of what its export gives in an empty one."""
    library, fresh = make(), make()
    fill(library, made, settled=settled)
    file = export(library, tmp_path / name)
    read_in(fresh, file)
    once = dumped(fresh)
    read_in(fresh, file)
    assert dumped(fresh) == once, "importing twice changes nothing"
    assert fresh.with_writer(check) == []
    before = dumped(library)
    library.close()
    fresh.close()
    return before, once


@often
@given(round_trips.libraries)
def test_json_lines_hold_everything(make: Make, tmp_path: Path, made: Any):
    before, after = _and_back(make, made, tmp_path, "all.jsonl", settled=True)
    assert after == before


def _shared(found: tuple[Lines, Lines]) -> tuple[Lines, Lines]:
    """Return both dumps without what no format but JSON Lines holds."""
    before, old = as_shared(found[0])
    return without_places(before, old), without_places(as_shared(found[1])[0], old)


@often
@given(round_trips.libraries)
def test_a_bundle_holds_what_one_shares(make: Make, tmp_path: Path, made: Any):
    before, after = _shared(_and_back(make, made, tmp_path, "all.glosa", settled=True))
    assert after == before


@often
@given(round_trips.libraries)
def test_refi_project(make: Make, tmp_path: Path, made: Any):
    found = _shared(_and_back(make, made, tmp_path, "all.qdpx"))
    dropped = {"annotation": ("colour", "style", "confidence")}
    before, after = (without(one, dropped) for one in found)
    for line in (*before, *after):
        for text in line.get("texts", ()):
            del text["blocks"], text["created"]
        if line["type"] == "annotation" and line.get("orphaned"):
            del line["prefix"], line["suffix"], line["start"], line["end"]
    assert after == before


@pytest.mark.parametrize(("name", "lost"), [("all.csv", ("author",)), ("all.jsonld", ())])
@often
@given(round_trips.libraries)
def test_highlights_without_their_articles(
    make: Make, tmp_path: Path, name: str, lost: tuple[str, ...], made: Any
):
    found = _shared(_and_back(make, made, tmp_path, name))
    dropped = {**_EXCERPTS, "annotation": (*_EXCERPTS["annotation"], *lost)}
    before, after = (without(by_path(one), dropped) for one in found)
    marked = {line["article"] for line in before if line["type"] == "annotation"}
    assert after == [line for line in before if line["type"] != "article" or line["uuid"] in marked]


@pytest.mark.parametrize(("name", "lost"), [("all.csv", ("author",)), ("all.jsonld", ())])
@often
@given(round_trips.libraries)
def test_highlights_back_on_their_articles(
    make: Make, tmp_path: Path, name: str, lost: tuple[str, ...], made: Any
):
    library = make()
    fill(library, made)
    file = export(library, tmp_path / name)
    before = dumped(library)
    reader = library.reader()
    ids = list(
        reader.ids(
            "SELECT n.id FROM annotation n JOIN article a ON a.id = n.article_id "
            "WHERE a.trashed = 0"
        )
    )
    reader.close()
    library.run(annotate.delete, annotation_ids=ids)
    read_in(library, file)
    dropped = {"annotation": (*lost, "confidence", "version"), "deleted_annotation": ("*",)}
    old = as_shared(before)[1]
    after = without_places(without(dumped(library), dropped), old)
    assert after == without_places(without(before, dropped), old)
    assert library.with_writer(check) == []
    library.close()


@pytest.mark.parametrize("name", ["all.csv", "all.jsonld", "all.qdpx"])
def test_through_the_process_apart(make: Make, tmp_path: Path, name: str):
    library, here, apart = make(), make(), make()
    mark = {"start": 3, "size": 9, "colour": "blue", "style": "underline", "note": " =uwaga\n",
            "tag_paths": ["Claim/Disputed"], "author": "Ewa", "created": round_trips.TIMES[0],
            "modified": round_trips.TIMES[1], "orphaned": False}  # fmt: skip
    source = {"text": "pierwszy", "title": "=Tytuł", "author": "A", "outlet": "O", "agency": "PAP",
              "url": "https://a.example/x", "language": "pl", "published": "2023-09",
              "status": "read", "starred": True, "note": "Uwaga", "tags": ["Claim"],
              "marks": [mark, {**mark, "orphaned": True}]}  # fmt: skip
    fill(library, ([source], [("red", "opis")]))
    file = export(library, tmp_path / name)
    read_in(here, file)
    report = import_paths(apart, [file])
    assert (len(report.imported), report.failures) == (1, [])
    ids = {line["uuid"] for line in dumped(library) if line["type"] == "annotation"}
    assert {line["uuid"] for line in dumped(apart) if line["type"] == "annotation"} == ids
    volatile = {"article": ("added", "modified", "texts"), "tag": ("*",)}
    assert without(by_path(dumped(apart)), volatile) == without(by_path(dumped(here)), volatile)
    again = dumped(apart)
    assert not import_paths(apart, [file]).attached
    assert dumped(apart) == again


def test_an_id_that_is_taken_is_not_taken_twice(make: Make, tmp_path: Path):
    """Two libraries that began as one: what came from there is known, whatever became of it."""
    library, other = make(), make()
    fill(library, ([_plain("raz"), _plain("dwa")], []))
    read_in(other, export(library, tmp_path / "all.glosa"))
    reader = other.reader()
    ids = list(reader.ids("SELECT id FROM annotation"))
    reader.close()
    other.run(annotate.set_note, annotation_id=ids[0], note="inna")
    before = dumped(other)
    for name in ("all.csv", "all.jsonld", "all.qdpx"):
        read_in(other, export(library, tmp_path / name))
        assert dumped(other) == before


def test_what_an_older_glosa_wrote_is_read(make: Make, tmp_path: Path):
    file = tmp_path / "old.jsonl"
    file.write_bytes((GOLDEN / "json_lines_version_1.jsonl.txt").read_bytes())
    library = make()
    read_in(library, file)
    found = dumped(library)
    assert [one["title"] for one in found if one["type"] == "article"]
    assert [one["exact"] for one in found if one["type"] == "annotation"]
    read_in(library, file)
    assert dumped(library) == found
    newer = file.read_text("utf-8").replace('"version":1', '"version":3', 1)
    file.write_text(newer, "utf-8")
    with pytest.raises(UserError, match="newer version"):
        read_in(library, file)


def test_a_file_gives_no_leave_to_ask_the_own_network(make: Make, tmp_path: Path):
    library, other = make(), make()
    fill(library, ([], [], [], [{"title": "Kanał", "folder": "", "items": [0]}]))
    error = {"error": '["{x.__class__}", {}]', "own_network": 1, "etag": "a\r\nCookie: b"}
    library.run(lambda tx: tx.update("feed", 1, **error))
    read_in(other, export(library, tmp_path / "all.jsonl"))
    (feed,) = (one for one in dumped(other) if one["type"] == "feed")
    assert (feed["error"], feed["own_network"], feed["etag"]) == ("", 0, "")
    assert [one["article"] for one in feed["items"]] == [None]


def _plain(text: str) -> dict[str, Any]:
    mark = {"start": 0, "size": 7, "colour": "red", "style": "highlight", "note": "",
            "tag_paths": ["Claim"], "author": "", "created": round_trips.TIMES[0],
            "modified": round_trips.TIMES[0], "orphaned": False}  # fmt: skip
    return {"text": text, "title": text, "author": "", "outlet": "", "agency": "", "url": "",
            "language": "", "published": "", "status": "unread", "starred": False, "note": "",
            "tags": [], "marks": [mark]}  # fmt: skip


def test_what_is_lost_is_named():
    said = {name: " ".join(registry.losses(registry.exporter(name))) for name in
            ("csv", "jsonld", "qdpx", "glosa", "jsonl")}  # fmt: skip
    for name in ("csv", "jsonld"):
        assert all(word in said[name] for word in ("texts", "notes", "tags", "without highlights"))
    for name in ("csv", "jsonld", "qdpx"):
        assert "doubts" in said[name]
    assert "coders" in said["csv"]
    assert all(word in said["qdpx"] for word in ("colour", "style", "headings", "without a place"))
    own = ("progress", "older versions", "saved searches", "feeds", "trash")
    for name in ("csv", "jsonld", "qdpx", "glosa"):
        assert all(word in said[name] for word in own)
    assert all(word in said["jsonl"] for word in ("Nothing of an article", "last error", "leave"))

"""Pictures in the library: stored once, kept while an article has them, and they travel."""

import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.article import Block, Document
from desktop.core.article_edit import edited_blocks, edited_text
from desktop.core.image import Image, image
from desktop.core.pictures import of_block, of_blocks, picture, transferred, with_pictures
from desktop.core.text_diff import Alignment
from desktop.formats import portable_lines
from desktop.formats.exporters.json_lines import JSON_LINES
from desktop.library import backup, dump, images, restore
from desktop.library.check import check
from desktop.library.library import Library
from desktop.library.portable import portable_articles, portable_tags
from desktop.library.salvage import salvage
from desktop.operations import read, versions
from desktop.operations.export import export_annotations
from desktop.operations.import_articles import store
from desktop.operations.merge import merge
from desktop.operations.share import merge_file
from desktop.operations.trash import delete_for_good
from tests.builders import all_rows, document


def made(number: int, kind: str = "png") -> Image:
    head = b"\x89PNG\r\n\x1a\n" if kind == "png" else b"\xff\xd8\xff"
    return image(
        "image/png" if kind == "png" else "image/jpeg", 40 + number, 30, head + bytes([number]) * 99
    )


A, B, C = made(1), made(2, "jpeg"), made(3)


def shown(text: str, places: dict[int, list[Image]], *, url: str = "") -> Document:
    """Return a document in which the blocks numbered so have these pictures."""
    one = document(text, url=url)
    blocks = [
        with_pictures(block, [picture(i) for i in places.get(number, ())])
        for number, block in enumerate(one.blocks)
    ]
    given = {i.sha256: i for of_block in places.values() for i in of_block}
    return replace(one, blocks=tuple(blocks), images=tuple(given.values()))


def stored(library: Library, *documents: Document) -> list[int]:
    return list(library.run(store, documents=documents).result.imported)


def hashes_in(library: Library) -> set[str]:
    return {row["sha256"] for row in all_rows(library)["image"]}


FIRST = shown("Pierwszy artykuł.\n\nDrugi akapit.", {0: [A], 1: [B, A]})
SECOND = shown("Inny artykuł.\n\nTeż z obrazem.", {1: [B]})


def test_an_image_of_two_articles_is_stored_once(library: Library) -> None:
    stored(library, FIRST, SECOND)
    assert sorted(row["sha256"] for row in all_rows(library)["image"]) == sorted(
        (A.sha256, B.sha256)
    )
    with closing(library.reader()) as reader:
        assert images.get(reader, A.sha256) == A
        assert images.get(reader, C.sha256) is None
    assert library.with_writer(check) == []


def test_the_last_article_takes_its_images_with_it_and_undo_brings_them_back(
    library: Library,
) -> None:
    first, second = stored(library, FIRST, SECOND)
    before = all_rows(library)
    library.run(read.trash, article_ids=[first])
    library.run(delete_for_good, article_ids=[first, second])  # the second is not in the trash
    assert hashes_in(library) == {B.sha256}
    library.run(read.trash, article_ids=[second])
    library.run(delete_for_good, article_ids=[second])
    assert hashes_in(library) == set()
    for _ in range(4):
        library.undo()
    assert all_rows(library) == before
    library.redo()
    library.redo()
    assert hashes_in(library) == {B.sha256}
    assert library.with_writer(check) == []


def test_undoing_an_import_leaves_what_another_has_by_now(library: Library) -> None:
    step = library.open_step("Import")
    library.run_in(step, store, documents=[FIRST])
    stored(library, SECOND)
    library.close_step(step)
    library.undo()
    assert hashes_in(library) == {A.sha256, B.sha256} - {A.sha256}
    with closing(library.reader()) as reader:
        (one,) = portable_articles(reader, [2], pictures=True)
        assert one.images == (B,)


def test_an_import_that_has_pictures_gives_them_to_an_article_that_has_none(
    library: Library,
) -> None:
    stored(
        library, replace(FIRST, images=(), blocks=document(FIRST.text.replace("\n", "\n\n")).blocks)
    )
    assert stored(library, FIRST) == []
    assert hashes_in(library) == {A.sha256, B.sha256}
    with closing(library.reader()) as reader:
        (one,) = portable_articles(reader, [1], pictures=True)
        assert one.blocks == FIRST.blocks and set(one.images) == {A, B}
    rows = all_rows(library)
    stored(library, FIRST)
    assert all_rows(library) == rows


def test_a_newer_text_brings_its_pictures_and_the_old_ones_stay(library: Library) -> None:
    url = "https://gazeta.example/most"
    (article_id,) = stored(library, replace(FIRST, url=url))
    newer = shown("Pierwszy artykuł.\n\nDrugi akapit, zmieniony.", {1: [C]}, url=url)
    outcome = library.run(store, documents=[newer]).result
    assert outcome.updated == ((0, article_id),)
    assert hashes_in(library) == {A.sha256, B.sha256, C.sha256}
    library.run(versions.restore_version, article_id=article_id, version=1)
    with closing(library.reader()) as reader:
        (one,) = portable_articles(reader, [article_id], pictures=True)
        assert set(one.images) == {A, B}


def test_who_edits_the_text_does_not_lose_its_pictures(library: Library) -> None:
    (article_id,) = stored(library, FIRST)
    library.run(versions.edit_text, article_id=article_id, typed="Drugi akapit.\n\nNowy.")
    with closing(library.reader()) as reader:
        (one,) = portable_articles(reader, [article_id], pictures=True)
    assert [p.sha256 for p in of_blocks(one.blocks)] == [A.sha256, B.sha256, A.sha256]
    assert set(one.images) == {A, B}


@pytest.mark.parametrize("suffix", ["glosa", "jsonl"])
def test_they_travel(library: Library, tmp_path: Path, suffix: str) -> None:
    from desktop.operations.exporters import exporter

    stored(library, FIRST, SECOND)
    target = tmp_path / f"shared.{suffix}"
    with closing(library.reader()) as reader:
        export_annotations(reader, target, exporter=exporter(suffix), article_ids=[1, 2])
        lines = list(dump.lines(reader))
    with closing(Library(tmp_path / "other.db")) as other:
        other.run(merge_file, path=target)
        with closing(other.reader()) as reader:
            assert list(dump.lines(reader)) == lines
        rows = all_rows(other)
        other.run(merge_file, path=target)
        assert all_rows(other) == rows


def test_a_stranger_cannot_share_what_is_no_picture(library: Library, tmp_path: Path) -> None:
    stored(library, FIRST)
    out = io.BytesIO()
    with closing(library.reader()) as reader:
        found = portable_articles(reader, [1], pictures=True)
        JSON_LINES.write_articles(found, portable_tags(reader), out)
    head, article = out.getvalue().splitlines()
    values = json.loads(article)
    values["images"][0]["media_type"] = "image/svg+xml"
    from desktop.core.errors import UserError

    with pytest.raises(UserError, match="Line 2"):
        list(portable_lines.read([head, json.dumps(values).encode()]))


PLACES = st.dictionaries(st.integers(0, 3), st.lists(st.sampled_from((A, B, C)), max_size=2))
TEXT = "Pierwszy akapit.\n\nDrugi akapit.\n\nTrzeci, dłuższy akapit.\n\nOstatni."


@given(PLACES, PLACES)
def test_merging_pictures_knows_no_order(
    mine: dict[int, list[Image]], theirs: dict[int, list[Image]]
):
    """A into B gives what B into A gives, and none is lost when only one has some."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        sides = [Library(Path(folder) / name) for name in ("a.db", "b.db")]
        uuid = "01900000-0000-7000-8000-00000000a001"
        time = "2024-05-14T09:00:00Z"
        try:
            for library, places in zip(sides, (mine, theirs), strict=True):
                one = replace(shown(TEXT, places), uuid=uuid, added=time, modified=time)
                stored(library, one)
            carried = []
            for library in sides:
                with closing(library.reader()) as reader:
                    carried.append(list(portable_articles(reader, [1], pictures=True)))
            for library, other in zip(sides, carried[::-1], strict=True):
                library.run(merge, incoming=other, all_tags=[])
            dumps: list[list[str]] = []
            for library in sides:
                with closing(library.reader()) as reader:
                    dumps.append(list(dump.lines(reader)))
                assert library.with_writer(check) == []
            assert dumps[0] == dumps[1]
            if not any(mine.values()):
                assert hashes_in(sides[0]) == {i.sha256 for of in theirs.values() for i in of}
        finally:
            for library in sides:
                library.close()


@given(
    PLACES,
    st.lists(st.sampled_from([*TEXT.split("\n\n"), "Nowy.", "Zupełnie nowy akapit."]), min_size=1),
)
def test_no_edit_loses_a_picture_or_doubles_it(places: dict[int, list[Image]], parts: list[str]):
    one = shown(TEXT, places)
    typed = "\n\n".join(parts)
    text = edited_text(typed)
    blocks = edited_blocks(typed, Alignment(one.text, text), one.blocks)
    assert "\n".join(text[b.start : b.end] for b in blocks) == text
    before, after = ([p.sha256 for p in of_blocks(b)] for b in (one.blocks, blocks))
    assert sorted(before) == sorted(after)
    if text == one.text:
        assert tuple(blocks) == one.blocks


@given(PLACES)
def test_pictures_go_over_to_other_blocks_of_the_same_text(places: dict[int, list[Image]]):
    one = shown(TEXT, places)
    whole = [Block("paragraph", 0, len(one.text))]
    assert sorted(p.sha256 for p in of_blocks(transferred(one.blocks, whole))) == sorted(
        p.sha256 for p in of_blocks(one.blocks)
    )
    plain = [Block(b.kind, b.start, b.end) for b in one.blocks]
    assert tuple(transferred(one.blocks, plain)) == one.blocks


@pytest.mark.parametrize(
    "value",
    [
        None, "x", [None], [{"sha256": 5}], [{"sha256": "g" * 64, "width": 1, "height": 1}],
        [{"sha256": "0" * 64, "width": 10**6, "height": 10**6}],
        [{"sha256": "0" * 64, "width": -1, "height": 5}],
        [{"sha256": "0" * 64, "width": 5, "height": 5, "alt": 7}],
    ],
)  # fmt: skip
def test_what_a_block_says_that_makes_no_sense_is_no_picture(value: object) -> None:
    assert of_block(Block("paragraph", 0, 1, {"pictures": value})) == []


def test_a_backup_has_them_and_gives_an_article_back(library: Library, tmp_path: Path) -> None:
    from desktop.operations.upkeep import take_back

    (article_id,) = stored(library, FIRST)
    with closing(library.reader()) as reader:
        (one,) = portable_articles(reader, [article_id])
    copy = backup.make(library.path)
    library.run(read.delete_for_good, article_ids=[article_id])
    assert hashes_in(library) == set()
    library.run(take_back, source=copy.path, articles=[one.uuid], annotations=[])
    assert hashes_in(library) == {A.sha256, B.sha256}


def test_a_changed_bit_in_a_picture_is_found(library: Library) -> None:
    stored(library, FIRST)
    path = library.path
    library.close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE image SET data = ? WHERE id = 1", (A.data[:-1] + b"\0",))
        db.commit()
    with closing(Library(path)) as opened:
        assert opened.with_writer(check) == ["image 1 is not what was stored"]


def test_salvage_keeps_whole_pictures_and_drops_false_ones(
    library: Library, tmp_path: Path
) -> None:
    stored(library, FIRST, SECOND)
    path = library.path
    library.close()
    target = tmp_path / "new.db"
    assert salvage(path, target).total("whole", "image") == 2
    with closing(Library(target)) as opened:
        assert hashes_in(opened) == {A.sha256, B.sha256}
        assert len(all_rows(opened)["article_image"]) == 3
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE image SET data = ? WHERE sha256 = ?", (b"junk", A.sha256))
        db.commit()
    again = tmp_path / "again.db"
    report = salvage(path, again)
    assert report.total("lost", "image") == 1
    with closing(Library(again)) as opened:
        assert hashes_in(opened) == {B.sha256}
        assert len(all_rows(opened)["article_image"]) == 2
        assert opened.with_writer(check) == []


def test_an_older_backup_without_the_tables_is_whole(library: Library, tmp_path: Path) -> None:
    """What was made before the tables came must verify, and be put back."""
    stored(library, document("Tekst bez obrazów."))
    copy = backup.make(library.path)
    older = tmp_path / "older.db"
    older.write_bytes(copy.path.read_bytes())
    with closing(sqlite3.connect(older)) as db:
        for table in ("article_image", "image", "deleted_annotation"):
            db.execute(f"DROP TABLE {table}")
        db.execute("PRAGMA user_version = 9")
        db.commit()
    assert backup.verify(older)[0] == 9
    library.close()
    restore.restore(library.path, older)


def test_the_bytes_stand_in_the_dump(library: Library, add_article: Callable[..., int]) -> None:
    stored(library, FIRST)
    with closing(library.reader()) as reader:
        lines = [json.loads(line) for line in dump.lines(reader)]
        brief = list(dump.lines(reader, texts=False))
    assert [line["sha256"] for line in lines if line["type"] == "image"] == sorted(
        (A.sha256, B.sha256)
    )
    assert not any('"type": "image"' in line for line in brief)

"""What is deleted comes back as it was, also from an older version of the text."""

import json
from collections.abc import Callable

from desktop.core.query import parse
from desktop.library import annotations, dump, trash
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.library.search import Listing, article_ids
from desktop.operations import annotate, read, tag, versions
from desktop.operations import trash as trash_operations
from tests.builders import all_rows

TEXT = "Rada przyjęła plan mostu.\n\nBurmistrz milczy od tygodnia."


def _highlight(library: Library, article_id: int, words: str = "plan mostu") -> int:
    return library.run(
        annotate.highlight_quote, article_id=article_id, quote=words, note="sprawdzić",
        colour="green", tag_paths=["Miasto/Most"],
    ).result  # fmt: skip


def _delete(library: Library, reader: Reader, annotation_id: int) -> int:
    library.run(annotate.delete, annotation_ids=[annotation_id])
    return trash.deleted_highlights(reader, 10)[0].id


def test_a_deleted_highlight_comes_back_whole(
    library: Library, reader: Reader, add_article: Callable[..., int]
) -> None:
    article = add_article(TEXT)
    one = annotations.get(reader, _highlight(library, article))
    library.run(annotate.delete, annotation_ids=[one.id])
    assert annotations.count(reader) == 0
    (deleted,) = trash.deleted_highlights(reader, 10)
    assert (deleted.exact, deleted.note, deleted.title) == ("plan mostu", "sprawdzić", TEXT[:25])
    library.run(trash_operations.put_back, highlight_ids=[deleted.id])
    (back,) = annotations.of_article(reader, article)
    assert [label.path for label in back.tags] == ["Miasto/Most"]
    for name in ("uuid", "start", "end", "exact", "colour", "note", "created", "orphaned"):
        assert getattr(back, name) == getattr(one, name)
    assert trash.deleted_highlights(reader, 10) == []


def test_undo_and_redo_keep_trash_and_article_apart(
    library: Library, reader: Reader, add_article: Callable[..., int]
) -> None:
    annotation_id = _highlight(library, add_article(TEXT))
    before = all_rows(library)
    deleted = _delete(library, reader, annotation_id)
    after = all_rows(library)
    library.run(trash_operations.put_back, highlight_ids=[deleted])
    library.undo()
    assert all_rows(library) == after
    library.undo()
    assert all_rows(library) == before
    library.redo()
    assert all_rows(library) == after


def test_a_renamed_tag_is_found_and_a_deleted_one_made_anew(
    library: Library, reader: Reader, add_article: Callable[..., int]
) -> None:
    article = add_article(TEXT)
    deleted = _delete(library, reader, _highlight(library, article))
    tag_id = reader.ids("SELECT id FROM tag WHERE parent_id IS NOT NULL")[0]
    library.run(tag.rename, tag_id=tag_id, name="Kładka")
    assert _tags_of_what_comes_back(library, reader, deleted) == ["Miasto/Kładka"]
    deleted = _delete(library, reader, annotations.of_article(reader, article)[0].id)
    library.run(tag.delete, tag_id=tag_id)
    assert _tags_of_what_comes_back(library, reader, deleted) == ["Miasto/Kładka"]


def _tags_of_what_comes_back(library: Library, reader: Reader, deleted: int) -> list[str]:
    library.run(trash_operations.put_back, highlight_ids=[deleted])
    (back,) = annotations.of_article(reader, 1)
    return [label.path for label in back.tags]


def test_it_finds_its_place_in_a_newer_text_or_waits_without_one(
    library: Library, reader: Reader, add_article: Callable[..., int]
) -> None:
    article = add_article(TEXT)
    kept = _delete(library, reader, _highlight(library, article))
    lost = _delete(library, reader, _highlight(library, article, "milczy od tygodnia"))
    newer = "Wczoraj rada przyjęła plan mostu.\n\nKoniec."
    library.run(versions.edit_text, article_id=article, typed=newer)
    library.run(trash_operations.put_back, highlight_ids=[kept, lost])
    found = {one.exact: one for one in annotations.of_article(reader, article)}
    assert not found["plan mostu"].orphaned and found["plan mostu"].version == 2
    assert found["milczy od tygodnia"].orphaned


def test_what_is_there_already_is_left_as_it_is(
    library: Library, reader: Reader, add_article: Callable[..., int]
) -> None:
    article = add_article(TEXT)
    one = annotations.get(reader, _highlight(library, article))
    deleted = _delete(library, reader, one.id)
    library.run(trash_operations.put_back, highlight_ids=[deleted])
    library.run(trash_operations.put_back, highlight_ids=[deleted])
    assert len(annotations.of_article(reader, article)) == 1


def test_empty_deletes_only_what_is_in_the_trash(
    library: Library, reader: Reader, add_article: Callable[..., int]
) -> None:
    stays, goes = add_article(TEXT), add_article("Inny tekst o wodzie.")
    _delete(library, reader, _highlight(library, stays))
    library.run(read.trash, article_ids=[goes])
    assert [one.id for one in trash.trashed_articles(reader, 10)] == [goes]
    before = all_rows(library)
    library.run(trash_operations.delete_for_good, article_ids=[stays, goes])
    library.undo()
    library.run(trash_operations.empty)
    assert trash.trashed_articles(reader, 10) == [] == trash.deleted_highlights(reader, 10)
    assert list(reader.ids("SELECT id FROM article")) == [stays]
    library.undo()
    assert all_rows(library) == before


def test_the_dump_has_the_trash(
    library: Library, reader: Reader, add_article: Callable[..., int]
) -> None:
    _delete(library, reader, _highlight(library, add_article(TEXT)))
    lines = [json.loads(line) for line in dump.lines(reader)]
    (line,) = [one for one in lines if one["type"] == "deleted_annotation"]
    (article,) = [one for one in lines if one["type"] == "article"]
    assert line["article"] == article["uuid"]
    assert [path for _uuid, path in line["tags"]] == ["Miasto/Most"]


def test_a_search_for_the_trash_or_something_else_lists_both(
    library: Library, reader: Reader, add_article: Callable[..., int]
) -> None:
    most, woda, gone = add_article(TEXT), add_article("Woda w porcie."), add_article("Stal i mur.")
    library.run(read.trash, article_ids=[gone])

    def found(text: str) -> set[int]:
        return set(article_ids(reader, Listing(query=parse(text))))

    assert found("is:trashed OR woda") == {gone, woda}
    assert found("is:trashed stal") == {gone}
    assert found("is:trashed woda") == set()
    assert found("stal OR rada") == {most}

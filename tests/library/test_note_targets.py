"""What notes link to and where they are linked from, asked of a real library."""

from collections.abc import Callable
from pathlib import Path

from desktop.core import note_links
from desktop.core.ids import new_uuid
from desktop.formats.exporters.bundle import BUNDLE
from desktop.library import annotations, articles, tags
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.library.note_targets import linking, suggestions, targets
from desktop.library.portable import portable_articles, portable_tags
from desktop.operations import annotate, read, tag
from desktop.operations.import_articles import store
from desktop.operations.share import merge_file
from tests.builders import document

Add = Callable[..., int]


def highlight(library: Library, article: int, quote: str, note: str = "") -> int:
    return library.run(annotate.highlight_quote, article_id=article, quote=quote, note=note).result


def test_targets_are_found_by_uuid(library: Library, reader: Reader, add_article: Add) -> None:
    article = add_article("Nad Wisłą stoi most.", title="Most", outlet="Kresy")
    mark = highlight(library, article, "stoi most")
    tag_id = library.run(tag.create, path="Miejsca/Rzeka").result
    keys = [
        ("annotation", annotations.get(reader, mark).uuid),
        ("article", articles.get(reader, article).uuid),
        ("tag", tags.uuid_of(reader, tag_id)),
        ("tag", new_uuid()),
    ]
    found = targets(reader, keys)
    assert [key in found for key in keys] == [True, True, True, False]
    one = found[keys[0]]
    assert (one.id, one.name, one.detail) == (mark, "stoi most", "Most")
    assert (one.article_id, one.place) == (article, 10)
    assert (found[keys[1]].name, found[keys[1]].detail) == ("Most", "Kresy")
    assert (found[keys[2]].name, found[keys[2]].place) == ("Miejsca/Rzeka", None)
    library.run(tag.rename, tag_id=tag_id, name="Wisła")
    assert targets(reader, keys)[keys[2]].name == "Miejsca/Wisła"
    library.run(read.trash, article_ids=[article])
    assert list(targets(reader, keys)) == [keys[2]]


def test_suggestions_have_all_words(library: Library, reader: Reader, add_article: Add) -> None:
    first = add_article("Nad Wisłą stoi most w Łodzi.", title="Most na Wiśle")
    second = add_article("Inny tekst o moście.", title="Inny")
    mark = highlight(library, first, "stoi most w Łodzi")
    library.run(tag.create, path="Mosty/Łódź")
    names = [one.name for one in suggestions(reader, "lodz mos", 5)]
    assert names == ["Mosty/Łódź", "stoi most w Łodzi"]
    assert [one.name for one in suggestions(reader, "MOST", 5)] == [
        "Mosty",
        "Mosty/Łódź",
        "Most na Wiśle",
        "stoi most w Łodzi",
    ]
    assert [one.name for one in suggestions(reader, "most lodz", 5)][-1:] == ["stoi most w Łodzi"]
    assert [one.id for one in suggestions(reader, "", 5)] == [second, first, mark]
    assert len(suggestions(reader, "", 1)) == 2
    assert suggestions(reader, '"*(', 5)[0].kind == "article"  # no words: the newest
    library.run(read.trash, article_ids=[first])
    assert [one.kind for one in suggestions(reader, "most", 5)] == ["tag", "tag"]


def test_who_links_here(library: Library, reader: Reader, add_article: Add) -> None:
    article = add_article("Nad Wisłą stoi most.", title="Most")
    other = add_article("Inny tekst o moście.", title="Inny")
    mark = highlight(library, article, "Wisłą")
    uuid = annotations.get(reader, mark).uuid
    link = note_links.written("tu", "annotation", uuid)
    linker = highlight(library, other, "o moście", f"zob. {link}")
    highlight(library, other, "Inny", f"nie link: glosa:annotation/{uuid}")
    assert [one.id for one in linking(reader, "annotation", uuid)] == [linker]
    library.run(read.set_article_note, article_id=article, note=link)
    found = [(one.kind, one.id) for one in linking(reader, "annotation", uuid)]
    assert found == [("article", article), ("annotation", linker)]
    assert linking(reader, "article", uuid) == []
    library.run(annotate.set_note, annotation_id=linker, note="")
    assert [one.kind for one in linking(reader, "annotation", uuid)] == ["article"]


def test_links_survive_a_merge(library: Library, add_article: Add, tmp_path: Path) -> None:
    article = add_article("Nad Wisłą stoi most.", title="Most")
    mark = highlight(library, article, "Wisłą")
    reader = library.reader()
    link = note_links.written("tu", "annotation", annotations.get(reader, mark).uuid)
    highlight(library, article, "most", f"zob. {link}")
    shared = tmp_path / "a.glosa"
    with shared.open("wb") as out:
        BUNDLE.write_articles(portable_articles(reader, [article]), portable_tags(reader), out)
    reader.close()
    theirs = Library(tmp_path / "theirs.db")
    theirs.run(store, documents=[document("Coś jeszcze.")])  # so that ids differ
    theirs.run(merge_file, path=shared)
    there = theirs.reader()
    linked = next(one for one in suggestions(there, "most", 5) if one.kind == "annotation")
    note = annotations.get(there, linked.id).note
    (found,) = targets(there, [one.key for one in note_links.find(note)]).values()
    assert (found.name, found.article_id) == ("Wisłą", 2)
    there.close()
    theirs.close()

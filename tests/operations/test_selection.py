"""Each way to say what goes out: what it holds, and what stands in the file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.core.errors import UserError
from desktop.formats import registry
from desktop.formats.registry import AnyExporter
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.library.notebook import Notes, entries
from desktop.operations import annotate, saved_search
from desktop.operations.export import export_selection
from desktop.operations.selection import (
    Count,
    Selection,
    chosen_articles,
    chosen_highlights,
    count,
    of_notebook,
    saved,
    tagged,
)


@pytest.fixture(autouse=True)
def ids(library: Library, add_article: Callable[..., int]) -> list[int]:
    """Three articles: in the first two are two highlights and one, tagged one each."""
    made = [add_article(f"Most {name} stoi.") for name in ("Ala", "Bela", "Cela")]
    for article, start, end, tag in (
        (made[0], 0, 4, "Rosja/dyplomacja"),
        (made[0], 5, 8, ""),
        (made[1], 5, 9, "Rosja"),
    ):
        key = library.run(
            annotate.add_highlight, article_id=article, start=start, end=end, note="nota"
        ).result
        if tag:
            library.run(annotate.add_tag, annotation_ids=[key], path=tag)
    return made


def test_what_each_holds(reader: Reader, library: Library, ids: list[int]):
    library.run(saved_search.save, name="Mosty", query="bela")
    by_tag = entries(reader, Notes(group="tag"))
    for selection, articles, highlights in (
        (Selection(), 3, 3),
        (Selection(articles=ids[1:]), 2, 1),
        (Selection(articles=[]), 0, 0),
        (Selection(query="bela"), 1, 1),
        (saved(reader, "mosty"), 1, 1),
        (tagged(reader, "Rosja"), 2, 2),
        (tagged(reader, "Rosja/dyplomacja"), 1, 1),
        (Selection(notes="quote:ala"), 1, 1),
        (Selection(notes="tag:Rosja nota"), 2, 2),
        (of_notebook(by_tag), 2, 3),
        (Selection(highlights=[]), 0, 0),
    ):
        assert count(reader, selection) == Count(articles, highlights), selection
        assert len(chosen_articles(reader, selection)) == articles


def test_order(reader: Reader, ids: list[int]):
    assert list(chosen_articles(reader, Selection())) == ids[::-1]
    assert list(chosen_articles(reader, Selection(newest_first=False))) == ids
    assert chosen_highlights(reader, Selection()) is None
    assert chosen_articles(reader, Selection(highlights=[3, 1, 99, 2])) == [ids[1], ids[0]]


@pytest.mark.parametrize("name", ["csv", "md", "jsonl", "html"])
def test_only_the_chosen_highlights_stand_in_the_file(reader: Reader, tmp_path: Path, name: str):
    target = tmp_path / "wynik"
    exporter: AnyExporter = registry.exporter(name)
    written = export_selection(
        reader, target, selection=Selection(highlights=[3, 2]), exporter=exporter, author="Ewa"
    )
    text = target.read_text(encoding="utf-8")
    assert written == 2
    assert "dyplomacja" not in text.replace('"path":"Rosja/dyplomacja"', "")
    assert "Bela" in text and text.index("Bela") < text.index("Ala")
    if name == "jsonl":
        assert text.count('"author":"Ewa"') == 2


def test_whole_articles_with_all_on_them(reader: Reader, tmp_path: Path, ids: list[int]):
    target = tmp_path / "wynik.csv"
    selection = Selection(articles=ids[:1])
    csv = registry.exporter("csv")
    assert export_selection(reader, target, selection=selection, exporter=csv, raw=True) == 2


def test_names_that_nothing_has(reader: Reader, library: Library):
    with pytest.raises(UserError, match="Choose one of: –"):
        saved(reader, "nic")
    library.run(saved_search.save, name="Mosty", query="bela")
    with pytest.raises(UserError, match="Choose one of: Mosty"):
        saved(reader, "nic")
    with pytest.raises(UserError, match="no tag “nic”"):
        tagged(reader, "nic")

"""What colours mean goes out with documents, and with bundles to another library."""

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from desktop.core.colours import COLOURS
from desktop.formats.api import ArticleExporter, Labelled
from desktop.formats.bundles import is_shared, labels_of
from desktop.formats.exporters.bundle import BUNDLE
from desktop.formats.exporters.csv_annotations import CSV
from desktop.formats.exporters.docx import DOCX
from desktop.formats.exporters.json_lines import JSON_LINES
from desktop.formats.exporters.odt import ODT
from desktop.formats.exporters.web_page import WEB_PAGE
from desktop.formats.portable_lines import labels as labels_in
from desktop.formats.registry import AnyExporter
from desktop.library.colour_labels import labels
from desktop.library.library import Library
from desktop.operations import annotate, colour_label
from desktop.operations.export import export_annotations
from desktop.operations.share import merge_file

Add = Callable[..., int]


def exported(library: Library, exporter: AnyExporter, article: int, path: Path) -> Path:
    with closing(library.reader()) as reader:
        export_annotations(reader, path, exporter=exporter, article_ids=[article])
    return path


@pytest.fixture
def article(library: Library, add_article: Add) -> int:
    made = add_article("Nad Wisłą stoi most.")
    library.run(annotate.highlight_quote, article_id=made, quote="Wisłą", colour="blue")
    library.run(colour_label.set_label, colour="blue", name="Liczba & <kwota>")
    return made


@pytest.mark.parametrize(
    ("exporter", "part", "marked"),
    [
        (WEB_PAGE, "", '<mark class="blue">Liczba &amp; &lt;kwota&gt;</mark>'),
        (DOCX, "word/document.xml", "aed4f2"),
        (ODT, "content.xml", 'style-name="m-blue"> Liczba &amp;'),
    ],
)
def test_documents_begin_with_a_legend(
    library: Library, article: int, tmp_path: Path, exporter: AnyExporter, part: str, marked: str
) -> None:
    file = exported(library, exporter, article, tmp_path / "out")
    if part:
        with zipfile.ZipFile(file) as archive:
            text = archive.read(part).decode()
    else:
        text = file.read_text(encoding="utf-8")
    legend = text.index("Liczba &amp; &lt;kwota&gt;")
    assert marked in text
    assert legend < text.index("Nad ")


@pytest.mark.parametrize("exporter", [WEB_PAGE, DOCX, ODT, JSON_LINES])
def test_without_labels_nothing_is_other_than_before(exporter: ArticleExporter) -> None:
    def written(one: ArticleExporter) -> bytes:
        out = io.BytesIO()
        one.write_articles([], [], out)
        return out.getvalue()

    assert isinstance(exporter, Labelled)
    assert written(exporter.with_labels({})) == written(exporter)


def test_the_colour_of_a_table_stays_its_name(
    library: Library, article: int, tmp_path: Path
) -> None:
    text = exported(library, CSV, article, tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    assert '"blue"' in text
    assert "Liczba" not in text


@pytest.mark.parametrize("exporter", [BUNDLE, JSON_LINES])
def test_labels_come_in_where_there_are_none(
    library: Library, article: int, tmp_path: Path, exporter: AnyExporter
) -> None:
    library.run(colour_label.set_label, colour="red", name="Spór")
    shared = exported(library, exporter, article, tmp_path / "out")
    with closing(Library(tmp_path / "theirs.db")) as theirs, closing(theirs.reader()) as reader:
        theirs.run(colour_label.set_label, colour="red", name="Mój")
        theirs.run(merge_file, path=shared)
        assert labels(reader) == {"blue": "Liczba & <kwota>", "red": "Mój"}
        theirs.undo()
        assert labels(reader) == {"red": "Mój"}


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ({"colours": {"blue": "a", "mauve": "b", "red": 3}}, {"blue": "a"}),
        ({"colours": ["blue"]}, {}),
        ({}, {}),
        ([], {}),
    ],
)
def test_a_strange_header_names_nothing(header: object, found: Mapping[str, str]) -> None:
    assert labels_in(json.dumps(header).encode()) == found
    assert labels_in(b"{") == {}


def test_many_long_labels_leave_a_file_that_is_known(
    library: Library, article: int, tmp_path: Path
) -> None:
    for colour in COLOURS:
        library.run(colour_label.set_label, colour=colour, name="ż" * 60)
    file = exported(library, JSON_LINES, article, tmp_path / "out.jsonl")
    assert is_shared(file)
    assert labels_of(file) == dict.fromkeys(COLOURS, "ż" * 60)
    assert labels_of(tmp_path / "not there") == {}

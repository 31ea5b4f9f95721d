"""Links in notes: their words where people read, the note as it was where programs do."""

import io
import zipfile
from dataclasses import replace

import pytest

from desktop.core import note_links
from desktop.formats.api import ArticleExporter
from desktop.formats.exporters.bibliography import CSL_JSON, RIS
from desktop.formats.exporters.docx import DOCX
from desktop.formats.exporters.json_lines import JSON_LINES
from desktop.formats.exporters.markdown import MARKDOWN, MARKDOWN_VAULT
from desktop.formats.exporters.odt import ODT
from desktop.formats.exporters.web_page import WEB_PAGE
from tests.formats.exporters.sample import annotation, article

LINK = note_links.written("tamto miejsce", "tag", "01920f0a-7c3e-7123-8abc-0123456789ab")


def exported(exporter: ArticleExporter) -> str:
    mark = annotation(1, "ważne zdanie", note=f"**zob.** {LINK}.")
    one = replace(article(), annotations=(mark,), note=f"por. {LINK}!")
    out = io.BytesIO()
    exporter.write_articles([one], [], out)
    if not zipfile.is_zipfile(out):
        return out.getvalue().decode()
    with zipfile.ZipFile(out) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


@pytest.mark.parametrize("exporter", [DOCX, ODT, WEB_PAGE, MARKDOWN, MARKDOWN_VAULT])
def test_people_read_words(exporter: ArticleExporter) -> None:
    text = exported(exporter)
    assert "**zob.** tamto miejsce." in text
    assert "por. tamto miejsce!" in text
    assert "glosa:tag" not in text


@pytest.mark.parametrize("exporter", [RIS, CSL_JSON])
def test_bibliographies_have_no_addresses_of_ours(exporter: ArticleExporter) -> None:
    assert "por. tamto miejsce!" in exported(exporter)


def test_what_comes_back_is_as_it_was() -> None:
    assert f"**zob.** {LINK}." in exported(JSON_LINES)

"""REFI-QDA files are valid against the official schemas, whatever is in the texts."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from desktop.core.portable import PortableArticle, PortableTag
from desktop.formats.exporters.refi_codebook import CODEBOOK
from desktop.formats.exporters.refi_project import REFI_PROJECT
from tests.formats.exporters.sample import TAGS, article, second

SCHEMAS = Path(__file__).parents[4] / "shared" / "refi"
pytestmark = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the REFI schemas are not here")
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def _check(schema: str, data: bytes) -> None:
    etree.XMLSchema(etree.parse(SCHEMAS / schema)).assertValid(etree.fromstring(data))


def _project(articles: list[PortableArticle], tags: list[PortableTag]) -> zipfile.ZipFile:
    out = io.BytesIO()
    REFI_PROJECT.write_articles(iter(articles), tags, out)
    return zipfile.ZipFile(out)


def test_a_project_is_valid_and_its_positions_cut_the_quotes():
    archive = _project([article(), second()], TAGS)
    _check("Project.xsd", archive.read("project.qde"))
    root = etree.fromstring(archive.read("project.qde"))
    text = archive.read(f"sources/{article().uuid}.txt").decode()
    found = [
        text[int(node.get("startPosition")) : int(node.get("endPosition"))]
        for node in root.find("{*}Sources").iter("{*}PlainTextSelection")
    ]
    assert found == [mark.exact for mark in article().annotations if not mark.orphaned]


@pytest.mark.parametrize("tags", [[], TAGS])
def test_a_codebook_is_valid(tags: list[PortableTag]):
    out = io.BytesIO()
    CODEBOOK.write_articles(iter([]), tags, out)
    _check("Codebook.xsd", out.getvalue())


def test_an_empty_project_is_valid():
    _check("Project.xsd", _project([], []).read("project.qde"))


@settings(max_examples=40)
@given(texts, texts, texts)
def test_any_text_makes_a_valid_project(title: str, note: str, tag: str):
    odd = PortableTag("01900000-0000-7000-8000-0000000000a9", tag.replace("/", "") or "x", "", note)
    marks = tuple(replace(mark, note=note, author=tag) for mark in article().annotations)
    changed = replace(article(), title=title, note=note, url=tag, annotations=marks)
    _check("Project.xsd", _project([changed], [*TAGS, odd]).read("project.qde"))

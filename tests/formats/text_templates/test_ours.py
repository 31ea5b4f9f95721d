"""Our templates write what lies in tests/golden/templates; GLOSA_GOLDEN=1 writes that anew."""

import io
import os
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.formats.exporters.text_template import TemplateExporter
from desktop.formats.text_templates.ours import NAMES, ours
from desktop.formats.text_templates.template import TextTemplate
from tests.formats.exporters.sample import TAGS, article, second

GOLDEN = Path(__file__).parents[2] / "golden" / "templates"
FILES = dict(zip(NAMES, ours(), strict=True))


def _readable(data: bytes) -> str:
    if not data.startswith(b"PK"):
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [(info.filename, archive.read(info).decode()) for info in archive.infolist()]
    return "".join(f"===== {name}\n{text}\n" for name, text in parts)


@pytest.mark.parametrize("file", FILES)
def test_what_is_written_is_what_was_agreed(file: str):
    exporter = TemplateExporter(FILES[file], today="2026-01-02")
    out = io.BytesIO()
    assert exporter.write_articles(iter([article(), second()]), TAGS, out) == 5
    golden = GOLDEN / f"{file.removesuffix('.jinja')}.txt"
    if os.environ.get("GLOSA_GOLDEN"):
        golden.write_text(_readable(out.getvalue()), encoding="utf-8", newline="")
    assert _readable(out.getvalue()) == golden.read_bytes().decode()


def test_each_makes_what_its_suffix_says():
    kinds = {one.name: TemplateExporter(one).suffix for one in ours()}
    assert kinds["Notes for Obsidian"] == ".zip"
    assert kinds["Table of quotes"] == ".html"


def test_hostile_words_stay_words():
    bad = replace(
        article(), title="<script>alert(1)</script>", url="javascript:alert(1)", author="{{ 7*7 }}"
    )
    out = io.BytesIO()
    TemplateExporter(FILES["table.html.jinja"]).write_articles(iter([bad]), [], out)
    shown = out.getvalue().decode()
    assert "<script" not in shown and "javascript:" not in shown and "{{ 7*7 }}" in shown


def test_a_name_for_a_file_is_safe_and_its_own():
    template = TextTemplate("x", ".md", "{% set file_name = '../../con' %}{{ article.title }}")
    out = io.BytesIO()
    TemplateExporter(template).write_articles(iter([article(), second()]), [], out)
    with zipfile.ZipFile(out) as archive:
        assert len(set(archive.namelist())) == 2
        assert not any("/" in name or ".." in name for name in archive.namelist())

"""Each exporter writes what lies in tests/golden; GLOSA_GOLDEN=1 writes those files anew."""

import io
import os
import re
import zipfile
from pathlib import Path

import pytest

from desktop.formats.api import ArticleExporter
from desktop.formats.exporters.all import EXPORTERS
from tests.formats.exporters.sample import TAGS, article, second

GOLDEN = Path(__file__).parents[2] / "golden"
_TIME_OF_EXPORT = re.compile(
    r'"(export_date|created)": "[^"]*"(?=,\n? "(annotations|export_userid))'
)
WRITERS = [one for one in EXPORTERS if isinstance(one, ArticleExporter)]


def _file_name(exporter: ArticleExporter) -> str:
    return re.sub(r"\W+", "_", exporter.name.lower()).strip("_") + exporter.suffix


def _readable(data: bytes) -> str:
    """Return the file, or the members of an archive one after the other."""
    if not data.startswith(b"PK"):
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        parts = [(info.filename, archive.read(info).decode()) for info in archive.infolist()]
    return "".join(f"===== {name}\n{text}\n" for name, text in parts)


@pytest.mark.parametrize("exporter", WRITERS, ids=lambda one: one.name)
def test_what_is_written_is_what_was_agreed(exporter: ArticleExporter):
    out = io.BytesIO()
    assert exporter.write_articles(iter([article(), second()]), TAGS, out) in (0, 5)
    assert not out.closed
    shown = _readable(out.getvalue())
    shown = re.sub(
        r'"(export_date|created)": "[^"]*Z?"(?=,\n? "(annotations|export_userid))', "…", shown
    )
    golden = GOLDEN / f"{_file_name(exporter)}.txt"
    if os.environ.get("GLOSA_GOLDEN"):
        golden.write_text(shown, encoding="utf-8", newline="")
    assert shown == golden.read_bytes().decode()


@pytest.mark.parametrize("exporter", WRITERS, ids=lambda one: one.name)
def test_nothing_to_export_is_still_a_whole_file(exporter: ArticleExporter):
    out = io.BytesIO()
    assert exporter.write_articles(iter([]), [], out) == 0
    _readable(out.getvalue())

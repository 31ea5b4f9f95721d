"""What an office program makes of our files: the words are there, in Polish too, and nothing runs.

Skipped where LibreOffice is not installed; `.ci/run` installs it.
"""

import csv
import io
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop.core.annotation_columns import COLUMNS, NUMBERS
from desktop.core.portable import PortableArticle
from desktop.formats.api import ArticleExporter
from desktop.formats.csv_cells import unguard
from desktop.formats.exporters.csv_annotations import CSV, CsvAnnotations
from desktop.formats.exporters.csv_form import PRESETS
from desktop.formats.exporters.docx import DOCX
from desktop.formats.exporters.odt import ODT
from desktop.formats.exporters.xlsx import XLSX
from tests.formats.exporters.sample import TAGS, article

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not here")
Convert = Callable[..., Path]
# Of a CSV file: what parts the cells, the quotation mark, UTF-8, from line 1; then, as the worst
# case, quoted cells are no texts, numbers and dates are recognised, formulas are evaluated.
_WORST = "44,34,76,1,,1045,false,true,false,false,false,-1,true"
_TEXTS = "44,34,76,1,,1045,true,false,false,false,false,-1,false"
_OUT = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false"
_TRICKS = (
    "=1+1", "=HYPERLINK(\"https://a.example\";\"x\")", "@SUM(A1)", "+1+1", "-2+3", "  =1+1",
    "\t=1+1", "'=1+1", "''", "＝1+1", "=cmd|' /C calc'!A0", "Zażółć „gęślą” jaźń, 😀; \"x\"",
    "wiersz\ndrugi =1", "ŁÓDŹ ąćęłńóśźż",
)  # fmt: skip
texts = st.lists(
    st.text(
        st.one_of(
            st.sampled_from("='+-@\",;\t\n 1aąłŹ😀"),
            st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"]),
        ),
        min_size=1,
        max_size=40,
    ).filter(lambda text: not text.startswith("\ufeff")),
    min_size=150,
    max_size=200,
)
few = settings(
    max_examples=1,
    phases=[Phase.generate],
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture(scope="module")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Convert]:
    """Give a function that lets LibreOffice, without a window, make another file of one."""
    folder = tmp_path_factory.mktemp("office")
    count = iter(range(1_000))

    def convert(data: bytes, suffix: str, to: str, reading: str = "") -> Path:
        source = folder / f"{next(count)}{suffix}"
        source.write_bytes(data)
        out = folder / f"out-{source.stem}"
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [str(OFFICE), profile, "--headless", "--convert-to", to, "--outdir", str(out)]
        command += [f"--infilter={reading}"] if reading else []
        done = subprocess.run(
            [*command, str(source)], capture_output=True, text=True, timeout=300, check=False
        )
        made = list(out.glob("*")) if out.is_dir() else []
        assert len(made) == 1, done.stderr
        return made[0]

    yield convert


def rows(quotes: list[str] | tuple[str, ...]) -> list[dict[str, Any]]:
    blank: dict[str, Any] = {c: 0 if c in NUMBERS else "" for c in COLUMNS}
    return [{**blank, "quote": quote, "note": quote, "title": quote} for quote in quotes]


def written(exporter: Any, quotes: list[str] | tuple[str, ...]) -> bytes:
    out = io.BytesIO()
    exporter.write(iter(rows(quotes)), out)
    return out.getvalue()


def column(file: Path, name: str) -> list[str]:
    text = file.read_bytes().decode("utf-8-sig")
    return [row[name] for row in csv.DictReader(io.StringIO(text, newline=""))]


def lines_alike(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("form", ["glosa", "excel-pl"])
def test_nothing_in_a_csv_file_is_run(convert: Convert, form: str):
    exporter = CsvAnnotations(PRESETS[form])
    reading = "CSV:" + _WORST.replace("44", str(ord(exporter.form.delimiter)), 1)
    flat = convert(written(exporter, _TRICKS), ".csv", "fods", reading).read_text("utf-8")
    assert "table:formula" not in flat
    assert "Zażółć „gęślą” jaźń, 😀" in flat and "ŁÓDŹ ąćęłńóśźż" in flat


def test_the_danger_is_real(convert: Convert):
    """Without the apostrophes the same reading runs a formula: the test above could fail."""
    data = written(CsvAnnotations(PRESETS["pandas"]), ("=1+1",))
    assert "table:formula" in convert(data, ".csv", "fods", "CSV:" + _WORST).read_text("utf-8")


@few
@given(texts)
def test_every_quote_of_a_csv_file_is_read(convert: Convert, quotes: list[str]):
    found = column(convert(written(CSV, quotes), ".csv", _OUT, "CSV:" + _TEXTS), "quote")
    assert [lines_alike(unguard(cell)) for cell in found] == list(map(lines_alike, quotes))


@few
@given(texts)
def test_every_quote_of_a_workbook_is_read(convert: Convert, quotes: list[str]):
    quotes = [*_TRICKS, *(quote for quote in quotes if quote.isprintable())]
    found = column(convert(written(XLSX, quotes), ".xlsx", _OUT), "quote")
    assert [lines_alike(cell) for cell in found] == list(map(lines_alike, quotes))


@pytest.mark.parametrize(("exporter", "suffix"), [(DOCX, ".docx"), (ODT, ".odt")])
def test_a_document_has_all_the_words(convert: Convert, exporter: ArticleExporter, suffix: str):
    out = io.BytesIO()
    one: PortableArticle = article()
    exporter.write_articles(iter([one]), TAGS, out)
    text = convert(out.getvalue(), suffix, "txt:Text (encoded):UTF8").read_bytes().decode("utf-8")
    said = " ".join(text.split())
    for words in (one.title, "ważne zdanie, a w nim drugie ważne słowo", "Śródtytuł", "Łódź"):
        assert " ".join(words.split()) in said


@pytest.mark.parametrize(("exporter", "suffix"), [(DOCX, ".docx"), (ODT, ".odt")])
def test_a_document_prints(convert: Convert, exporter: ArticleExporter, suffix: str):
    out = io.BytesIO()
    exporter.write_articles(iter([article()]), TAGS, out)
    assert convert(out.getvalue(), suffix, "pdf").read_bytes().startswith(b"%PDF-")

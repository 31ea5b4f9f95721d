"""The workbook: texts stay texts, times are times, and what is too long is cut at Excel's limit."""

import io
import zipfile
from typing import Any

import pytest
from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from desktop.core.annotation_columns import COLUMNS, NUMBERS
from desktop.formats.exporters import xlsx
from desktop.formats.exporters.xlsx import XLSX


def _row(**changes: object) -> dict[str, Any]:
    return {**{c: 0 if c in NUMBERS else "" for c in COLUMNS}, **changes}


def _sheet(*rows: dict[str, Any]) -> tuple[Any, list[str]]:
    out = io.BytesIO()
    assert XLSX.write(iter(rows), out) == len(rows)
    archive = zipfile.ZipFile(out)
    root = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    return root, ["".join(node.itertext()) for node in root.iter("{*}is")]


def test_nothing_is_a_formula_or_a_link():
    root, texts = _sheet(_row(quote="=1+2", note="+48 600", url="https://example.org", title="@x"))
    assert not list(root.iter("{*}f"))
    assert not list(root.iter("{*}hyperlink"))
    assert {"=1+2", "+48 600", "https://example.org", "@x"} <= set(texts)


def test_the_first_line_is_frozen_and_filters():
    root, texts = _sheet(_row())
    assert texts[: len(COLUMNS)] == list(COLUMNS)
    assert next(root.iter("{*}pane")).get("state") == "frozen"
    assert next(root.iter("{*}autoFilter")).get("ref") == "A1:V2"


def test_times_are_numbers_and_partial_dates_texts():
    root, texts = _sheet(_row(created="2024-05-14T10:00:00Z", published="2023-09"))
    numbers = [node.text for node in root.iter("{*}v")]
    assert any(abs(float(number or 0) - 45426.41666) < 0.0001 for number in numbers)
    assert "2023-09" in texts


def test_a_text_is_cut_where_a_cell_ends():
    _, texts = _sheet(_row(quote="😀" * 20_000))
    long = next(text for text in texts if "😀" in text)
    assert long.endswith("😀…")
    assert len(long.encode("utf-16-le")) // 2 <= 32_767


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(xlsx, "_MOST_ROWS", 1)
    with pytest.raises(xlsx.UserError, match="holds 1 highlights at most"):
        XLSX.write(iter([_row(), _row()]), io.BytesIO())

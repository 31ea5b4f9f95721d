"""Annotations to CSV and back: the same values, whatever is in them."""

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.annotation_columns import COLUMNS, NUMBERS
from desktop.core.errors import UserError
from desktop.formats.exporters.csv_annotations import CSV, Value, read

texts = st.text(
    st.one_of(st.sampled_from("'= +-@\t\r\n\0\",;"), st.characters(exclude_categories=["Cs"]))
)
cells: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(COLUMNS, texts),
    "start": st.integers(0),
    "end": st.integers(-5),
    "orphaned": st.booleans(),
}
rows = st.lists(st.fixed_dictionaries(cells), max_size=3)


def row(**changes: object) -> dict[str, Any]:
    return {**{c: 0 if c in NUMBERS else c for c in COLUMNS}, **changes}


def written(values: list[dict[str, Any]], *, raw: bool = False) -> bytes:
    out = io.BytesIO()
    assert CSV.write(iter(values), out, raw=raw) == len(values)
    return out.getvalue()


def back(data: bytes, *, raw: bool = False) -> list[dict[str, Value]]:
    return list(read(io.BytesIO(data), raw=raw))


@given(rows, st.booleans())
def test_round_trip(values: list[dict[str, Any]], raw: bool) -> None:
    assert back(written(values, raw=raw), raw=raw) == values


def test_the_bytes() -> None:
    data = written([row(note="=1", quote='„a"', start=3, orphaned=1)])
    header, line, rest = data.split(b"\r\n")
    assert data.startswith(b'\xef\xbb\xbf"annotation_uuid","article_uuid"')
    assert header.count(b'","') == len(COLUMNS) - 1
    assert '"3","0","„a"""'.encode() in line
    assert b'"\'=1"' in line
    assert line.endswith(b'"1"')
    assert rest == b""


def test_python_reads_the_raw_file() -> None:
    data = written([row(note="=1")], raw=True)
    records = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert records[0]["note"] == "=1"


def test_nothing_is_an_empty_cell() -> None:
    found = back(written([row(note=None, start=None)]))[0]
    assert (found["note"], found["start"]) == ("", "")


def test_no_rows_and_no_file() -> None:
    assert back(written([])) == []
    assert back(b"") == []


def test_the_file_stays_open_for_its_owner() -> None:
    file = io.BytesIO(written([row(), row()]))
    next(read(file))
    assert not file.closed


def test_a_file_closed_by_its_owner_first() -> None:
    file = io.BytesIO(written([row(), row()]))
    found = read(file)
    next(found)
    file.close()
    found.close()  # type: ignore[attr-defined]


def test_columns_come_from_the_first_line() -> None:
    assert back(b"note,start,orphaned\r\n'=a,5,1\r\n") == [
        {"note": "=a", "start": 5, "orphaned": True}
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"note,start\r\na,1\r\nb\r\n", "Row 2"),
        (b"note,start\r\na,one\r\n", "Row 1"),
        ("note\r\nżółć\r\n".encode("cp1250"), "UTF-8"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, words: str) -> None:
    with pytest.raises(UserError, match=words):
        back(data)

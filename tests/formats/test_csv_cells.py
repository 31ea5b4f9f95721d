"""The reversible apostrophe, and our reader of CSV records."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.errors import UserError
from desktop.formats.csv_cells import guard, read_records, unguard

TRIGGERS = tuple("=+-@\t\r\n\0＝＋－＠")
texts = st.text(
    st.one_of(st.sampled_from("'= +-@\t\r\n\0＝\",;ł"), st.characters(exclude_categories=["Cs"]))
)


@given(texts)
def test_every_value_comes_back_and_none_is_a_formula(value: str) -> None:
    cell = guard(value)
    assert unguard(cell) == value
    assert not cell.startswith(TRIGGERS)
    assert not cell.lstrip(" ").startswith(TRIGGERS)


@pytest.mark.parametrize(
    ("value", "cell"),
    [("=1+2", "'=1+2"), ("  @a", "'  @a"), ("'a", "''a"), ("a=1", "a=1"), ("", ""), (" ", " ")],
)
def test_the_rule(value: str, cell: str) -> None:
    assert guard(value) == cell


@given(st.lists(st.lists(texts, min_size=2, max_size=3), max_size=4), st.booleans())
def test_what_python_writes_is_read(records: list[list[str]], quoted: bool) -> None:
    file = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    csv.writer(file, quoting=quoting, lineterminator="\r\n").writerows(records)
    file.seek(0)
    assert list(read_records(file)) == records


def read(text: str) -> list[list[str]]:
    return list(read_records(io.StringIO(text, newline="")))


def test_line_ends_outside_quotes() -> None:
    assert read('a,b\n"c",d\r\r\n\r\n,"x\r\ny"') == [["a", "b"], ["c", "d"], ["", "x\r\ny"]]


def test_a_cell_larger_than_the_limit_of_the_csv_module() -> None:
    limit = csv.field_size_limit()
    large = 'żółć "\r\n' * 100_000
    assert read('"' + large.replace('"', '""') + '",2') == [[large, "2"]]
    assert csv.field_size_limit() == limit


@pytest.mark.parametrize(("text", "line"), [('a\n"b"c"",\n', 2), ('a\nb\n"never\nclosed', 3)])
def test_what_is_no_csv_is_named_by_its_line(text: str, line: int) -> None:
    with pytest.raises(UserError, match=f"Line {line} "):
        read(text)

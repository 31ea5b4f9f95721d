"""CSV in other forms: each is read back by our own importer, with all that its columns hold."""

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.annotation_columns import COLUMNS, NUMBERS
from desktop.core.article import Document
from desktop.core.errors import UserError
from desktop.formats import registry
from desktop.formats.exporters.csv_annotations import CsvAnnotations
from desktop.formats.exporters.csv_form import DEFAULT, DELIMITERS, PRESETS, CsvForm, check_columns

UUID = "01900000-0000-7000-8000-00000000000"
forms = st.builds(
    CsvForm,
    columns=st.permutations(COLUMNS).map(tuple),
    delimiter=st.sampled_from(list(DELIMITERS.values())),
    bom=st.booleans(),
    guard=st.booleans(),
    per_tag=st.booleans(),
)
texts = st.text(
    st.one_of(st.sampled_from("'= +-@;,\t\"\nż"), st.characters(exclude_categories=["Cs", "Cc"])),
    max_size=20,
).map(lambda text: text.lstrip("\ufeff"))


def row(**changes: object) -> dict[str, Any]:
    blank: dict[str, Any] = {c: 0 if c in NUMBERS else "" for c in COLUMNS}
    given = {"annotation_uuid": f"{UUID}1", "article_uuid": f"{UUID}a", "title": "Tytuł",
             "quote": "cytat ąę", "tags": "A/B; C", "colour": "blue", "style": "underline",
             "created": "2024-01-01T00:00:00.000Z",
             "modified": "2024-01-02T00:00:00.000Z"}  # fmt: skip
    return {**blank, **given, **changes}


def written(form: CsvForm, *rows: dict[str, Any]) -> bytes:
    out = io.BytesIO()
    assert CsvAnnotations(form).write(iter(rows), out) == len(rows)
    return out.getvalue()


def read_back(folder: Path, data: bytes) -> Document:
    path = folder / "form.csv"
    path.write_bytes(data)
    (found,) = (one for one in registry.read(path) if isinstance(one, Document))
    return found


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(forms, texts, texts, texts)
def test_every_form_comes_back(
    tmp_path: Path, form: CsvForm, quote: str, note: str, title: str
) -> None:
    made = row(quote=f"x{quote}", note=note, title=title, author=quote.replace("\n", " "))
    found = read_back(tmp_path, written(form, made))
    (one,) = found.quotes
    values = (found.uuid, found.title, found.author, one.exact, one.note, one.tags)
    assert values == (
        made["article_uuid"], title, made["author"], made["quote"], note, ("A/B", "C"),
    )  # fmt: skip
    assert one.origin and (one.origin.uuid, one.origin.modified) == (
        made["annotation_uuid"],
        made["modified"],
    )
    assert (one.colour, one.style, one.created) == ("blue", "underline", made["created"])


@pytest.mark.parametrize("name", PRESETS)
def test_presets_are_read_back(tmp_path: Path, name: str) -> None:
    form = PRESETS[name]
    found = read_back(tmp_path, written(form, row(note="uwaga")))
    (one,) = found.quotes
    assert (found.title, one.exact) == ("Tytuł", "cytat ąę")
    assert one.tags == (("A/B", "C") if "tags" in form.columns else ())
    assert one.note == ("uwaga" if "note" in form.columns else "")


@pytest.mark.parametrize("columns", [("quote",), ("quote", "note"), ("title", "quote", "start")])
def test_a_few_columns_are_enough(tmp_path: Path, columns: tuple[str, ...]) -> None:
    for guard in (True, False):
        form = replace(DEFAULT, columns=columns, guard=guard)
        found = read_back(tmp_path, written(form, row(quote="=cytat", note="'uwaga")))
        assert [quote.exact for quote in found.quotes] == ["=cytat"]
        assert [quote.note for quote in found.quotes] == ["'uwaga" if "note" in columns else ""]


def test_the_bytes() -> None:
    form = CsvForm(("quote", "start"), ("Cytat", ""), "\t", bom=False)
    assert written(form, row(quote='"=a"')) == b'"Cytat"\t""\r\n"""=a"""\t"0"\r\n'
    assert written(PRESETS["excel-pl"], row()).startswith(b'\xef\xbb\xbf"annotation_uuid";"art')
    assert written(PRESETS["pandas"]).startswith(b"annotation_uuid,article_uuid,")


def test_a_row_for_each_tag() -> None:
    data = written(PRESETS["taguette"], row(), row(tags=""))
    found = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    assert [one["tag"] for one in found] == ["A/B", "C", ""]


def test_many_rows_are_written_whole() -> None:
    data = written(DEFAULT, *[row(start=number) for number in range(1_234)])
    found = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [one["start"] for one in found] == [str(number) for number in range(1_234)]


@pytest.mark.parametrize("columns", [(), ("quote", "quote"), ("quote", "cytat")])
def test_columns_that_are_none(columns: tuple[str, ...]) -> None:
    with pytest.raises(UserError, match="column"):
        check_columns(columns)


def test_a_table_of_articles_with_quotes_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("title,text,quote\nA,Treść artykułu,cytat\n", encoding="utf-8")
    (one,) = [item for item in registry.read(path) if isinstance(item, Document)]
    assert one.source_format == "csv"

"""JSON Lines: articles from many hands, and lines that are no articles."""

import gzip
import io
import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from desktop.core.article import Document, Remark
from desktop.core.errors import UserError
from desktop.formats import registry
from desktop.formats.exporters import json_lines as exporter
from desktop.formats.importers import json_lines
from desktop.formats.importers.json_lines import JSON_LINES


def written(folder: Path, *lines: Any, name: str = "a.jsonl") -> Path:
    path = folder / name
    parts = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    data = b"\n".join(parts) + b"\n"
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return path


def one(folder: Path, **fields: Any) -> Document:
    (found,) = JSON_LINES.read(written(folder, fields))
    assert isinstance(found, Document)
    return found


def test_an_article_with_everything(tmp_path: Path) -> None:
    found = one(
        tmp_path,
        title=" Zapora \n pękła ",
        text="Woda płynie.\r\n\r\nMost stoi.",
        author="Anna Łoś",
        outlet="Kurier",
        agency="PAP",
        url="https://example.org/1",
        language="pl-PL",
        published="2023-09-07T12:00:00Z",
        tags=["Wojna/Front", "Wojna/Front"],
        highlights=[{"exact": "Most", "note": "który?", "colour": "blue", "tags": ["A"]}],
    )
    assert (found.title, found.text) == ("Zapora pękła", "Woda płynie.\nMost stoi.")
    assert [found.text[b.start : b.end] for b in found.blocks] == ["Woda płynie.", "Most stoi."]
    assert (found.author, found.outlet, found.agency) == ("Anna Łoś", "Kurier", "PAP")
    assert (found.url, found.language, found.published) == (
        "https://example.org/1",
        "pl",
        "2023-09-07",
    )
    assert found.tags == ("Wojna/Front",)
    (quote,) = found.quotes
    assert (quote.exact, quote.note, quote.colour, quote.tags) == ("Most", "który?", "blue", ("A",))


def test_other_names_and_shapes(tmp_path: Path) -> None:
    found = one(
        tmp_path,
        headline="T",
        content="Jeden wiersz.\nDrugi wiersz.",
        authors=[{"name": "A"}, "B"],
        publisher={"name": "P"},
        date=2023,
        keywords="jeden, dwa; trzy",
    )
    assert (found.title, found.author, found.outlet, found.published) == ("T", "A, B", "P", "2023")
    assert len(found.blocks) == 2 and found.tags == ("jeden", "dwa", "trzy")


def test_a_title_is_made_when_there_is_none(tmp_path: Path) -> None:
    assert one(tmp_path, text="Zapora pękła. Woda płynie.").title == "Zapora pękła"


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[" * 100_000,
        b'{"text": "x", "n": ' + b"7" * 5_000 + b"}",
        b'{"text": "x", "n": NaN}',
        b'{"text": "x", "n": -Infinity}',
        b'{"text": "\xff"}',
        b'"text"',
        b"17",
        b"{}",
        b'{"text": "  \\n "}',
        b'{"text": 5}',
        b'{"text": "' + b"x" * 3_000 + b'"}',
    ],
)
def test_a_bad_line_is_told_by_number(
    tmp_path: Path, line: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    if b"xxx" in line:
        monkeypatch.setattr(json_lines, "LONGEST_LINE", 2_000)
    found = list(JSON_LINES.read(written(tmp_path, {"text": "a"}, b"", line, {"text": "b"})))
    assert [item.text for item in found if isinstance(item, Document)] == ["a", "b"]
    (problem,) = (item for item in found if isinstance(item, UserError))
    assert problem.fields["line"] == 3 and "a.jsonl" in str(problem)


def test_what_cannot_be_kept_is_counted(tmp_path: Path) -> None:
    path = written(tmp_path, b'{"text": "a\\ud800\\u0000", "date": "wczoraj", "tags": ["a;b"]}')
    document, *remarks = JSON_LINES.read(path)
    assert isinstance(document, Document) and document.text == "a\ufffd\ufffd"
    counts = [remark.fields["count"] for remark in remarks if isinstance(remark, Remark)]
    assert counts == [2, 1, 1]


def test_many_bad_lines_are_summed_up(tmp_path: Path) -> None:
    found = list(JSON_LINES.read(written(tmp_path, *[b"{"] * 250, {"text": "a"})))
    problems = [item for item in found if isinstance(item, UserError)]
    assert len(problems) == json_lines.TOLD_SINGLY + 1
    assert (problems[-1].fields["count"], problems[-1].fields["line"]) == (150, 250)


def test_packed_files_and_their_damage(tmp_path: Path) -> None:
    path = written(tmp_path, *[{"text": f"Tekst {n}"} for n in range(5_000)], name="a.jsonl.gz")
    assert sum(isinstance(item, Document) for item in registry.read(path)) == 5_000
    path.write_bytes(path.read_bytes()[:-2_000])
    found = list(registry.read(path))
    assert isinstance(found[-1], UserError) and "breaks off" in str(found[-1])
    assert 0 < len(found) < 5_000
    path.write_bytes(b"no gzip at all")
    with pytest.raises(UserError, match="could not be read"):
        list(registry.read(path))


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_nothing_in_it(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(data)
    with pytest.raises(UserError, match="is empty"):
        list(registry.read(path))


def test_a_byte_order_mark_is_no_error(tmp_path: Path) -> None:
    (found,) = JSON_LINES.read(written(tmp_path, b'\xef\xbb\xbf{"text": "a"}'))
    assert isinstance(found, Document) and found.text == "a"


def test_what_glosa_exported_is_to_be_merged(tmp_path: Path) -> None:
    out = io.BytesIO()
    exporter.JSON_LINES.write_articles([], [], out)
    path = tmp_path / "ours.jsonl"
    path.write_bytes(out.getvalue())
    with pytest.raises(UserError, match="Merge what someone shared"):
        list(registry.read(path))


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    peaks: list[int] = []
    for count in (400, 4_000):
        path = written(tmp_path, *[{"text": "słowo " * 500}] * count)
        assert path.stat().st_size > count * 3_000
        tracemalloc.start()
        assert sum(1 for _ in JSON_LINES.read(path)) == count
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 1_000_000  # the bigger file has 10 MB more

"""Each document format against its golden file, and what all of them have to keep."""

import json
import os
from pathlib import Path

import pytest

from desktop.core.article import Document, spans
from desktop.core.errors import UserError
from desktop.formats import registry, wire
from desktop.formats.api import Item
from desktop.formats.isolation import Readers
from tests.formats import document_samples as samples

GOLDEN = Path(__file__).parents[1] / "golden" / "documents"
SAMPLES = samples.all_samples()


def read(folder: Path, name: str, data: bytes, *, whole_page: bool = False) -> list[Item]:
    (folder / name).write_bytes(data)
    return list(registry.read(folder / name, whole_page=whole_page))


def document(folder: Path, name: str, data: bytes | None = None) -> Document:
    (item,) = (i for i in read(folder, name, data or SAMPLES[name]) if isinstance(i, Document))
    return item


def outline(one: Document) -> list[tuple[str, str]]:
    return [(block.kind, one.text[block.start : block.end]) for block in one.blocks]


@pytest.mark.parametrize("name", SAMPLES)
def test_golden(tmp_path: Path, name: str) -> None:
    found = [wire.of_item(item) for item in read(tmp_path, name, SAMPLES[name])]
    shown = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    golden = GOLDEN / f"{name}.json"
    if "GLOSA_MAKE_GOLDEN" in os.environ:
        golden.write_text(shown, encoding="utf-8")
    assert json.loads(shown) == json.loads(golden.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", SAMPLES)
def test_blocks_cover_the_text_and_spans_their_words(tmp_path: Path, name: str) -> None:
    for one in read(tmp_path, name, SAMPLES[name]):
        assert isinstance(one, Document)
        assert one.text == "\n".join(text for _, text in outline(one))
        assert all(text.strip() == text and text for _, text in outline(one))
        for block in one.blocks:
            for span in spans(block):
                assert block.start <= span.start < span.end <= block.end
                if span.kind == "strong":
                    assert one.text[span.start : span.end] == "remont"
                if block.kind == "caption":  # a picture that is elsewhere
                    assert span.href == "http://gazeta.example/1.png"
                elif span.kind == "link":
                    assert one.text[span.start : span.end] == "mostu"
                    assert span.href.startswith("https://gazeta.example/remont")


@pytest.mark.parametrize("name", ["page.html", "page.mhtml", "crawl.warc.gz"])
def test_an_article_out_of_a_page(tmp_path: Path, name: str) -> None:
    one = document(tmp_path, name)
    assert (one.title, one.author, one.outlet) == ("Most zamknięty", "Jan Łoś", "Gazeta")
    assert (one.published, one.url) == ("2023-09-07", "https://gazeta.example/most")
    assert samples.FIRST in one.text and "Menu" not in one.text and "alert" not in one.text
    kinds = [kind for kind, _ in outline(one)]
    assert kinds.count("list_item") == 2 and kinds.count("table_row") == 2
    assert ("quotation", samples.QUOTE) in outline(one)


def test_the_whole_page(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "page.html", SAMPLES["page.html"], whole_page=True)
    assert isinstance(one, Document)
    assert "Menu główne" in one.text and "Regulamin" in one.text and "alert" not in one.text
    assert ("caption", "Most o świcie") in outline(one)


@pytest.mark.parametrize("depth", [100, 253, 254, 255, 300, 3_000, 100_000])
def test_text_at_any_depth(tmp_path: Path, depth: int) -> None:
    page = "<div>" * depth + f"<p>{samples.FIRST}</p>" + "</div>" * depth + "<p>Koniec.</p>"
    text = document(tmp_path, "deep.html", page.encode()).text
    assert samples.FIRST in text and "Koniec." in text


def test_links_that_are_no_links(tmp_path: Path) -> None:
    page = "".join(
        f'<p><a href="{href}">słowo</a> i coś.</p>'
        for href in ("javascript:alert(1)", "java\nscript:x", "file:///etc/passwd", "//x.example/a",
                     "data:text/html,x", "vbscript:x", "#a", "mailto:a@b.example")
    )  # fmt: skip
    one = document(tmp_path, "links.html", page.encode())
    assert [s.href for b in one.blocks for s in spans(b)] == ["mailto:a@b.example"]


def test_columns_of_print_are_read_one_by_one(tmp_path: Path) -> None:
    left = [(50.0, 700.0 - 14 * n, 11, f"Left line number {n} goes on and") for n in range(8)]
    right = [(320.0, 700.0 - 14 * n, 11, f"right line number {n} goes on and") for n in range(8)]
    turns = [line for pair in zip(left, right, strict=True) for line in pair]
    text = document(tmp_path, "columns.pdf", samples.pdf(turns)).text
    assert text.index("Left line number 7") < text.index("right line number 0")


def test_print_without_running_feet_and_with_whole_words(tmp_path: Path) -> None:
    one = document(tmp_path, "print.pdf")
    assert "passengers of the buses" in one.text and "Daily News" not in one.text
    assert [b.attrs["page"] for b in one.blocks if b.kind == "heading"] == [1, 2, 3, 4]


def test_a_pdf_of_pictures_says_so(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="OCR"):
        read(tmp_path, "scan.pdf", samples.pdf([]))


def test_a_bad_part_of_a_zip_costs_that_part(tmp_path: Path) -> None:
    data = samples.packed(
        {"a.txt": "Jeden tekst.", "b.docx": "no", "c.zip": "no", "d.md": "# Tak\n\nTekst."}
    )
    found = read(tmp_path, "a.zip", data)
    assert [type(item).__name__ for item in found] == [
        "Document",
        "UserError",
        "UserError",
        "Document",
    ]
    assert "b.docx" in str(found[1]) and "a.zip" in str(found[1])


def test_rows_without_text_are_named(tmp_path: Path) -> None:
    found = read(tmp_path, "t.csv", b"title,text\na,Some words.\nb,\nc,More words.\n")
    assert [type(item).__name__ for item in found] == ["Document", "UserError", "Document"]
    with pytest.raises(UserError, match="“a”, “b”"):
        read(tmp_path, "u.csv", b"a,b\n1,2\n")


def test_items_survive_the_way_between_processes(tmp_path: Path) -> None:
    for name, data in SAMPLES.items():
        for item in read(tmp_path, name, data):
            back = wire.to_item(wire.load(wire.dump(wire.of_item(item))))
            assert wire.of_item(back) == wire.of_item(item)


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"[]",
        b"{",
        b'{"document":{}}',
        b'{"error":[1]}',
        b'{"remark":["{a}",{}]}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_message(message: bytes) -> None:
    with pytest.raises(wire.BadMessage):
        wire.to_item(wire.load(message))


def test_the_same_in_a_process_apart(tmp_path: Path) -> None:
    for name, data in SAMPLES.items():
        (tmp_path / name).write_bytes(data)
    files = [tmp_path / name for name in SAMPLES]
    with Readers() as readers:
        found = {path.name: [wire.of_item(i) for i in items] for path, items in readers.read(files)}
    for name in SAMPLES:
        golden = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
        assert json.loads(json.dumps(found[name])) == golden

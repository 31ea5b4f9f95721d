"""What goes on paper: marks, numbers, notes, pages."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QColor
from PySide6.QtPrintSupport import QPrinter

from desktop.core.colours import PAPER_EDGES, PAPER_FILLS
from desktop.core.errors import UserError
from desktop.core.image import image
from desktop.library import annotations, articles
from desktop.operations import annotate, read
from desktop.operations.export import export_annotations
from desktop.operations.import_articles import store
from desktop.ui import pdf as pdf_module
from desktop.ui.context import Context
from desktop.ui.pdf import PdfExporter, pdf, print_font
from desktop.ui.print_document import Printed, lay_out, page_size, paint
from desktop.ui.printing import _read
from tests.formats.picture_samples import drawn
from tests.library.test_images import shown

TEXT = "Zażółć gęślą jaźń w Łodzi. Drugie zdanie.\n\nDrugi akapit 😀 z końcem."


@pytest.fixture
def article(context: Context, add_article: Callable[..., int]) -> int:
    made = add_article(TEXT, outlet="Kurier", url="https://example.org/a")
    run = context.library.run
    run(read.set_article_note, article_id=made, note="O całości")
    for start, end, looks in (
        (0, 6, {"colour": "green", "note": "Pierwsza\nw dwóch wierszach"}),
        (7, 12, {"colour": "blue", "tag_paths": ["Twierdzenie/Liczba"]}),
        (42, 55, {"style": "underline", "colour": "red", "note": "Ostatnia"}),
        (20, 25, {}),
    ):
        run(annotate.add_highlight, article_id=made, start=start, end=end, **looks)
    return made


def _printed(context: Context, article: int) -> Printed:
    reader = context.reader
    font = context.theme.reading_font()
    font.setPixelSize(15)
    return Printed(
        articles.get(reader, article),
        articles.text(reader, article),
        articles.note(reader, article),
        annotations.of_article(reader, article),
        font,
    )


def test_marks_have_colours_that_print_and_notes_have_numbers(
    context: Context, article: int
) -> None:
    made = lay_out(_printed(context, article))
    shown = made.toPlainText()
    assert "Zażółć\u202f1 gęślą\u202f2 jaźń w Łodzi. Drugie zdanie." in shown
    assert "😀" in shown
    text = made.find("Zażółć", made.findBlockByNumber(2).position())
    green = text.charFormat()
    assert green.background().color() == QColor(PAPER_FILLS["green"])
    line = made.find("Drugi akapit").charFormat()
    assert line.underlineColor() == QColor(PAPER_EDGES["red"])
    assert line.background().color() != QColor(PAPER_FILLS["red"])
    for said in ("1.  „Zażółć”", "Pierwsza\nw dwóch wierszach", "Twierdzenie/Liczba", "O całości",
                 "https://example.org/a", "3.  „Drugi akapit"):  # fmt: skip
        assert said in shown
    assert "4.  " not in shown


def test_a_lost_highlight_is_among_the_notes(
    context: Context, add_article: Callable[..., int]
) -> None:
    made = add_article("Słowa, które są.")

    def lose(tx: object) -> None:
        place = annotations.get(context.reader, lost)
        tx.update("annotation", place.id, orphaned=1)  # type: ignore[attr-defined]

    lost = context.library.run(
        annotate.add_highlight, article_id=made, start=0, end=5, note="bez miejsca"
    ).result
    context.library.run(lose)
    shown = lay_out(_printed(context, made)).toPlainText()
    assert "Słowa, które są." in shown
    assert "bez miejsca" in shown


def test_a_pdf_has_the_words_and_the_pages(
    context: Context, add_article: Callable[..., int]
) -> None:
    long = "\n\n".join(f"Akapit {n}: " + "słowa i słowa. " * 40 for n in range(30))
    data, pages = pdf(_printed(context, add_article(long, title="Długi tytuł")))
    file = pypdfium2.PdfDocument(data)
    assert len(file) == pages > 3
    texts = [page.get_textpage().get_text_bounded() for page in file]
    assert "Długi tytuł" in texts[0]
    assert all(f"{number} / {pages}" in text for number, text in enumerate(texts, 1))
    found = "".join(texts)
    assert [n for n in range(30) if f"Akapit {n}:" not in found] == []
    file.close()


def test_a_printer_gets_the_same_pages(context: Context, article: int, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert paint(lay_out(_printed(context, article)), printer, "Tytuł") == 1
    file = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert "jaźń" in file[0].get_textpage().get_text_bounded()
    file.close()


def _exported(context: Context, target: Path, ids: list[int]) -> list[str]:
    exporter = PdfExporter(print_font(context.theme))
    export_annotations(context.reader, target, exporter=exporter, article_ids=ids)
    file = pypdfium2.PdfDocument(target)
    texts = [page.get_textpage().get_text_bounded() for page in file]
    file.close()
    return texts


def test_articles_are_exported_one_after_the_other(
    context: Context, article: int, add_article: Callable[..., int], tmp_path: Path
) -> None:
    long = "\n\n".join(f"Akapit {n}: " + "słowa i słowa. " * 40 for n in range(12))
    other = add_article(long, title="Długi tytuł")
    last = add_article("Ostatni artykuł.")
    texts = _exported(context, tmp_path / "a.pdf", [article, other, last])
    pages = len(texts) - 2
    assert pages > 1
    assert all(
        said in texts[0] for said in ("Drugie zdanie", "w dwóch wierszach", "Twierdzenie/Liczba")
    )
    assert "1 / 1" in texts[0] and "1 / 1" in texts[-1] and "Ostatni artykuł." in texts[-1]
    assert all(f"{number} / {pages}" in texts[number] for number in range(1, pages + 1))
    alone, _ = pdf(_printed(context, article))
    with closing(pypdfium2.PdfDocument(alone)) as file:
        assert file[0].get_textpage().get_text_bounded() == texts[0]


def test_no_articles_are_an_empty_page(context: Context, tmp_path: Path) -> None:
    assert _exported(context, tmp_path / "a.pdf", []) == [""]


def test_one_that_is_too_long_is_named(
    context: Context, article: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_module, "LONGEST", 10)
    with pytest.raises(UserError, match="too long for a PDF"):
        _exported(context, tmp_path / "a.pdf", [article])
    assert not list(tmp_path.glob("*.pdf"))


@pytest.mark.parametrize(("system", "name"), [("pl_PL", "A4"), ("en_US", "Letter")])
def test_paper_is_that_of_the_country(system: str, name: str) -> None:
    assert page_size(system).key() == name


def test_pictures_go_on_paper_and_never_over_a_page(context: Context) -> None:
    tall = image("image/png", 300, 4000, drawn("PNG", (300, 4000)))
    wide = image("image/jpeg", 2400, 600, drawn("JPEG", (2400, 600)))
    one = shown("Pierwszy akapit.\n\nDrugi akapit.", {0: [wide], 1: [tall]})
    (key,) = context.library.run(store, documents=[one]).result.imported
    run = context.library.run
    run(annotate.add_highlight, article_id=key, start=3, end=25, note="Przez obraz")
    font = context.theme.reading_font()
    font.setPixelSize(15)
    data, pages = pdf(_read(context.reader, key, font))
    assert pages == 2
    found = pypdfium2.PdfDocument(data)
    pictures = [o for page in found for o in page.get_objects(filter=[3])]
    assert len(pictures) == 2
    for page in found:
        for each in page.get_objects(filter=[3]):
            left, bottom, right, top = each.get_bounds()
            assert left >= 0 and bottom >= 0
            assert right <= page.get_width() and top <= page.get_height()

"""What headings, lists, tables, links and pages of print look like to Qt."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor, QTextListFormat
from PySide6.QtTest import QTest

from desktop.core.article import Block, Span
from desktop.library.articles import ArticleRow
from desktop.ui.context import Context
from desktop.ui.reader.page import page
from desktop.ui.reader.view import ReaderView

LINES = ("😀 Rozdział", "Tekst z 😀 linkiem tu", "raz", "dwa", "a\tb", "Strona druga")


def blocks() -> tuple[Block, ...]:
    text = "\n".join(LINES)
    places: list[tuple[int, int]] = []
    at = 0
    for line in LINES:
        places.append((at, at + len(line)))
        at += len(line) + 1
    link = text.index("linkiem")
    spans = [
        Span("link", link, link + 7, "https://x.example/").as_attr(),
        Span("strong", places[1][0], places[1][0] + 5).as_attr(),
    ]
    kinds: Sequence[tuple[str, dict[str, object]]] = (
        ("heading", {"level": 2}),
        ("paragraph", {"spans": spans, "page": 1}),
        ("list_item", {"depth": 1, "ordered": True, "number": 7}),
        ("list_item", {"depth": 2, "number": 1}),
        ("table_row", {"header": True}),
        ("paragraph", {"page": 2}),
    )
    return tuple(
        Block(kind, start, end, attrs)  # type: ignore[arg-type]
        for (kind, attrs), (start, end) in zip(kinds, places, strict=True)
    )


@pytest.fixture
def view(context: Context, qtbot) -> ReaderView:
    row = ArticleRow(1, "u", "T", "", "", "", "", "pl", "", "", 9, "unread", False, False, 0, 0.0)
    view = ReaderView(context)
    qtbot.addWidget(view)
    text = "\n".join(LINES)
    view.resize(700, 600)
    view.show_page(row, text, page(text, blocks(), 0, len(text)), with_header=True)
    view.show()
    return view


def block(view: ReaderView, number: int):
    return view.document().findBlockByNumber(number + 2)


def test_headings_and_lists(view: ReaderView) -> None:
    assert block(view, 0).blockFormat().headingLevel() == 3
    seventh, nested = block(view, 2).textList(), block(view, 3).textList()
    assert seventh.format().style() == QTextListFormat.Style.ListDecimal
    assert seventh.itemText(block(view, 2)) == "7."
    assert nested.format().indent() == 2
    assert block(view, 5).textList() is None


def test_spans_lie_on_their_words_behind_an_emoji(view: ReaderView) -> None:
    found = {}
    parts = block(view, 1).begin()
    while not parts.atEnd():
        part = parts.fragment()
        found[part.text()] = part.charFormat()
        parts += 1
    assert found["linkiem"].anchorHref() == "https://x.example/"
    assert found["Tekst"].fontWeight() > found[" tu"].fontWeight()
    assert not found[" tu"].isAnchor()


def test_offsets_stay_right(view: ReaderView) -> None:
    text = "\n".join(LINES)
    for word in ("Rozdział", "linkiem", "raz", "dwa", "druga"):
        at = text.index(word)
        view.select_range(at, at + len(word))
        assert view.selection() == (at, at + len(word))
        assert view.textCursor().selectedText() == word


def test_a_link_is_chosen_by_mouse_and_by_key(view: ReaderView, qtbot) -> None:
    at = "\n".join(LINES).index("linkiem")
    view.select_range(at + 2, at + 2)
    place = view.cursorRect().center() + QPoint(2, 0)
    with qtbot.waitSignal(view.link_chosen) as chosen:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["https://x.example/"]
    view.select_range(at, at)
    with qtbot.waitSignal(view.link_chosen):
        QTest.keyClick(view, Qt.Key.Key_Return)
    view.moveCursor(QTextCursor.MoveOperation.Start)
    with qtbot.assertNotEmitted(view.link_chosen):
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_the_page_numbers_are_painted_in_the_margin(view: ReaderView) -> None:
    from desktop.ui.reader import document

    shot = view.viewport().grab().toImage()
    paper = shot.pixelColor(2, shot.height() - 2)
    rect = view.document().documentLayout().blockBoundingRect(block(view, 5))
    rows = range(int(rect.top()), int(rect.bottom()))
    margin = range(2, document.MARGIN - 6)
    assert any(shot.pixelColor(x, y) != paper for x in margin for y in rows)

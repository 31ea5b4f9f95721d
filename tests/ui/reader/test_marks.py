from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from desktop.core.article import Block
from desktop.library.annotations import Annotation
from desktop.ui.reader.document import build
from desktop.ui.reader.marks import lanes, line_rects
from desktop.ui.reader.page import page
from tests.ui.reader.test_text_map import STYLE, article


def annotation(number: int, start: int, end: int, *, orphaned: bool = False) -> Annotation:
    return Annotation(
        number, "", 1, 1, start, end, "", "", "", "yellow", "highlight", "", "", "", "", orphaned
    )


def _lanes(*spans: tuple[int, int]) -> list[int]:
    made = lanes([annotation(n, *span) for n, span in enumerate(spans)])
    return [mark.lane for mark in sorted(made, key=lambda mark: mark.annotation.id)]


def test_apart_they_share_a_lane() -> None:
    assert _lanes((0, 5), (5, 9), (20, 30)) == [0, 0, 0]


def test_overlapping_ones_get_lanes_of_their_own() -> None:
    assert _lanes((0, 10), (2, 5), (4, 8), (9, 12)) == [0, 1, 2, 1]


def test_the_longer_of_two_with_one_start_lies_below() -> None:
    assert _lanes((0, 4), (0, 9)) == [1, 0]


def test_orphans_are_not_painted() -> None:
    assert lanes([annotation(1, 0, 4, orphaned=True)]) == []


def _document(text: str, width: float = 300) -> QTextDocument:
    made = page(text, (Block("paragraph", 0, len(text)),), 0, len(text))
    document, _header = build(article(), made, STYLE, with_header=False)
    document.setTextWidth(width)
    document.documentLayout().documentSize()
    return document


def test_there_is_a_rectangle_for_each_line(qapp: QApplication) -> None:
    document = _document("słowo " * 60)
    lines = document.firstBlock().layout().lineCount()
    rects = list(line_rects(document, 0, document.characterCount() - 1))
    assert lines > 3
    assert len(rects) == lines
    tops = [rect.top() for rect in rects]
    assert tops == sorted(set(tops))
    assert all(rect.left() >= 0 and rect.right() <= 300 for rect in rects)


def test_a_range_within_a_line_is_narrow(qapp: QApplication) -> None:
    document = _document("słowo " * 60)
    (rect,) = line_rects(document, 6, 11)
    assert 0 < rect.width() < 150


def test_the_space_at_a_line_end_is_not_marked(qapp: QApplication) -> None:
    document = _document("słowo " * 60)
    line = document.firstBlock().layout().lineAt(0)
    end = line.textStart() + line.textLength()
    with_space, without = (list(line_rects(document, 0, at)) for at in (end, end - 1))
    assert with_space == without


def test_nothing_for_an_empty_range(qapp: QApplication) -> None:
    assert list(line_rects(_document("słowo"), 2, 2)) == []


def test_right_to_left_rectangles_are_not_turned_inside_out(qapp: QApplication) -> None:
    rects = list(line_rects(_document("שלום עולם " * 30), 3, 120))
    assert rects and all(rect.width() > 0 for rect in rects)

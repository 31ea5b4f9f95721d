"""The strip at the scroll bar: where marks are, and the way to them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.core.query import parse
from desktop.library import annotations
from desktop.operations import annotate
from desktop.ui.context import Context
from desktop.ui.reader.overview import Overview
from desktop.ui.reader.pane import ReaderPane

Add = Callable[..., int]
TEXT = "\n\n".join(
    f"Akapit {n}: {'Łódź' if n in (5, 70) else 'miasto'} nad rzeką." for n in range(80)
)


@pytest.fixture
def pane(context: Context, qtbot: QtBot, add_article: Add) -> ReaderPane:
    made = ReaderPane(context)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    qtbot.waitExposed(made)
    with qtbot.waitSignal(made.opened):
        made.open(add_article(TEXT))
    return made


def _hits(pane: ReaderPane, qtbot: QtBot, query: str, count: int) -> list[int]:
    pane.set_query(parse(query))
    overview = pane.view.overview
    qtbot.waitUntil(lambda: len(overview.ticks().get("hit", {})) == count)
    return sorted(overview.ticks()["hit"])


def test_hits_stand_where_they_are_in_the_text(pane: ReaderPane, qtbot: QtBot) -> None:
    first, last = _hits(pane, qtbot, "lodz", 2)
    assert first < 0.2 * pane.view.overview.height() < 0.8 * pane.view.overview.height() < last


def test_a_click_goes_to_the_hit(pane: ReaderPane, qtbot: QtBot) -> None:
    _, last = _hits(pane, qtbot, "lodz", 2)
    assert pane.view.bottom_point() < pane.hits[1][0]
    qtbot.mouseClick(pane.view.overview, Qt.MouseButton.LeftButton, pos=QPoint(6, last + 1))
    assert pane.view.top_point() <= pane.hits[1][0] < pane.view.bottom_point()


def test_a_click_between_marks_scrolls(pane: ReaderPane, qtbot: QtBot) -> None:
    _hits(pane, qtbot, "lodz", 2)
    overview = pane.view.overview
    qtbot.mouseClick(overview, Qt.MouseButton.LeftButton, pos=QPoint(6, overview.height() // 2))
    bar = pane.view.verticalScrollBar()
    assert abs(bar.value() / bar.maximum() - 0.5) < 0.02


def test_highlights_have_their_colours(pane: ReaderPane, qtbot: QtBot, context: Context) -> None:
    assert pane.article
    start = pane.text.index("Akapit 40")
    context.library.run(
        annotate.add_highlight,
        article_id=pane.article.id,
        start=start,
        end=start + 9,
        colour="green",
    )
    pane.set_annotations(annotations.of_article(context.reader, pane.article.id))
    overview = pane.view.overview
    qtbot.waitUntil(lambda: len(overview.ticks().get("mark", {})) == 1)
    ((y, (colour, point)),) = overview.ticks()["mark"].items()
    assert (colour, point) == ("green", start)
    shot = overview.grab().toImage()
    ratio = shot.devicePixelRatio()
    seen = shot.pixelColor(int(2 * ratio), int((y + 1) * ratio))
    assert seen == QColor(context.theme.palette.edges["green"])


def test_thousands_of_marks_become_few(pane: ReaderPane, qtbot: QtBot) -> None:
    many = [(n % len(pane.text), n % len(pane.text) + 1) for n in range(20_000)]
    overview = pane.view.overview
    overview.set_hits(many)
    qtbot.waitUntil(lambda: bool(overview.ticks().get("hit")))
    assert len(overview.ticks()["hit"]) <= overview.height()


def test_it_is_decoration(pane: ReaderPane) -> None:
    overview = pane.view.overview
    assert overview.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert pane.focusProxy() is not overview
    bar = pane.view.verticalScrollBar()
    left = overview.mapTo(pane, QPoint(overview.width(), 0)).x()
    assert left <= bar.mapTo(pane, QPoint(0, 0)).x()


def test_there_is_no_strip_where_all_can_be_seen(
    pane: ReaderPane, add_article: Add, qtbot: QtBot
) -> None:
    strip: Overview | QWidget = pane.view.overview
    assert strip.isVisible()
    with qtbot.waitSignal(pane.opened):
        pane.open(add_article("Krótki tekst o Łodzi."))
    qtbot.waitUntil(lambda: not strip.isVisible())

"""Lines and chips: what fits, what is marked; and every look of a row can be painted."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.core.hits import Snippet
from desktop.core.query import parse
from desktop.library.search import Listing, article_ids
from desktop.library.tags import TagLabel
from desktop.operations import annotate, read, tag
from desktop.ui.context import Context
from desktop.ui.library_pane.article_model import ArticleModel
from desktop.ui.library_pane.article_table import ArticleTable
from desktop.ui.library_pane.chips import fit_chips, row_width
from desktop.ui.library_pane.marked_line import Ink, draw_line, near_hit, one_line
from desktop.ui.library_pane.row_look import row_look

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LABELS = [TagLabel(n, f"Woda/Znacznik {n}", "blue" if n == 1 else "") for n in range(1, 5)]


def test_one_line_keeps_its_length() -> None:
    assert one_line("a\nb\tc") == "a b c"


def test_near_hit_brings_the_hit_to_the_front() -> None:
    text = "Jedno dwa trzy cztery zapora pięć"
    at = text.index("zapora")
    near = near_hit(Snippet(text, ((at, at + 6),)), 10)
    assert near.text == "… cztery zapora pięć"
    assert near.text[slice(*near.hits[0])] == "zapora"


def test_near_hit_leaves_alone_what_is_near() -> None:
    snippet = Snippet("zapora", ((0, 6),))
    assert near_hit(snippet, 3) is snippet
    assert near_hit(Snippet("bez", ()), 0).text == "bez"


def test_a_hit_in_a_word_without_spaces() -> None:
    near = near_hit(Snippet("x" * 50 + "zapora", ((50, 56),)), 10)
    assert near.text == "… zapora"


def test_chips_are_two_at_most_and_a_number(context: Context) -> None:
    look = row_look(context.theme)
    chips = fit_chips(LABELS, 1_000, look)
    assert [chip.text for chip in chips] == ["Znacznik 1", "Znacznik 2", "+2"]
    assert chips[0].colour == "blue"
    assert not fit_chips([], 1_000, look)


@pytest.mark.parametrize("room", range(0, 260, 20))
def test_chips_never_take_more_than_their_room(context: Context, room: int) -> None:
    look = row_look(context.theme)
    assert row_width(fit_chips(LABELS, room, look), look) <= max(room, 0)


def test_hits_beyond_the_basic_plane_are_marked(context: Context) -> None:
    picture = QImage(400, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    ink = Ink(context.theme.font(), "#000000", "#ff0000")
    draw_line(painter, QRect(0, 0, 400, 40), "😀😀 zapora", ink, [(3, 9), (500, 510)])
    painter.end()
    red = [x for x in range(400) if picture.pixelColor(x, 20) == QColor("#ff0000")]
    assert red and min(red) > 20


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("columns", [False, True])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_every_kind_of_row_can_be_painted(
    context: Context,
    add_article: Callable[..., int],
    qtbot,
    scale: int,
    columns: bool,
    direction: Qt.LayoutDirection,
) -> None:
    context.settings.set("text_scale", scale)
    ids = [add_article(f"Zapora {n}\n\nDruga zapora, {n}.") for n in range(4)]
    ids.append(add_article("سد جديد", outlet="الجزيرة", published="2024-02-30"))
    run = context.library.run
    run(tag.tag_articles, article_ids=ids[:1], add=["Woda/Zapory", "Budowa", "Koszty"])
    run(annotate.add_highlight, article_id=ids[0], start=0, end=6)
    run(read.set_starred, article_ids=ids[:1], starred=True)
    for article_id, status in zip(ids[1:], ("reading", "read", "archived"), strict=False):
        run(read.set_status, article_ids=[article_id], status=status)
    model = ArticleModel(context)
    table = ArticleTable(context, model)
    qtbot.addWidget(table)
    table.setLayoutDirection(direction)
    table.set_columns(columns)
    table.resize(300, 500)
    table.show()
    model.show_ids(article_ids(context.reader, Listing()), parse("zapora"))
    table.go_to_row(1)
    table.grab()
    with qtbot.waitSignal(model.dataChanged):
        pass
    shown = table.grab().toImage()
    assert len({shown.pixel(x, y) for x in range(0, 300, 3) for y in range(0, 200, 3)}) > 3

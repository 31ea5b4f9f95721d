"""The reader on a real library: places, hits, parts, the selection and its bar."""

from collections.abc import Callable
from contextlib import closing

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QRegion, QTextCursor
from pytestqt.qtbot import QtBot

from desktop.core.query import parse
from desktop.library import annotations, progress
from desktop.library.word_collecting import collect
from desktop.library.word_forms import expand
from desktop.operations import annotate, read
from desktop.ui.context import Context
from desktop.ui.reader.pane import ReaderPane

Add = Callable[..., int]
TEXT = "\n\n".join(f"Akapit {n}: Łódź nad rzeką, „cytat” numer {n} 😀 i dalej." for n in range(80))


@pytest.fixture
def pane(context: Context, qtbot: QtBot) -> ReaderPane:
    made = ReaderPane(context)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def opened(pane: ReaderPane, add_article: Add, qtbot: QtBot) -> ReaderPane:
    _open(pane, qtbot, add_article(TEXT, title="Tytuł", outlet="Kurier"))
    return pane


def _open(pane: ReaderPane, qtbot: QtBot, article: int, *, at: int | None = None) -> None:
    with qtbot.waitSignal(pane.opened):
        pane.open(article, at=at)


def _bar(pane: ReaderPane) -> int:
    return pane.view.verticalScrollBar().value()


def test_a_selection_is_the_slice_of_the_stored_text(opened: ReaderPane) -> None:
    start = opened.text.index("„cytat” numer 7")
    opened.view.select_range(start, start + 8)
    assert opened.view.selection() == (start, start + 7)  # without the space at its end
    assert opened.text[slice(*opened.view.selection() or ())] == "„cytat”"


@pytest.mark.parametrize("size", [19, 34])
def test_marks_painted_strip_by_strip_are_those_painted_at_once(
    opened: ReaderPane, context: Context, size: int
) -> None:
    context.settings.set("reader_size", size)
    context.settings.set("mark_digits", True)
    opened.restyle()
    assert opened.article
    for at, start in enumerate(range(4, 900, 23)):
        context.library.run(
            annotate.add_highlight,
            article_id=opened.article.id,
            start=start,
            end=start + 5 + 9 * (at % 5),
            colour=("yellow", "green", "blue")[at % 3],
            style="underline" if at % 4 == 0 else "highlight",
            note="x" if at % 3 == 0 else "",
        )
    found = annotations.of_article(context.reader, opened.article.id)
    opened.set_annotations(found)
    opened.view.select_annotation(found[3].id)
    viewport = opened.view.viewport()

    def painted(step: int) -> QImage:
        image = QImage(viewport.size(), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        for top in range(0, viewport.height(), step):
            strip = QRegion(0, top, viewport.width(), step)
            viewport.render(painter, QPoint(0, top), strip)
        painter.end()
        return image

    painted(viewport.height())  # the first time lays the text out
    whole = painted(viewport.height())
    for step in (7, 40):
        assert painted(step) == whole


def test_all_selected_is_the_text_without_the_title(opened: ReaderPane) -> None:
    opened.view.selectAll()
    assert opened.view.selection() == (0, len(opened.text))


def test_a_selection_within_the_title_is_none(opened: ReaderPane) -> None:
    cursor = QTextCursor(opened.view.document())
    cursor.setPosition(8, QTextCursor.MoveMode.KeepAnchor)
    opened.view.setTextCursor(cursor)
    assert opened.view.selection() is None


def test_copying_gives_the_stored_text(opened: ReaderPane) -> None:
    opened.view.selectAll()
    opened.view.copy()
    assert QGuiApplication.clipboard().text() == opened.text


def test_the_place_is_remembered(
    pane: ReaderPane, context: Context, add_article: Add, qtbot: QtBot
) -> None:
    first, second = add_article(TEXT), add_article("Inny tekst.")
    _open(pane, qtbot, first)
    place = pane.text.index("Akapit 40:")
    pane.view.scroll_to_top(place)
    _open(pane, qtbot, second)
    context.dispatch.settle()
    assert progress.get(context.reader, first).position == place
    _open(pane, qtbot, first)
    assert pane.view.top_point() == place


def test_an_article_opens_at_a_place_asked_for(
    pane: ReaderPane, add_article: Add, qtbot: QtBot
) -> None:
    place = TEXT.replace("\n\n", "\n").index("Akapit 60:")
    pane.set_query(parse("lodz"))
    article = add_article(TEXT)
    with qtbot.waitSignal(pane.opened):
        pane.open(article, at=place)
        pane.open(article)  # what the list says when its row is selected
    assert pane.view.top_point() <= place < pane.view.bottom_point()


def test_only_the_article_asked_for_last_is_shown(
    pane: ReaderPane, add_article: Add, qtbot: QtBot
) -> None:
    first, second = add_article("Pierwszy."), add_article("Drugi.")
    _open(pane, qtbot, first)
    shown: list[int] = []
    pane.opened.connect(lambda row: shown.append(row.id))
    pane.open(second)
    pane.open(first)
    qtbot.waitUntil(lambda: bool(shown))
    qtbot.wait(50)
    assert shown == [first]


def test_an_article_that_is_gone_says_so(
    pane: ReaderPane, context: Context, add_article: Add, qtbot: QtBot
) -> None:
    article = add_article("Był i nie ma.")
    context.library.run(read.delete_for_good, article_ids=[article])
    pane.open(article)
    qtbot.waitUntil(
        lambda: "not there" in pane.empty.findChildren(type(pane.find_bar._count))[1].text()
    )
    assert pane.article is None


def test_closing_an_article_that_was_deleted_tells_of_no_error(
    opened: ReaderPane, context: Context, qtbot: QtBot
) -> None:
    failed: list[object] = []
    context.dispatch.failed.connect(failed.append)
    assert opened.article
    context.library.run(read.delete_for_good, article_ids=[opened.article.id])
    opened.close_article()
    context.dispatch.settle()
    qtbot.wait(20)
    assert failed == []


@pytest.mark.parametrize(
    ("name", "value"), [("reader_size", 24), ("reader_font", "sans"), ("reader_measure", 40)]
)
def test_restyling_keeps_the_place(
    opened: ReaderPane, context: Context, name: str, value: object
) -> None:
    place = opened.text.index("Akapit 50:")
    opened.view.scroll_to_top(place)
    selected = (place, place + 9)
    opened.view.select_range(*selected)
    context.settings.set(name, value)
    opened.restyle()
    assert abs(opened.view.top_point() - place) < 60
    assert opened.view.selection() == selected


def test_restyling_at_the_top_stays_at_the_top(opened: ReaderPane) -> None:
    opened.restyle()
    assert _bar(opened) == 0


def test_find_counts_goes_on_and_round(opened: ReaderPane, qtbot: QtBot) -> None:
    opened.find()
    field = opened.find_bar._field
    qtbot.keyClicks(field, "akapit 7")
    assert len(opened.hits) == 11  # 7, 70 to 79
    assert opened.find_bar._count.text() == "1 of 11"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert opened.find_bar._count.text() == "2 of 11"
    for _ in range(2):
        qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert opened.find_bar._count.text() == "11 of 11"
    start, _end = opened.hits[-1]
    assert opened.view.top_point() <= start < opened.view.bottom_point()
    opened.find_next(1)
    assert opened.find_bar._count.text() == "1 of 11"


def test_find_says_when_there_is_nothing(opened: ReaderPane, qtbot: QtBot) -> None:
    opened.find()
    qtbot.keyClicks(opened.find_bar._field, "zebra")
    assert opened.find_bar._count.text() == "Not found"
    assert not opened.find_bar._next.isEnabled()


def test_closing_find_brings_back_what_the_search_marks(opened: ReaderPane, qtbot: QtBot) -> None:
    opened.set_query(parse("lodz"))
    assert {opened.text[a:b] for a, b in opened.hits} == {"Łódź"}
    opened.find()
    qtbot.keyClicks(opened.find_bar._field, "cytat")
    assert {opened.text[a:b] for a, b in opened.hits} == {"cytat"}
    qtbot.keyClick(opened.find_bar._field, Qt.Key.Key_Escape)
    assert opened.find_bar.isHidden()
    assert {opened.text[a:b] for a, b in opened.hits} == {"Łódź"}


def test_escape_in_the_text_closes_find(opened: ReaderPane, qtbot: QtBot) -> None:
    opened.find()
    qtbot.keyClick(opened.view, Qt.Key.Key_Escape)
    assert opened.find_bar.isHidden()


def test_find_takes_what_is_selected(opened: ReaderPane) -> None:
    start = opened.text.index("rzeką")
    opened.view.select_range(start, start + 5)
    opened.find()
    assert opened.find_bar.text == "rzeką"
    assert len(opened.hits) == 80


def _marked(pane: ReaderPane, at: int) -> str:
    """Return the colour just inside the top left of the letter at a code point."""
    cursor = pane.view.textCursor()
    cursor.setPosition(pane.view._map.position(at))
    rect = pane.view.cursorRect(cursor)
    image = pane.view.viewport().grab().toImage()
    return image.pixelColor(rect.left() + 3, rect.top() + 2).name()


def test_hits_and_highlights_are_painted(
    opened: ReaderPane, context: Context, qtbot: QtBot
) -> None:
    assert opened.article
    start = opened.text.index("rzeką")
    context.library.run(
        annotate.add_highlight, article_id=opened.article.id, start=start, end=start + 5
    )
    opened.set_query(parse("lodz"))
    opened.set_annotations(annotations.of_article(context.reader, opened.article.id))
    palette = context.theme.palette
    assert _marked(opened, start) == palette.marks["yellow"]
    assert _marked(opened, opened.text.index("Łódź")) == palette.hit
    assert _marked(opened, opened.text.index("Akapit")) == palette.paper


def _place_of(pane: ReaderPane, at: int) -> QPoint:
    cursor = pane.view.textCursor()
    cursor.setPosition(pane.view._map.position(at))
    return pane.view.cursorRect(cursor).center() + QPoint(3, 0)


def test_clicks_on_overlapping_highlights_go_through_them(
    opened: ReaderPane, context: Context, qtbot: QtBot
) -> None:
    assert opened.article
    start = opened.text.index("Akapit 2:")
    ids = [
        context.library.run(
            annotate.add_highlight, article_id=opened.article.id, start=start, end=end
        ).result
        for end in (start + 30, start + 20, start + 9)
    ]
    opened.set_annotations(annotations.of_article(context.reader, opened.article.id))
    clicked: list[int] = []

    def on_click(one: int) -> None:
        clicked.append(one)
        opened.view.select_annotation(one)

    opened.annotation_clicked.connect(on_click)
    for _ in range(4):
        qtbot.mouseClick(
            opened.view.viewport(), Qt.MouseButton.LeftButton, pos=_place_of(opened, start + 2)
        )
    assert clicked == [ids[2], ids[1], ids[0], ids[2]]


@pytest.mark.parametrize("width", [330, 700, 1200])
def test_the_selection_bar_stays_inside(opened: ReaderPane, qtbot: QtBot, width: int) -> None:
    opened.resize(width, 500)
    area = opened.view.viewport().rect()
    for word in ("Akapit 0", "dalej.", "Akapit 5"):
        start = opened.text.index(word)
        opened.view.select_range(start, start + len(word))
        qtbot.waitUntil(opened.selection_bar.isVisible)
        assert area.contains(opened.selection_bar.geometry()), (
            word,
            opened.selection_bar.geometry(),
        )
        assert not opened.selection_bar.geometry().intersects(opened.view.selection_rect())
    opened.view.clear_selection()
    qtbot.waitUntil(opened.selection_bar.isHidden)


def test_the_selection_bar_scrolls_away_with_the_selection(
    opened: ReaderPane, qtbot: QtBot
) -> None:
    opened.view.select_range(0, 8)
    qtbot.waitUntil(opened.selection_bar.isVisible)
    bar = opened.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert opened.selection_bar.isHidden()
    bar.setValue(0)
    assert opened.selection_bar.isVisible()


def test_space_turns_a_page(opened: ReaderPane, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.view, Qt.Key.Key_Space)
    low = _bar(opened)
    assert 300 < low < 500
    qtbot.keyClick(opened.view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert _bar(opened) == 0


def test_a_text_of_three_megabytes_is_shown_in_parts(
    pane: ReaderPane, add_article: Add, qtbot: QtBot
) -> None:
    text = "\n\n".join("Zdanie o moście, stali i budżecie miasta. " * 20 for _ in range(3_500))
    article = add_article(text)
    with qtbot.waitSignal(pane.opened):
        pane.open(article)
    pane.grab()
    assert len(pane._parts) == 3
    assert pane.part_bar.isVisible()
    for last, button in ((1, pane.part_bar._next), (2, pane.part_bar._next)):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert pane._part == last
        assert pane.view.page_range[0] == pane._parts[last]
    assert not pane.part_bar._next.isEnabled()
    pane.go_to(10)
    assert pane._part == 0
    pane.go_to(len(pane.text) - 3)
    assert pane._part == 2
    assert pane.view.bottom_point() > len(pane.text) - 100


@pytest.mark.parametrize("width", [420, 620, 700, 900])
def test_an_article_is_shown_to_its_end(
    pane: ReaderPane, add_article: Add, qtbot: QtBot, width: int
) -> None:
    """Qt lays out by and by; a title set in another size must not end that."""
    text = "\n\n".join(
        f"Rada miasta przyjęła uchwałę w sprawie mostu, numer {n}." for n in range(99)
    )
    pane.resize(width, 500)
    _open(pane, qtbot, add_article(text, title="Wojna i most"))
    qtbot.wait(300)
    bar = pane.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert pane.view.bottom_point() == len(pane.text)
    assert pane.view.document().lastBlock().layout().lineCount() > 0


def test_a_long_text_is_searched_without_waiting(
    pane: ReaderPane, add_article: Add, qtbot: QtBot
) -> None:
    _open(pane, qtbot, add_article("słowo " * 200_000 + "Łódź"))
    pane.find()
    qtbot.keyClicks(pane.find_bar._field, "lodz")
    qtbot.waitUntil(lambda: pane.find_bar._count.text() == "1 of 1")
    assert pane.view.bottom_point() == len(pane.text)


def test_text_that_runs_from_right_to_left_keeps_its_marks(
    pane: ReaderPane, context: Context, add_article: Add, qtbot: QtBot
) -> None:
    _open(pane, qtbot, add_article("שלום עולם " * 30, language="he"))
    low, high = pane.view._visible()
    assert (low, high) == (0, len(pane.text) + 1)


@pytest.fixture
def with_forms(pane: ReaderPane, context: Context, add_article: Add, qtbot: QtBot) -> ReaderPane:
    article = add_article("Po wojnie był pokój. Wielka wojna! Wojnami żyli, superwojnach nie.")
    with closing(context.library.reader()) as reader:
        collect(reader, context.library.with_writer, lambda: False)
    _open(pane, qtbot, article)
    return pane


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("wojna", {"wojnie", "wojna", "Wojnami"}),
        ("=wojna", {"wojna"}),
        ("wojnach", {"wojnie", "wojna", "Wojnami", "wojnach"}),  # and within a word, as typed
        ("=", set()),
    ],
)
def test_the_find_bar_finds_other_forms(
    with_forms: ReaderPane, qtbot: QtBot, wanted: str, found: set[str]
) -> None:
    pane = with_forms
    pane.find()
    qtbot.keyClicks(pane.find_bar._field, wanted)
    qtbot.waitUntil(lambda: {pane.text[a:b] for a, b in pane.hits} == found)


def test_the_hit_gone_to_stays_when_forms_come(with_forms: ReaderPane, qtbot: QtBot) -> None:
    """Forms arrive a little later, and again with each answer of the list."""
    pane = with_forms
    pane.set_query(parse("wojna OR pokoj"))
    pane.find_next(1)
    pane.find_next(1)
    assert [pane.text[a:b] for a, b in pane.hits] == ["pokój", "wojna"] and pane._hit == 1
    with closing(pane._context.library.reader()) as reader:
        pane.set_query(expand(reader, parse("wojna OR pokoj")))
    assert len(pane.hits) == 4 and pane.text[slice(*pane.hits[pane._hit])] == "wojna"
    pane.set_query(parse("pokoj"))
    assert len(pane.hits) == 1 and pane._hit == -1

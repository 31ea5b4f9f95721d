"""The pane as a user meets it: list, search, filters, keys, and the pages without a list."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
)

from desktop.core.query import Query, parse
from desktop.library import articles
from desktop.operations import annotate, read, tag
from desktop.ui.context import Context
from desktop.ui.library_pane.article_list import ArticleList
from desktop.ui.library_pane.blank_page import BlankPage
from desktop.ui.library_pane.pane import LibraryPane

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Add = Callable[..., int]


class Window:
    """A pane on screen with what tests ask of it."""

    def __init__(self, context: Context, qtbot) -> None:
        self.qtbot = qtbot
        self.pane = LibraryPane(context)
        qtbot.addWidget(self.pane)
        self.pane.resize(340, 500)
        self.chosen: list[int] = []
        self.pane.article_chosen.connect(self.chosen.append)
        self.pane.show()
        qtbot.waitExposed(self.pane)

    def child(self, kind: type, name: str):
        found = self.pane.findChild(kind, name)
        assert found is not None
        return found

    @property
    def table(self) -> QTableView:
        return self.child(QTableView, "articleTable")

    @property
    def blank(self) -> str:
        page = self.pane.findChildren(BlankPage)[0]
        return page.texts if page.isVisible() else ""

    def wait_for(self, *ids: int) -> None:
        self.qtbot.waitUntil(lambda: list(self.pane.result_ids()) == list(ids))

    def wait_for_blank(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.blank)

    def press(self, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.table, key, modifiers)

    def button(self, text: str) -> QPushButton:
        return next(b for b in self.pane.findChildren(QPushButton) if b.text() == text)


@pytest.fixture
def three(context: Context, add_article: Add) -> list[int]:
    """Three articles, the last added first in the list."""
    context.settings.set("list_sort", "title")
    context.settings.set("list_descending", False)
    return [
        add_article("Alfa\n\nZapora w Łodzi."),
        add_article("Beta\n\nMost i zapora, zapora."),
        add_article("Gamma\n\nTylko most."),
    ]


@pytest.fixture
def window(context: Context, three: list[int], qtbot) -> Window:
    made = Window(context, qtbot)
    made.wait_for(*three)
    return made


def test_empty_library_invites(context: Context, qtbot) -> None:
    window = Window(context, qtbot)
    window.wait_for_blank("Your library is empty")
    with qtbot.waitSignal(window.pane.import_requested):
        window.button("Import files…").click()
    with qtbot.waitSignal(window.pane.samples_requested):
        window.button("Show sample articles").click()


def test_a_new_article_appears_by_itself(context: Context, add_article: Add, qtbot) -> None:
    window = Window(context, qtbot)
    window.wait_for_blank("Your library is empty")
    one = add_article("Zapora")
    context.dispatch.do(read.set_starred, article_ids=[one], starred=True)
    window.wait_for(one)
    assert window.blank == ""


def test_choosing_tells_once(window: Window, three: list[int]) -> None:
    window.pane.select_article(three[1])
    window.qtbot.waitUntil(lambda: window.chosen == [three[1]])
    window.pane.select_article(three[1])
    window.pane.refresh()
    window.qtbot.wait(60)
    assert window.chosen == [three[1]]
    assert window.pane.selected_ids() == [three[1]]


def test_quick_steps_open_only_the_last(window: Window, three: list[int]) -> None:
    window.pane.go(1)
    window.pane.go(1)
    window.qtbot.waitUntil(lambda: window.chosen == [three[1]])
    window.pane.go(5)
    window.qtbot.waitUntil(lambda: window.chosen == [three[1], three[2]])
    window.pane.go(-1)
    assert window.pane.current_id() == three[1]


def test_keys_move_and_do_not_wrap(window: Window, three: list[int]) -> None:
    window.press(Qt.Key.Key_Down)
    assert window.pane.current_id() == three[0]
    window.press(Qt.Key.Key_Up)
    assert window.pane.current_id() == three[0]
    window.press(Qt.Key.Key_End)
    assert window.pane.current_id() == three[2]
    window.press(Qt.Key.Key_Down)
    assert window.pane.current_id() == three[2]
    window.press(Qt.Key.Key_Home)
    assert window.pane.current_id() == three[0]


def test_several_can_be_selected(window: Window, three: list[int]) -> None:
    window.pane.select_article(three[0])
    with window.qtbot.waitSignal(window.pane.selection_changed):
        window.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert window.pane.selected_ids() == three[:2]
    window.table.selectAll()
    assert window.pane.selected_ids() == three


def test_arriving_by_tab_opens_nothing(window: Window) -> None:
    window.table.setFocus(Qt.FocusReason.TabFocusReason)
    window.qtbot.wait(30)
    assert window.chosen == [] and window.pane.current_id() is None


def test_enter_tells_which(window: Window, three: list[int]) -> None:
    window.pane.select_article(three[1])
    with window.qtbot.waitSignal(window.pane.article_activated) as heard:
        window.press(Qt.Key.Key_Return)
    assert heard.args == [three[1]]


def test_selection_survives_a_refresh(context: Context, window: Window, three: list[int]) -> None:
    window.pane.select_article(three[0])
    window.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    context.dispatch.do(
        read.edit_details, article_id=three[0], title="Omega", author="", outlet="", agency="",
        url="", language="pl", published="",
    )  # fmt: skip
    window.wait_for(three[1], three[2], three[0])
    assert window.pane.selected_ids() == [three[1], three[0]]
    assert window.pane.current_id() == three[1]


def test_scroll_survives_a_refresh(context: Context, add_article: Add, qtbot) -> None:
    context.settings.set("list_descending", False)
    ids = [add_article(f"Artykuł {n}") for n in range(60)]
    window = Window(context, qtbot)
    window.wait_for(*ids)
    height = window.table.verticalHeader().defaultSectionSize()
    window.table.verticalScrollBar().setValue(20 * height + 7)
    context.dispatch.do(read.trash, article_ids=ids[:3])
    window.wait_for(*ids[3:])
    assert window.table.verticalScrollBar().value() == 17 * height + 7


def test_the_trashed_article_gives_way_to_the_next(
    context: Context, window: Window, three: list[int]
) -> None:
    window.pane.select_article(three[1])
    context.dispatch.do(read.trash, article_ids=[three[1]])
    window.wait_for(three[0], three[2])
    window.qtbot.waitUntil(lambda: window.chosen == [three[1], three[2]])
    assert window.pane.selected_ids() == [three[2]]


def test_reading_does_not_take_an_article_from_its_list(
    context: Context, window: Window, three: list[int]
) -> None:
    context.dispatch.do(read.set_status, article_ids=[three[2]], status="archived")
    context.dispatch.settle()
    window.child(QComboBox, "statusFilter").setCurrentIndex(1)
    window.wait_for(three[0], three[1])
    window.pane.select_article(three[0])
    context.dispatch.do(read.save_progress, article_id=three[0], position=3, fraction=0.5)
    context.dispatch.do(read.trash, article_ids=[three[2]])
    window.wait_for(three[0], three[1])
    assert window.pane.current_id() == three[0]
    context.dispatch.do(read.set_status, article_ids=[three[0]], status="read")
    window.wait_for(three[1])


def test_typing_finds_what_is_begun(window: Window, three: list[int]) -> None:
    box = window.child(QLineEdit, "searchBox")
    with window.qtbot.waitSignal(window.pane.query_changed) as heard:
        window.qtbot.keyClicks(box, "zapo")
    assert heard.args == [parse("zapo", typing=True)]
    window.qtbot.waitUntil(lambda: sorted(window.pane.result_ids()) == three[:2])
    assert window.child(QLabel, "articleCount").text() == "2 found"
    window.qtbot.keyClick(box, Qt.Key.Key_Down)
    assert window.pane.current_id() == window.pane.result_ids()[0]


def test_a_search_can_be_sorted(context: Context, window: Window, three: list[int]) -> None:
    window.pane.set_query("zapora")
    window.wait_for(three[1], three[0])
    window.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    window.wait_for(three[0], three[1])
    window.pane.set_query("")
    window.wait_for(*three)
    window.pane.set_query("zapora")
    window.wait_for(three[1], three[0])


def test_a_header_sorts_and_turns_round(context: Context, window: Window, three: list[int]) -> None:
    window.pane.set_columns(True)
    header = window.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(0) + 20, header.height() // 2)
    window.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    window.wait_for(*reversed(three))
    assert context.settings.get("list_descending") is True
    window.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    window.wait_for(*three)


def test_nothing_found_says_what_to_do(window: Window, three: list[int]) -> None:
    window.pane.set_query("wieloryb")
    window.wait_for_blank("Nothing found for “wieloryb”")
    window.button("Clear the search").click()
    window.wait_for(*three)
    assert window.child(QLineEdit, "searchBox").text() == ""


def test_a_filtered_search_is_freed_in_one_step(window: Window, three: list[int]) -> None:
    window.pane.show_trash(True)
    window.wait_for_blank("The trash is empty")
    window.pane.set_query("most")
    window.wait_for_blank("narrowed by a filter")
    window.button("Clear search and filter").click()
    window.wait_for(*three)


def test_empty_filters_have_their_own_words(window: Window, three: list[int]) -> None:
    window.child(QComboBox, "statusFilter").setCurrentIndex(5)
    window.wait_for_blank("No starred articles")
    window.button("Show all articles").click()
    window.wait_for(*three)


def test_the_trash_is_a_list_of_its_own(context: Context, window: Window, three: list[int]) -> None:
    context.dispatch.do(read.trash, article_ids=three[:1])
    window.wait_for(*three[1:])
    window.pane.show_trash(True)
    window.wait_for(three[0])
    window.pane.show_trash(False)
    window.wait_for(*three[1:])


def test_filter_by_tag_follows_the_tags(context: Context, window: Window, three: list[int]) -> None:
    context.dispatch.do(tag.tag_articles, article_ids=three[:1], add=["Woda"])
    box = window.child(QComboBox, "tagFilter")
    window.qtbot.waitUntil(lambda: box.count() == 2)
    box.setCurrentIndex(1)
    window.wait_for(three[0])
    context.dispatch.do(tag.tag_articles, article_ids=three[2:], add=["Woda"])
    window.wait_for(three[0], three[2])


def test_selecting_a_hidden_article_shows_it(window: Window, three: list[int]) -> None:
    window.pane.set_query("zapora")
    window.wait_for(three[1], three[0])
    window.pane.select_article(three[2])
    window.wait_for(*three)
    window.qtbot.waitUntil(lambda: window.pane.current_id() == three[2])


def test_selecting_what_is_not_there_changes_nothing(window: Window, three: list[int]) -> None:
    window.pane.select_article(999)
    window.qtbot.wait(60)
    assert window.pane.current_id() is None and window.chosen == []


def test_the_article_is_current_again_after_a_search(window: Window, three: list[int]) -> None:
    window.pane.select_article(three[2])
    window.pane.set_query("zapora")
    window.wait_for(three[1], three[0])
    assert window.pane.current_id() is None
    window.pane.set_query("")
    window.wait_for(*three)
    assert window.pane.current_id() == three[2]


def test_go_unread_wraps_and_skips_what_is_read(
    context: Context, window: Window, three: list[int]
) -> None:
    context.dispatch.do(read.set_status, article_ids=three[1:2], status="read")
    context.dispatch.settle()
    window.pane.select_article(three[0])
    window.pane.go_unread()
    window.qtbot.waitUntil(lambda: window.pane.current_id() == three[2])
    window.pane.go_unread()
    window.qtbot.waitUntil(lambda: window.pane.current_id() == three[0])


def test_highlights_are_counted_in_the_row(
    context: Context, window: Window, three: list[int]
) -> None:
    model = window.table.model()
    assert model.index(0, 4).data() == ""
    context.dispatch.do(annotate.add_highlight, article_id=three[0], start=0, end=4)
    window.qtbot.waitUntil(lambda: model.index(0, 4).data() == "1")


def test_the_context_menu_is_the_windows(window: Window, three: list[int]) -> None:
    at = QPoint(30, 10)
    with window.qtbot.waitSignal(window.pane.menu_requested) as heard:
        _right_click(window, at)
    assert heard.args == [window.table.viewport().mapToGlobal(at)]


def test_a_failed_answer_is_told_with_a_way_on(
    context: Context, window: Window, three: list[int]
) -> None:
    found = window.pane.findChildren(ArticleList)[0]
    found._on_failed("The disk is gone.")
    window.wait_for_blank("The disk is gone.")
    window.button("Try again").click()
    window.qtbot.waitUntil(lambda: window.table.isVisible())


def test_columns_are_kept(context: Context, window: Window) -> None:
    window.pane.set_columns(True)
    assert context.settings.get("list_columns") is True
    assert window.table.horizontalHeader().isVisible()
    assert not window.table.isColumnHidden(6)
    window.pane.set_columns(False)
    assert window.table.isColumnHidden(6)


def test_undo_of_an_import_empties_the_list(context: Context, add_article: Add, qtbot) -> None:
    one = add_article("Zapora")
    window = Window(context, qtbot)
    window.wait_for(one)
    window.pane.select_article(one)
    context.dispatch.do(read.delete_for_good, article_ids=[one])
    window.wait_for_blank("Your library is empty")
    assert window.pane.current_id() is None
    context.dispatch.undo()
    window.wait_for(one)
    assert articles.get(context.reader, one).title == "Zapora"


def test_a_search_without_words_marks_nothing(window: Window, three: list[int]) -> None:
    with window.qtbot.waitSignal(window.pane.query_changed):
        window.pane.set_query("status:unread")
    window.wait_for(*three)
    with window.qtbot.waitSignal(window.pane.query_changed) as heard:
        window.pane.set_query("")
    assert heard.args == [Query()]


def _right_click(window: Window, at: QPoint) -> None:
    viewport = window.table.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)

"""Filters by status and tag, the count and the sort menu."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QToolButton

from desktop.library import tags
from desktop.operations import tag
from desktop.ui.context import Context
from desktop.ui.library_pane.filter_bar import FilterBar
from desktop.ui.library_pane.filter_box import COUNT, DEPTH
from desktop.ui.library_pane.sort_button import RELEVANCE, SortButton
from desktop.ui.library_pane.tag_filter import TagModel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Add = Callable[..., int]


@pytest.fixture
def bar(context: Context, qtbot) -> FilterBar:
    made = FilterBar(context)
    qtbot.addWidget(made)
    made.resize(600, 40)
    made.show()
    return made


def tag_box(bar: FilterBar, qtbot, count: int) -> QComboBox:
    found = bar.findChild(QComboBox, "tagFilter")
    assert isinstance(found, QComboBox)
    qtbot.waitUntil(lambda: found.count() == count)
    return found


def choose(box: QComboBox, path: str) -> None:
    box.setCurrentIndex(box.findData(path))


def test_status_values(bar: FilterBar) -> None:
    box = bar.findChild(QComboBox, "statusFilter")
    assert isinstance(box, QComboBox)
    values = [box.itemData(row) for row in range(box.count())]
    assert values == ["", "unread", "reading", "read", "archived", "starred", "trash"]
    assert box.itemText(0) == "All articles"


def test_tags_come_with_depth_and_count(context: Context, add_article: Add, qtbot) -> None:
    one = add_article("Zapora")
    context.library.run(tag.tag_articles, article_ids=[one], add=["Woda/Zapory"])
    bar = FilterBar(context)
    qtbot.addWidget(bar)
    box = tag_box(bar, qtbot, 3)
    row = box.findData("Woda/Zapory")
    assert (box.itemText(row), box.itemData(row, DEPTH), box.itemData(row, COUNT)) == (
        "Zapory",
        1,
        1,
    )
    assert box.itemText(0) == "Any tag"


def test_tag_model_is_sound(context: Context, qtmodeltester) -> None:
    context.library.run(tag.create, path="Woda/Zapory")
    model = TagModel()
    qtmodeltester.check(model)
    model.show_tags(tags.tree(context.reader))


def test_the_choice_follows_a_renamed_tag(context: Context, bar: FilterBar, qtbot) -> None:
    context.dispatch.do(tag.create, path="Woda")
    choose(tag_box(bar, qtbot, 2), "Woda")
    with qtbot.waitSignal(bar.changed):
        tag_id = tags.find(context.reader, "Woda")
        context.dispatch.do(tag.rename, tag_id=tag_id, name="Rzeki")
    assert bar.tag == "Rzeki"


def test_the_choice_stays_while_other_tags_come(context: Context, bar: FilterBar, qtbot) -> None:
    context.dispatch.do(tag.create, path="Woda")
    choose(tag_box(bar, qtbot, 2), "Woda")
    with qtbot.assertNotEmitted(bar.changed):
        context.dispatch.do(tag.create, path="Budowa")
        tag_box(bar, qtbot, 3)
    assert bar.tag == "Woda"


def test_a_deleted_tag_is_no_filter_any_more(context: Context, bar: FilterBar, qtbot) -> None:
    context.dispatch.do(tag.create, path="Woda")
    choose(tag_box(bar, qtbot, 2), "Woda")
    with qtbot.waitSignal(bar.changed):
        context.dispatch.do(tag.delete, tag_id=tags.find(context.reader, "Woda"))
    assert bar.tag == ""


def test_clear_tells_once(bar: FilterBar, qtbot) -> None:
    bar.set_status("unread")
    with qtbot.waitSignal(bar.changed):
        bar.clear()
    with qtbot.assertNotEmitted(bar.changed):
        bar.clear()


@pytest.mark.parametrize(("width", "scale"), [(276, 100), (316, 100), (276, 200), (600, 200)])
def test_nothing_is_cut_at_any_width(
    context: Context, bar: FilterBar, width: int, scale: int, qtbot
) -> None:
    context.settings.set("text_scale", scale)
    bar.show_count(128, searching=False)
    bar.resize(width, 200)
    layout = bar.layout()
    assert layout is not None
    layout.activate()
    assert bar.minimumSizeHint().width() <= width
    for part in (*bar.findChildren(QComboBox), *bar.findChildren(QLabel)):
        if part.parent() is bar:
            assert part.width() >= part.sizeHint().width()
            assert bar.rect().contains(part.geometry())


def test_sort_menu_offers_relevance_only_in_a_search(context: Context, qtbot) -> None:
    button = SortButton(context.theme)
    qtbot.addWidget(button)
    actions = {action.data(): action for action in button.menu().actions()}
    button.show_sort("title", False, searching=False)
    assert not actions[RELEVANCE].isVisible() and actions["title"].isChecked()
    button.show_sort(RELEVANCE, False, searching=True)
    assert actions[RELEVANCE].isChecked() and not actions["ascending"].isEnabled()
    with qtbot.waitSignal(button.chosen) as heard:
        actions["outlet"].trigger()
    assert heard.args == ["outlet", False]
    button.show_sort("outlet", False, searching=True)
    with qtbot.waitSignal(button.chosen) as heard:
        actions["descending"].trigger()
    assert heard.args == ["outlet", True]


def test_everything_can_be_reached_and_is_named(bar: FilterBar) -> None:
    for part in (*bar.findChildren(QComboBox), *bar.findChildren(QToolButton)):
        assert part.accessibleName() and part.toolTip()
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus

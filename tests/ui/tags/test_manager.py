"""The tag manager: the tree as it is, and each thing that can be done to a tag."""

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QMenu, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.library import backup, places, tags
from desktop.library.tags import Tag
from desktop.operations import tag as operations
from desktop.operations.annotate import add_highlight
from desktop.ui.context import Context
from desktop.ui.dialogs.parts import ErrorLine
from desktop.ui.tags.manager import TagManager
from desktop.ui.tags.manager_chooser import TagChooser
from desktop.ui.tags.manager_new import NewTagLine
from desktop.ui.tags.manager_questions import uses
from desktop.ui.tags.tag_tree_model import TagTreeModel

PATHS = ("Żegluga", "Rosja/dyplomacja", "Rosja/gospodarka", "Łódź", "Ćwiczenia", "Lublin")


@pytest.fixture
def ids(context: Context, add_article: Callable[..., int]) -> dict[str, int]:
    made = {path: context.library.run(operations.create, path=path).result for path in PATHS}
    article = add_article("Rosja i Łódź\n\nTreść.")
    context.library.run(operations.tag_articles, article_ids=[article], add=["Rosja/dyplomacja"])
    context.library.run(
        add_highlight, article_id=article, start=0, end=5, tag_paths=["Rosja/dyplomacja", "Łódź"]
    )
    return {**made, "Rosja": found(context, "Rosja")}


@pytest.fixture
def empty(qtbot: QtBot, context: Context) -> Iterator[TagManager]:
    dialog = TagManager(context)
    dialog.show()
    yield dialog
    if shiboken6.isValid(dialog):
        dialog.close()
        context.dispatch.settle()
        qtbot.wait(20)


@pytest.fixture
def manager(qtbot: QtBot, ids: dict[str, int], empty: TagManager) -> TagManager:
    empty._load()
    qtbot.waitUntil(lambda: len(shown(empty)) == 7)
    return empty


def found(context: Context, path: str) -> int:
    number = tags.find(context.reader, path)
    assert number is not None
    return number


def paths(context: Context) -> list[str]:
    return [tag.path for tag in tags.tree(context.reader)]


def shown(manager: TagManager) -> list[str]:
    """Return the paths of all rows that the tree shows, from top to bottom."""
    rows: list[str] = []
    index: QModelIndex = manager.model.index(0, 0)
    while index.isValid():
        tag = manager.model.tag(index)
        assert tag
        rows.append(tag.path)
        index = manager.tree.indexBelow(index)
    return rows


def line(manager: TagManager, name: str) -> QLineEdit:
    one = manager.findChild(QLineEdit, name)
    assert isinstance(one, QLineEdit)
    return one


def chosen(manager: TagManager) -> str:
    return manager.tag.path if manager.tag else ""


def test_the_tree_in_polish_order_with_counts(manager: TagManager, ids: dict[str, int]) -> None:
    assert shown(manager) == [
        "Ćwiczenia", "Lublin", "Łódź", "Rosja", "Rosja/dyplomacja", "Rosja/gospodarka", "Żegluga",
    ]  # fmt: skip
    row = manager.model.index_of(ids["Rosja/dyplomacja"])
    assert [row.siblingAtColumn(column).data() for column in range(3)] == ["dyplomacja", "1", "1"]
    assert chosen(manager) == "Ćwiczenia"


def test_model(qtmodeltester: object, manager: TagManager) -> None:
    qtmodeltester.check(manager.model)  # type: ignore[attr-defined]
    manager.model.set_filter("dypl")
    qtmodeltester.check(manager.model)  # type: ignore[attr-defined]


def test_model_follows_every_change(
    qtmodeltester: object, context: Context, ids: dict[str, int]
) -> None:
    model = TagTreeModel(context.theme)
    qtmodeltester.check(model)  # type: ignore[attr-defined]
    model.set_tags(tags.tree(context.reader))
    context.library.run(operations.move, tag_id=ids["Rosja"], parent_id=ids["Łódź"])
    model.set_tags(tags.tree(context.reader))
    assert model.parent(model.index_of(ids["Rosja"])) == model.index_of(ids["Łódź"])
    model.set_tags([])
    assert model.rowCount() == 0


def test_counts_change_in_place(qtbot: QtBot, context: Context, manager: TagManager) -> None:
    with (
        qtbot.assertNotEmitted(manager.model.modelReset),
        qtbot.waitSignal(manager.model.dataChanged),
    ):
        context.dispatch.do(operations.tag_articles, article_ids=[1], add=["Lublin"])
    row = manager.model.index_of(found(context, "Lublin"))
    assert row.siblingAtColumn(1).data() == "1"


def test_new_tags(qtbot: QtBot, context: Context, manager: TagManager, ids: dict[str, int]) -> None:
    manager.choose(ids["Rosja"])
    manager.new_tag()
    name = line(manager, "newTagName")
    qtbot.waitUntil(name.isVisible)
    name.setText("wojna/ropa")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: chosen(manager) == "Rosja/wojna/ropa")
    assert name.text() == "" and name.isVisible()
    qtbot.keyClick(name, Qt.Key.Key_Escape)
    assert not name.isVisible() and manager.isVisible()


def test_a_first_tag(qtbot: QtBot, context: Context, empty: TagManager) -> None:
    label = empty._empty
    qtbot.waitUntil(label.isVisible)
    assert "no tags yet" in label.text()
    empty.new_tag()
    new = empty.findChild(NewTagLine)
    assert isinstance(new, NewTagLine)
    line(empty, "newTagName").setText("Pierwsza")
    assert new.path == "Pierwsza"
    qtbot.keyClick(line(empty, "newTagName"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(empty) == ["Pierwsza"])


def test_renaming_in_place(
    qtbot: QtBot, context: Context, manager: TagManager, ids: dict[str, int]
) -> None:
    manager.choose(ids["Rosja"])
    manager.actions_of_tag.rename.trigger()
    editor = manager.tree.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit) and editor.text() == "Rosja"
    editor.setText("Białoruś")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Białoruś/dyplomacja" in shown(manager))
    assert chosen(manager) == "Białoruś" and manager.isVisible()


def test_what_is_typed_survives_a_change_elsewhere(
    qtbot: QtBot, context: Context, manager: TagManager, ids: dict[str, int]
) -> None:
    manager.choose(ids["Lublin"])
    manager.actions_of_tag.rename.trigger()
    editor = manager.tree.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.setText("Lub")
    with qtbot.waitSignal(manager.model.dataChanged):
        context.dispatch.do(operations.tag_articles, article_ids=[1], add=["Lublin"])
    assert editor.text() == "Lub"


def test_a_name_that_is_taken_is_told_inside(
    qtbot: QtBot, context: Context, manager: TagManager, ids: dict[str, int]
) -> None:
    manager.model.setData(manager.model.index_of(ids["Lublin"]), "łódź")
    error = manager.findChild(ErrorLine)
    assert isinstance(error, ErrorLine)
    qtbot.waitUntil(error.isVisible)
    assert "Merge the two" in error.text()
    manager.recolour("red")
    assert not error.isVisible()


def test_colours(qtbot: QtBot, context: Context, manager: TagManager, ids: dict[str, int]) -> None:
    manager.choose(ids["Łódź"])
    menu = manager.actions_of_tag.colour.menu()
    assert isinstance(menu, QMenu)
    colours: list[QAction] = [one for one in menu.actions() if not one.isSeparator()]
    assert [one.data() for one in colours][:3] == ["yellow", "green", "blue"]
    colours[2].trigger()
    qtbot.waitUntil(lambda: bool(manager.tag) and manager.tag.colour == "blue")
    assert colours[2].isChecked()
    colours[-1].trigger()
    qtbot.waitUntil(lambda: bool(manager.tag) and manager.tag.colour == "")


def test_deleting_goes_to_the_neighbour_and_undo_mends(
    qtbot: QtBot, context: Context, manager: TagManager, ids: dict[str, int]
) -> None:
    manager.choose(ids["Rosja/dyplomacja"])
    manager.tree.setFocus()
    qtbot.keyClick(manager.tree, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Rosja/dyplomacja" not in shown(manager))
    qtbot.waitUntil(lambda: chosen(manager) == "Rosja/gospodarka")
    manager.actions_of_tag.undo.trigger()
    qtbot.waitUntil(lambda: "Rosja/dyplomacja" in shown(manager))
    assert manager.actions_of_tag.redo.isEnabled()
    assert "Delete tag" in manager.actions_of_tag.redo.toolTip()


@pytest.mark.parametrize("merging", [True, False])
def test_before_a_tag_of_many_is_lost_there_is_a_backup(
    qtbot: QtBot, context: Context, manager: TagManager, ids: dict[str, int], merging: bool
) -> None:
    for start in range(0, 10):
        context.library.run(
            add_highlight, article_id=1, start=start, end=11, tag_paths=["Rosja/gospodarka"]
        )
    manager._load()
    qtbot.waitUntil(lambda: uses(manager.model.tags, ids["Rosja"]) >= 10)
    folder = places.backups_of(context.library.path)
    manager.choose(ids["Lublin"])
    manager.delete()
    qtbot.waitUntil(lambda: "Lublin" not in shown(manager))
    assert backup.found_in(folder) == []
    manager.choose(ids["Rosja"])
    if merging:
        manager.merge(ids["Rosja"], ids["Łódź"])
    else:
        manager.delete()
    qtbot.waitUntil(lambda: "Rosja" not in shown(manager))
    (made,) = backup.found_in(folder)
    with closing(backup.reader(made.path)) as before:
        assert tags.find(before, "Rosja/gospodarka")


def test_delete_key_in_a_field_deletes_no_tag(
    qtbot: QtBot, context: Context, manager: TagManager
) -> None:
    name = line(manager, "tagManagerFilter")
    name.setFocus()
    qtbot.keyClick(name, Qt.Key.Key_Delete)
    context.dispatch.settle()
    assert len(paths(context)) == 7


@pytest.mark.parametrize(
    ("tag", "onto", "allowed"),
    [
        ("Lublin", "Rosja", True),
        ("Rosja/dyplomacja", "", True),
        ("Rosja/dyplomacja", "Rosja", False),
        ("Rosja", "Rosja/dyplomacja", False),
        ("Rosja", "Rosja", False),
        ("Lublin", "", False),
    ],
)
def test_dropping(
    qtbot: QtBot,
    context: Context,
    manager: TagManager,
    ids: dict[str, int],
    tag: str,
    onto: str,
    allowed: bool,
) -> None:
    model = manager.model
    data = model.mimeData([model.index_of(ids[tag])])
    parent = model.index_of(ids[onto]) if onto else QModelIndex()
    move = Qt.DropAction.MoveAction
    assert model.canDropMimeData(data, move, -1, -1, parent) is allowed
    assert model.dropMimeData(data, move, -1, -1, parent) is allowed
    if allowed:
        wanted = f"{onto}/{tag}" if onto else tag.rpartition("/")[2]
        qtbot.waitUntil(lambda: wanted in shown(manager))


def test_nothing_else_can_be_dropped(manager: TagManager) -> None:
    data = QMimeData()
    data.setText("x")
    move = Qt.DropAction.MoveAction
    assert not manager.model.canDropMimeData(data, move, -1, -1, QModelIndex())


def choose(manager: TagManager, qtbot: QtBot, text: str, verb: str) -> str:
    """Take *text* in the chooser; return what it said would happen."""
    chooser = manager.findChild(TagChooser)
    assert isinstance(chooser, TagChooser)
    filtered = chooser.findChild(QLineEdit)
    assert isinstance(filtered, QLineEdit)
    filtered.setText(text)
    choices = chooser.findChild(QListWidget)
    assert isinstance(choices, QListWidget) and choices.count() == 1
    said = " ".join(one.text() for one in chooser.findChildren(QLabel))
    next(one for one in chooser.findChildren(QPushButton) if one.text() == verb).click()
    return said


def test_merging(qtbot: QtBot, context: Context, manager: TagManager, ids: dict[str, int]) -> None:
    manager.choose(ids["Rosja/dyplomacja"])
    manager.ask_merge()
    said = choose(manager, qtbot, "zegl", "Merge")
    assert "1 article(s) and 1 highlight(s) will carry “Żegluga” instead." in said
    qtbot.waitUntil(lambda: "Rosja/dyplomacja" not in shown(manager))
    assert manager.tag and (manager.tag.path, manager.tag.articles) == ("Żegluga", 1)


def test_merging_tells_of_the_tags_below(manager: TagManager, ids: dict[str, int]) -> None:
    manager.choose(ids["Rosja"])
    manager.ask_merge()
    chooser = manager.findChild(TagChooser)
    assert isinstance(chooser, TagChooser)
    assert any("tags below" in one.text() for one in chooser.findChildren(QLabel))
    choices = chooser.findChild(QListWidget)
    assert isinstance(choices, QListWidget)
    assert all("Rosja" not in choices.item(row).text() for row in range(choices.count()))
    chooser.reject()


def test_moving_by_keyboard(
    qtbot: QtBot, context: Context, manager: TagManager, ids: dict[str, int]
) -> None:
    manager.choose(ids["Rosja/dyplomacja"])
    manager.ask_move()
    assert "It will be “dyplomacja”." in choose(manager, qtbot, "at the top", "Move")
    qtbot.waitUntil(lambda: "dyplomacja" in shown(manager))


def test_the_filter_opens_what_it_finds_and_forgets_nothing(
    qtbot: QtBot, manager: TagManager, ids: dict[str, int]
) -> None:
    manager.tree.collapse(manager.model.index_of(ids["Rosja"]))
    assert len(shown(manager)) == 5
    field = line(manager, "tagManagerFilter")
    field.setText("gospo")
    assert shown(manager) == ["Rosja", "Rosja/gospodarka"]
    field.setText("nic takiego")
    assert manager._empty.isVisible() and "nic takiego" in manager._empty.text()
    field.clear()
    assert len(shown(manager)) == 5


def test_changes_keep_what_is_closed_and_chosen(
    qtbot: QtBot, context: Context, manager: TagManager, ids: dict[str, int]
) -> None:
    manager.tree.collapse(manager.model.index_of(ids["Rosja"]))
    manager.choose(ids["Łódź"])
    context.dispatch.do(operations.create, path="Aaa")
    qtbot.waitUntil(lambda: "Aaa" in shown(manager))
    assert chosen(manager) == "Łódź"
    assert "Rosja/dyplomacja" not in shown(manager)


def description(context: Context, tag_id: int) -> str:
    tag: Tag = next(one for one in tags.tree(context.reader) if one.id == tag_id)
    return tag.description


def test_descriptions_store_themselves(
    qtbot: QtBot, context: Context, manager: TagManager, ids: dict[str, int]
) -> None:
    text = manager.findChild(QPlainTextEdit, "tagDescription")
    assert isinstance(text, QPlainTextEdit)
    manager.choose(ids["Łódź"])
    text.setPlainText("Miasto, nie statek")
    manager.choose(ids["Lublin"])
    assert text.toPlainText() == ""
    qtbot.waitUntil(lambda: description(context, ids["Łódź"]) == "Miasto, nie statek")
    manager.choose(ids["Łódź"])
    qtbot.waitUntil(lambda: text.toPlainText() == "Miasto, nie statek")


def test_closing_stores_the_description(
    qtbot: QtBot, context: Context, manager: TagManager, ids: dict[str, int]
) -> None:
    text = manager.findChild(QPlainTextEdit, "tagDescription")
    assert isinstance(text, QPlainTextEdit)
    manager.choose(ids["Łódź"])
    text.setPlainText("Miasto")
    manager.reject()
    context.dispatch.settle()
    assert description(context, ids["Łódź"]) == "Miasto"


def test_showing_articles(qtbot: QtBot, manager: TagManager, ids: dict[str, int]) -> None:
    manager.choose(ids["Rosja"])
    with qtbot.waitSignal(manager.show_articles) as asked:
        qtbot.keyClick(manager.tree, Qt.Key.Key_Return)
    assert asked.args == ["Rosja"] and manager.isVisible()


def test_the_menu_on_a_tag(qtbot: QtBot, manager: TagManager) -> None:
    manager._on_menu(QPoint(0, 0))
    texts = [action.text() for action in manager.actions_of_tag.in_menu]
    assert texts[0] == "Show articles" and "Delete" in texts and all(texts)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("scale", [100, 200])
def test_is_painted(context: Context, manager: TagManager, theme: str, scale: int) -> None:
    context.settings.set("theme", theme)
    context.settings.set("text_scale", scale)
    assert not manager.grab().isNull()
    context.settings.set("text_scale", 100)

"""Templates are chosen, copied, written, tried out, named, deleted and handed on in one window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.library.connection import Reader
from desktop.operations.annotate import add_highlight
from desktop.operations.selection import Selection
from desktop.operations.templates import preview_selection
from desktop.ui.context import Context
from desktop.ui.dialogs.parts import ErrorLine
from desktop.ui.templates.dialog import TemplatesDialog
from desktop.ui.templates.editor import TemplateField
from desktop.ui.templates.field_tree import FieldTree
from desktop.ui.templates.template_list import TemplateList

Show = Callable[[QDialog], None]


@pytest.fixture
def folder(context: Context) -> Path:
    return context.settings.folder / "templates"


@pytest.fixture
def dialog(
    qtbot: QtBot, show: Show, context: Context, add_article: Callable[..., int]
) -> TemplatesDialog:
    key = add_article("Most stoi w Łodzi.")
    context.library.run(add_highlight, article_id=key, start=0, end=4, note="Który?")
    return opened(show, context)


def opened(show: Show, context: Context) -> TemplatesDialog:
    def pick(reader: Reader) -> tuple[object, ...]:
        return preview_selection(reader, Selection())

    made = TemplatesDialog(context, pick)  # type: ignore[arg-type]
    show(made)
    return made


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("*")}


def press(dialog: TemplatesDialog, text: str) -> None:
    next(one for one in dialog.findChildren(QPushButton) if one.text() == text).click()


def field(dialog: TemplatesDialog, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def editor(dialog: TemplatesDialog) -> TemplateField:
    found = dialog.findChild(TemplateField)
    assert isinstance(found, TemplateField)
    return found


def previewed(dialog: TemplatesDialog) -> str:
    return dialog._shown.typed


def rename(dialog: TemplatesDialog, name: str, ending: str = "") -> None:
    field(dialog, "templateName").setText(name)
    if ending:
        field(dialog, "templateEnding").setText(ending)
    field(dialog, "templateName").editingFinished.emit()


def shown_error(dialog: TemplatesDialog) -> str:
    return " ".join(one.text() for one in dialog.findChildren(ErrorLine) if one.isVisible())


def test_ours_are_shown_with_what_they_make_and_cannot_be_changed(
    qtbot: QtBot, dialog: TemplatesDialog, folder: Path
) -> None:
    qtbot.waitUntil(lambda: "„Most”\n    Który?" in previewed(dialog))
    assert editor(dialog).isReadOnly() and field(dialog, "templateName").isReadOnly()
    dialog.findChild(FieldTree).chosen.emit("x")  # type: ignore[union-attr]
    dialog.delete()
    assert dialog.chosen.built_in and not files(folder)


def test_a_copy_is_written_kept_and_tried_out(
    qtbot: QtBot, dialog: TemplatesDialog, folder: Path
) -> None:
    press(dialog, "Copy")
    assert files(folder) == {"Plain quotes 2.txt.jinja"}
    editor(dialog).setPlainText("{{ article.title }}\u00a0!")
    qtbot.waitUntil(lambda: previewed(dialog) == "Most stoi w Łodzi.\u00a0!")
    qtbot.waitUntil(
        lambda: (
            (folder / "Plain quotes 2.txt.jinja").read_text("utf-8") == "{{ article.title }}\u00a0!"
        )
    )


def test_what_is_typed_is_kept_at_once_on_closing_and_on_leaving(
    qtbot: QtBot, dialog: TemplatesDialog, folder: Path
) -> None:
    press(dialog, "New")
    assert field(dialog, "templateName").hasFocus() or not dialog.isActiveWindow()
    editor(dialog).setPlainText("a")
    shown = dialog.findChild(TemplateList)
    assert isinstance(shown, TemplateList)
    for _ in range(2):  # over the heading
        qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert (folder / "My template.txt.jinja").read_text() == "a"
    assert dialog.chosen.built_in
    for _ in range(2):
        qtbot.keyClick(shown, Qt.Key.Key_Up)
    editor(dialog).setPlainText("b")
    dialog.accept()
    assert (folder / "My template.txt.jinja").read_text() == "b"


def test_a_fault_is_said_in_words_and_its_line_is_marked(
    qtbot: QtBot, dialog: TemplatesDialog
) -> None:
    press(dialog, "Copy")
    editor(dialog).setPlainText("a\n{{ article.titel }}")
    qtbot.waitUntil(lambda: "Line 2 of the template" in shown_error(dialog))
    (marked,) = editor(dialog).extraSelections()
    assert marked.cursor.blockNumber() == 1  # type: ignore[attr-defined]
    editor(dialog).setPlainText("{{ article.title }}")
    assert not editor(dialog).extraSelections()
    qtbot.waitUntil(lambda: not shown_error(dialog))


def test_fields_are_put_in_where_the_caret_is(qtbot: QtBot, dialog: TemplatesDialog) -> None:
    press(dialog, "Copy")
    editor(dialog).setPlainText("Tytuł: ")
    cursor = editor(dialog).textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    editor(dialog).setTextCursor(cursor)
    tree = dialog.findChild(FieldTree)
    assert isinstance(tree, FieldTree)
    article = tree.topLevelItem(1)
    assert article and article.text(0) == "Article"
    title = article.child(0)
    assert title
    tree.itemActivated.emit(title, 0)
    tree.itemActivated.emit(article, 0)
    assert editor(dialog).typed == "Tytuł: {{ article.title }}"
    loop = tree.topLevelItem(0).child(1)  # type: ignore[union-attr]
    tree.itemActivated.emit(loop, 0)
    assert editor(dialog).typed.startswith("Tytuł: {{ article.title }}\n{% for highlight in ")


def test_every_field_that_is_listed_can_be_used(qtbot: QtBot, dialog: TemplatesDialog) -> None:
    tree = dialog.findChild(FieldTree)
    assert isinstance(tree, FieldTree)
    role = Qt.ItemDataRole.UserRole
    texts = {
        group.text(0): [group.child(at).data(0, role) for at in range(group.childCount())]  # type: ignore[union-attr]
        for group in (tree.topLevelItem(at) for at in range(tree.topLevelItemCount()))
        if group
    }
    assert list(texts) == [
        "Parts", "Article", "Highlight", "Paragraph", "Piece of a paragraph", "Behind a field"
    ]  # fmt: skip
    inner = "".join(texts["Highlight"])
    pieces = "".join(texts["Piece of a paragraph"])
    source = (
        "".join(texts["Article"])
        + "{% for highlight in article.highlights %}" + inner + "{% endfor %}"
        + "{% for paragraph in article.paragraphs %}" + "".join(texts["Paragraph"])
        + "{% for piece in paragraph.pieces %}" + pieces + "{% endfor %}{% endfor %}"
        + "".join(f"{{{{ article.title{one} }}}}" for one in texts["Behind a field"]
                  if "cite" not in one)
        + "READY"
    )  # fmt: skip
    press(dialog, "Copy")
    editor(dialog).setPlainText(source)
    qtbot.waitUntil(lambda: "READY" in previewed(dialog) or bool(shown_error(dialog)))
    assert not shown_error(dialog)


def test_names(qtbot: QtBot, dialog: TemplatesDialog, folder: Path) -> None:
    press(dialog, "Copy")
    rename(dialog, "Moje: cytaty", "md")
    assert files(folder) == {"Moje cytaty.md.jinja"}
    assert field(dialog, "templateName").text() == "Moje cytaty"
    rename(dialog, "plain quotes")
    assert "Another template" in shown_error(dialog) and files(folder) == {"Moje cytaty.md.jinja"}
    dialog.reject()
    assert dialog.isVisible()
    rename(dialog, "Moje cytaty")
    dialog.reject()
    assert not dialog.isVisible()


def test_a_deleted_one_can_be_put_back(dialog: TemplatesDialog, folder: Path, qtbot: QtBot) -> None:
    press(dialog, "Copy")
    editor(dialog).setPlainText("mój")
    shown = dialog.findChild(TemplateList)
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    assert not files(folder) and dialog.chosen.built_in
    assert any(
        "“Plain quotes 2” was deleted" in one.text()
        for one in dialog.findChildren(QLabel)
        if one.isVisible()
    )
    press(dialog, "Put it back")
    assert (folder / "Plain quotes 2.txt.jinja").read_text("utf-8") == "mój"
    assert dialog.chosen.source == "mój"


def test_handed_on_and_taken_in(dialog: TemplatesDialog, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "dla Anny.html.jinja"
    dialog.hand_on(target)
    assert target.read_text("utf-8") == dialog.chosen.source
    dialog.take_in(target)
    assert files(folder) == {"dla Anny.html.jinja"} and not dialog.chosen.built_in
    dialog.take_in(tmp_path / "nie ma")
    assert "could not be read" in shown_error(dialog)


def test_where_nothing_can_be_kept_the_window_stays(
    dialog: TemplatesDialog, folder: Path, qtbot: QtBot
) -> None:
    press(dialog, "Copy")
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    folder.write_text("")
    editor(dialog).setPlainText("x")
    dialog.reject()
    assert dialog.isVisible() and "could not be written" in shown_error(dialog)
    folder.unlink()
    dialog.reject()
    assert not dialog.isVisible()


def test_a_library_without_articles(qtbot: QtBot, show: Show, context: Context) -> None:
    dialog = opened(show, context)
    qtbot.waitUntil(lambda: "no articles" in previewed(dialog))

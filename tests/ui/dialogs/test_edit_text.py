"""A text is edited: saved as a version, never thrown away unasked, no-break spaces kept."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.library import articles, versions
from desktop.ui.context import Context
from desktop.ui.dialogs.edit_text import EditTextDialog

TEXT = "Pierwszy\u00a0akapit o rzece.\n\nDrugi 😀 akapit."


@pytest.fixture
def article(add_article: Callable[..., int]) -> int:
    return add_article(TEXT, title="Rzeka")


@pytest.fixture
def dialog(show: Callable[[QDialog], None], context: Context, article: int) -> EditTextDialog:
    made = EditTextDialog(context, article)
    show(made)
    return made


def text(context: Context, article: int) -> str:
    return articles.text(context.reader, article).text


def test_what_is_typed_is_a_new_version(
    dialog: EditTextDialog, context: Context, article: int, qtbot: QtBot
) -> None:
    assert dialog.typed == TEXT
    qtbot.keyClicks(dialog.editor, "Nowy lid. ")
    with qtbot.waitSignal(dialog.accepted):
        dialog.save()
    assert text(context, article) == "Nowy lid. Pierwszy\u00a0akapit o rzece.\nDrugi 😀 akapit."
    assert len(versions.of_article(context.reader, article)) == 2


def test_nothing_typed_just_closes(
    dialog: EditTextDialog, context: Context, article: int, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.accepted):
        dialog.save()
    assert len(versions.of_article(context.reader, article)) == 1


def test_an_empty_text_is_refused_inside(
    dialog: EditTextDialog, context: Context, article: int, qtbot: QtBot
) -> None:
    dialog.editor.selectAll()
    dialog.editor.insertPlainText(" ")
    dialog.save()
    qtbot.waitUntil(lambda: "needs some text" in dialog._error.text())
    assert dialog.isVisible()
    dialog.editor.document().setModified(False)


@pytest.mark.parametrize(
    ("answer", "count", "open_still"),
    [
        (QMessageBox.StandardButton.Save, 2, False),
        (QMessageBox.StandardButton.Discard, 1, False),
        (QMessageBox.StandardButton.Cancel, 1, True),
    ],
)
def test_typed_text_is_asked_for(
    dialog: EditTextDialog,
    context: Context,
    article: int,
    qtbot: QtBot,
    answer: QMessageBox.StandardButton,
    count: int,
    open_still: bool,
) -> None:
    qtbot.keyClicks(dialog.editor, "Lid. ")

    def press() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            box.button(answer).click()

    pressing = QTimer(interval=20)
    pressing.timeout.connect(press)
    pressing.start()
    dialog.reject()
    pressing.stop()
    if not open_still:
        qtbot.waitUntil(lambda: len(versions.of_article(context.reader, article)) == count)
    else:
        assert dialog.isVisible()
        dialog.editor.document().setModified(False)

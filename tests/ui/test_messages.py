from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui.context import Context
from desktop.ui.messages import MessageBar


def _bar(context: Context, qtbot: QtBot) -> MessageBar:
    bar = MessageBar(context.theme)
    qtbot.addWidget(bar)
    bar._timer.setInterval(30)
    bar.move(400, 400)  # a mouse over the bar keeps it
    return bar


def test_a_message_goes_by_itself(context: Context, qtbot: QtBot) -> None:
    bar = _bar(context, qtbot)
    bar.tell("Gotowe.")
    assert bar.isVisible() and bar.text == "Gotowe."
    qtbot.waitUntil(bar.isHidden)


def test_errors_and_lasting_messages_stay(context: Context, qtbot: QtBot) -> None:
    bar = _bar(context, qtbot)
    for kind, stay in (("error", False), ("warning", True)):
        bar.tell("Ważne.", kind, stay=stay)
        qtbot.wait(60)
        assert bar.isVisible()


def test_its_button_acts_once_and_closes(context: Context, qtbot: QtBot) -> None:
    bar, done = _bar(context, qtbot), []
    bar.tell("Usunięto.", action="Cofnij", act=lambda: done.append(1))
    button = bar.findChild(QPushButton)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [1] and bar.isHidden()


def test_text_is_never_markup(context: Context, qtbot: QtBot) -> None:
    bar = _bar(context, qtbot)
    bar.tell("<b>x</b>")
    assert bar.text == "<b>x</b>"
    assert bar._text.textFormat() is Qt.TextFormat.PlainText

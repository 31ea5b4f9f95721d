"""What a person's hands do on the window: keys and clicks that go the way of Qt's events."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
TEXT = """ date 2023-09 Rada Łodzi przyjęła uchwałę w sprawie mostu.

😀 „Mamy własne plany” – powiedziała burmistrz Anna Łącka w czwartek.

Łódź nie odpowiedziała na pytania o koszt dostaw stali.

Kurier/NAW
"""


def add_files(window: MainWindow, qtbot: QtBot, folder: Path, *texts: str) -> None:
    """Import texts as files and open the first of them."""
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    with qtbot.waitSignal(window.strip.finished) as done:
        window.importing.start([folder / f"{number}.txt" for number in range(len(texts))])
    assert done.args
    first = done.args[0].imported[0]
    qtbot.waitUntil(lambda: first in window.list.result_ids())
    window.open_article(first)
    qtbot.waitUntil(lambda: window.reader.article is not None and window.reader.article.id == first)


def verb(window: MainWindow, name: str) -> QAction:
    action = window.findChild(QAction, name)
    assert action is not None, name
    return action


def select(window: MainWindow, words: str) -> None:
    start = window.reader.text.index(words)
    window.reader.view.select_range(start, start + len(words))


def highlight(window: MainWindow, qtbot: QtBot, words: str) -> int:
    """Highlight *words*; return the highlight's id once it is loaded and meant."""
    select(window, words)
    window.annotator.highlight()
    qtbot.waitUntil(
        lambda: window.annotator.current is not None and window.annotator.current.exact == words
    )
    assert window.annotator.current is not None
    return window.annotator.current.id


def count(window: MainWindow, table: str) -> int:
    return window.context.reader.rows(f"SELECT count(*) AS n FROM {table}")[0]["n"]


def type_text(qtbot: QtBot, text: str) -> None:
    """Type into whatever has the keyboard (QTest knows keys of ASCII only)."""
    focus = QApplication.focusWidget()
    assert focus is not None
    if isinstance(focus, QLineEdit) and not text.isascii():
        focus.insert(text)
    else:
        qtbot.keyClicks(focus, text)


def press(
    qtbot: QtBot,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    times: int = 1,
) -> None:
    """Press a key where the keyboard is."""
    for _ in range(times):
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key, modifiers)


def give_keyboard(qtbot: QtBot, widget: QWidget) -> None:
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


def drop(window: MainWindow, *paths: Path) -> bool:
    """Drop files on the window; tell whether it takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    rest = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, *rest)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, *rest)
        QApplication.sendEvent(window, event)
    return enter.isAccepted()

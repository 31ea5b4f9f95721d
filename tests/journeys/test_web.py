"""The web from the window: dropped and pasted addresses wait for the button; then they are read."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui.dialogs.watched_folders import WatchedFolders
from desktop.ui.main_window import MainWindow
from desktop.ui.web.add_dialog import AddFromWeb
from tests.journeys.hands import count
from tests.web_server import Server, running


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as one:
        yield one


def _dialog(window: MainWindow) -> AddFromWeb:
    dialog = window.findChild(AddFromWeb)
    assert dialog
    return dialog


def _drop(window: MainWindow, data: QMimeData) -> None:
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entered = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    entered.ignore()
    window.dragEnterEvent(entered)
    if entered.isAccepted():
        window.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))


def test_a_dropped_link_waits_for_the_button_and_becomes_an_article(
    window: MainWindow, qtbot: QtBot, server: Server
) -> None:
    data = QMimeData()
    data.setUrls([QUrl(server / "article")])
    _drop(window, data)
    dialog = _dialog(window)
    assert dialog.field.toPlainText() == server / "article" and server.requests == []
    dialog.own_network.setChecked(True)
    with qtbot.waitSignal(dialog.finished_adding):
        dialog.add.click()
    qtbot.waitUntil(lambda: len(window.list.result_ids()) == 1)
    dialog._list.activated.emit(dialog.lines.index(0))
    qtbot.waitUntil(lambda: window.reader.article is not None)
    assert window.reader.article and window.reader.article.title == "Tytuł"
    window.verbs["edit.undo"].trigger()
    qtbot.waitUntil(lambda: count(window, "article") == 0)


def test_words_are_not_taken_for_links(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("cytat bez adresu")
    _drop(window, data)
    assert window.findChild(AddFromWeb) is None
    data.setText("cytat z www.a.pl/x i drugi")
    _drop(window, data)
    assert _dialog(window).field.toPlainText() == "https://www.a.pl/x"


def test_an_address_is_pasted_in_the_list(window: MainWindow, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("nic")
    window.verbs["library.paste"].trigger()
    assert window.findChild(AddFromWeb) is None and "no address" in window.messages.text
    QApplication.clipboard().setText("https://a.pl/1 https://a.pl/2")
    window.verbs["library.paste"].trigger()
    window.verbs["library.paste"].trigger()
    assert len(window.findChildren(AddFromWeb)) == 1
    assert _dialog(window).field.toPlainText().split() == ["https://a.pl/1", "https://a.pl/2"]
    QApplication.clipboard().clear()


def test_closing_the_window_ends_what_is_fetched(
    window: MainWindow, qtbot: QtBot, server: Server
) -> None:
    dialog = window.outside.web().ask([server / "drip"])
    dialog.own_network.setChecked(True)
    dialog.start()
    qtbot.waitUntil(lambda: server.paths() == ["/drip"])
    window.close()
    window.context.jobs.wait()
    assert count(window, "article") == 0


def test_a_link_from_elsewhere_is_offered(window: MainWindow, server: Server) -> None:
    window.outside.offer_link(f"glosa:add?url={server / 'article'}")
    assert _dialog(window).field.toPlainText() == server / "article"
    assert server.requests == []
    window.outside.offer_link("glosa:add?url=file:///etc/passwd")
    assert "no address" in window.messages.text
    _dialog(window).close()


def test_a_copied_address_is_offered_only_if_one_wants_it(
    window: MainWindow, qtbot: QtBot, server: Server
) -> None:
    box = WatchedFolders(window.context)
    qtbot.addWidget(box)
    assert not box.clipboard.isChecked()
    QApplication.clipboard().setText("https://b.pl/x")
    assert window.messages.isHidden()
    box.clipboard.click()
    watch = window.outside.watch_clipboard()
    here = QApplication.focusWindow() is not None
    QApplication.clipboard().setText("https://b.pl/y")
    assert window.messages.isHidden() == here  # what is copied in Glosa itself is not offered
    window.messages.hide()
    for text in ("no address", "https://a.pl/ " * 500):
        watch.look_at(text)
    assert window.messages.isHidden()
    watch.look_at(server / "article")
    assert server / "article" in window.messages.text
    window.messages.hide()
    watch.look_at(server / "article")
    assert window.messages.isHidden()
    watch.look_at("https://a.pl/x")
    button = next(b for b in window.messages.findChildren(QPushButton) if b.text() == "Add")
    button.click()
    assert _dialog(window).field.toPlainText() == "https://a.pl/x" and server.requests == []
    _dialog(window).close()
    QApplication.clipboard().clear()

"""The dialog that adds pages: whom it names, what it shows, that it can be stopped and repeated."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.ui.context import Context
from desktop.ui.web.add_dialog import AddFromWeb
from tests.web_server import Server, running


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as one:
        yield one


@pytest.fixture
def dialog(context: Context, qtbot: QtBot) -> Iterator[AddFromWeb]:
    dialog = AddFromWeb(context)
    QAbstractItemModelTester(dialog.lines)
    dialog.show()
    yield dialog
    if isValid(dialog):
        dialog.close()


def states(dialog: AddFromWeb) -> list[str]:
    return [page.state for page in dialog.lines.pages]


def test_it_names_whom_it_asks_and_asks_nobody_before(dialog: AddFromWeb, server: Server) -> None:
    assert not dialog.add.isEnabled()
    dialog.offer(
        ["https://a.pl/1", "https://b.pl/2", "https://c.pl/", "https://d.pl/", "http://e.pl"]
    )
    assert dialog._hint.text().startswith("This asks a.pl, b.pl, c.pl and 2")
    assert dialog.add.isEnabled() and "5" in dialog.add.text()
    dialog.field.setPlainText("nothing of the kind")
    dialog.start()
    assert not dialog.running and not dialog.lines.pages
    assert server.requests == []


def test_lines_tell_how_it_goes_and_what_failed_can_be_repeated(
    dialog: AddFromWeb, server: Server, qtbot: QtBot
) -> None:
    dialog.own_network.setChecked(True)
    dialog.field.setPlainText(f"Zobacz: {server / 'article'}, {server / 'later'}")
    with qtbot.waitSignal(dialog.finished_adding):
        dialog.add.click()
    assert sorted(states(dialog)) == ["failed", "new"]
    assert dialog.lines.index(0).data() == "Tytuł" and dialog.field.toPlainText() == ""
    assert "404" in dialog.lines.index(1).data(0x0100)
    server.page("later", "<title>Potem</title><p>Jest już strona z tekstem.</p>")
    assert dialog.again.isVisible()
    with qtbot.waitSignal(dialog.finished_adding):
        dialog.again.click()
    assert states(dialog) == ["new", "new"] and not dialog.again.isVisible()
    with qtbot.waitSignal(dialog.article_wanted) as wanted:
        dialog._list.activated.emit(dialog.lines.index(1))
    assert wanted.args == [dialog.lines.pages[1].article_id]


def test_ones_own_network_needs_leave(dialog: AddFromWeb, server: Server, qtbot: QtBot) -> None:
    dialog.offer([server / "article"])
    with qtbot.waitSignal(dialog.finished_adding):
        dialog.start()
    assert states(dialog) == ["failed"] and server.requests == []


def test_it_stops_and_closes_while_a_page_drips(
    dialog: AddFromWeb, server: Server, qtbot: QtBot
) -> None:
    dialog.own_network.setChecked(True)
    dialog.offer([server / "drip"])
    dialog.start()
    qtbot.waitUntil(lambda: server.paths() == ["/drip"])
    dialog.offer([server / "article"])
    dialog.start()  # one after the other
    qtbot.waitUntil(lambda: len(dialog.lines.pages) == 1)
    with qtbot.waitSignal(dialog.finished_adding):
        dialog.cancel.click()
    assert states(dialog) == ["cancelled"]
    dialog.try_again()
    qtbot.waitUntil(lambda: server.paths() == ["/drip"] * 2)
    dialog.close()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_a_library_that_is_only_read_is_explained(
    dialog: AddFromWeb, server: Server, context: Context, qtbot: QtBot
) -> None:
    context.library.close()
    dialog.offer([server / "article"])
    dialog.start()
    qtbot.waitUntil(lambda: not dialog.running)
    assert dialog._error.text() and server.requests == []

"""The feeds dialog and what asks the feeds: by hand, by the clock if one wants it, else never."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.library import feeds
from desktop.ui.context import Context
from desktop.ui.web.feeds_dialog import FeedsDialog
from desktop.ui.web.refresher import Refresher
from tests.operations.test_feeds import KIND, rss
from tests.web_server import Server, running


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as one:
        one.page("feed", rss("b", "a"), KIND)
        yield one


@pytest.fixture
def refresher(context: Context, qtbot: QtBot) -> Iterator[Refresher]:
    refresher = Refresher(context)
    yield refresher
    refresher.end()
    qtbot.waitUntil(lambda: not refresher.running)


@pytest.fixture
def dialog(context: Context, qtbot: QtBot, refresher: Refresher) -> Iterator[FeedsDialog]:
    dialog = FeedsDialog(context, refresher)
    dialog.show()
    yield dialog
    if isValid(dialog):
        dialog.close()


def follow(dialog: FeedsDialog, qtbot: QtBot, address: str) -> None:
    before = len(dialog.tree.feeds)
    dialog.own_network.setChecked(True)
    dialog.address.setText(address)
    dialog.follow.click()
    qtbot.waitUntil(lambda: len(dialog.tree.feeds) == before + 1 and dialog._stop is None)


def choose(dialog: FeedsDialog) -> None:
    item = dialog.tree.topLevelItem(0)
    assert item
    dialog.tree.setCurrentItem(item)
    item.setSelected(True)


def test_a_feed_is_followed_asked_and_listed(
    dialog: FeedsDialog, server: Server, qtbot: QtBot
) -> None:
    follow(dialog, qtbot, server / "feed")
    assert [(f.title, f.unread) for f in dialog.tree.feeds] == [("Kresy", 2)]
    server.page("feed", rss("c", "b", "a"), KIND)
    with qtbot.waitSignal(dialog._refresher.finished):
        dialog.ask.click()
    qtbot.waitUntil(lambda: dialog.tree.feeds[0].unread == 3)
    assert "1 new" in dialog._said.text()
    choose(dialog)
    with qtbot.waitSignal(dialog.query_wanted) as wanted:
        dialog._show.click()
    assert wanted.args == ['feed:"Kresy"']


def test_names_folders_and_undo(
    dialog: FeedsDialog, server: Server, context: Context, qtbot: QtBot
) -> None:
    follow(dialog, qtbot, server / "feed")
    item = dialog.tree.topLevelItem(0)
    assert item
    item.setText(0, "Nowa nazwa")
    qtbot.waitUntil(lambda: dialog.tree.feeds[0].title == "Nowa nazwa")
    choose(dialog)
    dialog.move_to("Prasa")
    qtbot.waitUntil(lambda: dialog.tree.feeds[0].folder == "Prasa")
    folder = dialog.tree.topLevelItem(0)
    assert folder and folder.childCount() == 1 and folder.isExpanded()
    folder.setExpanded(False)
    folder.setText(0, "Gazety")
    qtbot.waitUntil(lambda: dialog.tree.feeds[0].folder == "Gazety")
    choose(dialog)
    assert [feed.title for feed in dialog.tree.chosen] == ["Nowa nazwa"]
    dialog.delete_chosen()
    qtbot.waitUntil(lambda: not dialog.tree.feeds)
    context.dispatch.undo()
    qtbot.waitUntil(lambda: len(dialog.tree.feeds) == 1)


def test_faults_are_told_and_kept(dialog: FeedsDialog, server: Server, qtbot: QtBot) -> None:
    dialog.own_network.setChecked(True)
    dialog.address.setText(server / "article")
    dialog.start_following()
    qtbot.waitUntil(lambda: "no feed" in dialog._error.text())
    follow(dialog, qtbot, server / "feed")
    server.table["/feed"] = server.table["/status/500"]
    with qtbot.waitSignal(dialog._refresher.finished):
        dialog.ask_feeds()
    qtbot.waitUntil(lambda: dialog.tree.feeds[0].error is not None)
    assert "1 feed(s) did not answer" in dialog._said.text()
    choose(dialog)
    assert "500" in dialog._error.text()


def test_lists_go_out_and_in(
    dialog: FeedsDialog, server: Server, qtbot: QtBot, tmp_path: Path
) -> None:
    follow(dialog, qtbot, server / "feed")
    file = tmp_path / "feeds.opml"
    dialog.give_list(file)
    choose(dialog)
    dialog.delete_chosen()
    qtbot.waitUntil(lambda: not dialog.tree.feeds)
    asked = len(server.requests)
    dialog.take_list(file)
    qtbot.waitUntil(lambda: len(dialog.tree.feeds) == 1)
    assert len(server.requests) == asked
    file.write_text("<html/>")
    dialog.take_list(file)
    qtbot.waitUntil(lambda: bool(dialog._error.text()))


def test_a_refresh_and_a_search_can_be_stopped(
    dialog: FeedsDialog, server: Server, qtbot: QtBot
) -> None:
    follow(dialog, qtbot, server / "feed")
    server.table["/feed"] = server.table["/drip"]
    dialog.ask_feeds()
    qtbot.waitUntil(lambda: len(server.requests) == 2)
    with qtbot.waitSignal(dialog._refresher.finished):
        dialog.ask_feeds()
    dialog.address.setText(server / "drip")
    dialog.start_following()
    qtbot.waitUntil(lambda: len(server.requests) == 3)
    dialog.close()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_the_clock_runs_only_if_one_wants_it(
    dialog: FeedsDialog, server: Server, context: Context, qtbot: QtBot
) -> None:
    follow(dialog, qtbot, server / "feed")
    refresher = dialog._refresher
    context.library.run(lambda tx: tx.update("feed", 1, refreshed="2020-01-01T00:00:00Z"))
    asked = len(server.requests)
    refresher.look()
    assert not refresher.by_clock and not refresher.running
    dialog.clock.setCurrentIndex(dialog.clock.findData(30))
    assert refresher.by_clock and context.settings.get("feeds_minutes") == 30
    with qtbot.waitSignal(refresher.finished):
        refresher.look()
    assert len(server.requests) == asked + 1
    refresher.look()  # asked a moment ago
    assert not refresher.running
    dialog.clock.setCurrentIndex(0)
    assert not refresher.by_clock
    assert feeds.all_feeds(context.reader)[0].refreshed > "2021"

"""The feeds above the list: folders, what is unread, what went wrong, and a click that searches."""

from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.core.errors import UserError
from desktop.library import feeds
from desktop.operations import feeds as following
from desktop.ui.context import Context
from desktop.ui.library_pane.feed_list import FeedList
from desktop.ui.library_pane.filter_box import COUNT, DEPTH


def test_feeds_stand_in_their_folders_and_are_searched_for(context: Context, qtbot: QtBot) -> None:
    shown = FeedList(context)
    qtbot.addWidget(shown)
    QAbstractItemModelTester(shown.model)
    assert shown.isHidden()
    outlines = [("Kresy", "https://a.pl/f", "Prasa"), ("Pap", "https://b.pl/f", "Prasa"),
                ("Luzem", "https://c.pl/f", "")]  # fmt: skip
    context.dispatch.do(following.add_many, outlines=outlines)
    qtbot.waitUntil(lambda: shown.model.rowCount() == 4)
    assert not shown.isHidden()
    rows = [shown.model.index(row) for row in range(4)]
    assert [row.data() for row in rows] == ["Luzem", "Prasa", "Kresy", "Pap"]
    assert [row.data(DEPTH) for row in rows] == [0, 0, 1, 1]
    with qtbot.waitSignal(shown.chosen) as chosen:
        shown.view.opened.emit(1)
    assert chosen.args == ['feed:"Prasa"']
    shown.show_query('feed:"Kresy" ')
    assert shown.view.currentIndex().row() == 2
    note = {"feed_id": 2, "outcome": feeds.outcome(error=UserError("No answer."))}
    context.dispatch.do(following.note_asked, **note)
    qtbot.waitUntil(lambda: "!" in [shown.model.index(row).data(COUNT) for row in range(4)])
    assert shown.view.currentIndex().row() == 2
    shown._head.click()
    assert shown.view.isHidden() and context.settings.get("feeds_folded")
    context.dispatch.do(following.delete, feed_ids=[1, 2, 3])
    qtbot.waitUntil(shown.isHidden)

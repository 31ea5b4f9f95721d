"""From the figures to the queue, from the queue into the text, and the agreed layer alone."""

from pytestqt.qtbot import QtBot

from desktop.app import Session
from desktop.core.people import AGREED
from desktop.operations import annotate
from desktop.ui import people
from desktop.ui.dialogs.agreement_dialog import AgreementDialog
from desktop.ui.main_window import MainWindow
from desktop.ui.settle.dialog import SettleDialog
from tests import gallery


def _code(window: MainWindow) -> int:
    """Let two people mark the end of the open article in different ways; return the place."""
    article = window.reader.article
    assert article
    at = window.reader.text.rindex(" ", 0, -100) + 1
    for author, end in (("Ewa", at + 20), ("Jan", at + 40)):
        mark = window.context.library.run(
            annotate.add_highlight, article_id=article.id, start=at, end=end, author=author
        ).result
        window.context.library.run(annotate.add_tag, annotation_ids=[mark], path="Claim")
    return at


def _shown(window: MainWindow) -> list[SettleDialog]:
    return [one for one in window.findChildren(SettleDialog) if one.isVisible()]


def test_from_the_figures_to_the_place_in_the_text(
    session: Session, window: MainWindow, qtbot: QtBot
) -> None:
    gallery.fill(session)
    at = _code(window)
    window.opens.agreement()
    asked = window.findChild(AgreementDialog)
    assert asked
    qtbot.waitUntil(asked._settle.isEnabled)
    asked._settle.click()
    (dialog,) = _shown(window)
    qtbot.waitUntil(lambda: bool(dialog.queue.shown))
    while not (one := dialog.queue.current) or one.passage.start != at:
        dialog.queue.go(1)
    dialog.show_place()
    qtbot.waitUntil(lambda: window.reader.view.caret_point() == at)
    dialog.decision.take("Ewa")
    qtbot.waitUntil(lambda: not dialog.reading.waiting)
    people.show_chosen(window.context.settings, [AGREED])
    qtbot.waitUntil(lambda: [mark.author for mark in window.annotator.highlights] == [AGREED])


def test_there_is_one_queue_and_it_closes_with_the_window(
    session: Session, window: MainWindow, qtbot: QtBot
) -> None:
    gallery.fill(session)
    _code(window)
    window.opens.settle_differences()
    dialog = window.opens.settle_differences()
    assert _shown(window) == [dialog]
    window.close()
    assert _shown(window) == []

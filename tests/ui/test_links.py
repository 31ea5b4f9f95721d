from PySide6.QtCore import QTimer, QUrl
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.links import target
from desktop.ui.context import Context
from desktop.ui.links import LinkDialog, open_link


def _answer(accept: bool, seen: list[str]) -> None:
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, LinkDialog) and dialog.isVisible():
            seen += [one.text().replace("\u200b", "") for one in dialog.findChildren(QLabel)]
            dialog.accept() if accept else dialog.reject()


def _ask(context: Context, parent: QWidget, url: str, *, accept: bool) -> tuple[list[str], list]:
    seen: list[str] = []
    opened: list[QUrl] = []
    QTimer.singleShot(50, lambda: _answer(accept, seen))
    open_link(context, url, parent, open_url=opened.append)
    return seen, [one.toString(QUrl.ComponentFormattingOption.FullyEncoded) for one in opened]


def test_it_opens_only_what_was_seen_and_accepted(context: Context, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    url = "https://bank.pl@xn--80ak6aa92e.com/a"
    seen, opened = _ask(context, parent, url, accept=True)
    assert "аррӏе.com" in seen
    assert any("xn--80ak6aa92e.com" in text for text in seen)
    assert opened == [url]
    assert _ask(context, parent, "https://kresy.pl/", accept=False)[1] == []


def test_other_schemes_are_refused_in_words(context: Context, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    opened: list[QUrl] = []
    open_link(context, "file:///etc/passwd", parent, open_url=opened.append)
    assert opened == []


def test_labels_never_take_an_address_for_html(qtbot: QtBot) -> None:
    found = target("https://kresy.pl/<img/src=x>")
    assert found is not None
    dialog = LinkDialog(found)
    qtbot.addWidget(dialog)
    assert all(one.textFormat().name == "PlainText" for one in dialog.findChildren(QLabel))

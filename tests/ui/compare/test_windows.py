"""What changed between versions, two articles side by side: differences, keys, ways back."""

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.library import annotations, articles, versions
from desktop.operations import annotate
from desktop.operations.versions import edit_text
from desktop.ui.compare.articles import ArticlesWindow
from desktop.ui.compare.dialog import CompareDialog, Comparison
from desktop.ui.compare.versions import VersionsWindow
from desktop.ui.context import Context

TEXT = (
    "Rada miasta przyjęła w czwartek plan budowy mostu przez rzekę.\n\n"
    "Burmistrz powiedział, że koszt wyniesie dwa miliony złotych.\n\n"
    "Mieszkańcy czekają na ten most już od bardzo wielu lat."
)


@pytest.fixture
def article(context: Context, add_article: Callable[..., int]) -> int:
    key = add_article(TEXT, title="Most")
    context.library.run(
        annotate.highlight_quote, article_id=key, quote="koszt wyniesie dwa miliony"
    )
    typed = TEXT.replace("czwartek", "piątek").replace("wyniesie dwa", "wyniesie trzy")
    context.library.run(edit_text, article_id=key, typed=typed)
    return key


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def shown(context: Context, qtbot: QtBot) -> Iterator[Callable[[CompareDialog], Comparison]]:
    dialogs: list[CompareDialog] = []

    def show(dialog: CompareDialog) -> Comparison:
        dialogs.append(dialog)
        dialog.show()
        comparison = dialog.comparison
        if not comparison.count:
            with qtbot.waitSignal(comparison.counted):
                pass
        return comparison

    yield show
    for dialog in dialogs:
        if shiboken6.isValid(dialog):
            dialog.close()
    context.jobs.wait()
    qtbot.wait(1)


def button(dialog: CompareDialog, text: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if text in one.text())


def test_the_last_two_versions_come_first(
    context: Context, article: int, parent: QWidget, shown: Callable, qtbot: QtBot
) -> None:
    window = VersionsWindow(context, article, parent)
    comparison = shown(window.dialog)
    assert comparison.count == 2
    qtbot.keyClick(comparison, Qt.Key.Key_N)
    first = comparison.current
    assert first is not None
    qtbot.keyClick(comparison, Qt.Key.Key_N)
    assert comparison.current != first
    qtbot.keyClick(comparison, Qt.Key.Key_P)
    assert comparison.current == first
    comparison.beside.setChecked(True)
    assert comparison.current == first
    assert comparison.left.isVisible()
    assert "czwartek" in comparison.left.toPlainText()
    assert "czwartek" not in comparison.right.toPlainText()


def test_what_changed_under_the_highlights(
    context: Context, article: int, parent: QWidget, shown: Callable
) -> None:
    comparison = shown(VersionsWindow(context, article, parent).dialog)
    comparison.marked_only.setChecked(True)
    assert comparison.count == 1
    assert comparison.current is not None
    start, end = comparison.current.new
    current = articles.text(context.reader, article).text
    assert current[start:end].strip() == "trzy"


def test_going_back_is_a_new_version(
    context: Context, article: int, parent: QWidget, shown: Callable, qtbot: QtBot
) -> None:
    window = VersionsWindow(context, article, parent)
    shown(window.dialog)
    with qtbot.waitSignal(window.dialog.accepted):
        button(window.dialog, "Go back to version 1").click()
    assert [one.version for one in versions.of_article(context.reader, article)] == [3, 2, 1]
    assert "czwartek" in articles.text(context.reader, article).text
    (one,) = annotations.of_article(context.reader, article)
    assert (one.exact, one.version) == ("koszt wyniesie dwa miliony", 3)


def test_one_version_has_nothing_to_compare(
    context: Context, add_article: Callable[..., int], parent: QWidget, qtbot: QtBot
) -> None:
    window = VersionsWindow(context, add_article("Jeden."), parent)
    window.dialog.show()
    with qtbot.waitSignal(window.dialog.comparison.counted):
        pass
    assert window.dialog.comparison.count == 0
    assert window.dialog.comparison._where.text() == "The texts are the same."
    window.dialog.close()
    qtbot.wait(1)


def test_two_articles_and_their_highlights(
    context: Context,
    article: int,
    add_article: Callable[..., int],
    parent: QWidget,
    shown: Callable,
    qtbot: QtBot,
) -> None:
    other = add_article("Wstęp redakcji portalu.\n\n" + TEXT, outlet="Kresy.pl")
    window = ArticlesWindow(context, article, other, parent)
    comparison = shown(window.dialog)
    assert comparison.count >= 2
    with qtbot.waitSignal(context.dispatch.done):
        button(window.dialog, "Carry highlights over").click()
    assert [one.exact for one in annotations.of_article(context.reader, other)] == [
        "koszt wyniesie dwa miliony"
    ]

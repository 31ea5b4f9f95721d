"""The similar articles of the open one: found soon, told in words, opened and compared by keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.library.similar import put, signatures
from desktop.ui.context import Context
from desktop.ui.sidebar.similar_model import SimilarModel
from desktop.ui.sidebar.similar_panel import SimilarPanel
from tests.library.families import families


@pytest.fixture
def near(context: Context, add_article: Callable[..., int]) -> tuple[int, int]:
    members = dict(families(1)[0])
    ids = (
        add_article(members["original"], title="Pierwszy", published="2023-09-07"),
        add_article(members["cut"], title="Drugi", outlet="Kresy.pl", published="2023-09-09"),
    )
    add_article("Coś zupełnie innego o kotach.")
    reader = context.library.reader()
    while found := signatures(reader):
        context.library.with_writer(lambda db, new=found: put(db, new))
    reader.close()
    return ids


@pytest.fixture
def panel(context: Context, qtbot: QtBot) -> SimilarPanel:
    made = SimilarPanel(context)
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show()
    return made


def rows(panel: SimilarPanel) -> list[tuple[str, str]]:
    model = panel.view.model()
    return [
        (model.index(n, 0).data(), model.index(n, 0).data(Qt.ItemDataRole.UserRole))
        for n in range(model.rowCount())
    ]


def test_near_duplicates_are_told(panel: SimilarPanel, near: tuple[int, int], qtbot: QtBot) -> None:
    panel.show_article(near[0])
    qtbot.waitUntil(lambda: panel.line.text() == "Also published: 1")
    panel.unfold()
    (title, about), *_ = rows(panel)
    assert title == "Drugi"
    assert about == "Kresy.pl  ·  9 September 2023  ·  100 % the same  ·  came later"
    with qtbot.waitSignal(panel.open_wanted) as opened:
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert opened.args == [near[1]]
    with qtbot.waitSignal(panel.beside_wanted) as beside:
        panel.beside.click()
    assert beside.args == [near[1]]
    with qtbot.waitSignal(panel.compare_wanted) as compared:
        panel.compare.click()
    assert compared.args == [near[1]]
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.view, Qt.Key.Key_Escape)


def test_nothing_similar_says_so(
    panel: SimilarPanel, add_article: Callable[..., int], near: tuple[int, int], qtbot: QtBot
) -> None:
    panel.show_article(add_article("Pszczoły w mieście mają się dobrze."))
    panel.unfold()
    qtbot.waitUntil(lambda: "still to be compared" in panel._hint.text())
    assert panel.line.text() == "Similar articles"
    assert not panel._nothing.isHidden()
    assert rows(panel) == []


def test_another_article_takes_the_old_answer_away(
    panel: SimilarPanel, near: tuple[int, int], qtbot: QtBot
) -> None:
    panel.show_article(near[0])
    qtbot.waitUntil(lambda: bool(rows(panel)))
    panel.show_article(None)
    assert rows(panel) == []
    assert panel.chosen is None


def test_the_model_is_sound(qtbot: QtBot) -> None:
    model = SimilarModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_articles([], [])
    assert model.row_of(3) == -1

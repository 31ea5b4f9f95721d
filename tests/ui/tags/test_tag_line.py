"""The line for tags: what it finds, what Enter, Tab and Esc do, what it refuses."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.operations import tag
from desktop.ui.context import Context
from desktop.ui.tags.tag_line import TagLine
from desktop.ui.tags.tag_match import candidate, default_row, matches
from desktop.ui.tags.tag_popup import MatchModel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PATHS = ("Łódź", "Rosja/dyplomacja", "Rosja", "Twierdzenie/Sporne", "Sport", "Gospodarka/Sport")


class Line:
    """A tag line in a window with what a test asks of it."""

    def __init__(self, context: Context, qtbot) -> None:
        self.told: list[tuple[str, str]] = []
        self.entered: list[str] = []
        self.left: list[bool] = []
        self.qtbot = qtbot
        for path in PATHS:
            context.library.run(tag.create, path=path)
        told = replace(context, tell=lambda text, kind: self.told.append((text, kind)))
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.line = TagLine(told, self.window)
        QVBoxLayout(self.window).addWidget(self.line)
        self.line.tag_entered.connect(self.entered.append)
        self.line.left.connect(lambda: self.left.append(True))
        self.window.show()
        qtbot.waitExposed(self.window)
        self.line.setFocus()

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.line, text)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.qtbot.keyClick(self.line, key)

    @property
    def rows(self) -> list[str]:
        popup = self.line.popup
        return [match.path for match in popup.rows.found] if popup.isVisible() else []


@pytest.fixture
def line(context: Context, qtbot) -> Line:
    return Line(context, qtbot)


def found(typed: str) -> list[str]:
    return [match.path for match in matches([candidate(p, "") for p in PATHS], typed)]


def test_the_best_comes_first():
    assert found("spor")[:3] == ["Twierdzenie/Sporne", "Sport", "Gospodarka/Sport"]
    assert found("rosja")[:2] == ["Rosja", "Rosja/dyplomacja"]
    assert found("lodz") == ["Łódź", "lodz"]
    assert found("dyp ros")[0] == "Rosja/dyplomacja"
    assert found("ros/dyp")[0] == "Rosja/dyplomacja"
    assert found("SPORT") == ["Sport", "Gospodarka/Sport"]


def test_enter_means_a_known_tag_only_when_it_begins_so():
    rows = matches([candidate(p, "") for p in PATHS], "plom")
    assert [match.path for match in rows] == ["Rosja/dyplomacja", "plom"]
    assert default_row(rows) == 1
    assert default_row(matches([candidate(p, "") for p in PATHS], "dyplom")) == 0
    assert default_row([]) == 0


def test_enter_takes_the_first_row(line):
    line.type("dyp")
    assert line.rows == ["Rosja/dyplomacja", "dyp"]
    line.press(Qt.Key.Key_Return)
    assert line.entered == ["Rosja/dyplomacja"]
    assert line.line.text() == ""
    assert line.rows == []


def test_enter_makes_a_new_tag(line):
    line.type("Nowy / tag ")
    line.press(Qt.Key.Key_Return)
    assert line.entered == ["Nowy/tag"]


def test_arrows_choose_another_row_and_go_round(line):
    line.type("spor")
    line.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert line.entered == ["Sport"]
    line.type("spor")
    line.press(Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert line.entered == ["Sport", "spor"]


def test_down_shows_all_tags(line):
    line.press(Qt.Key.Key_Down)
    assert "Łódź" in line.rows
    assert len(line.rows) == 8


def test_tab_completes_and_stays(line):
    line.type("dyp")
    line.press(Qt.Key.Key_Tab)
    assert line.line.text() == "Rosja/dyplomacja"
    assert QApplication.focusWidget() is line.line
    assert line.rows == []
    line.press(Qt.Key.Key_Return)
    assert line.entered == ["Rosja/dyplomacja"]


def test_escape_closes_the_list_then_leaves(line):
    line.type("dyp")
    line.press(Qt.Key.Key_Escape)
    assert (line.rows, line.left) == ([], [])
    line.press(Qt.Key.Key_Escape)
    assert line.left == [True]
    assert line.entered == []


def test_a_click_takes_a_row(line):
    line.type("ros")
    popup = line.line.popup
    place = popup.visualRect(popup.rows.index(1)).center()
    line.qtbot.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert line.entered == ["Rosja/dyplomacja"]


def test_a_semicolon_cannot_be_typed_or_pasted(line):
    line.type("a;b")
    assert line.line.text() == "ab"
    QApplication.clipboard().setText("c;d")
    line.line.paste()
    assert line.line.text() == "abcd"


def test_what_cannot_be_a_tag_is_explained(line):
    line.type("xyz//q")
    line.press(Qt.Key.Key_Return)
    assert line.entered == []
    assert line.line.text() == "xyz//q"
    assert line.told[0][1] == "error"
    assert "xyz//q" in line.told[0][0]


def test_new_tags_are_known_at_once(line, context, qtbot):
    line.type("zzz")
    assert line.rows == ["zzz"]
    with qtbot.waitSignal(context.dispatch.changed):
        context.dispatch.do(tag.create, path="Zzzz")
    line.line.clear()
    line.type("zzz")
    assert line.rows == ["Zzzz", "zzz"]


def test_the_list_goes_with_the_focus(line):
    line.type("ros")
    assert line.rows
    line.line.clearFocus()
    assert line.rows == []


def test_the_rows_keep_qts_rules(qtmodeltester, context):
    model = MatchModel(context.theme)
    model.show(matches([candidate(p, "red") for p in PATHS], "o"))
    qtmodeltester.check(model)
    last = model.index(model.rowCount() - 1)
    assert last.data() == "Create tag “o”"
    assert not last.data(Qt.ItemDataRole.DecorationRole).isNull()


def test_tags_used_lately_are_on_the_digits(context: Context, qtbot: QtBot) -> None:
    for path in ("Liczba", "Sporne", "Źródło"):
        context.library.run(tag.create, path=path)
    tag_id = context.library.run(tag.create, path="Sporne").result
    context.library.run(tag.describe, tag_id=tag_id, description="Nie ma zgody co do faktów")
    line = TagLine(context)
    qtbot.addWidget(line)
    line.show()
    line.setFocus()
    taken: list[str] = []
    line.tag_entered.connect(taken.append)
    for typed in ("Źródło", "Sporne"):
        line.setText(typed)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    shown = [line.popup.rows.index(row) for row in range(3)]
    assert [index.data() for index in shown] == ["1  Sporne", "2  Źródło", "Liczba"]
    assert "Nie ma zgody co do faktów" in shown[0].data(Qt.ItemDataRole.ToolTipRole)
    qtbot.keyClick(line, Qt.Key.Key_2)
    assert taken == ["Źródło", "Sporne", "Źródło"] and not line.popup.isVisible()
    qtbot.keyClick(line, Qt.Key.Key_2)
    assert line.text() == "2"

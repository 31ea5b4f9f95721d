"""Every window as screen readers and the Tab key go through it: named, no trap, in order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from shiboken6 import isValid

from desktop.app import Session
from desktop.ui.settings import Settings
from tests import gallery

Opened = Callable[[str], QWidget]
_ROLES = QAccessible.Role
_SPEECHLESS = {_ROLES.NoRole, _ROLES.Client}
_CELLS = {_ROLES.Cell, _ROLES.TreeItem}
_CONTROLS = {
    _ROLES.Button, _ROLES.CheckBox, _ROLES.RadioButton, _ROLES.ComboBox, _ROLES.EditableText,
    _ROLES.List, _ROLES.Tree, _ROLES.Table, _ROLES.Slider, _ROLES.SpinBox, _ROLES.PageTab,
    _ROLES.MenuItem, _ROLES.Link, _ROLES.ButtonMenu, _ROLES.ButtonDropDown, _ROLES.ListItem,
    _ROLES.Dialog, _ROLES.ProgressBar,
}  # fmt: skip


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    QLocale.setDefault(QLocale("en"))
    settings = Settings(tmp_path / "settings.ini")
    settings.set("theme", "light")
    settings.set("language", "en")
    with Session(qapp, tmp_path / "library.db", settings) as session:
        shown: list[QWidget] = []

        def open_sight(name: str) -> QWidget:
            shown.append(gallery.show(session, name))
            return shown[-1]

        yield open_sight
        for widget in shown:
            gallery.close(session, widget)
        session.window.close()


@pytest.mark.parametrize("name", gallery.SIGHTS)
def test_all_is_named_and_tab_goes_round_as_one_reads(opened: Opened, name: str) -> None:
    window = opened(name)
    whole = QAccessible.queryAccessibleInterface(window)
    assert whole
    assert [_described(one) for one in _walk(whole) if _lacks_words(one)] == []
    if QApplication.focusWidget() is None:
        window.setFocus()
    _stops(Qt.Key.Key_Tab)  # a card shows its fields once the keyboard was there
    forth = _stops(Qt.Key.Key_Tab)
    back = _stops(Qt.Key.Key_Backtab)
    assert set(forth) == set(back)
    assert _reachable(window) - set(forth) == set()
    assert _leaps(forth) == []


def test_the_walk_finds_what_has_no_name(qapp: QApplication) -> None:
    from PySide6.QtWidgets import QPushButton, QVBoxLayout

    window = QWidget()
    column = QVBoxLayout(window)
    for text in ("A name", ""):
        column.addWidget(QPushButton(text))
    window.show()
    whole = QAccessible.queryAccessibleInterface(window)
    assert whole
    assert [_described(one) for one in _walk(whole) if _lacks_words(one)] == ["Button: QPushButton"]


@dataclass(frozen=True)
class _Place:
    """Where a control was when it had the keyboard; `within` what scrolled it, if anything did."""

    on_screen: QRect
    scrolled: QWidget | None = None
    within: QRect = field(default_factory=QRect)


def _walk(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield what a screen reader can come upon; of a long list, its beginning."""
    if interface.state().invisible:
        return
    yield interface
    for at in range(min(interface.childCount(), 60)):
        child = interface.child(at)
        if child and child.isValid():
            yield from _walk(child)


def _lacks_words(interface: QAccessibleInterface) -> bool:
    spoken = interface.text(QAccessible.Text.Name).strip()
    role = interface.role()
    if role in _CELLS and not spoken:
        return not _row_speaks(interface)
    must = role in _CONTROLS or bool(interface.state().focusable)
    return must and (role in _SPEECHLESS or not spoken)


def _row_speaks(cell: QAccessibleInterface) -> bool:
    """Tell whether another cell of the row says what the row is: a cell may be empty."""
    table, line = cell.parent(), cell.rect().top()
    near = range(max(0, table.indexOfChild(cell) - 8), table.indexOfChild(cell) + 8)
    beside = (table.child(at) for at in near if at < table.childCount())
    return any(
        one and one.rect().top() == line and one.text(QAccessible.Text.Name).strip()
        for one in beside
    )


def _described(interface: QAccessibleInterface) -> str:
    made = interface.object()
    kind = f"{type(made).__name__} {made.objectName()}".strip() if made else "-"
    return f"{interface.role().name}: {kind}"


def _stops(key: Qt.Key) -> dict[QWidget, _Place]:
    """Press *key* until the keyboard is back where it was; return where it was on the way.

    A key may stay where it is once: it takes what a list below the field offers.
    """
    here = QApplication.focusWidget()
    assert here
    first, last, stayed = here, here, False
    found = {here: _place(here)}
    while len(found) < 200:
        QTest.keyClick(last, key)
        here = QApplication.focusWidget()
        if here is last and not stayed:
            stayed = True
        elif here is first:
            return found
        else:
            assert here and here not in found, f"a trap: {here} after {last}"
            found[here] = _place(here)
            last, stayed = here, False
    raise AssertionError("does not get round")


def _reachable(window: QWidget) -> set[QWidget]:
    """Return what Tab ought to stop at: not the view that only scrolls others, nor a bare text."""
    return {
        one for one in window.findChildren(QWidget)
        if isValid(one) and one.window() is window and one.isVisible() and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None
        and not isinstance(one, QScrollArea)
        and not (type(one) is QLabel and not one.textInteractionFlags())
    }  # fmt: skip


def _place(one: QWidget) -> _Place:
    on_screen = QRect(one.mapToGlobal(QPoint(0, 0)), one.size())
    above = one.parentWidget()
    while above:
        area = above.parentWidget()
        scroller = area.parentWidget() if area else None
        if isinstance(scroller, QScrollArea) and scroller.widget() is above:
            return _Place(on_screen, above, QRect(one.mapTo(above, QPoint(0, 0)), one.size()))
        above = area
    return _Place(on_screen)


def _leaps(stops: dict[QWidget, _Place]) -> list[str]:
    """Return where Tab goes back, up or to the left, without beginning another column."""
    places = list(stops.items())
    found = [
        f"{one} {there} -> {other} {then}"
        for (one, there), (other, then) in pairwise([*places, places[0]])
        if _is_back(there, then)
    ]
    return found if len(found) > 1 else []  # once, it begins anew


def _is_back(before: _Place, after: _Place) -> bool:
    together = before.scrolled is not None and before.scrolled is after.scrolled
    there, then = (one.within if together else one.on_screen for one in (before, after))
    above = then.bottom() < there.top()
    left = then.right() < there.left()
    beside = not above and then.top() <= there.bottom()
    return (above and then.left() <= there.right()) or (beside and left)

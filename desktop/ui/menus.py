"""The menu bar and the context menus, made from the table of actions."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from desktop.ui.actions import MENUS, SUBMENUS, rows

_BEFORE = {
    "cite": "find.article",
    "select": "find.article",
    "status": "article.star",
    "colour": "annotation.note",
    "range": "annotation.peek",
    "theme": "view.larger",
}
ARTICLE = ("article.beside", "article.star", "status", "article.tag", "article.details",
           "library.export", "article.trash", "article.restore",
           "article.delete")  # fmt: skip
ANNOTATION = ("annotation.note", "annotation.tag", "colour", "annotation.underline",
              "annotation.range", "range", "edit.copy", "edit.cite",
              "annotation.delete")  # fmt: skip
TEXT = ("annotation.highlight", "annotation.underline", "annotation.note", "annotation.tag",
        "annotation.set_range", "edit.copy", "edit.cite", "find.article")  # fmt: skip


def fill(bar: QMenuBar, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Put the menus on *bar*; return all menus by name."""
    menus = {name: QMenu(bar) for name in MENUS}
    for name in MENUS:
        if name not in SUBMENUS:
            bar.addMenu(menus[name])
    for row in rows():
        menu = menus[row.menu]
        if row.rule:
            menu.addSeparator()
        menu.addAction(actions[row.id])
    for name, parent in SUBMENUS.items():
        menus[parent].insertMenu(actions[_BEFORE[name]], menus[name])
    return menus


def label(menus: Mapping[str, QMenu]) -> None:
    """Put the words of the window's language on the menus."""
    for name, menu in menus.items():
        menu.setTitle(QCoreApplication.translate("Menus", MENUS[name]))


def context_menu(
    names: tuple[str, ...], actions: Mapping[str, QAction], menus: Mapping[str, QMenu]
) -> QMenu:
    """Return a menu of these actions and submenus."""
    menu = QMenu()
    for name in names:
        if name in menus:
            menu.addMenu(menus[name])
        else:
            menu.addAction(actions[name])
    return menu

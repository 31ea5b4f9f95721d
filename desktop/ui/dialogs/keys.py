"""All keys on one sheet, by menu; each can be changed."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop.core.folding import fold
from desktop.ui.context import Context
from desktop.ui.controls.rows import as_list
from desktop.ui.dialogs.key_change import KeyChange
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import (
    button,
    buttons,
    column,
    label,
    text_field,
)
from desktop.ui.keymap import Keymap

_ID = Qt.ItemDataRole.UserRole


class KeysDialog(QDialog):
    """Lists the actions that have a key; the property `group` of each is a key of *titles*."""

    def __init__(
        self,
        actions: Iterable[QAction],
        titles: Mapping[str, str],
        context: Context,
        parent: QWidget | None = None,
        *,
        keymap: Keymap | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("keysDialog")
        self._actions = tuple(actions)
        self._titles = titles
        self._theme = context.theme
        self._filter = text_field("keysFilter", clearable=True)
        self._sheet = QTreeWidget()
        self._nothing = label("muted")
        self._change = KeyChange(keymap) if keymap else None
        self._keymap = keymap
        self._close = button()
        self._lay_out()
        self._retranslate()
        fit(self, characters=60, lines=30)

    @property
    def shown(self) -> list[tuple[str, str, str]]:
        """Group, name and keys of each line that is shown."""
        return [
            (group.text(0), line.text(0), line.text(1))
            for group in _children(self._sheet.invisibleRootItem())
            for line in _children(group)
        ]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self._retranslate)
        super().changeEvent(event)

    def _lay_out(self) -> None:
        sheet = self._sheet
        sheet.setObjectName("keysSheet")
        as_list(sheet)
        sheet.setItemsExpandable(False)
        sheet.setIndentation(0)
        sheet.setMinimumHeight(8 * QFontMetrics(self.font()).lineSpacing())
        self._filter.textChanged.connect(self._fill)
        self._close.clicked.connect(self.accept)
        body = column(self._filter, sheet, self._nothing)
        body.setStretch(1, 1)
        if self._change and self._keymap:
            body.addWidget(self._change)
            sheet.currentItemChanged.connect(self._on_line)
            self._keymap.changed.connect(self._fill)
        left = [self._change.all] if self._change else []
        lay_out(self, body, buttons(left, [self._close]))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keys"))
        self._filter.setPlaceholderText(self.tr("Find a key or what it does"))
        self._filter.setAccessibleName(self._filter.placeholderText())
        self._sheet.setAccessibleName(self.tr("All keys"))
        self._close.setText(self.tr("Close"))
        self._fill()

    def _on_line(self, line: QTreeWidgetItem | None) -> None:
        if self._change and line:
            self._change.show_action(line.data(0, _ID) or "", line.text(0))

    def _fill(self) -> None:
        current = self._sheet.currentItem()
        chosen = current.data(0, _ID) if current else ""
        wanted = fold(self._filter.text()).split()
        self._sheet.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        for action in self._actions:
            keys, name = _keys(action), _name(action)
            group = str(action.property("group") or "")
            group = self._titles.get(group, group)
            findable = keys or (wanted and self._keymap)  # what has no key yet can get one
            if findable and all(word in fold(f"{group} {name} {keys}") for word in wanted):
                line = self._add(groups, group, name, keys)
                line.setData(0, _ID, action.objectName())
                if chosen and action.objectName() == chosen:
                    self._sheet.setCurrentItem(line)
        self._sheet.expandAll()
        self._sheet.setVisible(bool(groups))
        self._nothing.setVisible(not groups)
        nothing = self.tr("No key for “{text}”. Try another word, or a letter.")
        self._nothing.setText(nothing.format(text=self._filter.text()))

    def _add(
        self, groups: dict[str, QTreeWidgetItem], group: str, name: str, keys: str
    ) -> QTreeWidgetItem:
        if group not in groups:
            groups[group] = QTreeWidgetItem(self._sheet, [group])
            groups[group].setFlags(Qt.ItemFlag.ItemIsEnabled)
            groups[group].setFirstColumnSpanned(True)
            groups[group].setFont(0, self._theme.font(bold=True))
        line = QTreeWidgetItem(groups[group], [name, keys])
        line.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{name}: {keys}")
        return line


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [item.child(at) for at in range(item.childCount())]  # type: ignore[misc]


def _keys(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(key.toString(native) for key in action.shortcuts() if not key.isEmpty())


def _name(action: QAction) -> str:
    bare = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    return bare.rstrip("….")

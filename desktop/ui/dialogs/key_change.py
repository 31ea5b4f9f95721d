"""The line under the sheet of keys where an action gets another key."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.controls.key_field import KeyField
from desktop.ui.dialogs.parts import SMALL_GAP, button, column, label, row
from desktop.ui.keymap import Keymap


class KeyChange(QWidget):
    """Press the new key, see what it does now, and take it or not; `all` is for the foot."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self._keymap = keymap
        self._name = self._words = ""
        self._what, self._clash = label("muted"), label("muted")
        self.field = KeyField()
        self.take, self.none, self.reset, self.all = (button() for _ in range(4))
        tools = row(self.field, self.take, self.none, self.reset)
        tools.setStretch(0, 1)
        self.field.setMinimumWidth(16 * self.fontMetrics().averageCharWidth())
        self.setLayout(column(self._what, tools, self._clash, gap=SMALL_GAP))
        self.field.pressed.connect(self._on_key)
        self.take.clicked.connect(self._on_take)
        self.none.clicked.connect(self._on_none)
        self.reset.clicked.connect(self._on_reset)
        self.all.clicked.connect(keymap.reset_all)
        keymap.changed.connect(self._enable)
        self._retranslate()
        self.show_action("", "")

    @property
    def warning(self) -> str:
        """What is said of the key that was pressed."""
        return self._clash.text()

    def show_action(self, name: str, words: str) -> None:
        """Change the keys of the action *name*, which the user knows as *words*; "" for none."""
        self._name, self._words = name, words
        self.field.set_key("")
        self._retranslate()
        self._enable()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_key(self, key: str) -> None:
        taken = self._keymap.clashes(self._name, key) if self._name and key else []
        names = ", ".join(self._keymap.words(one) for one in taken)
        said = self.tr("This is the key of: {names}. It would lose it.").format(names=names)
        self._clash.setText(said if taken else "")
        self._clash.setVisible(bool(taken))
        self._enable()

    def _on_take(self) -> None:
        if self._name and self.field.key:
            self._keymap.change(self._name, [self.field.key])
            self.field.set_key("")

    def _on_none(self) -> None:
        if self._name:
            self._keymap.change(self._name, [])

    def _on_reset(self) -> None:
        if self._name:
            self._keymap.reset(self._name)

    def _enable(self) -> None:
        some = bool(self._name)
        self.field.setEnabled(some)
        self.take.setEnabled(some and bool(self.field.key))
        self.none.setEnabled(some and bool(self._keymap.keys(self._name)))
        self.reset.setEnabled(some and self._keymap.is_changed(self._name))
        self.all.setEnabled(self._keymap.any_changed)

    def _retranslate(self) -> None:
        if self._words:
            self._what.setText(self.tr("New key for “{name}”").format(name=self._words))
        else:
            self._what.setText(self.tr("Choose a line to change its key."))
        self.field.setAccessibleName(self._what.text())
        self.field.setPlaceholderText(self.tr("Press the key"))
        self.take.setText(self.tr("Set"))
        self.none.setText(self.tr("No key"))
        self.reset.setText(self.tr("As at first"))
        self.all.setText(self.tr("All as at first"))

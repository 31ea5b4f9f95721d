"""The search box: reads the query language while one types, says what it cannot read."""

from textwrap import fill

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.core.errors import UserError
from desktop.core.query import Query, parse
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.controls.clear_button import ClearButton
from desktop.ui.key_words import with_key
from desktop.ui.library_pane import search_history
from desktop.ui.library_pane.completer import Completer

TYPING_MS = 150
_BY_HAND = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
)


class SearchBox(QLineEdit):
    """`left_down()` when the user goes on to the list, `left()` when the box loses the focus.

    `entered()` when the user, not the start of the program, gives it the focus.
    """

    left_down = Signal()
    entered = Signal()
    left = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_HAND:
            self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Down:
            self.left_down.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class SearchField(QWidget):
    """`changed(Query)` when there is another query; `left_down()` from the box to the list.

    `entered()` when a search will be typed soon, `save_asked()` and `help_asked()` from the
    buttons in the box.
    """

    changed = Signal(object)
    left_down = Signal()
    entered = Signal()
    save_asked = Signal()
    help_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self._settings = context.settings
        self._query = Query()
        self._name = ""
        self._box = SearchBox()
        self._box.setObjectName("searchBox")
        ClearButton(self._box)
        self._icon = QAction(self)
        self._box.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        self._save, self._help = QAction(self), QAction(self)
        self._exact = QAction(self, checkable=True)
        for action in (self._exact, self._save, self._help):
            self._box.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
        self._completer = Completer(context, self._box)
        self._error = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._error.setObjectName("searchError")
        self._timer = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._lay_out()
        self._retranslate()
        self._retint()
        self._theme.changed.connect(self._retint)

    @property
    def query(self) -> Query:
        """The query in force."""
        return self._query

    @property
    def text(self) -> str:
        """What stands in the box."""
        return self._box.text().strip()

    def set_text(self, text: str) -> None:
        """Search for *text* now."""
        self._box.setText(text)
        self._search()

    def show_forms(self, query: Query) -> None:
        """Tell in a tooltip which forms of the words are looked for."""
        forms = [", ".join(one) for one in query.forms]
        lines = "\n".join(fill(line, 70) for line in forms)
        text = self.tr("Also looked for, without accents:\n{forms}\n\n=word finds only this form")
        self._box.setToolTip(text.format(forms=lines) if forms else "")

    def set_name(self, name: str) -> None:
        """Say what is searched, where it is not the articles; such a search cannot be saved."""
        self._name = name
        self._retranslate()
        self._on_text(self._box.text())

    def take_focus(self) -> None:
        """Let the user type another search."""
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._box.selectAll()

    def begin(self, text: str) -> None:
        """Let the user go on with *text*."""
        self._box.setText(text)
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._box)
        layout.addWidget(self._error)
        self._error.setProperty("role", "error")
        self._error.hide()
        self.setFocusProxy(self._box)
        self._box.textChanged.connect(self._on_text)
        self._box.returnPressed.connect(self._on_enter)
        self._box.left_down.connect(self.left_down)
        self._box.entered.connect(self.entered)
        self._box.left.connect(self._remember)
        self._completer.searched.connect(self.set_text)
        self._save.triggered.connect(self.save_asked)
        self._help.triggered.connect(self.help_asked)
        self._save.setVisible(False)
        self._timer.timeout.connect(self._on_pause)
        self._exact.toggled.connect(self._on_exact)

    def _on_text(self, text: str) -> None:
        self._save.setVisible(bool(text.strip()) and not self._name)
        self._help.setVisible(not text.strip() and not self._name)
        if text.strip():
            self._timer.start()
        else:
            self._search()

    def _on_enter(self) -> None:
        self._search()
        self._remember()

    def _remember(self) -> None:
        """Keep what was searched for, not what cannot be read."""
        if self._query and self.text and not self._error.text():
            search_history.remember(self._settings, self.text)

    def _on_exact(self) -> None:
        self._retint()
        self._search()

    def _on_pause(self) -> None:
        self._read(typing=True)

    def _search(self) -> None:
        self._timer.stop()
        self._read(typing=False)

    def _read(self, *, typing: bool) -> None:
        try:
            query = parse(self._box.text(), typing=typing, exact=self._exact.isChecked())
        except UserError as error:
            self._say(error)
            return
        self._say(None)
        if query != self._query:
            self._query = query
            self.changed.emit(query)

    def _say(self, error: UserError | None) -> None:
        self._error.setText(texts.error_text(error) if error else "")
        self._error.setVisible(error is not None)
        self._box.setAccessibleDescription(self._error.text())

    def _retint(self) -> None:
        palette = self._theme.palette
        self._icon.setIcon(self._theme.icon("search", colour=palette.muted))
        exact = palette.accent if self._exact.isChecked() else palette.muted
        self._exact.setIcon(self._theme.icon("exact", colour=exact))
        clear = self._box.findChild(QAction, "_q_qlineeditclearaction")
        if isinstance(clear, QAction):
            clear.setIcon(self._theme.icon("close", colour=palette.muted))
        self._save.setIcon(self._theme.icon("bookmark", colour=palette.muted))
        self._help.setIcon(self._theme.icon("help", colour=palette.muted))
        self._error.setFont(self._theme.font(size=0.9))

    def _retranslate(self) -> None:
        self._box.setPlaceholderText(self._name or self.tr("Search articles"))
        self._box.setAccessibleName(self._name or self.tr("Search articles"))
        self._icon.setText(self._box.accessibleName())
        save = self.tr("Save this search")
        self._save.setText(with_key(self._settings, save, "search.save"))
        self._help.setText(self.tr("How to search"))
        self._exact.setText(self.tr("Find words only as written, not in their other forms"))
        if self._error.text():
            self._read(typing=False)

"""A line to type a tag into, with type-ahead over the tree: known tags are found, new ones made."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QValidator,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.core.changes import Changes
from desktop.core.errors import UserError
from desktop.library import tags
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.tags import tag_match
from desktop.ui.tags.tag_match import Candidate, Match
from desktop.ui.tags.tag_popup import TagPopup

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN_KEYS = (*_ENTER, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down)


class TagLine(QLineEdit):
    """`tag_entered(path)` for a tag that was chosen or typed; `left()` when Esc was pressed.

    Down opens the list of all tags; there the digits take those used lately.
    """

    tag_entered = Signal(str)
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._candidates: list[Candidate] | None = None
        self._name = ""
        self.popup = TagPopup(context.theme, self)
        self.popup.clicked.connect(self._on_clicked)
        self.setValidator(_NoSemicolon(self))
        self.textEdited.connect(self._suggest)
        context.dispatch.changed.connect(self._on_changed)
        context.theme.changed.connect(self._refont)
        self._refont()
        self._retranslate()

    def set_name(self, name: str) -> None:
        """Say to a screen reader what the tag is for ("Add a tag to the highlight")."""
        self._name = name
        self._retranslate()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("tag"):
            self._candidates = None

    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(self.popup.rows.found[index.row()])

    def minimumSizeHint(self) -> QSize:
        """Have room for the placeholder: a word that is cut says nothing."""
        least = super().minimumSizeHint()
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self.placeholderText()) - metrics.maxWidth()
        return QSize(least.width() + max(0, words + 4), least.height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            own = event.type() == QEvent.Type.ShortcutOverride and event.key() in _OWN_KEYS
            if own and not event.modifiers():
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._completes(event):
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._step_back()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif recent := self._numbered(event.text()):
            self._take(recent)
        elif key in _ENTER and self.text().strip():
            self._enter()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._known()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._close()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._close()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self.popup.isVisible():
            self.popup.place()
        return super().eventFilter(watched, event)

    def _known(self) -> list[Candidate]:
        if self._candidates is None:
            self._candidates = [
                tag_match.candidate(tag.path, tag.colour, tag.description)
                for tag in tags.tree(self._context.reader)
            ]
        return self._candidates

    def _suggest(self) -> None:
        if self.text().strip():
            self._open(tag_match.matches(self._known(), self.text()))
        else:
            self._close()

    def _open(self, found: list[Match]) -> None:
        if not self.popup.isVisible():
            self._watch(True)
        self.popup.open(found, tag_match.default_row(found))

    def _close(self) -> None:
        if self.popup.isVisible():
            self.popup.hide()
            self._watch(False)

    def _watch(self, on: bool) -> None:
        above: QWidget | None = self
        while above is not None:
            above.installEventFilter(self) if on else above.removeEventFilter(self)
            above = None if above.isWindow() else above.parentWidget()

    def _move(self, by: int) -> None:
        if not self.popup.isVisible():
            self._offer()
            return
        self.popup.step(by)
        said = self.popup.currentIndex().data()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _completes(self, event: QKeyEvent) -> bool:
        match = self.popup.current if self.popup.isVisible() else None
        if event.key() != Qt.Key.Key_Tab or event.modifiers() or match is None:
            return False
        self.setText(match.path)
        self._close()
        return True

    def _step_back(self) -> None:
        if self.popup.isVisible():
            self._close()
        else:
            self.left.emit()

    def _enter(self) -> None:
        if self.popup.isVisible() and self.popup.current:
            self._take(self.popup.current)
            return
        found = tag_match.matches(self._known(), self.text())
        if found:
            self._take(found[tag_match.default_row(found)])
            return
        try:
            tag_match.tidy(self.text())
        except UserError as error:
            self._context.tell(texts.error_text(error), "error")

    def _take(self, match: Match) -> None:
        self._close()
        self.clear()
        self._remember(match.path)
        self.tag_entered.emit(match.path)

    def _offer(self) -> None:
        """Open the list: what fits, or all tags with those used lately on the keys 1 to 9."""
        if self.text().strip():
            self._open(tag_match.matches(self._known(), self.text()))
        else:
            self._open(tag_match.lately_first(self._known(), self._recent()))

    def _recent(self) -> list[str]:
        return [one for one in self._context.settings.get("recent_tags").split("\n") if one]

    def _remember(self, path: str) -> None:
        recent = [path, *(one for one in self._recent() if one != path)]
        kept = "\n".join(recent[: tag_match.MOST_RECENT])
        self._context.settings.set("recent_tags", kept)

    def _numbered(self, key: str) -> Match | None:
        """Return the tag used lately that a digit takes while nothing is typed yet."""
        if not self.popup.isVisible() or self.text():
            return None
        return next((one for one in self.popup.rows.found if str(one.number) == key), None)

    def _refont(self) -> None:
        self.setFont(self._context.theme.font())

    def _retranslate(self) -> None:
        self.setPlaceholderText(self.tr("Add a tag…"))
        self.setAccessibleName(self._name or self.tr("Add a tag"))


class _NoSemicolon(QValidator):
    """`;` parts tags in exports: it cannot be typed, and goes from what is pasted."""

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:  # type: ignore[override]
        kept = text.replace(";", "")
        removed = text[:at].count(";")
        return QValidator.State.Acceptable, kept, at - removed

"""Offers fields, their values and recent searches while a search is typed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from desktop.core import query_completion
from desktop.core.colours import COLOURS
from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.core.query_completion import Place
from desktop.library import query_values
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.library_pane import search_history
from desktop.ui.library_pane.search_popup import Offer, SearchPopup

_NOTES = {
    "title": QT_TRANSLATE_NOOP("SearchFields", "words in the title"),
    "text": QT_TRANSLATE_NOOP("SearchFields", "words in the text"),
    "note": QT_TRANSLATE_NOOP("SearchFields", "words in your notes"),
    "quote": QT_TRANSLATE_NOOP("SearchFields", "words you highlighted"),
    "tag": QT_TRANSLATE_NOOP("SearchFields", "a tag, with all below it"),
    "feed": QT_TRANSLATE_NOOP("SearchFields", "came with a feed, or a folder of them"),
    "outlet": QT_TRANSLATE_NOOP("SearchFields", "where it was published"),
    "agency": QT_TRANSLATE_NOOP("SearchFields", "the news agency"),
    "author": QT_TRANSLATE_NOOP("SearchFields", "who wrote it"),
    "language": QT_TRANSLATE_NOOP("SearchFields", "a code such as pl"),
    "status": QT_TRANSLATE_NOOP("SearchFields", "unread, reading, read, archived"),
    "colour": QT_TRANSLATE_NOOP("SearchFields", "has a highlight in a colour"),
    "is": QT_TRANSLATE_NOOP("SearchFields", "starred or in the trash"),
    "has": QT_TRANSLATE_NOOP("SearchFields", "has highlights, notes or tags"),
    "published": QT_TRANSLATE_NOOP("SearchFields", "2023-09, 2023-09..2023-12 or 7d"),
    "added": QT_TRANSLATE_NOOP("SearchFields", "added to the library: 7d, 2023-09.."),
    "words": QT_TRANSLATE_NOOP("SearchFields", "length of the text: >800, 200..800"),
    "starred": QT_TRANSLATE_NOOP("SearchFields", "with a star"),
    "trashed": QT_TRANSLATE_NOOP("SearchFields", "in the trash"),
    "highlight": QT_TRANSLATE_NOOP("SearchFields", "with a highlight"),
}
_HAS_NOTES = {
    "note": QT_TRANSLATE_NOOP("SearchFields", "with a note"),
    "tag": QT_TRANSLATE_NOOP("SearchFields", "with a tag"),
}
_BY_HAND = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ShortcutFocusReason)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def note_on(field: str, value: str = "") -> str:
    """Return a word on a field, or on a value of it."""
    if field == "status" and value:
        return texts.status_name(value)
    if field == "colour" and value:
        return texts.colour_name(value)
    text = _HAS_NOTES.get(value, _NOTES.get(value, "")) if value else _NOTES[field]
    return QCoreApplication.translate("SearchFields", text) if text else ""


class Completer(QObject):
    """Listens to the box; `searched(text)` when a recent search is chosen."""

    searched = Signal(str)

    def __init__(self, context: Context, box: QLineEdit) -> None:
        super().__init__(box)
        self._context = context
        self._box = box
        self._place: Place | None = None
        self.popup = SearchPopup(context.theme, box)
        self.popup.clicked.connect(self._on_clicked)
        box.textEdited.connect(self._suggest)
        box.installEventFilter(self)

    def close(self) -> None:
        """Take the popup away."""
        if self.popup.isVisible():
            self.popup.hide()
            self._watch(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is not self._box:
            if kind in (QEvent.Type.Move, QEvent.Type.Resize) and self.popup.isVisible():
                self.popup.place()
            elif kind == QEvent.Type.WindowDeactivate:
                self.close()
            return False
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            return self._handles(event)
        if kind in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.close()
        elif isinstance(event, QFocusEvent) and event.reason() in _BY_HAND:
            self._offer_recent()
        return False

    def _handles(self, event: QKeyEvent) -> bool:
        key = event.key()
        if not self.popup.isVisible():
            return key == Qt.Key.Key_Down and self._offer_recent()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key == Qt.Key.Key_Escape:
            self.close()
            return True
        if key == Qt.Key.Key_Tab and not event.modifiers():
            self._take(self.popup.current or self.popup.rows.offers[0])
            return True
        if key in _ENTER and self.popup.current:
            self._take(self.popup.current)
            return True
        if key in _ENTER:
            self.close()
        return False

    def _suggest(self) -> None:
        text, cursor = self._box.text(), self._box.cursorPosition()
        self._place = at = query_completion.place(text, cursor)
        if at is None:
            self.close()
        elif not at.field:
            names = query_completion.fields(at.begun)
            self._open([Offer(name, f"{name}:", note_on(name)) for name in names])
        elif at.field in query_completion.FROM_LIBRARY:
            self._context.jobs.ask(
                "search values",
                partial(query_values.values, field=at.field, begun=at.begun),
                partial(self._on_values, text),
            )
        else:
            found = query_completion.choices(at.field, at.begun)
            if at.field == "colour":
                names = self._context.theme.colours
                found = [one for one in COLOURS if names.begins(one, at.begun)]
            self._offer_values(at, found)

    def _on_values(self, text: str, found: Sequence[str]) -> None:
        # A slow answer may come when the box says something else, or is left.
        if not isValid(self) or self._box.text() != text or not self._place:
            return
        if self._box.hasFocus():
            self._offer_values(self._place, found)

    def _offer_values(self, at: Place, found: Sequence[str]) -> None:
        if list(found) == [at.begun]:
            found = []
        names = self._context.theme.colours
        notes = [
            names.whole(value) if at.field == "colour" else note_on(at.field, value)
            for value in found
        ]
        self._open([Offer(*one) for one in zip(found, found, notes, strict=True)])

    def _offer_recent(self) -> bool:
        if self._box.text():
            return False
        self._place = None
        found = search_history.recent(self._context.settings)
        self._open([Offer(text, text) for text in found])
        return bool(found)

    def _open(self, offers: Sequence[Offer]) -> None:
        if not offers:
            self.close()
            return
        if not self.popup.isVisible():
            self._watch(True)
        self.popup.open(offers)

    def _watch(self, on: bool) -> None:
        """Follow the box when the window is moved: a popup is a window of its own."""
        above: QWidget | None = self._box.parentWidget()
        while above is not None:
            above.installEventFilter(self) if on else above.removeEventFilter(self)
            above = None if above.isWindow() else above.parentWidget()

    def _move(self, by: int) -> None:
        self.popup.step(by)
        said = self.popup.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._box, said))

    def _on_clicked(self) -> None:
        if self.popup.current:
            self._take(self.popup.current)

    def _take(self, offer: Offer) -> None:
        at = self._place
        self.close()
        if at is None:
            self.searched.emit(offer.text)
            return
        text, cursor = query_completion.filled(self._box.text(), at, offer.text)
        self._box.setText(text)
        self._box.setCursorPosition(cursor)
        if not at.field:
            self._suggest()

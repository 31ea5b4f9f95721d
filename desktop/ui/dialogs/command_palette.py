"""Everything the window can do or go to, behind one field: actions, tags and articles."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.core.errors import UserError
from desktop.core.query import parse
from desktop.core.ranking import score
from desktop.library import articles, tags
from desktop.library.connection import Reader
from desktop.library.search import Listing, article_ids
from desktop.ui.context import Context
from desktop.ui.controls.rows import as_list
from desktop.ui.dialogs.parts import label, text_field, while_there
from desktop.ui.plain import tool_tip

_MOST = 12
_ENTRY = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_WIDTH, _LINES = 64, 14


@dataclass(frozen=True, slots=True)
class Entry:
    """A line: what it is called, a hint at its right end, and what choosing it does."""

    name: str
    hint: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Places:
    """Where choosing an article (its id) or a tag (its path) leads."""

    article: Callable[[int], object]
    tag: Callable[[str], object]


class CommandPalette(QDialog):
    """Up, Down and Enter choose while one types; what is chosen runs when the palette is gone."""

    def __init__(
        self,
        context: Context,
        actions: Iterable[QAction],
        titles: Mapping[str, str],
        places: Places,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("commandPalette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._places = places
        self._window = parent
        self._commands = [_command(action, titles) for action in actions if _usable(action)]
        self._tags: list[tags.Tag] = []
        self._found: list[Entry] = []
        self._field = text_field("paletteField")
        self._list = QTreeWidget()
        self._nothing = label("muted")
        self._lay_out()
        self._retranslate()
        self._load_tags()
        self._fill()
        self._place(parent)

    @property
    def shown(self) -> list[tuple[str, str]]:
        """Name and hint of each line."""
        items = (self._list.topLevelItem(at) for at in range(self._list.topLevelItemCount()))
        return [(item.text(0), item.text(1)) for item in items if item]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self._list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        shown = self._list
        shown.setObjectName("paletteList")
        as_list(shown)
        shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shown.itemClicked.connect(self._choose)
        self._field.textChanged.connect(self._on_text)
        self._field.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        for part in (self._field, shown, self._nothing):
            layout.addWidget(part)

    def _place(self, window: QWidget) -> None:
        """Hang below the window's top edge, in its middle, never wider than it."""
        metrics = QFontMetrics(self.font())
        wide = min(_WIDTH * metrics.averageCharWidth(), window.width() - 48)
        high = min((_LINES + 4) * (metrics.lineSpacing() + 8), window.height() - 96)
        self.resize(wide, high)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - wide) // 2, corner.y() + 64)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Go to anything"))
        self._field.setPlaceholderText(self.tr("What do you want to do or open?"))
        self._field.setAccessibleName(self._field.placeholderText())
        self._list.setAccessibleName(self.tr("Actions, tags and articles"))

    def _load_tags(self) -> None:
        def answer(found: list[tags.Tag]) -> None:
            self._tags = found
            self._fill()

        self._context.jobs.ask("palette tags", tags.tree, while_there(self, answer))

    def _on_text(self, text: str) -> None:
        self._found = []
        self._fill()
        if len(text.strip()) >= 2:
            self._context.jobs.ask(
                "palette articles",
                lambda reader: _titles(reader, text),
                while_there(self, lambda rows: self._on_articles(text, rows)),
            )

    def _on_articles(self, text: str, rows: list[articles.ArticleRow]) -> None:
        if text != self._field.text():
            return
        self._found = [
            Entry(row.title, row.outlet or self.tr("Article"), _Call(self._places.article, row.id))
            for row in rows
        ]
        self._fill()

    def _fill(self) -> None:
        wanted = self._field.text()
        current = self._list.currentItem()
        kept = current.text(0) if current else ""
        self._list.clear()
        for entry in self._entries(wanted):
            item = QTreeWidgetItem(self._list, [entry.name, entry.hint])
            item.setData(0, _ENTRY, entry)
            item.setToolTip(0, tool_tip(entry.name))
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setForeground(1, self.palette().placeholderText())
            if not self._list.currentItem() or entry.name == kept:
                self._list.setCurrentItem(item)
        empty = not self._list.topLevelItemCount()
        self._list.setVisible(not empty)
        self._nothing.setVisible(empty)
        self._nothing.setText(self.tr("Nothing is called “{text}”.").format(text=wanted))

    def _entries(self, wanted: str) -> list[Entry]:
        """Return the lines for *wanted*: actions, then tags, then articles, the best first."""
        known = [
            Entry(tag.path, self.tr("Tag"), _Call(self._places.tag, tag.path)) for tag in self._tags
        ]
        if not wanted.strip():
            return self._commands
        return [*_best(self._commands, wanted), *_best(known, wanted)[:_MOST], *self._found]

    def _choose(self) -> None:
        item = self._list.currentItem()
        if item is None:
            return
        entry: Entry = item.data(0, _ENTRY)
        self.close()
        # When the palette is gone, and its focus with it.
        QTimer.singleShot(0, self._window, entry.run)


class _Call:
    """Calls *run* with *value*, without a lambda that a loop variable could change under."""

    def __init__(self, run: Callable[..., object], value: object) -> None:
        self._run = run
        self._value = value

    def __call__(self) -> None:
        self._run(self._value)


def _usable(action: QAction) -> bool:
    return action.isEnabled() and action.isVisible() and bool(action.text())


def _command(action: QAction, titles: Mapping[str, str]) -> Entry:
    name = action.text().replace("&", "").rstrip("….")
    keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
    group = titles.get(str(action.property("group") or ""), "")
    return Entry(f"{group}: {name}" if group else name, keys, action.trigger)


def _best(entries: Iterable[Entry], wanted: str) -> list[Entry]:
    scored = [(fit, entry) for entry in entries if (fit := score(entry.name, wanted)) is not None]
    return [entry for _, entry in sorted(scored, key=lambda one: one[0])]


def _titles(reader: Reader, text: str) -> list[articles.ArticleRow]:
    """Return the newest articles whose title has all words of *text*, the last one begun."""
    try:
        query = parse(" ".join(f"title:{word}" for word in _words(text)), typing=True)
    except UserError:
        return []
    if not query:
        return []
    return articles.rows(reader, article_ids(reader, Listing(query=query))[:_MOST].tolist())


def _words(text: str) -> list[str]:
    plain = "".join(letter if letter.isalnum() else " " for letter in text)
    return plain.split()

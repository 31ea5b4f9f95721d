"""What the notebook can be narrowed by: one tree of facets and values with their counts."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QLocale, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from desktop.core.collation import sort_key
from desktop.core.colours import COLOURS
from desktop.library.notebook import FACETS, UNTAGGED, Notes
from desktop.library.notebook_facets import Counts
from desktop.ui import texts
from desktop.ui.controls.colour_dots import dot_icon
from desktop.ui.plain import tool_tip
from desktop.ui.theme import Theme

_SHOWN = 12
_FACET, _VALUE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_MORE = "\0more"
_OPEN = ("tag", "colour", "outlet")
Index = QModelIndex | QPersistentModelIndex


class FacetTree(QTreeWidget):
    """`chosen(facet, value)` when a value is taken, with None when it is taken back."""

    chosen = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facetTree")
        self._theme = theme
        self._notes = Notes()
        self._counts: dict[str, Counter[str]] = {}
        self._open = {(name, "") for name in _OPEN}
        self._whole: set[str] = set()
        self._set_up()
        self.itemClicked.connect(self._on_taken)
        self.itemExpanded.connect(lambda item: self._open.add(_key(item)))
        self.itemCollapsed.connect(lambda item: self._open.discard(_key(item)))
        theme.changed.connect(self._draw)
        theme.colours.changed.connect(self._draw)
        self._draw()

    def show_counts(self, counts: Counts, notes: Notes) -> None:
        """Show these counts, in place of those known for the same facets."""
        self._counts.update({name: Counter(of) for name, of in counts.items()})
        self._notes = notes
        self._draw()

    def take(self, item: QTreeWidgetItem) -> None:
        """Choose what *item* stands for, or take it back."""
        facet, value = _key(item)
        if value == _MORE:
            self._whole ^= {facet}
            self._draw()
        elif item.parent() is None:
            item.setExpanded(not item.isExpanded())
        else:
            self.chosen.emit(facet, None if self._notes.facets.get(facet) == value else value)

    def item_of(self, facet: str, value: str) -> QTreeWidgetItem | None:
        """Return the item of a value, or None when it is not shown."""
        return next((item for item in self._items() if _key(item) == (facet, value)), None)

    def keyPressEvent(self, event: QEvent) -> None:
        key = event.key()  # type: ignore[attr-defined]
        item = self.currentItem()
        if item and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.take(item)
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._draw()
        super().changeEvent(event)

    def _set_up(self) -> None:
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(True)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegateForColumn(0, _Elided(self))
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def _on_taken(self, item: QTreeWidgetItem, _column: int) -> None:
        self.take(item)

    def _draw(self) -> None:
        item = self.currentItem()
        current = _key(item) if item else None
        at = self.verticalScrollBar().value()
        blocked = self.blockSignals(True)
        self.setIndentation(round(14 * max(1.0, (1 + self._theme.scale) / 2)))
        side = round(16 * max(1.0, self._theme.scale))
        self.setIconSize(QSize(side, side))
        self.clear()
        for name in FACETS:
            self._add_facet(name)
        for one in self._items():
            one.setExpanded(_key(one) in self._open)
            if _key(one) == current:
                self.setCurrentItem(one)
        self.blockSignals(blocked)
        self.setAccessibleName(self.tr("Narrow the highlights"))
        self.verticalScrollBar().setValue(at)

    def _add_facet(self, name: str) -> None:
        counts = self._counts.get(name)
        if not counts or (name == "coder" and set(counts) == {""}):
            return
        head = QTreeWidgetItem(self, [self._title(name), ""])
        head.setFont(0, self._theme.font(bold=True))
        _mark(head, name, "")
        if name == "tag":
            self._add_tags(head, counts)
            return
        values = self._ordered(name, counts)
        chosen = self._notes.facets.get(name)
        shown = values if name in self._whole else values[:_SHOWN]
        if chosen is not None and chosen not in shown:
            shown = [chosen, *shown]
        for value in shown:
            self._add(head, name, value, self._name(name, value), counts[value])
        if len(values) > _SHOWN:
            all_ = self.tr("Fewer") if name in self._whole else self.tr("All %n", "", len(values))
            item = QTreeWidgetItem(head, [all_, ""])
            item.setForeground(0, QColor(self._theme.palette.accent))
            _mark(item, name, _MORE)

    def _add_tags(self, head: QTreeWidgetItem, counts: Counter[str]) -> None:
        paths = {path for path in counts if path != UNTAGGED}
        chosen = self._notes.tag
        if chosen and chosen != UNTAGGED:
            paths |= set(_branch(chosen))
        above: dict[str, QTreeWidgetItem] = {"": head}
        for path in sorted(paths, key=lambda one: [sort_key(name) for name in one.split("/")]):
            parent, _, name = path.rpartition("/")
            above[path] = self._add(above.get(parent, head), "tag", path, name, counts[path])
        if counts[UNTAGGED] or chosen == UNTAGGED:
            self._add(head, "tag", UNTAGGED, self.tr("Without a tag"), counts[UNTAGGED])

    def _add(
        self, parent: QTreeWidgetItem, facet: str, value: str, name: str, count: int
    ) -> QTreeWidgetItem:
        number = QLocale().toString(count)
        item = QTreeWidgetItem(parent, [name, number])
        _mark(item, facet, value)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setForeground(1, QColor(self._theme.palette.muted))
        item.setToolTip(0, tool_tip(name))
        spoken = self.tr("{name}, %n highlight(s)", "", count).format(name=name)
        if self._notes.facets.get(facet) == value:
            item.setFont(0, self._theme.font(bold=True))
            item.setForeground(0, QColor(self._theme.palette.accent))
            item.setIcon(0, self._theme.icon("check", colour=self._theme.palette.accent))
            spoken = self.tr("{name}, chosen").format(name=spoken)
        elif facet == "colour":
            item.setIcon(0, dot_icon(self._theme, value, self.iconSize().width()))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
        return item

    def _title(self, name: str) -> str:
        return {
            "tag": self.tr("Tags"),
            "colour": self.tr("Colour"),
            "outlet": self.tr("Outlet"),
            "author": self.tr("Author"),
            "date": self.tr("Highlighted in"),
            "note": self.tr("Note"),
            "language": self.tr("Language"),
            "coder": self.tr("Highlighted by"),
        }[name]

    def _name(self, facet: str, value: str) -> str:
        if facet == "colour":
            return self._theme.colours.whole(value)
        if facet == "note":
            return self.tr("With a note") if value == "yes" else self.tr("Without a note")
        if facet == "date":
            return date_name(value)
        if facet == "coder":
            return texts.coder_name(value)
        if facet == "language":
            name = QLocale(value).nativeLanguageName() if value else ""
            return name or value or self.tr("Not known")
        return value or self.tr("Not known")

    def _ordered(self, name: str, counts: Counter[str]) -> list[str]:
        if name == "colour":
            return [colour for colour in COLOURS if counts[colour]]
        if name == "date":
            return sorted(counts, reverse=True)
        if name == "note":
            return [value for value in ("yes", "no") if counts[value]]
        return [value for value, _ in counts.most_common()]

    def _items(self) -> Iterable[QTreeWidgetItem]:
        waiting = [self.topLevelItem(n) for n in range(self.topLevelItemCount())]
        while waiting:
            item = waiting.pop(0)
            if item:
                yield item
                waiting += [item.child(n) for n in range(item.childCount())]


class _Elided(QStyledItemDelegate):
    """Keeps names to one line, cut at their end."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight  # type: ignore[attr-defined]


def date_name(value: str) -> str:
    """Return a date that the notebook is narrowed by (perhaps two days) as people write it."""
    first, _, last = value.partition("..")
    return f"{texts.date_text(first)} – {texts.date_text(last)}" if last else texts.date_text(first)


def _branch(path: str) -> list[str]:
    names = path.split("/")
    return ["/".join(names[:length]) for length in range(1, len(names) + 1)]


def _mark(item: QTreeWidgetItem, facet: str, value: str) -> None:
    item.setData(0, _FACET, facet)
    item.setData(0, _VALUE, value)


def _key(item: QTreeWidgetItem) -> tuple[str, str]:
    return item.data(0, _FACET), item.data(0, _VALUE)

"""The list below a tag line: tags that fit, and the one to be made. It never takes the focus."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QWidget

from desktop.ui.controls.popups import let_float, stand_at
from desktop.ui.plain import tool_tip
from desktop.ui.tags.tag_match import Match
from desktop.ui.theme import Theme

ROWS = 8
_ICON = 16
Index = QModelIndex | QPersistentModelIndex


class MatchModel(QAbstractListModel):
    """The rows of the type-ahead."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._found: list[Match] = []

    @property
    def found(self) -> list[Match]:
        """What is listed."""
        return self._found

    def show(self, found: Sequence[Match]) -> None:
        """List *found*."""
        self.beginResetModel()
        self._found = list(found)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match = self._found[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            if match.new:
                return self.tr("Create tag “{path}”").format(path=match.path)
            return f"{match.number}  {match.path}" if match.number else match.path
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip("\n".join(one for one in (match.path, match.description) if one))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return match.description
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(match)
        return None

    def _icon(self, match: Match) -> QIcon:
        if match.new:
            return self._theme.icon("plus", colour=self._theme.palette.accent)
        return QIcon(_dot(self._theme.palette.edges.get(match.colour, "")))


class TagPopup(QListView):
    """A borderless window at a tag line."""

    def __init__(self, theme: Theme, line: QWidget) -> None:
        super().__init__(line)
        let_float(self)
        self.setObjectName("tagPopup")
        self.setStyleSheet("#tagPopup::item { padding: 4px; }")
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setIconSize(QSize(_ICON, _ICON))
        self._theme = theme
        self._line = line
        self.rows = MatchModel(theme, self)
        self.setModel(self.rows)

    @property
    def current(self) -> Match | None:
        """The highlighted row."""
        row = self.currentIndex().row()
        return self.rows.found[row] if 0 <= row < len(self.rows.found) else None

    def open(self, found: Sequence[Match], row: int) -> None:
        """Show *found* at the line, *row* highlighted; nothing to show closes it."""
        if not found:
            self.hide()
            return
        self.setFont(self._theme.font())
        self.rows.show(found)
        self.setCurrentIndex(self.rows.index(row))
        self.place()
        self.show()
        self.scrollTo(self.currentIndex())

    def step(self, by: int) -> None:
        """Move the highlight; past the last row comes the first."""
        count = len(self.rows.found)
        self.setCurrentIndex(self.rows.index((self.currentIndex().row() + by) % count))

    def place(self) -> None:
        """Stand below the line, or above it where the screen ends."""
        room = self._line.screen().availableGeometry().width()
        stand_at(self, self._line, self._wanted(self._line.width(), room))

    def _wanted(self, least: int, room: int) -> QSize:
        frame = 2 * self.frameWidth()
        rows = min(ROWS, len(self.rows.found))
        height = rows * max(self.sizeHintForRow(0), self.fontMetrics().height()) + frame
        wanted = self.sizeHintForColumn(0) + frame + 16
        most = min(room, max(least, self.fontMetrics().averageCharWidth() * 60))
        return QSize(max(least, min(wanted, most)), height)


def _dot(colour: str) -> QPixmap:
    picture = QPixmap(_ICON * 2, _ICON * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    if colour:
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(4, 4, 8, 8)
        painter.end()
    return picture

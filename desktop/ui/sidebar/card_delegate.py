"""Paints the cards that are closed; the open one is a widget that looks the same."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.core.colours import COLOURS
from desktop.library.annotations import Annotation
from desktop.ui.controls import chips
from desktop.ui.icons import pixmap
from desktop.ui.palette import Palette
from desktop.ui.sidebar import card_face
from desktop.ui.sidebar.annotation_model import ANNOTATION
from desktop.ui.sidebar.card_face import Estimator, Face
from desktop.ui.sidebar.card_type import EDGE, INSET, CardType, card_type
from desktop.ui.theme import Theme

GAP = 4
SIDE = 8
_KEPT = 400


@dataclass(frozen=True, slots=True)
class CardLook:
    """How a card stands out from the pane."""

    ground: str = ""
    frame: str = ""


class CardDelegate(QStyledItemDelegate):
    """Paints ANNOTATION in a row; a row is the card and `GAP` below it, `SIDE` beside it."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._faces: dict[tuple[int, int], tuple[Annotation, Face]] = {}
        self._type = self._card_type()

    @property
    def type(self) -> CardType:
        """The fonts of the cards."""
        return self._type

    def restyle(self) -> None:
        """Take the theme's fonts anew."""
        self._type = self._card_type()
        self._faces.clear()

    def height(self, one: Annotation, row_width: int) -> int:
        """Return the exact height of a row."""
        return self._face(one, row_width - 2 * SIDE).height + GAP

    def estimator(self, row_width: int) -> Estimator:
        """Return who guesses heights of cards in rows of this width, at almost no cost."""
        return Estimator(row_width - 2 * SIDE, self._type)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = option.rect.width()  # type: ignore[attr-defined]
        return QSize(width, self.height(index.data(ANNOTATION), width))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        one: Annotation = index.data(ANNOTATION)
        card = card_rect(option.rect)  # type: ignore[attr-defined]
        face = self._face(one, card.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, card, self._look(option))
        paint_gutter(painter, card, one, self._type, self._theme.palette)
        painter.translate(card.topLeft())
        at = QPoint(self._type.text_left, INSET)
        paint_lost(painter, at, face.lost, self._type, self._theme.palette)
        at = QPoint(self._type.text_left, INSET + card_face.lost_height(face.lost, self._type))
        paint_label(painter, at, one, card.width(), self._type, self._theme.palette)
        self._paint_quote(painter, face)
        self._paint_note(painter, face)
        self._paint_chips(painter, face)
        painter.restore()

    def _card_type(self) -> CardType:
        lost, doubt = self.tr("Lost its place"), self.tr("Carried over: check its place")
        return card_type(self._theme, lost, doubt)

    def _face(self, one: Annotation, width: int) -> Face:
        known = self._faces.get((one.id, width))
        if known and known[0] is one:
            return known[1]
        if len(self._faces) >= _KEPT:
            self._faces.clear()
        face = card_face.set_card(one, width, self._type)
        self._faces[one.id, width] = (one, face)
        return face

    def _look(self, option: QStyleOptionViewItem) -> CardLook:
        palette, state = self._theme.palette, option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            return CardLook(palette.selected)
        return CardLook(palette.hover if state & QStyle.StateFlag.State_MouseOver else "")

    def _paint_quote(self, painter: QPainter, face: Face) -> None:
        painter.setPen(QColor(self._theme.palette.ink))
        at = QPoint(self._type.text_left, face.quote_top)
        paint_quote(painter, at, face.quote, self._type)

    def _paint_note(self, painter: QPainter, face: Face) -> None:
        if not face.note:
            return
        type_, palette = self._type, self._theme.palette
        at = QPoint(type_.text_left, face.note_top)
        paint_icon(painter, "note", at, type_.note_leading, type_, palette.muted)
        painter.setPen(QColor(palette.ink))
        paint_note(painter, at, face.note, type_)

    def _paint_chips(self, painter: QPainter, face: Face) -> None:
        painter.setFont(self._type.chip)
        for placed in face.chips:
            chips.paint_chip(
                painter,
                placed.rect,
                chips.chip_text(placed.label, whole_path=False),
                colour=placed.label.colour,
                palette=self._theme.palette,
            )


def card_rect(row: QRect) -> QRect:
    """Return where the card is in its row."""
    return row.adjusted(SIDE, 0, -SIDE, -GAP)


def paint_ground(painter: QPainter, card: QRect, look: CardLook) -> None:
    """Paint what lies under a card."""
    if not look.ground:
        return
    painter.setPen(QPen(QColor(look.frame), 1) if look.frame else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.ground))
    painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def paint_gutter(
    painter: QPainter, card: QRect, one: Annotation, type_: CardType, palette: Palette
) -> None:
    """Paint the colour's edge, its digit, and the sign of an underline."""
    edge = QRectF(card.left() + INSET, card.top() + INSET, EDGE, card.height() - 2 * INSET)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.edges.get(one.colour, palette.border)))
    painter.drawRoundedRect(edge, 2, 2)
    column = QRect(card.left() + INSET + EDGE + 6, card.top() + INSET, type_.gutter, type_.leading)
    painter.setFont(type_.small)
    painter.setPen(QColor(palette.muted))
    digit = str(COLOURS.index(one.colour) + 1) if one.colour in COLOURS else ""
    painter.drawText(column, Qt.AlignmentFlag.AlignCenter, digit)
    if one.style == "underline":
        at = QPoint(column.left() + (type_.gutter - type_.icon) // 2, column.bottom() + 1)
        paint_icon(painter, "underline", at, type_.icon, type_, palette.muted)


def paint_label(
    painter: QPainter, at: QPoint, one: Annotation, width: int, type_: CardType, palette: Palette
) -> None:
    """Write the user's word for a highlight's colour above its quote, if there is one."""
    if label := type_.labels.get(one.colour):
        painter.setFont(type_.small)
        painter.setPen(QColor(palette.muted))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(label, Qt.TextElideMode.ElideRight, type_.text_width(width))
        painter.drawText(at.x(), at.y() + metrics.ascent(), shown)


def paint_quote(painter: QPainter, at: QPoint, lines: tuple[str, ...], type_: CardType) -> None:
    """Paint a quote with the painter's pen."""
    painter.setFont(type_.quote)
    lead = type_.leading - type_.quote_metrics.height()
    base = at.y() + lead // 2 + type_.quote_metrics.ascent()
    for number, line in enumerate(lines):
        painter.drawText(at.x(), base + number * type_.leading, line)


def paint_lost(
    painter: QPainter, at: QPoint, lines: tuple[str, ...], type_: CardType, palette: Palette
) -> None:
    """Say in *lines*, if there are any, that a highlight lost its place."""
    if not lines:
        return
    paint_icon(painter, "orphan", at, type_.note_leading, type_, palette.accent)
    painter.setPen(QColor(palette.accent))
    paint_note(painter, at, lines, type_)


def paint_note(painter: QPainter, at: QPoint, lines: tuple[str, ...], type_: CardType) -> None:
    """Paint lines of a note with the painter's pen, right of their icon."""
    painter.setFont(type_.note)
    base = at.y() + type_.note_metrics.ascent()
    for number, line in enumerate(lines):
        painter.drawText(at.x() + type_.note_indent, base + number * type_.note_leading, line)


def paint_icon(
    painter: QPainter, name: str, at: QPoint, height: int, type_: CardType, colour: str
) -> None:
    """Paint a small icon, centred in a line of *height*."""
    picture = pixmap(name, colour, type_.icon, painter.device().devicePixelRatioF())
    painter.drawPixmap(at.x(), at.y() + (height - type_.icon) // 2, picture)

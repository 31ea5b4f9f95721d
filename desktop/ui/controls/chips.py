"""Tags as they hang on something: small chips that wrap, and how a chip is painted anywhere."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.library.tags import TagLabel
from desktop.ui.controls.flow_layout import FlowLayout
from desktop.ui.icons import pixmap
from desktop.ui.palette import Palette
from desktop.ui.plain import tool_tip
from desktop.ui.theme import Theme

SIZE = 0.9
_PAD = 8
_DOT = 8
_GAP = 6
_CROSS = 14


@dataclass(frozen=True, slots=True)
class ChipLook:
    """How a chip stands: under the mouse it offers its ×, with the focus it has a frame as well."""

    crossed: bool = False
    focused: bool = False


def chip_text(label: TagLabel, *, whole_path: bool) -> str:
    """Return what a chip says: the path, or only its last part."""
    return label.path if whole_path else label.path.rpartition("/")[2]


def chip_size(text: str, metrics: QFontMetrics, *, dotted: bool) -> QSize:
    """Return the size a chip wants."""
    dot = _DOT + _GAP if dotted else 0
    return QSize(2 * _PAD + dot + metrics.horizontalAdvance(text) + 2, metrics.height() + 6)


def paint_chip(
    painter: QPainter,
    rect: QRect,
    text: str,
    *,
    colour: str,
    palette: Palette,
    look: ChipLook = ChipLook(),
) -> None:
    """Paint a chip in *rect* with the painter's font; *colour* is the tag's, "" for none."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = palette.accent if look.focused else palette.border if look.crossed else palette.hairline
    painter.setPen(QPen(QColor(edge), 1))
    painter.setBrush(QColor(palette.raised))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    inner = rect.adjusted(_PAD, 0, -_PAD, 0)
    if colour in palette.edges:
        _paint_dot(painter, inner, palette.edges[colour])
        inner.setLeft(inner.left() + _DOT + _GAP)
    painter.setPen(QColor(palette.ink))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, inner.width())
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    if look.crossed:
        _paint_cross(painter, rect, palette)
    painter.restore()


def cross_rect(rect: QRect) -> QRect:
    """Return where the × of a chip in *rect* is."""
    return QRect(rect.right() - _CROSS - 7, rect.top() + 1, _CROSS + 7, rect.height() - 2)


def _paint_dot(painter: QPainter, inner: QRect, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    centre = QPointF(inner.left() + _DOT / 2, inner.top() + inner.height() / 2)
    painter.drawEllipse(centre, _DOT / 2, _DOT / 2)


def _paint_cross(painter: QPainter, rect: QRect, palette: Palette) -> None:
    zone = cross_rect(rect)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.raised))
    painter.drawRoundedRect(zone, 5, 5)
    ratio = painter.device().devicePixelRatioF()
    top = zone.top() + (zone.height() - _CROSS) // 2
    cross = pixmap("close", palette.ink, _CROSS, ratio)
    painter.drawPixmap(zone.left() + 3, top, cross)


class TagChips(QWidget):
    """Shows tags; `removed(tag id)` when the user takes one off by its × or with Delete.

    With `whole_path` false a chip shows the last part of its path only, the rest in the tooltip.
    """

    removed = Signal(int)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, whole_path: bool = True
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._whole_path = whole_path
        self._labels: tuple[TagLabel, ...] = ()
        self._chips: list[Chip] = []
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def labels(self) -> tuple[TagLabel, ...]:
        """The tags that are shown."""
        return self._labels

    @property
    def chips(self) -> "list[Chip]":
        """The chips, in order."""
        return list(self._chips)

    def set_labels(self, labels: tuple[TagLabel, ...]) -> None:
        """Show *labels*; the focus stays where it was, or goes to the next chip."""
        if labels == self._labels:
            return
        focused = next((at for at, chip in enumerate(self._chips) if chip.hasFocus()), -1)
        kept = {chip.label: chip for chip in self._chips}
        self._labels = labels
        self._chips = [kept.pop(label, None) or self._chip(label) for label in labels]
        for chip in self._chips:
            self._flow.removeWidget(chip)
        for at, chip in enumerate(self._chips):
            self._flow.insert_widget(at, chip)
            chip.show()
        self._keep_focus(focused)
        for chip in kept.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._order_tabs()
        self.updateGeometry()

    def set_trailing(self, widget: QWidget) -> None:
        """Put *widget* (a line to add tags) behind the chips."""
        self._flow.addWidget(widget)
        self._order_tabs()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        focused = next((at for at, chip in enumerate(self._chips) if chip.hasFocus()), None)
        step = steps.get(Qt.Key(event.key()))
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        to = min(max(focused + step, 0), len(self._chips) - 1)
        self._chips[to].setFocus(Qt.FocusReason.OtherFocusReason)

    def _chip(self, label: TagLabel) -> "Chip":
        chip = Chip(self._theme, label, self, whole_path=self._whole_path)
        chip.crossed_out.connect(self.removed)
        return chip

    def _keep_focus(self, at: int) -> None:
        if at < 0 or any(chip.hasFocus() for chip in self._chips):
            return
        if self._chips:
            self._chips[min(at, len(self._chips) - 1)].setFocus()
            return
        last = self._flow.itemAt(self._flow.count() - 1)
        widget = last.widget() if last else None
        if widget and not isinstance(widget, Chip):
            widget.setFocus()

    def _order_tabs(self) -> None:
        items = (self._flow.itemAt(at) for at in range(self._flow.count()))
        widgets = [widget for item in items if item and (widget := item.widget())]
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # else Qt puts nothing behind it
        for first, second in pairwise([self, *widgets]):
            QWidget.setTabOrder(first, second)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class Chip(QAbstractButton):
    """One tag; its × shows under the mouse and with the focus."""

    crossed_out = Signal(int)

    def __init__(self, theme: Theme, label: TagLabel, parent: QWidget, *, whole_path: bool) -> None:
        super().__init__(parent)
        self.label = label
        self._theme = theme
        self._text = chip_text(label, whole_path=whole_path)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._retranslate()
        self._refont()
        theme.changed.connect(self._refont)

    def sizeHint(self) -> QSize:
        return chip_size(self._text, self.fontMetrics(), dotted=bool(self.label.colour))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 64), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        look = ChipLook(crossed=self.underMouse() or self.hasFocus(), focused=self.hasFocus())
        paint_chip(
            painter,
            self.rect(),
            self._text,
            colour=self.label.colour,
            palette=self._theme.palette,
            look=look,
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and cross_rect(self.rect()).contains(
            event.position().toPoint()
        ):
            self.crossed_out.emit(self.label.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.crossed_out.emit(self.label.id)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        removing = event.type() == QEvent.Type.ShortcutOverride
        if removing and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Tag {path}").format(path=self.label.path))
        self.setAccessibleDescription(self.tr("Press Delete to take it off"))
        self.setToolTip(tool_tip(self.label.path))

    def _refont(self) -> None:
        self.setFont(self._theme.font(size=SIZE))
        self.updateGeometry()
        self.update()

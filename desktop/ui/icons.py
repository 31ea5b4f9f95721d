"""The icon family, tinted by the theme: SVG files whose `currentColor` we fill in.

An icon is drawn when it is first shown, at the size it is shown in: most menus never open.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from desktop import paths
from desktop.ui.palette import Palette

SIZE = 20


class _Engine(QIconEngine):
    """Draws one icon in the colour for its mode."""

    def __init__(self, name: str, colour: str, disabled: str) -> None:
        super().__init__()
        self._name = name
        self._colours = colour, disabled

    def clone(self) -> QIconEngine:
        return _Engine(self._name, *self._colours)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio() if painter.device() else 1.0
        side = min(rect.width(), rect.height())
        place = QRect(0, 0, side, side)
        place.moveCenter(rect.center())
        painter.drawPixmap(place, self._picture(mode, side, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        return self._picture(mode, min(size.width(), size.height()), 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float
    ) -> QPixmap:
        return self._picture(mode, round(min(size.width(), size.height()) / scale), scale)

    def _picture(self, mode: QIcon.Mode, side: int, ratio: float) -> QPixmap:
        colour = self._colours[mode == QIcon.Mode.Disabled]
        return _pixmap(self._name, colour, max(1, side), ratio)


def icon(name: str, palette: Palette, *, colour: str = "") -> QIcon:
    """Return icon *name* in the theme's ink (or *colour*), muted when disabled."""
    return _icon(name, colour or palette.ink, palette.border)


def pixmap(name: str, colour: str, size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """Return icon *name* as a picture of *size* logical pixels."""
    return _pixmap(name, colour, size, ratio)


def application_icon() -> QIcon:
    """Return the program's own icon."""
    folder = paths.resources() / "icons" / "app"
    made = QIcon()
    for file in sorted(folder.glob("*.png")):
        made.addFile(str(file))
    return made


@lru_cache(256)
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    return QIcon(_Engine(name, colour, disabled))


@lru_cache(512)
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    source = _source(name).replace("currentColor", colour)
    picture = QPixmap(QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


@lru_cache(128)
def _source(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")

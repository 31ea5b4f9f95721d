"""The icon family, tinted by the theme: SVG files whose `currentColor` we fill in."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop import paths
from desktop.ui.palette import Palette

SIZE = 20


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
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(_pixmap(name, colour, SIZE, ratio), QIcon.Mode.Normal)
        made.addPixmap(_pixmap(name, disabled, SIZE, ratio), QIcon.Mode.Disabled)
    return made


@lru_cache(512)
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
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

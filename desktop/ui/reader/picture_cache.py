"""Pictures as the screen needs them: read and decoded off the GUI thread, when they are seen."""

from collections import OrderedDict

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader

from desktop.core.errors import UserError
from desktop.core.image import MOST_PIXELS, Image
from desktop.core.pictures import Picture
from desktop.library import images
from desktop.library.connection import Reader
from desktop.ui.jobs import Jobs

_HELD = 96 * 1024**2
_MOST_WAITING = 12
_ENOUGH = 0.9


class PictureCache(QObject):
    """`arrived()` when a picture that was asked for is there, or will never be.

    One is read at a time, the newest wish first: a thread is left for what the user clicks.
    """

    arrived = Signal()

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._made: OrderedDict[str, QImage] = OrderedDict()
        self._held = 0
        self._wanted: dict[str, QSize] = {}
        self._reading = ""

    def fetch(self, picture: Picture, pixels: QSize) -> QImage | None:
        """Return an image of about *pixels* if there is one; else it is read, and None returned.

        While a larger one is read, the smaller one does; one without pixels cannot be shown.
        """
        made = self._made.get(picture.sha256)
        if made is None:
            self._want(picture.sha256, pixels)
            return None
        self._made.move_to_end(picture.sha256)
        enough = min(pixels.width(), picture.width) * _ENOUGH
        if not made.isNull() and made.width() < enough:
            self._want(picture.sha256, pixels)
        return made

    def _want(self, sha256: str, pixels: QSize) -> None:
        if sha256 == self._reading:
            return
        self._wanted.pop(sha256, None)
        self._wanted[sha256] = pixels
        if len(self._wanted) > _MOST_WAITING:
            del self._wanted[next(iter(self._wanted))]  # asked for again if it is still seen
        self._read_next()

    def _read_next(self) -> None:
        if self._reading or not self._wanted:
            return
        sha256, pixels = self._wanted.popitem()
        self._reading = sha256
        self._jobs.ask(
            "picture",
            lambda reader: read(reader, sha256, pixels),
            lambda made: self._keep(sha256, made),
        )

    def _keep(self, sha256: str, made: QImage) -> None:
        self._reading = ""
        if old := self._made.pop(sha256, None):
            self._held -= old.sizeInBytes()
        self._made[sha256] = made
        self._held += made.sizeInBytes()
        while self._held > _HELD and len(self._made) > 1:
            self._held -= self._made.popitem(last=False)[1].sizeInBytes()
        self.arrived.emit()
        self._read_next()


def read(reader: Reader, sha256: str, pixels: QSize) -> QImage:
    """Return a stored picture with at most so many pixels; one without any when it cannot be."""
    try:
        found = images.get(reader, sha256)
    except UserError:
        return QImage()
    return decoded(found, pixels) if found else QImage()


def decoded(found: Image, pixels: QSize) -> QImage:
    """Return an image with at most so many pixels each way; one without any when it is damaged."""
    buffer = QBuffer()
    buffer.setData(QByteArray(found.data))
    source = QImageReader(buffer, QByteArray(found.media_type.removeprefix("image/").encode()))
    source.setDecideFormatFromContent(False)  # a picture is nothing but PNG or JPEG
    size = source.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return QImage()
    smaller = size.scaled(pixels, Qt.AspectRatioMode.KeepAspectRatio)
    if 0 < smaller.width() < size.width() and smaller.height() > 0:
        source.setScaledSize(smaller)
    return source.read()

"""A picture of an article, as large as the screen allows, or in its own size."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QScrollArea, QWidget

from desktop.core.pictures import Picture
from desktop.ui.context import Context
from desktop.ui.dialogs.parts import (
    GAP,
    MARGIN,
    button,
    buttons,
    column,
    hairline,
    label,
    while_there,
)
from desktop.ui.reader import picture_cache

_LEAST = QSize(420, 320)
_OF_SCREEN = 0.9


class PictureViewer(QDialog):
    """`copy_wanted()` and `save_wanted()` for the picture that is shown. Escape closes it."""

    copy_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, context: Context, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pictureViewer")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._picture = picture
        self.canvas = _Canvas(context, picture)
        self._area = QScrollArea()
        self._said = label("muted")
        self._size, self._copy, self._save, self._close = button(), button(), button(), button()
        self._lay_out()
        self._retranslate()
        native = QSize(picture.width, picture.height)
        context.jobs.ask(
            "picture-large",
            lambda reader: picture_cache.read(reader, picture.sha256, native),
            while_there(self, self._on_read),
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Minus) and self._size.isEnabled():
            self._size.setChecked(event.key() == Qt.Key.Key_Plus)
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setWidget(self.canvas)
        self._said.setText(self._picture.alt)
        self._said.setVisible(bool(self._picture.alt))
        self._said.setContentsMargins(MARGIN, GAP, MARGIN, 0)
        self._size.setCheckable(True)
        self._size.setEnabled(False)
        self._size.toggled.connect(self._on_size)
        self._copy.clicked.connect(self.copy_wanted)
        self._save.clicked.connect(self.save_wanted)
        self._close.clicked.connect(self.reject)
        foot = buttons([self._size], [self._copy, self._save, self._close])
        foot.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        layout = column(self._area, hairline(), self._said, foot, gap=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self._close.setDefault(True)
        self.resize(self._room())

    def _room(self) -> QSize:
        """Return a size in which all of the picture can be seen, or as much as the screen has."""
        most = self.screen().availableSize() * _OF_SCREEN
        own = QSize(self._picture.width, self._picture.height) + QSize(0, 120)
        return own.expandedTo(_LEAST).boundedTo(most)

    def _on_read(self, image: QImage) -> None:
        self.canvas.show_image(image)
        self._copy.setEnabled(not image.isNull())
        self._size.setEnabled(not image.isNull())

    def _on_size(self, own: bool) -> None:
        self.canvas.setMinimumSize(self.canvas.own_size() if own else QSize(0, 0))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Picture"))
        said = self._picture.alt or self.tr("A picture without a description")
        self.canvas.setAccessibleName(said)
        self.canvas.say(self.tr("Opening…"), self.tr("This picture cannot be shown."))
        self._size.setText(self.tr("Full size"))
        self._size.setToolTip(self.tr("Full size (+), all of it (-)"))
        self._copy.setText(self.tr("Copy picture"))
        self._save.setText(self.tr("Save picture as…"))
        self._close.setText(self.tr("Close"))


class _Canvas(QLabel):
    """Paints an image in the middle, made smaller where it does not fit; arrow keys scroll it."""

    def __init__(self, context: Context, picture: Picture) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = context.theme
        self._size = QSize(picture.width, picture.height)
        self._image: QImage | None = None
        self._waiting = self._lost = ""
        context.theme.changed.connect(self.update)

    def show_image(self, image: QImage) -> None:
        """Show *image*; one without pixels cannot be shown."""
        self._image = image
        self.update()

    def say(self, waiting: str, lost: str) -> None:
        """Say this while there is no image, and where there will be none."""
        self._waiting, self._lost = waiting, lost
        self.update()

    def own_size(self) -> QSize:
        """Return the size in which a pixel of the picture is a pixel of the screen."""
        return self._size / self.devicePixelRatioF()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._theme.palette.paper))
            if self._image is None or self._image.isNull():
                painter.setPen(QColor(self._theme.palette.muted))
                said = self._waiting if self._image is None else self._lost
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, said)
                return
            size = self.own_size()
            if size.width() > self.width() or size.height() > self.height():
                size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = self.rect().toRectF()
            place.setSize(size.toSizeF())
            place.moveCenter(self.rect().toRectF().center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._image)
            if self.hasFocus():
                painter.setPen(QColor(self._theme.palette.accent))
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

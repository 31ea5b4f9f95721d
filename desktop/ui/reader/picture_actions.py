"""What one does with a picture in the text: see it large, copy it, save it."""

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QSize
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMenu

from desktop.core.errors import UserError
from desktop.core.image import KINDS, Image
from desktop.core.pictures import Picture
from desktop.library import images
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.reader.view import ReaderView


class PictureActions(QObject):
    """Does what *view* is asked for on a picture."""

    def __init__(self, context: Context, view: ReaderView) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        view.picture_chosen.connect(self.show)
        view.picture_menu.connect(self.open_menu)

    def show(self, picture: Picture) -> None:
        """Show *picture* large."""
        from desktop.ui.dialogs.picture_viewer import PictureViewer

        viewer = PictureViewer(self._context, picture, self._view.window())
        viewer.copy_wanted.connect(lambda: self.copy(picture))
        viewer.save_wanted.connect(lambda: self.choose_file(picture))
        viewer.open()

    def open_menu(self, picture: Picture, place: QPoint) -> None:
        """Offer at *place* what can be done with *picture*."""
        self.menu(picture).popup(place)

    def menu(self, picture: Picture) -> QMenu:
        """Return the menu of *picture*; it goes when it is closed."""
        menu = QMenu(self._view)
        menu.aboutToHide.connect(menu.deleteLater)
        icon = self._context.theme.icon
        menu.addAction(icon("eye"), self.tr("Show picture large"), lambda: self.show(picture))
        menu.addAction(icon("copy"), self.tr("Copy picture"), lambda: self.copy(picture))
        menu.addAction(
            icon("export"), self.tr("Save picture as…"), lambda: self.choose_file(picture)
        )
        return menu

    def copy(self, picture: Picture) -> None:
        """Put *picture* on the clipboard, in its full size."""
        from desktop.ui.reader import picture_cache

        native = QSize(picture.width, picture.height)
        self._context.jobs.ask(
            "picture-copy",
            lambda reader: picture_cache.read(reader, picture.sha256, native),
            self._on_copied,
        )

    def choose_file(self, picture: Picture) -> None:
        """Ask where to save *picture*, and save it there as it was stored."""
        self._context.jobs.ask(
            "picture-save",
            lambda reader: images.get(reader, picture.sha256),
            lambda found: self._ask_file(found, picture.alt) if found else self._tell_lost(),
        )

    def save(self, image: Image, target: Path) -> None:
        """Write the bytes of *image* to *target*, in a thread."""
        from desktop.operations.export import write_whole

        library = self._context.library.path

        def done(_nothing: None) -> None:
            self._context.tell(self.tr("Saved as “{name}”.").format(name=target.name), "info")

        self._context.jobs.start(
            lambda: write_whole(target, image.data, library=library), done, self._on_failed
        )

    def _ask_file(self, image: Image, title: str) -> None:
        from desktop.formats.file_names import safe_name

        folder = self._context.settings.get("last_folder") or str(Path.home())
        suffix = KINDS[image.media_type]
        name = str(Path(folder) / (safe_name(title or self.tr("Picture")) + suffix))
        kind = f"{suffix[1:].upper()} (*{suffix})"
        chooser = QFileDialog(self._view, self.tr("Save picture as…"), name, kind)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(suffix[1:])
        chooser.selectFile(name)
        chooser.fileSelected.connect(lambda chosen: self.save(image, Path(chosen)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _on_copied(self, image: QImage) -> None:
        if image.isNull():
            self._tell_lost()
            return
        QGuiApplication.clipboard().setImage(image)
        self._context.tell(self.tr("The picture is on the clipboard."), "info")

    def _tell_lost(self) -> None:
        self._context.tell(self.tr("This picture is not there any more."), "warning")

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._context.tell(texts.error_text(error), "error")

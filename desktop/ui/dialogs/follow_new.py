"""Asks what is to be exported again and again: which articles, in which form, into which folder."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDir, QEvent, QFileInfo, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.formats import registry
from desktop.library import saved_searches
from desktop.library.connection import Source
from desktop.library.portable import portable_tags
from desktop.operations.exporters import exporter, exporters
from desktop.operations.follow_jobs import ALL, SEARCH, TAG, new_job
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import (
    SMALL_GAP,
    Choice,
    button,
    buttons,
    column,
    form,
    label,
    row,
    text_field,
    while_there,
)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What may be chosen besides all articles: names and uuids."""

    searches: tuple[tuple[str, str], ...] = ()
    tags: tuple[tuple[str, str], ...] = ()


class NewFollowDialog(QDialog):
    """`wanted(Job)` when all was chosen."""

    wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("followNew")
        self._context = context
        self._parts = _Parts()
        self._what_name, self.what = label(wrap=False), Choice(context.theme)
        self._format_name, self.format = label(wrap=False), Choice(context.theme)
        self._folder_name, self.folder = label(wrap=False), text_field("followFolder")
        self._loss, self._note = label("muted"), label("muted")
        self._choose, self._begin, self._cancel = button(), button(), button()
        self._lay_out()
        self._retranslate()
        fit(self, characters=64)
        context.jobs.ask("follow parts", _parts, while_there(self, self._on_parts))

    def begin(self) -> None:
        """Follow with what was chosen."""
        if not self._begin.isEnabled():
            return
        library = self._context.library.path
        folder = Path(self.folder.text().strip())
        job = new_job(
            library, format=self.format.currentData(), what=self.what.currentData(), folder=folder
        )
        self._context.settings.set("last_folder", str(folder))
        self.wanted.emit(job)
        self.accept()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        place = QWidget()
        place.setLayout(row(self.folder, self._choose))
        rows = [(self._what_name, self.what), (self._format_name, self.format)]
        body = column(
            form([*rows, (self._folder_name, place)]),
            column(self._note, self._loss, gap=SMALL_GAP),
        )
        body.addStretch(1)
        self._folder_name.setBuddy(self.folder)
        lay_out(self, body, buttons([], [self._begin, self._cancel], role="primary"))
        self.format.currentIndexChanged.connect(self._show_format)
        self.folder.textChanged.connect(self._offer)
        self._choose.clicked.connect(self._choose_folder)
        self._begin.clicked.connect(self.begin)
        self._cancel.clicked.connect(self.reject)

    def _on_parts(self, parts: _Parts) -> None:
        self._parts = parts
        self._fill()

    def _fill(self) -> None:
        search, tag = self.tr("Search “{name}”"), self.tr("Tag “{name}”")
        self.what.offer(
            [
                (self.tr("All articles"), ALL),
                *((search.format(name=n), SEARCH + uuid) for n, uuid in self._parts.searches),
                *((tag.format(name=n), TAG + uuid) for n, uuid in self._parts.tags),
            ]
        )
        each = [(name, form) for form, name in texts.each_names().items()]
        single = [one for one in exporters() if one.suffix != ".zip"]
        self.format.offer([*each, *((texts.format_name(one.name), one.name) for one in single)])

    def _show_format(self) -> None:
        """Say what the form leaves out."""
        form = self.format.currentData()
        writes_each = form in texts.each_names()
        losses = () if form is None or writes_each else registry.losses(exporter(form))
        self._loss.setText(texts.loss_text(losses))
        self._loss.setVisible(bool(losses))

    def _choose_folder(self) -> None:
        start = self.folder.text() or self._context.settings.get("last_folder")
        if name := QFileDialog.getExistingDirectory(self, self._folder_name.text(), start):
            self.folder.setText(QDir.toNativeSeparators(name))

    def _offer(self) -> None:
        name = self.folder.text().strip()
        there = QFileInfo(name).isDir() and QFileInfo(name).isAbsolute()
        if not name:
            self._note.setText(self.tr("Choose a folder. It may have other files in it."))
        elif not there:
            self._note.setText(self.tr("There is no such folder. Choose another one."))
        else:
            self._note.setText(self.tr("Other files in the folder are left alone."))
        self._begin.setEnabled(there)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Add an export that follows the library"))
        for name, field, text in (
            (self._what_name, self.what, self.tr("What")),
            (self._format_name, self.format, self.tr("Format")),
            (self._folder_name, self.folder, self.tr("Folder")),
        ):
            name.setText(text)
            field.setAccessibleName(text)
        self._choose.setText(self.tr("Choose…"))
        self._begin.setText(self.tr("Begin"))
        self._cancel.setText(self.tr("Cancel"))
        self._fill()
        self._show_format()
        self._offer()


def _parts(source: Source) -> _Parts:
    searches = ((row["name"], row["uuid"]) for row in saved_searches.rows_by_uuid(source))
    return _Parts(
        tuple(sorted(searches)), tuple((one.path, one.uuid) for one in portable_tags(source))
    )

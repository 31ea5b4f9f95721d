"""What can be done about a damaged library, in plain words, before any window opens on it."""

import shutil
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from desktop.core.errors import UserError
from desktop.library import backup, places
from desktop.library.backup import Backup
from desktop.library.library import Library
from desktop.library.lock import WriteLock
from desktop.library.salvage import Report
from desktop.operations import upkeep
from desktop.ui import texts
from desktop.ui.afterwards import Afterwards
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import (
    SMALL_GAP,
    ErrorLine,
    button,
    buttons,
    column,
    hairline,
    label,
)
from desktop.ui.dialogs.working import Working
from desktop.ui.settings import Settings
from desktop.ui.theme import Theme


def ask(app: QApplication, settings: Settings, file: Path) -> Afterwards | None:
    """Offer what can be done about the damaged library at *file*; None to quit."""
    theme = Theme(app, settings)
    app.setQuitOnLastWindowClosed(False)
    try:
        dialog = RecoveryDialog(file)
        dialog.exec()
        return dialog.chosen
    finally:
        QCoreApplication.removePostedEvents(app, QEvent.Type.Quit.value)
        app.setQuitOnLastWindowClosed(True)
        theme.deleteLater()


def restore(app: QApplication, file: Path, copy: Path) -> str:
    """Put the backup *copy* in the place of the whole library at *file*; return what to say."""
    app.setQuitOnLastWindowClosed(False)
    try:
        said = RecoveryTexts()
        with closing_lock(file):
            Working(said.restoring()).do(lambda: upkeep.restore_instead(file, copy))
        return said.went_back(copy)
    except UserError as error:
        return texts.error_text(error)
    finally:
        QCoreApplication.removePostedEvents(app, QEvent.Type.Quit.value)
        app.setQuitOnLastWindowClosed(True)


def closing_lock(file: Path) -> "closing[_Lock]":
    """Hold the library for as long as the block lasts."""
    return closing(_Lock(file))


class _Lock:
    def __init__(self, file: Path) -> None:
        self._lock = WriteLock(file)

    def close(self) -> None:
        """Let another process write."""
        self._lock.release()


class RecoveryDialog(QDialog):
    """Restore, salvage, look, or quit; `chosen` is what the window is opened with."""

    def __init__(self, file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recovery")
        self.chosen: Afterwards | None = None
        self._file = file
        self._said = RecoveryTexts()
        self._newest = backup.newest_whole(file)
        self._what, self._comfort = label("heading"), label()
        self._restore, self._salvage, self._look = button(), button(), button()
        self._hints = [label("muted") for _ in range(3)]
        self._error = ErrorLine()
        self._quit = button()
        self._lay_out()
        self._retranslate()
        fit(self, characters=66)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def restore(self) -> None:
        """Put the newest backup in the library's place."""
        if self._newest:
            self._do(self._said.restoring(), self._restored)

    def salvage(self) -> None:
        """Put what can be read, and what the backup adds, in the library's place."""
        self._do(self._said.salvaging(), self._salvaged)

    def look(self) -> None:
        """Open a copy, for reading only."""
        folder = TemporaryDirectory(prefix="glosa-copy-")
        copy = Path(folder.name) / self._file.name
        try:
            for end in ("", "-wal"):
                with suppress(FileNotFoundError):
                    shutil.copyfile(places.beside(self._file, end), places.beside(copy, end))
            with closing(Library(copy, read_only=True)) as library:
                library.reader().close()
        except (UserError, OSError) as error:
            folder.cleanup()
            self._error.tell(self._said.unreadable(error))
            return
        self._leave(Afterwards(copy, True, self._said.a_copy(), folder=folder))

    def _do(self, text: str, work: object) -> None:
        try:
            with closing_lock(self._file):
                told = Working(text, self).do(work)  # type: ignore[arg-type]
        except (UserError, OSError) as error:
            self._error.tell(self._said.failed(error))
            return
        self._leave(Afterwards(self._file, False, told))

    def _restored(self) -> str:
        assert self._newest
        aside = upkeep.restore_damaged(self._file, self._newest.path)
        return self._said.restored(self._newest, aside)

    def _salvaged(self) -> str:
        report, aside = upkeep.salvage_in_place(self._file)
        told = self._said.salvaged(report, aside)
        if aside:
            with suppress(OSError):
                (aside / "what-came-back.txt").write_text(told + "\n", encoding="utf-8")
        return told

    def _leave(self, chosen: Afterwards) -> None:
        self.chosen = chosen
        self.accept()

    def _lay_out(self) -> None:
        body = column(self._what, self._comfort, hairline())
        choices: tuple[tuple[QPushButton, object], ...] = (
            (self._restore, self.restore), (self._salvage, self.salvage), (self._look, self.look),
        )  # fmt: skip
        for (choice, act), hint in zip(choices, self._hints, strict=True):
            choice.clicked.connect(act)
            body.addLayout(column(choice, hint, gap=SMALL_GAP))
        body.addWidget(self._error)
        body.addStretch(1)
        self._quit.clicked.connect(self.reject)
        lay_out(self, body, buttons([], [self._quit]))
        first = self._restore if self._newest else self._salvage
        first.setProperty("role", "primary")
        self._restore.setEnabled(self._newest is not None)
        first.setFocus()

    def _retranslate(self) -> None:
        self.setWindowTitle("Glosa")
        self._what.setText(self.tr("This library is damaged"))
        self._comfort.setText(
            self.tr(
                "“{name}” is not as Glosa wrote it: a failing disk or an interrupted copy does "
                "that. Nothing was changed, and the damaged files are kept whatever you choose."
            ).format(name=self._file.name)
        )
        self._restore.setText(self._restore_text())
        self._hints[0].setText(
            self.tr("All is as it was then. What was done later is not in it.")
            if self._newest
            else self.tr("There is no whole one for this library.")
        )
        self._salvage.setText(self.tr("Salvage what is readable"))
        self._hints[1].setText(
            self.tr(
                "Takes every whole article, highlight and tag out of the damaged file, fills the "
                "holes from the newest backup, and tells what came back."
            )
        )
        self._look.setText(self.tr("Open a copy for reading only"))
        self._hints[2].setText(self.tr("To look before you decide. Some of it may not show."))
        self._quit.setText(self.tr("Quit"))

    def _restore_text(self) -> str:
        if self._newest is None:
            return self.tr("Restore a backup")
        _, highlights = backup.counts_of(self._newest.path)
        return self.tr("Restore the backup of {moment} ({highlights})").format(
            moment=texts.moment_text(self._newest.made), highlights=texts.highlights(highlights)
        )


class RecoveryTexts(QObject):
    """What is said of restoring and salvaging."""

    def restoring(self) -> str:
        return self.tr("Restoring the backup…")

    def salvaging(self) -> str:
        return self.tr("Salvaging what is readable…")

    def a_copy(self) -> str:
        return self.tr(
            "This is a copy of the damaged library, for reading only. Start Glosa again to restore "
            "or salvage it."
        )

    def unreadable(self, error: Exception) -> str:
        return self.tr("Too little of it can be read to be shown ({reason}).").format(
            reason=_words(error)
        )

    def failed(self, error: Exception) -> str:
        return self.tr("That did not work: {reason} Nothing was changed.").format(
            reason=_words(error)
        )

    def restored(self, copy: Backup, aside: Path | None) -> str:
        said = self.tr("The backup of {moment} was restored.").format(
            moment=texts.moment_text(copy.made)
        )
        return f"{said} {self._kept(aside)}".strip()

    def went_back(self, copy: Path) -> str:
        found = [one for one in backup.found_in(copy.parent) if one.path == copy]
        moment = texts.moment_text(found[0].made) if found else copy.name
        return self.tr(
            "The library is as it was on {moment}. A backup of how it was before was made."
        ).format(moment=moment)

    def salvaged(self, report: Report, aside: Path | None) -> str:
        kinds = ("whole", "from_backup", "doubtful")
        there = {
            table: sum(report.total(kind, table) for kind in kinds)
            for table in ("article", "annotation")
        }
        parts = [
            self.tr("Salvaged: {articles}, {highlights}.").format(
                articles=texts.articles(there["article"]),
                highlights=texts.highlights(there["annotation"]),
            )
        ]
        if filled := report.total("from_backup"):
            parts.append(self.tr("%n record(s) came from the backup.", "", filled))
        if doubtful := report.total("doubtful"):
            parts.append(self.tr("%n record(s) may not be as you left them.", "", doubtful))
        if lost := report.total("lost"):
            parts.append(self.tr("%n record(s) could not be saved.", "", lost))
        if not report.seals_were_readable and filled:
            parts.append(self.tr("Some that you had deleted may be there again."))
        return " ".join([*parts, self._kept(aside)]).strip()

    def _kept(self, aside: Path | None) -> str:
        if aside is None:
            return ""
        return self.tr("The damaged files are in {folder}.").format(folder=str(aside))


def _words(error: Exception) -> str:
    return texts.error_text(error) if isinstance(error, UserError) else str(error)

"""Checking the library: how far it is, and what came of it, in plain words."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from desktop.core.errors import Cancelled, UserError
from desktop.operations import upkeep
from desktop.operations.upkeep import Health
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import button, buttons, column, label, while_there


class CheckDialog(QDialog):
    """Begins at once; *recover* is called when the user wants to do something about damage."""

    def __init__(
        self, context: Context, recover: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("libraryCheck")
        self._context = context
        self._recover = recover
        self._stopped = threading.Event()
        self._health: Health | None = None
        self._what, self._more = label("heading"), label()
        self._bar = QProgressBar(textVisible=False)
        self._copy, self._act, self._close = button(), button(), button()
        self._lay_out()
        self._retranslate()
        fit(self, characters=60)
        context.jobs.start(
            self._look, while_there(self, self._on_done), while_there(self, self._on_failed)
        )

    @property
    def text(self) -> str:
        """What the dialog says now."""
        return f"{self._what.text()}\n{self._more.text()}".strip()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def done(self, result: int) -> None:
        """Stop the check with the dialog."""
        self._stopped.set()
        super().done(result)

    def _look(self) -> Health:
        jobs = self._context.jobs
        show = while_there(self, self._show_progress)
        return upkeep.look_over(
            self._context.library,
            lambda done, total: jobs.post(lambda: show((done, total))),
            self._stopped.is_set,
        )

    def _show_progress(self, where: tuple[int, int]) -> None:
        if self._health is None:
            self._bar.setRange(0, where[1])
            self._bar.setValue(where[0])

    def _on_done(self, health: Health) -> None:
        self._health = health
        self._bar.hide()
        self._act.setVisible(bool(health.damaged) and not self._context.library.read_only)
        self._copy.setVisible(bool(health.damaged))
        self._retranslate()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, UserError):
            raise error
        self._bar.hide()
        self._what.setText(self.tr("The check could not be made"))
        self._more.setText(texts.error_text(error))

    def _lay_out(self) -> None:
        self._bar.setRange(0, 0)
        body = column(self._what, self._more, self._bar)
        body.addStretch(1)
        self._act.hide()
        self._copy.hide()
        self._act.clicked.connect(self._on_act)
        self._copy.clicked.connect(self._on_copy)
        self._close.clicked.connect(self.accept)
        lay_out(self, body, buttons([self._copy], [self._act, self._close]))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Check library"))
        self._bar.setAccessibleName(self.tr("How far the check is"))
        heading, more = self._words()
        self._what.setText(heading)
        self._more.setText(more)
        self._copy.setText(self.tr("Copy report"))
        self._act.setText(self.tr("What can be done…"))
        self._close.setText(self.tr("Close") if self._health else self.tr("Stop"))

    def _words(self) -> tuple[str, str]:
        if self._health is None:
            return self.tr("Checking…"), self.tr(
                "Every page of the file, every text, highlight and tag is looked at. You can stop "
                "at any time."
            )
        if self._health.damaged:
            return self.tr("The library is damaged"), self.tr(
                "%n record(s) or page(s) are not as Glosa wrote them. Nothing was changed. No "
                "backup is let go until this is mended.",
                "",
                len(self._health.damaged),
            )
        mended = self.tr("The search index did not fit and was made anew.")
        whole = self.tr("Every page, text, highlight and tag is as Glosa wrote it.")
        return self.tr("The library is whole"), f"{whole} {mended if self._health.mended else ''}"

    def _on_act(self) -> None:
        self.accept()
        self._recover()

    def _on_copy(self) -> None:
        if self._health:
            QGuiApplication.clipboard().setText("\n".join(self._health.damaged))

"""What is in the files before it goes in, with the choices that matter."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QListView, QProgressBar, QWidget

from desktop.core.errors import UserError
from desktop.operations.import_survey import Kind, Survey, survey
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.dialogs.column_chooser import ColumnChooser
from desktop.ui.dialogs.file_lines import FileLine, FileLineDelegate, FileLineModel
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import (
    GAP,
    SMALL_GAP,
    ErrorLine,
    button,
    buttons,
    column,
    label,
    while_there,
)
from desktop.ui.import_kinds import kind_name
from desktop.ui.import_strip import Choices

_SHOWN_EVERY, _REST_MS = 0.15, 250
_PAGES = ("html", "mhtml", "warc")
_REASONS = 8
_BREAK = "\u2028"


@dataclass(slots=True)
class _Looking:
    """One look through the files; a change of the choices begins another."""

    stop: threading.Event = field(default_factory=threading.Event)
    shown: float = 0.0


class ImportWindow(QDialog):
    """`chosen(paths, Choices)` when the user wants the import."""

    chosen = Signal(object, object)

    def __init__(
        self, context: Context, paths: Sequence[Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("importWindow")
        self._context = context
        self._paths = tuple(paths)
        self._survey: Survey | None = None
        self._looking: _Looking | None = None
        self._heading, self._more = label("heading"), label("muted")
        self._bar = QProgressBar(textVisible=False)
        self._error = ErrorLine()
        self._model = FileLineModel(self)
        self._view = QListView()
        self._whole_page = QCheckBox()
        self._columns = ColumnChooser(context)
        self._import, self._cancel = button(), button()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._lay_out()
        self._retranslate()
        context.theme.changed.connect(self._fit_list)
        fit(self, characters=80, lines=18)
        self._look()

    @property
    def choices(self) -> Choices:
        """What was chosen, and how many articles to expect if that is known."""
        known = self._survey.articles if self._survey and self._looking is None else 0
        return Choices(self._whole_page.isChecked(), self._columns.chosen, known)

    def accept(self) -> None:
        """Import with what is chosen."""
        choices = self.choices
        self.chosen.emit(self._paths, choices)
        super().accept()

    def done(self, result: int) -> None:
        """Stop looking with the dialog."""
        self._stop()
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._import.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        view = self._view
        view.setModel(self._model)
        view.setItemDelegate(FileLineDelegate(self._context.theme, view))
        view.setProperty("role", "field")
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._bar.setFixedHeight(4)
        self._whole_page.hide()
        self._columns.hide()
        self._rest.timeout.connect(self._look)
        self._whole_page.toggled.connect(self._rest.start)
        self._columns.changed.connect(self._rest.start)
        self._import.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        body = column(self._heading, self._more, self._bar, gap=SMALL_GAP)
        body.addSpacing(GAP)
        body.addWidget(view, 1)
        body.addWidget(self._error)
        for part in (self._whole_page, self._columns):
            body.addSpacing(GAP)
            body.addWidget(part)
        lay_out(self, body, buttons([], [self._import, self._cancel], role="primary"))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Import"))
        self._import.setText(self.tr("Import"))
        self._cancel.setText(self.tr("Cancel"))
        self._whole_page.setText(self.tr("Whole web pages, not only the article"))
        self._bar.setAccessibleName(self.tr("How far the look through the files is"))
        self._view.setAccessibleName(self.tr("What was found"))
        self._show()

    def _look(self) -> None:
        self._stop()
        looking = self._looking = _Looking()
        choices = Choices(self._whole_page.isChecked(), self._columns.chosen)
        self._context.jobs.start(
            partial(self._survey_in_thread, looking, choices),
            while_there(self, partial(self._on_done, looking)),
            while_there(self, partial(self._on_failed, looking)),
        )
        self._bar.show()
        self._show()

    def _stop(self) -> None:
        if self._looking:
            self._looking.stop.set()
            self._looking = None

    def _survey_in_thread(self, looking: _Looking, choices: Choices) -> Survey:
        show = while_there(self, partial(self._on_found, looking))

        def tell(state: Survey) -> None:
            now = time.monotonic()
            if now - looking.shown >= _SHOWN_EVERY:
                looking.shown = now
                found = state.copy()
                self._context.jobs.post(lambda: show(found))

        with closing(self._context.library.reader()) as reader:
            return survey(
                reader,
                self._paths,
                whole_page=choices.whole_page,
                columns=choices.columns,
                tell=tell,
                cancelled=looking.stop.is_set,
            )

    def _on_found(self, looking: _Looking, found: Survey) -> None:
        if looking is self._looking:
            self._survey = found
            self._show()

    def _on_done(self, looking: _Looking, found: Survey) -> None:
        if looking is not self._looking:
            return
        self._looking, self._survey = None, found
        self._bar.hide()
        self._show()

    def _on_failed(self, looking: _Looking, error: Exception) -> None:
        if looking is not self._looking:
            return
        if not isinstance(error, UserError):
            raise error
        self._looking = None
        self._bar.hide()
        self._error.tell(texts.error_text(error))

    def _show(self) -> None:
        found = self._survey
        self._bar.setRange(0, found.total if found else 0)
        self._bar.setValue(found.done if found else 0)
        self._heading.setText(self._sentence(found))
        self._more.setText(self._details(found) if found else "")
        self._more.setVisible(bool(self._more.text()))
        nothing = bool(found) and self._looking is None and not _any(found)
        self._import.setEnabled(not nothing)
        if not found:
            return
        lines = [self._line(kind) for kind in sorted(found.kinds, key=_failed_last)]
        if tuple(lines) != self._model.lines:
            self._model.set_lines(lines)
            self._fit_list()
        if any(kind.source_format in _PAGES for kind in found.kinds):
            self._whole_page.show()
        if found.tables and (self._looking is None or self._columns.isHidden()):
            self._columns.set_tables(found.tables)
            if self._columns.isHidden():
                self._columns.show()
                fit(self, characters=80, lines=18)

    def _sentence(self, found: Survey | None) -> str:
        if found is None:
            return self.tr("Looking through the files…")
        number = texts.articles(found.articles)
        if self._looking:
            return self.tr("{articles} found so far").format(articles=number)
        return self.tr("{articles} found").format(articles=number)

    def _details(self, found: Survey) -> str:
        known = sum(kind.known for kind in found.kinds)
        highlights = sum(kind.highlights for kind in found.kinds)
        parts = [self.tr("%n there already", "", known)] if known else []
        parts += [texts.highlights(highlights)] if highlights else []
        if self._looking:
            count = QLocale().toString
            seen = self.tr("File {done} of {total}: {name}")
            parts.append(
                seen.format(
                    done=count(min(found.done + 1, found.total)),
                    total=count(found.total),
                    name=found.name,
                )
            )
        return " · ".join(parts)

    def _line(self, kind: Kind) -> FileLine:
        if not kind.source_format:
            told = [texts.error_text(one) for one in kind.failures[:_REASONS]]
            if kind.failed > len(told):
                told.append(self.tr("and %n more", "", kind.failed - len(told)))
            name = f"{kind_name('')} ({QLocale().toString(kind.failed)})"
            return FileLine(kind.first, _BREAK.join(told), name)
        told = [texts.articles(kind.articles)] if kind.articles or not kind.tags else []
        if kind.tags:
            told.append(texts.tags(kind.tags))
        if kind.known:
            told.append(self.tr("%n there already", "", kind.known))
        if kind.highlights:
            told.append(texts.highlights(kind.highlights))
        losses = [texts.remark_text(one) for one in kind.losses[:_REASONS]]
        where = kind.first.name if kind.files == 1 else self.tr("%n files", "", kind.files)
        name = f"{kind_name(kind.source_format)} – {where}"
        return FileLine(kind.first, _BREAK.join([" · ".join(told), *losses]), name)

    def _fit_list(self) -> None:
        self._view.doItemsLayout()
        rows = range(min(6, len(self._model.lines)))
        high = sum(self._view.sizeHintForRow(row) for row in rows) + 2
        self._view.setMinimumHeight(min(high, 12 * self.fontMetrics().lineSpacing()))
        self._view.setVisible(bool(self._model.lines))


def _failed_last(kind: Kind) -> bool:
    return not kind.source_format


def _any(found: Survey) -> bool:
    return any(kind.articles or kind.tags for kind in found.kinds)

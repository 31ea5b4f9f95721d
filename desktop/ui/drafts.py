"""Unsaved notes: kept in the draft file as they are typed, put back at the next start."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from desktop.core.errors import UserError
from desktop.library import annotations, articles
from desktop.ui.draft_file import Draft, DraftFile
from desktop.ui.sidebar.note_edit import NoteEdit

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

Kind = Literal["annotation", "article"]
_OFTEN_MS = 1_000


class Drafts(QObject):
    """Watches the window's note editors."""

    def __init__(self, window: MainWindow, file: DraftFile) -> None:
        super().__init__(window)
        self._window = window
        self._file = file
        self._numbers = itertools.count(1)
        self._written: list[Draft] = []
        self._uuids: dict[tuple[Kind, int], str] = {}
        self._show_next: int | None = None
        self._timer = QTimer(self, singleShot=True, interval=_OFTEN_MS)
        self._timer.timeout.connect(self._write_soon)
        for _kind, editor in self._editors():
            editor.unsaved_changed.connect(self._on_unsaved)
        window.annotator.changed.connect(self._show_wanted)

    def restore(self) -> None:
        """Put back what was not saved when the program ended, and say so."""
        left = self._file.read()
        lost = [one for one in left if not self._put_back(one)]
        if lost:
            self._say_lost(lost)
        elif any(editor.unsaved() for _kind, editor in self._editors()):
            self._window.messages.tell(
                self.tr("Glosa ended before a note was saved. What you had written is back."),
                "warning",
                stay=True,
            )
        if left and not lost:
            self._written = left
            self._timer.start()

    def write_now(self) -> None:
        """Keep the drafts at once (the program may be about to end)."""
        self._timer.stop()
        self._written = self._drafts()
        self._file.write(self._written, next(self._numbers))

    def _editors(self) -> tuple[tuple[Kind, NoteEdit], ...]:
        sidebar = self._window.sidebar
        return ("article", sidebar.article_note), ("annotation", sidebar.annotation_note)

    def _on_unsaved(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _write_soon(self) -> None:
        drafts = self._drafts()
        if drafts == self._written:
            return
        self._written = drafts
        work = partial(self._file.write, drafts, next(self._numbers))
        self._window.context.jobs.start(work, self._on_written)

    def _on_written(self, kept: bool) -> None:
        if not kept and self._written:
            self._written = []
            self._window.messages.tell(
                self.tr(
                    "What you are writing cannot be saved anywhere: the disk is full or "
                    "write-protected. Free some space, or copy your text to another place."
                ),
                "error",
            )

    def _drafts(self) -> list[Draft]:
        return [
            Draft(kind, uuid, text, stored)
            for kind, editor in self._editors()
            for key, (text, stored) in editor.unsaved().items()
            if (uuid := self._uuid(kind, key))
        ]

    def _uuid(self, kind: Kind, key: int) -> str:
        if (kind, key) not in self._uuids:
            reader = self._window.context.reader
            try:
                if kind == "annotation":
                    self._uuids[kind, key] = annotations.get(reader, key).uuid
                else:
                    self._uuids[kind, key] = articles.get(reader, key).uuid
            except UserError:
                return ""
        return self._uuids[kind, key]

    def _put_back(self, draft: Draft) -> bool:
        """Put one draft into its editor; False when what it was written on is gone."""
        reader = self._window.context.reader
        if draft.kind == "annotation":
            one = annotations.by_uuid(reader, draft.uuid)
            if one is None:
                return False
            if text := _together(one.note, draft):
                self._window.sidebar.annotation_note.put_back(one.id, text, one.note)
                self._show_next = one.id
                at = None if one.orphaned else one.start
                self._window.open_article(one.article_id, at=at)
            return True
        article_id = articles.id_of_uuid(reader, draft.uuid)
        if article_id is None:
            return False
        stored = articles.note(reader, article_id)
        if text := _together(stored, draft):
            self._window.sidebar.article_note.put_back(article_id, text, stored)
            if self._show_next is None:
                self._window.open_article(article_id)
        return True

    def _show_wanted(self) -> None:
        """Open the card of the note that was put back, once its article is loaded."""
        wanted = self._show_next
        if wanted is not None and self._window.annotator.knows(wanted):
            self._show_next = None
            self._window.annotator.choose(wanted, reveal=True)
            self._window.sidebar.edit_note(wanted)

    def _say_lost(self, lost: Sequence[Draft]) -> None:
        text = "\n\n".join(one.text for one in lost)
        self._window.messages.tell(
            self.tr(
                "Glosa ended before a note was saved, and what it was written on is not there any "
                "more. You can copy what you had written."
            ),
            "warning",
            action=self.tr("Copy the text"),
            act=partial(self._copy, text),
            stay=True,
        )

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.write_now()


def _together(stored: str, draft: Draft) -> str:
    """Return the note to put back: "" when it was saved, both when the stored one is newer."""
    if stored == draft.text:
        return ""
    if stored == draft.stored or not stored or stored in draft.text:
        return draft.text
    return f"{stored}\n\n{draft.text}"

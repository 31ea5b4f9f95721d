"""The window into the backups: what is there, what differs from now, and taking it back."""

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.core.errors import LibraryUnusable, UserError
from desktop.library import backup, places, self_test
from desktop.library.backup import Backup
from desktop.library.differences import ArticleDifference, differences, new_since
from desktop.operations import upkeep
from desktop.operations.merge import MergeReport
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import (
    SMALL_GAP,
    ErrorLine,
    button,
    buttons,
    column,
    label,
    row,
    while_there,
)

_UUID, _IS_MARK = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_SHOWN = 2_000
_UNITS = QLocale.DataSizeFormat.DataSizeTraditionalFormat


@dataclass(frozen=True, slots=True)
class _Line:
    backup: Backup
    counts: tuple[int, int] | None
    tested: datetime | None


@dataclass(frozen=True, slots=True)
class _Compared:
    path: Path
    found: list[ArticleDifference]
    new_articles: int
    new_highlights: int


class BackupsDialog(QDialog):
    """`restore_chosen(Path)` asks for a whole backup: the window has to close for it."""

    restore_chosen = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("backups")
        self._context = context
        self._lines: list[_Line] = []
        self._compared: _Compared | None = None
        self._list, self._tree = QTreeWidget(), QTreeWidget()
        self._heading, self._hint = label("heading"), label("muted")
        self._differs, self._newer = label("heading"), label("muted")
        self._error = ErrorLine()
        self._make, self._restore, self._folder = button(), button(), button(role="link")
        self._test = button()
        self._take, self._close = button(), button()
        self._lay_out()
        self._connect()
        self._retranslate()
        self._load()

    @property
    def chosen(self) -> Backup | None:
        """The backup that is looked into."""
        at = self._list.currentIndex().row()
        return self._lines[at].backup if 0 <= at < len(self._lines) else None

    @property
    def _is_damaged(self) -> bool:
        at = self._list.currentIndex().row()
        return 0 <= at < len(self._lines) and self._lines[at].counts is None

    def back_up(self) -> None:
        """Make a backup now."""
        self._make.setEnabled(False)
        path = self._context.library.path
        self._error.tell("")
        self._context.jobs.start(
            lambda: backup.make_if_due(path, after=backup.NOW),
            while_there(self, lambda _made: self._load()),
            while_there(self, self._on_failed),
        )

    def put_to_test(self) -> None:
        """Put a copy of the backup back in a place of its own, and look at all of it."""
        if one := self.chosen:
            self._test.setEnabled(False)
            path = self._context.library.path
            self._error.tell("")
            self._context.jobs.start(
                lambda: upkeep.test_backup(path, one),
                while_there(self, lambda _when: self._load(one.path)),
                while_there(self, self._on_test_failed),
            )

    def take_back(self) -> None:
        """Put what is ticked back into the library, as one step that can be undone."""
        if self._compared:
            articles, marks = self._ticked()
            self._context.dispatch.do(
                upkeep.take_back,
                then=while_there(self, self._on_taken),
                source=self._compared.path,
                articles=articles,
                annotations=marks,
            )

    def restore(self) -> None:
        """Go back to the whole of the backup."""
        if one := self.chosen:
            self.accept()
            self.restore_chosen.emit(one.path)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        lines = self.fontMetrics().lineSpacing()
        for tree, least in ((self._list, 7), (self._tree, 9)):
            tree.setProperty("role", "field")
            tree.setUniformRowHeights(True)
            tree.setMinimumHeight(least * lines)
            tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            tree.header().setStretchLastSection(False)
            tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        # Where large texts leave no room for all columns the list scrolls, and cuts no date.
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self._list.header().setStretchLastSection(True)
        self._list.setRootIsDecorated(False)
        self._list.setColumnCount(5)
        self._tree.setColumnCount(2)
        self._tree.setHeaderHidden(True)
        self._tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        top = row(self._hint)
        top.addWidget(self._folder, 0, Qt.AlignmentFlag.AlignTop)
        top.setStretch(0, 1)
        body = column(self._heading, top, gap=SMALL_GAP)
        body.addSpacing(8)
        body.addWidget(self._list, 1)
        body.addSpacing(12)
        body.addLayout(column(self._differs, self._newer, gap=SMALL_GAP))
        body.addSpacing(8)
        body.addWidget(self._tree, 2)
        body.addWidget(self._error)
        lay_out(
            self, body, buttons([self._make, self._test, self._restore], [self._take, self._close])
        )

    def _connect(self) -> None:
        self._list.currentItemChanged.connect(lambda *_: self._compare())
        self._tree.itemChanged.connect(lambda *_: self._set_enabled())
        self._make.clicked.connect(self.back_up)
        self._test.clicked.connect(self.put_to_test)
        self._restore.clicked.connect(self.restore)
        self._take.clicked.connect(self.take_back)
        self._close.clicked.connect(self.accept)
        self._folder.clicked.connect(self._on_folder)
        self._context.theme.changed.connect(self._fit)

    def _load(self, choose: Path | None = None, said: Exception | None = None) -> None:
        path = self._context.library.path

        def load() -> list[_Line]:
            folder = places.backups_of(path)
            tested = self_test.verified(folder)
            return [
                _Line(one, _counts(one), tested.get(one.path.name))
                for one in backup.found_in(folder)
            ]

        self._context.jobs.start(
            load,
            while_there(self, lambda lines: self._show_list(lines, choose, said)),
            while_there(self, self._on_failed),
        )

    def _show_list(self, lines: list[_Line], choose: Path | None, said: Exception | None) -> None:
        self._lines = lines
        self._list.clear()
        locale = QLocale()
        for line in lines:
            size = locale.formattedDataSize(line.backup.size, 1, _UNITS)
            cells = [texts.moment_text(line.backup.made), size]
            cells += [locale.toString(n) for n in line.counts] if line.counts else ["–", "–"]
            cells += [self._verified(line)]
            item = QTreeWidgetItem(self._list, cells)
            for column_ in (1, 2, 3):
                item.setTextAlignment(column_, Qt.AlignmentFlag.AlignRight)
        if lines:
            paths = [line.backup.path for line in lines]
            at = paths.index(choose) if choose in paths else 0
            self._list.setCurrentIndex(self._list.model().index(at, 0))
        self._set_enabled()
        if said:
            self._on_failed(said)

    def _verified(self, line: _Line) -> str:
        if line.counts is None:
            return self.tr("damaged")
        return texts.moment_text(line.tested) if line.tested else self.tr("when made")

    def _compare(self) -> None:
        self._compared = None
        self._tree.clear()
        self._error.tell("")
        one = self.chosen
        if one is None:
            return
        if self._is_damaged:
            self._error.tell(self.tr("This backup is damaged. Verify it: that puts it aside."))
            self._set_enabled()
            return
        library, path = self._context.library, one.path

        def compare() -> _Compared:
            with closing(backup.reader(path)) as then, closing(library.reader()) as now:
                return _Compared(path, differences(then, now), *new_since(then, now))

        self._context.jobs.start(
            compare, while_there(self, self._show_differences), while_there(self, self._on_failed)
        )

    def _show_differences(self, compared: _Compared) -> None:
        if self.chosen is None or compared.path != self.chosen.path:
            return
        self._compared = compared
        blocked = self._tree.blockSignals(True)
        self._tree.clear()
        for one in compared.found[:_SHOWN]:
            item = _item(self._tree, one.title, self._state(one.gone), one.uuid, mark=False)
            item.setExpanded(len(compared.found) <= 20)
            for mark in one.marks if not one.gone else ():
                shown = mark.exact if not mark.note else f"{mark.exact} — {mark.note}"
                _item(item, " ".join(shown.split())[:200], self._state(mark.gone), mark.uuid)
        if len(compared.found) <= 20:
            self._tree.expandAll()
        self._tree.blockSignals(blocked)
        self._retranslate()
        self._set_enabled()

    def _state(self, gone: bool) -> str:
        return self.tr("gone now") if gone else self.tr("other now")

    def _ticked(self) -> tuple[list[str], list[str]]:
        articles: list[str] = []
        marks: list[str] = []
        for at in range(self._tree.topLevelItemCount()):
            item = self._tree.topLevelItem(at)
            assert item
            if not item.childCount() and item.checkState(0) == Qt.CheckState.Checked:
                articles.append(item.data(0, _UUID))
            for below in range(item.childCount()):
                child = item.child(below)
                assert child
                if child.checkState(0) == Qt.CheckState.Checked:
                    marks.append(child.data(0, _UUID))
        return articles, marks

    def _on_taken(self, report: MergeReport) -> None:
        self._context.tell(
            self.tr("Taken back: {articles}, {highlights}. Undo takes them out again.").format(
                articles=texts.articles(report.new_articles),
                highlights=texts.highlights(report.new_annotations + report.changed_annotations),
            ),
            "info",
        )
        self._compare()

    def _on_failed(self, error: Exception) -> None:
        self._set_enabled()
        if not isinstance(error, UserError):
            raise error
        self._error.tell(texts.error_text(error))

    def _on_test_failed(self, error: Exception) -> None:
        self._load(said=error)

    def _on_folder(self) -> None:
        folder = places.backups_of(self._context.library.path)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _set_enabled(self) -> None:
        writable = not self._context.library.read_only
        self._make.setEnabled(writable)
        self._test.setEnabled(writable and self.chosen is not None)
        self._restore.setEnabled(writable and self.chosen is not None and not self._is_damaged)
        self._take.setEnabled(writable and any(self._ticked()))

    def _fit(self) -> None:
        fit(self, characters=108)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Backups"))
        self._heading.setText(self.tr("Backups of this library"))
        self._hint.setText(
            self.tr(
                "Made while you work; each was opened and checked before an older one went, and "
                "once a month the newest is put to the test."
            )
        )
        self._folder.setText(self.tr("Open folder"))
        self._list.setHeaderLabels(
            [
                self.tr("Made"),
                self.tr("Size"),
                self.tr("Articles"),
                self.tr("Highlights"),
                self.tr("Verified"),
            ]
        )
        self._list.setAccessibleName(self.tr("Backups"))
        self._tree.setAccessibleName(self.tr("What differs"))
        self._differs.setText(self._difference_text())
        self._newer.setText(self._newer_text())
        self._make.setText(self.tr("Back up now"))
        self._test.setText(self.tr("Verify"))
        self._test.setToolTip(
            self.tr("Put a copy back in a place of its own, and look at all of it")
        )
        self._restore.setText(self.tr("Go back to this backup"))
        self._take.setText(self.tr("Take back what is ticked"))
        self._close.setText(self.tr("Close"))
        self._fit()

    def _difference_text(self) -> str:
        if not self._lines and self._compared is None:
            return self.tr("There is no backup yet")
        if self._compared is not None and not self._compared.found:
            return self.tr("All that is in this backup is in the library too")
        return self.tr("In this backup, and not so in the library now")

    def _newer_text(self) -> str:
        if self._compared is None:
            return ""
        return self.tr(
            "New since then: {articles}, {highlights}. Going back puts this backup in the "
            "library's place; a backup of now is made first."
        ).format(
            articles=texts.articles(self._compared.new_articles),
            highlights=texts.highlights(self._compared.new_highlights),
        )


def _counts(one: Backup) -> tuple[int, int] | None:
    """Return how many articles and highlights *one* has, None when it does not say any more."""
    try:
        return backup.counts_of(one.path)
    except LibraryUnusable:
        return None


def _item(
    parent: QTreeWidget | QTreeWidgetItem, text: str, state: str, uuid: str, *, mark: bool = True
) -> QTreeWidgetItem:
    item = QTreeWidgetItem(parent, [text, state])
    item.setData(0, _UUID, uuid)
    item.setData(0, _IS_MARK, mark)
    flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
    if not mark:
        flags |= Qt.ItemFlag.ItemIsAutoTristate
    item.setFlags(flags)
    item.setCheckState(0, Qt.CheckState.Unchecked)
    return item

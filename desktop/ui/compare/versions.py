"""What changed in an article: any two of its versions, and the way back to an older one."""

from datetime import datetime

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.library import annotations, articles, versions
from desktop.library.connection import Reader
from desktop.operations.versions import Carriage, restore_version
from desktop.ui import texts
from desktop.ui.compare.dialog import CompareDialog, Texts
from desktop.ui.context import Context
from desktop.ui.controls.flow_layout import FlowLayout
from desktop.ui.dialogs.parts import Choice, button, label, while_there


class VersionsWindow(QObject):
    """Puts the versions into a `CompareDialog`; lives as long as it."""

    def __init__(self, context: Context, article_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._row = articles.get(context.reader, article_id)
        self._versions = versions.of_article(context.reader, article_id)
        self._old, self._new = Choice(context.theme), Choice(context.theme)
        self._arrow, self._back = QLabel("→", textFormat=Qt.TextFormat.PlainText), button()
        self.dialog = CompareDialog(context, self._top(), [(self._back, self._restore)], parent)
        self.setParent(self.dialog)
        self._fill()
        for choice in (self._old, self._new):
            choice.currentIndexChanged.connect(self._compare)
        self._compare()

    def _top(self) -> QWidget:
        top = QWidget()
        heading = label("heading")
        heading.setText(self._row.title)
        line = FlowLayout(spacing=8)
        for part in (self._old, self._arrow, self._new):
            line.addWidget(part)
        from PySide6.QtWidgets import QVBoxLayout

        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading)
        column.addLayout(line)
        return top

    def _fill(self) -> None:
        offered = [(self._name(one.version), one.version) for one in self._versions]
        for choice, name in ((self._old, self.tr("Old version")),
                             (self._new, self.tr("New version"))):  # fmt: skip
            choice.offer(offered)
            choice.setAccessibleName(name)
        self._new.choose(self._versions[0].version)
        self._old.choose(self._versions[min(1, len(self._versions) - 1)].version)

    def _name(self, version: int) -> str:
        created = next(one.created for one in self._versions if one.version == version)
        current = version == self._versions[0].version
        name = (
            self.tr("Version {number} of {date} (now)")
            if current
            else self.tr("Version {number} of {date}")
        )
        moment = texts.moment_text(datetime.fromisoformat(created))
        return name.format(number=version, date=moment)

    def _compare(self) -> None:
        key, old, new = self._row.id, self._old.currentData(), self._new.currentData()
        self._back.setText(self.tr("Go back to version {number}").format(number=old))
        self._back.setEnabled(old != self._versions[0].version)

        def question(reader: Reader) -> Texts:
            marked = [
                (one.start, one.end)
                for one in annotations.of_article(reader, key)
                if one.version == new and not one.orphaned
            ]
            before, after = versions.text(reader, key, old), versions.text(reader, key, new)
            return Texts(before.text, after.text, marked)

        def answer(found: Texts) -> None:
            self.dialog.comparison.show_texts(found, self._name(old), self._name(new))

        self._context.jobs.ask("versions", question, while_there(self.dialog, answer))

    def _restore(self) -> None:
        self._context.dispatch.do(
            restore_version,
            then=while_there(self.dialog, self._on_restored),
            article_id=self._row.id,
            version=self._old.currentData(),
        )

    def _on_restored(self, report: Carriage | None) -> None:
        self.dialog.accept()
        if report:
            self._context.tell(texts.carriage(report), "warning" if report.lost else "info")

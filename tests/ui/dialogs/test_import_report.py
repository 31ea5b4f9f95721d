"""The report of an import."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QListView

from desktop.core.article import Remark
from desktop.core.errors import UserError
from desktop.operations.import_articles import Failure, FileRemark, ImportReport
from desktop.ui.context import Context
from desktop.ui.dialogs.file_lines import FileLine, FileLineModel
from desktop.ui.dialogs.import_report import ImportReportDialog

Show = Callable[[QDialog], None]

FAILED = Failure(Path("/d/zdjęcie.txt"), UserError("“{name}” is no text.", name="zdjęcie.txt"))


def open_dialog(show: Show, context: Context, report: ImportReport) -> ImportReportDialog:
    dialog = ImportReportDialog(context, report)
    show(dialog)
    return dialog


def test_tells_numbers_reasons_and_remarks(show: Show, context: Context) -> None:
    remark = FileRemark(
        Path("/d/stary.txt"), Remark("Read as {charset}.", {"charset": "Windows-1250"})
    )
    report = ImportReport([1, 2], 3, [FAILED], [remark], cancelled=True)
    dialog = open_dialog(show, context, report)
    assert dialog.text.startswith("2 imported, 3 already there, 1 failed\nThe import was stopped")
    assert "/d/zdjęcie.txt\t“zdjęcie.txt” is no text." in dialog.text
    assert "/d/stary.txt\tRead as Windows-1250." in dialog.text
    dialog.copy()
    assert QGuiApplication.clipboard().text() == dialog.text


def test_hides_what_is_empty(show: Show, context: Context) -> None:
    dialog = open_dialog(show, context, ImportReport([1]))
    assert not any(view.isVisible() for view in dialog.findChildren(QListView))
    shown = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert shown == ["1 imported, 0 already there, 0 failed"]
    assert dialog.text == "1 imported, 0 already there, 0 failed"


def test_many_failures_are_painted(show: Show, context: Context) -> None:
    dialog = open_dialog(show, context, ImportReport([], 0, [FAILED] * 2_000))
    view = next(one for one in dialog.findChildren(QListView) if one.isVisible())
    assert view.model().rowCount() == 2_000
    assert not dialog.grab().isNull()


def test_model(qtmodeltester: object) -> None:
    model = FileLineModel()
    qtmodeltester.check(model)  # type: ignore[attr-defined]
    model.set_lines([FileLine(Path("/a/b.txt"), "Empty."), FileLine(Path("/a/c.txt"), "Binary.")])
    qtmodeltester.check(model)  # type: ignore[attr-defined]
    assert model.index(0).data() == "b.txt"

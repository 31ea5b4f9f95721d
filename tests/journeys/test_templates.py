"""From the palette’s verb to a file in the form of one's own template."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.operations.annotate import add_highlight
from desktop.ui.dialogs.export_dialog import ExportDialog
from desktop.ui.main_window import MainWindow
from desktop.ui.templates.dialog import TemplatesDialog
from tests.journeys.hands import verb


def _when_open(kind: type[QWidget], act: Callable[[QWidget], object]) -> None:
    """Call *act* with a modal dialog once it is there."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            act(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def test_a_template_of_ones_own_is_exported_with(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Most stoi.\n\nNaprawdę stoi.", encoding="utf-8")
    window.importing.start([tmp_path / "a.txt"])
    qtbot.waitUntil(lambda: window.reader.article is not None)
    key = window.list.result_ids()[0]
    window.context.library.run(add_highlight, article_id=key, start=0, end=4)
    target = tmp_path / "wynik.txt"

    def write(dialog: QWidget) -> None:
        assert isinstance(dialog, TemplatesDialog)
        dialog.new()
        dialog._editor.setPlainText("{{ article.title }}: {{ article.highlights[0].quote }}")
        dialog.accept()

    def export(dialog: QWidget) -> None:
        assert isinstance(dialog, ExportDialog)
        assert dialog.format.exporter.name == "My template"
        dialog._target.set_target(target)
        dialog.start()

    _when_open(TemplatesDialog, write)
    _when_open(ExportDialog, export)
    verb(window, "library.templates").trigger()
    qtbot.waitUntil(target.exists)
    assert target.read_text(encoding="utf-8") == "Most stoi: Most"
    assert window.context.settings.get("export_template") == "My template"
    _when_open(TemplatesDialog, lambda dialog: dialog.close())
    window.opens.exporting().show_templates()

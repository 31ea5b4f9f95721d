"""Dialogs delete themselves when they are closed, which `qtbot.addWidget` does not expect."""

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.ui.context import Context


@pytest.fixture
def show(qtbot: QtBot, context: Context) -> Iterator[Callable[[QDialog], None]]:
    """Show a dialog; close it at the end if the test has not."""
    shown: list[QDialog] = []

    def show(dialog: QDialog) -> None:
        shown.append(dialog)
        dialog.show()

    yield show
    for dialog in shown:
        if shiboken6.isValid(dialog):
            dialog.close()
    context.jobs.wait()
    qtbot.wait(1)

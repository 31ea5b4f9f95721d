"""Text size and locale are the application's own: give them back after each test."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from desktop.ui.context import Context


@pytest.fixture(autouse=True)
def plain_text_size(context: Context) -> Iterator[None]:
    yield
    context.settings.set("text_scale", 100)
    QLocale.setDefault(QLocale("en"))

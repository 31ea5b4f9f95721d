"""The pictures of the README: the real window, rendered without a display."""

from argparse import Namespace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop import app as application
from desktop.library.library import Library
from desktop.ui.settings import Settings


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_has_the_size_asked_for_and_keeps_no_settings(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    made: list[Path] = []
    monkeypatch.setattr(application, "Settings", lambda file: made.append(file) or Settings(file))
    Library(tmp_path / "library.db").close()
    options = Namespace(
        output=tmp_path / "picture.png", library=tmp_path / "library.db", theme=theme,
        language="en", size=(1000, 700), font_scale=1.0, search="", article=None,
    )  # fmt: skip
    assert application.screenshot(options) == 0
    image = QImage(str(tmp_path / "picture.png"))
    assert (image.width(), image.height()) == (1000, 700)
    # As root, Qt put the settings in the place of /dev/null once.
    assert len(made) == 1 and not made[0].parent.exists()

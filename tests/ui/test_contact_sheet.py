"""The contact sheet: each combination once, and a picture of a real window in it."""

from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests import contact_sheet


def test_every_combination_is_there() -> None:
    looks = contact_sheet.looks(quick=False)
    assert len(looks) == len({look.name for look in looks}) == 4 * 2 * 2 * 2
    assert {look.theme for look in contact_sheet.looks(quick=True)} == {
        "light", "dark", "sepia", "contrast",
    }  # fmt: skip


def test_a_sheet_is_written(qapp: QApplication, tmp_path: Path) -> None:
    assert contact_sheet.main(["--output", str(tmp_path), "--only", "about", "--quick"]) == 0
    QLocale.setDefault(QLocale("en"))
    files = sorted(tmp_path.glob("*.png"))
    assert len(files) == 4
    image = QImage(str(files[0]))
    colours = {image.pixel(x, y) for x in range(20, 600, 7) for y in range(30, 400, 7)}
    assert image.width() > 3000 and len(colours) > 10

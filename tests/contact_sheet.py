"""All windows on a few sheets: `python -m tests.contact_sheet --output FOLDER`.

Each sight of `tests.gallery` is opened in 4 themes, 2 languages, 2 sizes and 2 sizes of text, and
put beside the others of the same kind; each combination is one PNG. `--only WORD` takes the sights
whose name has the word, `--quick` one combination of each value.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.app import Session
from desktop.ui.language import Language
from desktop.ui.palette import PALETTES
from desktop.ui.settings import Settings
from tests import gallery

LANGUAGES, SIZES, SCALES = ("en", "pl"), ((900, 600), (1280, 800)), (100, 200)
_ACROSS, _WIDE, _HIGH, _GAP, _WORDS = 5, 640, 430, 12, 22


@dataclass(frozen=True, slots=True)
class Look:
    """One combination; `size` in pixels of the main window, `scale` of its texts in percent."""

    theme: str
    language: str
    size: tuple[int, int]
    scale: int

    @property
    def name(self) -> str:
        """What its sheet is called."""
        return f"{self.theme}-{self.language}-{self.size[0]}x{self.size[1]}-{self.scale}"


def looks(*, quick: bool) -> list[Look]:
    """Return all combinations, or few that have each value once."""
    if quick:
        return [
            Look("light", "en", SIZES[1], 100), Look("dark", "pl", SIZES[0], 200),
            Look("sepia", "pl", SIZES[1], 100), Look("contrast", "en", SIZES[0], 100),
        ]  # fmt: skip
    return [Look(*one) for one in product(PALETTES, LANGUAGES, SIZES, SCALES)]


def pictures(app: QApplication, look: Look, only: str) -> Iterator[tuple[str, QPixmap]]:
    """Yield the sights in this look, each with its name."""
    for name in gallery.SIGHTS:
        if only in name:
            with tempfile.TemporaryDirectory(prefix="glosa-") as folder:
                yield name, _picture(app, look, name, Path(folder))


def sheet(found: list[tuple[str, QPixmap]]) -> QPixmap:
    """Put pictures side by side, each under its name and no larger than its field."""
    rows = -(-len(found) // _ACROSS)
    whole = QPixmap(_ACROSS * (_WIDE + _GAP) + _GAP, rows * (_HIGH + _WORDS + _GAP) + _GAP)
    whole.fill(QColor("#808080"))
    smooth = Qt.TransformationMode.SmoothTransformation
    with QPainter(whole) as painter:
        font = painter.font()
        font.setPixelSize(14)
        painter.setFont(font)
        for number, (name, picture) in enumerate(found):
            left = _GAP + number % _ACROSS * (_WIDE + _GAP)
            top = _GAP + number // _ACROSS * (_HIGH + _WORDS + _GAP)
            field = QRect(left, top, _WIDE, _WORDS)
            painter.drawText(field, Qt.AlignmentFlag.AlignVCenter, name)
            if picture.width() > _WIDE or picture.height() > _HIGH:
                keep = Qt.AspectRatioMode.KeepAspectRatio
                picture = picture.scaled(_WIDE, _HIGH, keep, smooth)
            painter.drawPixmap(left, top + _WORDS, picture)
    return whole


def main(arguments: list[str]) -> int:
    """Write the sheets and, with `--single`, each picture at its full size."""
    parser = argparse.ArgumentParser(description="Render every window into contact sheets.")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--single", action="store_true")
    options = parser.parse_args(arguments)
    options.output.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(["glosa"])
    assert isinstance(app, QApplication)
    for look in looks(quick=options.quick):
        found = list(pictures(app, look, options.only))
        if options.single:
            for name, picture in found:
                picture.save(str(options.output / f"{look.name}-{name.replace(', ', '-')}.png"))
        file = options.output / f"{look.name}.png"
        if not sheet(found).save(str(file)):
            print(f"{file} could not be written", file=sys.stderr)
            return 1
        print(file)
    return 0


def _picture(app: QApplication, look: Look, name: str, folder: Path) -> QPixmap:
    settings = Settings(folder / "settings.ini")
    for key, value in (
        ("theme", look.theme), ("language", look.language), ("text_scale", look.scale),
    ):  # fmt: skip
        settings.set(key, value)
    words = Language(app, settings)
    try:
        with Session(app, folder / "library.db", settings) as session:
            session.window.resize(*look.size)
            shown = gallery.show(session, name)
            picture = shown.grab()
            gallery.close(session, shown)
            session.window.close()
    finally:
        words.remove()
        words.deleteLater()
    return picture


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(sys.argv[1:]))

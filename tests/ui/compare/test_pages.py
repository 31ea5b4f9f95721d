import pytest
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import QApplication

from desktop.core.text_diff import Alignment, changes
from desktop.ui.compare import pages
from desktop.ui.compare.pages import Look, Page
from desktop.ui.palette import PALETTES, contrast

OLD = "Rada miasta 😀 przyjęła plan.\nBurmistrz milczy."
NEW = "Rada gminy 😀 przyjęła nowy plan. Burmistrz milczy."


@pytest.fixture
def look(qapp: QApplication) -> Look:
    font = QFont()
    font.setPixelSize(16)
    return Look(font, PALETTES["light"])


def words(page: Page) -> list[str]:
    found: list[str] = []
    for start, end in page.places:
        cursor = QTextCursor(page.document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        found.append(cursor.selectedText().replace("\u2029", "\n"))
    return found


def test_inline_has_both(look: Look) -> None:
    page = pages.inline(OLD, NEW, changes(Alignment(OLD, NEW)), look)
    assert words(page) == ["miastagminy", "nowy ", "¶ "]
    cursor = QTextCursor(page.document)
    cursor.setPosition(page.places[0][0] + 1)
    assert cursor.charFormat().fontStrikeOut() and not cursor.charFormat().fontUnderline()
    cursor.setPosition(page.places[0][1])
    assert cursor.charFormat().fontUnderline() and not cursor.charFormat().fontStrikeOut()


def test_side_by_side_each_has_its_own(look: Look) -> None:
    left, right = pages.beside(OLD, NEW, changes(Alignment(OLD, NEW)), look)
    assert words(left) == ["miasta", "", "¶\n"]
    assert words(right) == ["gminy", "nowy ", " "]
    assert right.document.toPlainText() == NEW
    assert left.document.toPlainText() == OLD.replace("\n", "¶\n")


@pytest.mark.parametrize("name", PALETTES)
def test_marked_words_can_be_read_in_every_theme(name: str) -> None:
    palette = PALETTES[name]
    for ground in (palette.error_soft, palette.marks["green"], palette.selection):
        assert contrast(palette.ink, ground) >= 4.5

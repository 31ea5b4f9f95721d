"""The page on bookmarks and links."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.core.glosa_link import BOOKMARKLET
from desktop.ui.context import Context
from desktop.ui.web.link_page import FILE, LinkPage, desktop_file


def test_the_bookmark_is_copied_and_the_links_registered(
    context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    page = LinkPage(context)
    page.show()
    assert page.code.text() == BOOKMARKLET
    page._copy.click()
    assert QGuiApplication.clipboard().text() == BOOKMARKLET
    QGuiApplication.clipboard().clear()
    page.register_in(tmp_path / "applications")
    written = (tmp_path / "applications" / FILE).read_text("utf-8")
    assert "MimeType=x-scheme-handler/glosa;" in written and " %u\n" in written
    page.close()


def test_names_with_signs_stay_what_they_are() -> None:
    written = desktop_file("/usr/bin/python3", '/home/a b/100%/"x"$/main.py')
    assert 'Exec="/usr/bin/python3" "/home/a b/100%%/\\"x\\"\\$/main.py" %u' in written

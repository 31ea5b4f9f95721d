"""The page in the list's place: its words, and that they fit."""

import pytest
from PySide6.QtWidgets import QPushButton

from desktop.core.query import parse
from desktop.library.search import Listing
from desktop.ui.context import Context
from desktop.ui.library_pane.blank_page import Blank, BlankPage, why_empty

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize(
    ("listing", "blank"),
    [
        (Listing(), Blank("library")),
        (Listing(query=parse("woda")), Blank("search", "woda")),
        (Listing(query=parse("woda"), tag="A"), Blank("search", "woda", filtered=True)),
        (Listing(trashed=True), Blank("trash")),
        (Listing(status="read"), Blank("filter", "read")),
        (Listing(starred=True), Blank("filter", "starred")),
        (Listing(tag="A/B"), Blank("filter", "tag", "A/B")),
        (Listing(tag="A/B", status="read"), Blank("filter")),
        (Listing(tag="A/B", trashed=True), Blank("filter")),
    ],
)
def test_why_there_is_no_list(listing: Listing, blank: Blank) -> None:
    assert why_empty(listing, "woda") == blank


@pytest.mark.parametrize("kind", ["library", "search", "filter", "trash", "loading", "failed"])
@pytest.mark.parametrize("scale", [100, 200])
def test_buttons_fit_a_narrow_page(context: Context, qtbot, kind: str, scale: int) -> None:
    context.settings.set("text_scale", scale)
    page = BlankPage(context.theme)
    qtbot.addWidget(page)
    page.resize(300, 500)
    page.show()
    page.show_blank(Blank(kind, "woda", filtered=True))
    assert page.texts
    shown = [button for button in page.findChildren(QPushButton) if button.isVisible()]
    assert all(button.sizeHint().width() <= page.width() - 16 for button in shown)


def test_nothing_yet_is_an_empty_page(context: Context, qtbot) -> None:
    page = BlankPage(context.theme)
    qtbot.addWidget(page)
    page.show_blank(Blank("nothing"))
    assert page.texts == ""

"""Details of an article are corrected, checked and stored."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.library import articles
from desktop.operations.read import delete_for_good
from desktop.ui.context import Context
from desktop.ui.dialogs import languages
from desktop.ui.dialogs.details import DetailsDialog
from desktop.ui.dialogs.parts import ErrorLine

Show = Callable[[QDialog], None]


@pytest.fixture
def article(add_article: Callable[..., int]) -> int:
    return add_article(
        "Łódź wita gości\n\nDrugi akapit.", title="Łódź wita", outlet="Kresy.pl", language="pl"
    )


@pytest.fixture
def dialog(show: Show, context: Context, article: int) -> DetailsDialog:
    made = DetailsDialog(context, article)
    show(made)
    return made


def line(dialog: DetailsDialog, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, f"details-{name}")
    assert isinstance(found, QLineEdit)
    return found


def error(dialog: DetailsDialog) -> ErrorLine:
    found = dialog.findChild(ErrorLine)
    assert isinstance(found, ErrorLine)
    return found


def test_shows_what_is_known(
    qtbot: QtBot, context: Context, article: int, dialog: DetailsDialog
) -> None:
    assert dialog.values["title"] == "Łódź wita"
    assert dialog.values["outlet"] == "Kresy.pl"
    assert dialog.values["language"] == "pl"
    sha256 = articles.text(context.reader, article).sha256
    qtbot.waitUntil(lambda: line(dialog, "text").text() == sha256)
    assert line(dialog, "words").text() == "5"


def test_stores_and_closes(
    qtbot: QtBot, context: Context, article: int, dialog: DetailsDialog
) -> None:
    line(dialog, "published").setText("2023-9")
    line(dialog, "agency").setText(" PAP ")
    box = dialog.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    box.setEditText("українська")
    with qtbot.waitSignal(dialog.accepted):
        dialog.save()
    row = articles.get(context.reader, article)
    assert (row.published, row.agency, row.language) == ("2023-09", "PAP", "uk")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("title", " ", "needs a title"),
        ("published", "wczoraj", "is not a date"),
        ("published", "2023-13", "is not a date"),
    ],
)
def test_says_what_is_wrong(
    context: Context, article: int, dialog: DetailsDialog, name: str, value: str, said: str
) -> None:
    before = articles.get(context.reader, article)
    line(dialog, name).setText(value)
    dialog.save()
    assert said in error(dialog).text() and error(dialog).isVisible()
    assert dialog.isVisible()
    assert articles.get(context.reader, article) == before


def test_an_unclear_language(dialog: DetailsDialog) -> None:
    box = dialog.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    box.setEditText("po naszemu")
    dialog.save()
    assert "no language code" in error(dialog).text()


def test_an_article_that_is_gone(
    qtbot: QtBot, context: Context, article: int, dialog: DetailsDialog
) -> None:
    context.library.run(delete_for_good, article_ids=[article])
    dialog.save()
    qtbot.waitUntil(error(dialog).isVisible)
    assert "no article" in error(dialog).text()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", ""),
        ("pl", "pl"),
        ("PL – Polski", "pl"),
        ("Deutsch", "de"),
        ("csb", "csb"),
        ("po naszemu", None),
    ],
)
def test_codes_of_languages(text: str, code: str | None) -> None:
    assert languages.code_of(text) == code

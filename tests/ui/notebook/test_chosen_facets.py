"""What the notebook is narrowed to, as chips that take it back."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.library.notebook import Notes
from desktop.ui.context import Context
from desktop.ui.notebook.chosen_facets import ChosenFacets


def _shown(facets: ChosenFacets) -> list[str]:
    chips = facets.findChildren(QPushButton)
    return [chip.accessibleName() for chip in chips if not chip.isHidden()]


def test_a_facet_that_is_taken_back_has_no_chip_any_more(context: Context, qtbot: QtBot) -> None:
    made = ChosenFacets(context.theme)
    qtbot.addWidget(made)
    made.show_notes(Notes(colour="yellow", outlet="Kurier", language="pl"))
    made.show()
    qtbot.waitUntil(lambda: len(_shown(made)) == 3)
    made.show_notes(Notes(outlet="Kurier"))
    qtbot.waitUntil(lambda: len(_shown(made)) == 1)
    assert "Kurier" in _shown(made)[0]
    made.show_notes(Notes())
    assert _shown(made) == [] and made.isHidden()
    qtbot.waitUntil(lambda: made.findChildren(QPushButton) == [])

"""Selecting by keys: a word, clause, sentence, quotation or paragraph; growing and shrinking."""

from desktop.core import text_units
from desktop.core.hits import Span
from desktop.library.articles import ArticleText
from desktop.ui.reader.view import ReaderView


class UnitSelection:
    """Selects in *view*; knows the smaller selections that growing passed through."""

    def __init__(self, view: ReaderView) -> None:
        self._view = view
        self._passed: list[Span] = []
        self._made: Span | None = None

    def select(self, text: ArticleText, unit: str, language: str) -> bool:
        """Select the *unit* at the caret; again: the next one as well. False: there is none."""
        selected = self._view.selection()
        self._passed.clear()
        if selected is None:
            point = self._view.visible_caret()
            return self._set(text_units.unit_at(text.text, text.blocks, point, unit, language))
        here = text_units.unit_at(text.text, text.blocks, selected[0], unit, language)
        last = text_units.unit_at(text.text, text.blocks, selected[1] - 1, unit, language)
        if here and last and (here[0], last[1]) == selected:
            return self._set(text_units.next_unit(text.text, text.blocks, selected, unit, language))
        return self._set(here)

    def grow(self, text: ArticleText, language: str) -> bool:
        """Select the next larger unit."""
        selected = self._view.selection()
        if selected is None:
            return self.select(text, "word", language)
        passed = self._passed if selected == self._made else []
        found = text_units.grow(text.text, text.blocks, selected, language)
        if found is None:
            return False
        self._set(found)
        self._passed = [*passed, selected]
        return True

    def shrink(self) -> bool:
        """Select again what was selected before growing; nothing more: clear the selection."""
        selected = self._view.selection()
        if selected is None:
            return False
        if selected == self._made and self._passed:
            smaller = self._passed.pop()
            passed = self._passed
            self._set(smaller)
            self._passed = passed
        else:
            self._view.clear_selection()
        return True

    def _set(self, found: Span | None) -> bool:
        if found is None:
            return False
        self._view.select_range(*found)
        self._made = self._view.selection()
        return True

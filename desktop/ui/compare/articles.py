"""Two articles word by word, and the highlights of the one carried over to the other."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.library import annotations, articles
from desktop.library.articles import ArticleRow
from desktop.library.connection import Reader
from desktop.operations.versions import Carriage, carry_highlights
from desktop.ui import texts
from desktop.ui.compare.dialog import CompareDialog, Texts
from desktop.ui.context import Context
from desktop.ui.dialogs.parts import button, while_there


class ArticlesWindow(QObject):
    """Puts two articles into a `CompareDialog`; the first is the one that was open."""

    def __init__(self, context: Context, one: int, other: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._one, self._other = one, other
        self._carry = button()
        self._carry.setText(self.tr("Carry highlights over"))
        self._carry.setToolTip(
            self.tr("Copy the highlights of the first article to where the second has the words")
        )
        self.dialog = CompareDialog(context, None, [(self._carry, self.carry)], parent)
        self.dialog.setWindowTitle(self.tr("Two articles"))
        self.setParent(self.dialog)
        self._compare()

    def carry(self) -> None:
        """Carry the highlights of the first article over to the second."""
        carry_over(self._context, self._one, self._other)

    def _compare(self) -> None:
        one, other = self._one, self._other

        def question(reader: Reader) -> tuple[Texts, list[ArticleRow]]:
            marked = [
                (mark.start, mark.end)
                for mark in annotations.of_article(reader, other)
                if not mark.orphaned
            ]
            before, after = articles.text(reader, one), articles.text(reader, other)
            rows = [articles.get(reader, one), articles.get(reader, other)]
            return Texts(before.text, after.text, marked), rows

        def answer(found: tuple[Texts, list[ArticleRow]]) -> None:
            names = [_name(row) for row in found[1]]
            self.dialog.comparison.show_texts(found[0], *names)

        self._context.jobs.ask("compare", question, while_there(self.dialog, answer))


def carry_over(context: Context, one: int, other: int) -> None:
    """Carry the highlights of one article over to another, and tell how that went."""

    def told(report: Carriage) -> None:
        context.tell(texts.carriage(report), "warning" if report.lost else "info")

    context.dispatch.do(carry_highlights, then=told, source_id=one, target_id=other)


def _name(row: ArticleRow) -> str:
    date = texts.date_text(row.published) if row.published else ""
    return "  ·  ".join(part for part in (row.outlet or row.title, date) if part)

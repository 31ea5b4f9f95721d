"""What the open card's actions ask of the library."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop.operations import annotate
from desktop.ui.context import Context
from desktop.ui.sidebar.card_list import CardList


class CardRequests(QObject):
    """An action on the open card means all selected highlights, if that card is among them."""

    def __init__(self, context: Context, cards: CardList) -> None:
        super().__init__(cards)
        self._context = context
        self._cards = cards
        card = cards.card
        card.tag_entered.connect(self._tag)
        card.tag_removed.connect(self._untag)
        card.tools.colour_chosen.connect(self._recolour)
        card.tools.style_chosen.connect(self._restyle)
        card.tools.copy_wanted.connect(self._copy_quote)
        card.tools.delete_wanted.connect(self._delete)

    def _tag(self, path: str) -> None:
        self._context.dispatch.do(annotate.add_tag, annotation_ids=self._targets(), path=path)

    def _untag(self, tag_id: int) -> None:
        one = self._cards.card.annotation
        if one:
            self._context.dispatch.do(annotate.remove_tag, annotation_ids=[one.id], tag_id=tag_id)

    def _recolour(self, colour: str) -> None:
        self._context.dispatch.do(
            annotate.set_colour, annotation_ids=self._targets(), colour=colour
        )

    def _restyle(self, style: str) -> None:
        self._context.dispatch.do(annotate.set_style, annotation_ids=self._targets(), style=style)

    def _delete(self) -> None:
        self._context.dispatch.do(annotate.delete, annotation_ids=self._targets())

    def _copy_quote(self) -> None:
        one = self._cards.card.annotation
        if one:
            QGuiApplication.clipboard().setText(one.exact)
            self._context.tell(self.tr("The quote is copied."), "info")

    def _targets(self) -> list[int]:
        current, selected = self._cards.current_id, self._cards.selected_ids
        if current is None or current in selected:
            return selected
        return [current]

"""The fonts of the cards, with the sizes that follow from them."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontInfo, QFontMetrics

from desktop.ui.controls import chips
from desktop.ui.sidebar.text_lines import line_height
from desktop.ui.theme import Theme

INSET = 8
EDGE = 4


@dataclass(frozen=True, slots=True)
class CardType:
    """What cards are set in. `lost` is what an orphan's card says, `doubt` what a doubtful one's.

    `labels` are the user's words for colours. `leading` and `note_leading` are line heights,
    `gutter` is the width of the column with the digit, right of the edge; `text_left` is where
    texts begin, from the card's left.
    """

    quote: QFont
    note: QFont
    small: QFont
    chip: QFont
    lost: str
    doubt: str
    labels: Mapping[str, str]
    quote_metrics: QFontMetrics
    note_metrics: QFontMetrics
    chip_metrics: QFontMetrics
    leading: int
    note_leading: int
    icon: int
    gutter: int
    text_left: int

    def text_width(self, card_width: int) -> int:
        """Return the width that texts have in a card."""
        return max(40, card_width - self.text_left - INSET)

    def label_height(self, colour: str) -> int:
        """Return how much room the user's word for a colour takes above the quote."""
        return QFontMetrics(self.small).height() + 2 if colour in self.labels else 0

    @property
    def note_indent(self) -> int:
        """How far notes stand in, behind their icon."""
        return self.icon + 6


def card_type(theme: Theme, lost: str, doubt: str) -> CardType:
    """Return what cards are set in, in the current theme."""
    note, small, quote = theme.font(), theme.font(size=0.78), _quote_font(theme)
    chip = theme.font(size=chips.SIZE)
    quote_metrics, note_metrics = QFontMetrics(quote), QFontMetrics(note)
    gutter = max(QFontMetrics(small).horizontalAdvance("8"), 10) + 2
    return CardType(
        quote=quote,
        note=note,
        small=small,
        chip=chip,
        lost=lost,
        doubt=doubt,
        labels=theme.colours.labels,
        quote_metrics=quote_metrics,
        note_metrics=note_metrics,
        chip_metrics=QFontMetrics(chip),
        leading=round(quote_metrics.height() * 1.12),
        note_leading=line_height(note),
        icon=max(12, round(note_metrics.height() * 0.8)),
        gutter=gutter,
        text_left=INSET + EDGE + 6 + gutter + 6,
    )


def _quote_font(theme: Theme) -> QFont:
    """The reader's font, a little smaller: a very large reading size must not fill the pane."""
    quote = theme.reading_font()
    most = QFontInfo(theme.font()).pixelSize() * 1.25
    quote.setPixelSize(round(min(quote.pixelSize() * 0.86, most)))
    return quote

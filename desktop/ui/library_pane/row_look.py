"""The fonts and sizes of the list's rows, worked out once for each theme and text size."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetrics

from desktop.ui.palette import Palette
from desktop.ui.theme import Theme, scaled


@dataclass(frozen=True, slots=True)
class RowLook:
    """What the delegates paint with; heights are those of one line of text, in pixels."""

    palette: Palette
    scale: float
    title: QFont
    unread: QFont
    meta: QFont
    chip: QFont
    title_height: int
    meta_height: int
    chip_height: int

    @property
    def row_height(self) -> int:
        """The height of a two-line row."""
        return self.title_height + self.meta_height + self.px(22)

    @property
    def cell_height(self) -> int:
        """The height of a row of the columns view."""
        return self.title_height + self.px(14)

    def px(self, size: int) -> int:
        """Return a distance of the 4-px scale at this text size, as the style sheet does."""
        return scaled(size, self.scale)


def row_look(theme: Theme) -> RowLook:
    """Measure the rows for the current theme."""
    title, meta, chip = theme.font(), theme.font(size=0.9), theme.font(size=0.82)
    unread = theme.font(bold=True)
    chip_height = QFontMetrics(chip).height() + 4
    return RowLook(
        palette=theme.palette,
        scale=theme.scale,
        title=title,
        unread=unread,
        meta=meta,
        chip=chip,
        title_height=max(QFontMetrics(title).height(), QFontMetrics(unread).height()),
        meta_height=max(QFontMetrics(meta).height(), chip_height),
        chip_height=chip_height,
    )

"""Between code points of the stored text and positions in the Qt document (UTF-16, by block)."""

from PySide6.QtGui import QTextDocument

from desktop.ui.reader.page import Page


class TextMap:
    """The first `header` blocks of *document* are not text; each further one is a piece."""

    def __init__(self, document: QTextDocument, page: Page, header: int) -> None:
        self._document = document
        self._page = page
        self._header = header

    @property
    def first(self) -> int:
        """The first code point that is shown."""
        return self._page.pieces[0].start if self._page.pieces else 0

    @property
    def last(self) -> int:
        """The code point behind the last one that is shown."""
        return self._page.pieces[-1].end if self._page.pieces else 0

    def position(self, point: int) -> int:
        """Return the document position of code point *point*, or the nearest one shown."""
        if not self._page.pieces:
            return 0
        number = self._page.piece_at(point)
        piece = self._page.pieces[number]
        inside = min(max(point, piece.start), piece.end) - piece.start
        block = self._document.findBlockByNumber(number + self._header)
        return block.position() + piece.units.to_utf16(inside)

    def point(self, position: int) -> int:
        """Return the code point at document position *position*; in the header: the first one."""
        block = self._document.findBlock(position)
        number = block.blockNumber() - self._header
        if number < 0 or not self._page.pieces:
            return self.first
        piece = self._page.pieces[min(number, len(self._page.pieces) - 1)]
        inside = piece.units.to_points(max(0, position - block.position()))
        return min(piece.start + inside, piece.end)

    def is_header(self, position: int) -> bool:
        """Tell whether a document position lies above the text."""
        return self._document.findBlock(position).blockNumber() < self._header

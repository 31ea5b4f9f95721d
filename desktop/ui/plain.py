"""Text of other people where Qt would take it for HTML (and so read files that it names)."""

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import Qt, QTextDocument


def tool_tip(text: str) -> str:
    """Return *text* so that a tool tip shows just that, whatever it looks like."""
    if not Qt.mightBeRichText(text):
        return text
    from html import escape  # not needed before a first tip is shown

    return f'<p style="white-space: pre-wrap">{escape(text)}</p>'


class PlainDocument(QTextDocument):
    """A document that loads nothing, from anywhere, whatever its text may ask for."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> QByteArray:
        return QByteArray(b"")  # not None: Qt would look on the disk, and ask again and again

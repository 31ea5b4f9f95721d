"""The search language on one page: what to write, and what it finds."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QWidget

from desktop.core.query import FIELDS
from desktop.ui.context import Context
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import button, buttons, column, hairline, label
from desktop.ui.library_pane.completer import note_on

_EXAMPLES = {
    "title": "title:zapora",
    "text": "text:rosja",
    "note": "note:sprawdź",
    "quote": "quote:woda",
    "tag": "tag:Claim/Disputed",
    "feed": "feed:kresy",
    "outlet": 'outlet:"New York Times"',
    "agency": "agency:PAP",
    "author": "author:Kowalska",
    "language": "language:pl",
    "status": "status:unread",
    "colour": "colour:yellow",
    "is": "is:starred",
    "has": "has:note",
    "published": "published:2023-09..",
    "added": "added:7d",
    "words": "words:>800",
}


class SearchHelp(QDialog):
    """Two tables: how words are joined, and the fields."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchHelp")
        self._headings = (label("heading"), label("heading"))
        self._words = [(label(wrap=False), label("muted")) for _ in self._ways()]
        self._fields = [(label(wrap=False), label("muted")) for _ in FIELDS]
        self._foot = label("muted")
        self._close = button()
        self._close.clicked.connect(self.accept)
        body = column(
            column(self._headings[0], _table(self._words)),
            hairline(),
            column(self._headings[1], _table(self._fields), self._foot),
            gap=16,
        )
        body.addStretch(1)
        lay_out(self, body, buttons([], [self._close]))
        self._retranslate()
        context.theme.changed.connect(self._fit)
        self._fit()
        self._close.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _ways(self) -> tuple[tuple[str, str], ...]:
        return (
            ("dostawa broni", self.tr("both words, anywhere in the article")),
            ("„dostawa broni”", self.tr("these words in a row")),
            ("dostaw*", self.tr("words that begin so")),
            ("=dostawy", self.tr("only this form: words are found in their other forms too")),
            ("wojna -Putin", self.tr("the first word without the second")),
            ("wojna OR pokój", self.tr("one of the two (also LUB)")),
            ("(wojna OR pokój) Rosja", self.tr("brackets keep together")),
            ("wojna NEAR/5 Rosja", self.tr("at most 5 words between them (10 without a number)")),
            ("NEAR(wojna Rosja USA, 5)", self.tr("the same for more words")),
            ("title:(dostawa OR broń)", self.tr("a field for all in the brackets")),
        )

    def _fit(self) -> None:
        fit(self, characters=76)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("How to search"))
        self._headings[0].setText(self.tr("Words"))
        self._headings[1].setText(self.tr("Fields"))
        for (example, note), (written, said) in zip(self._words, self._ways(), strict=True):
            example.setText(written)
            note.setText(said)
        for (example, note), field in zip(self._fields, FIELDS, strict=True):
            example.setText(_EXAMPLES[field])
            note.setText(note_on(field))
        self._foot.setText(
            self.tr(
                "Capitals and accents do not count: lodz finds Łódź. A minus before a field or a "
                "bracket leaves out what it finds. OR, LUB, AND, ORAZ, NOT and NEAR are written in "
                "capitals; in quotation marks they are words like any other."
            )
        )
        self._close.setText(self.tr("Close"))


def _table(rows: list[tuple[QLabel, QLabel]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for number, (example, note) in enumerate(rows):
        grid.addWidget(example, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(note, number, 1, Qt.AlignmentFlag.AlignTop)
    return grid

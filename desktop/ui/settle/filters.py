"""Which differences are listed: of one kind, with one tag, in one article, also settled ones."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from desktop.core.coder_differences import KINDS
from desktop.operations.settle import Coded
from desktop.ui.controls.flow_layout import FlowLayout
from desktop.ui.dialogs.parts import Choice
from desktop.ui.settle.names import kind_name
from desktop.ui.settle.queue import Filter
from desktop.ui.theme import Theme

_LEAST, _LONGEST = 11, 60


class Filters(QWidget):
    """`changed()` when others are to be listed."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._differing: Sequence[Coded] = ()
        self.kind, self.tag, self.article = Choice(theme), Choice(theme), Choice(theme)
        self.settled = QCheckBox()
        flow = FlowLayout(self)
        for choice in (self.kind, self.tag, self.article):
            choice.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            choice.setMinimumContentsLength(_LEAST)
            choice.currentIndexChanged.connect(self.changed)
            flow.addWidget(choice)
        self.settled.toggled.connect(self.changed)
        flow.addWidget(self.settled)
        self._retranslate()

    @property
    def chosen(self) -> Filter:
        """What is listed."""
        return Filter(
            self.kind.currentData() or "",
            self.tag.currentData() or "",
            self.article.currentData() or 0,
            self.settled.isChecked(),
        )

    def offer(self, differing: Sequence[Coded]) -> None:
        """Offer the tags and articles of *differing*."""
        self._differing = differing
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        kinds = [(kind_name(kind), kind) for kind in KINDS]
        self.kind.offer([(self.tr("All kinds"), ""), *kinds])
        tags = sorted({tag for one in self._differing for tag in one.passage.tags})
        self.tag.offer([(self.tr("All tags"), ""), *((tag, tag) for tag in tags)])
        titles = {one.article_id: _short(one.title) for one in self._differing}
        named = [(title, number) for number, title in titles.items()]
        self.article.offer([(self.tr("All articles"), 0), *named])
        self.settled.setText(self.tr("Settled ones too"))
        self.kind.setAccessibleName(self.tr("Kind of difference"))
        self.tag.setAccessibleName(self.tr("Tag"))
        self.article.setAccessibleName(self.tr("Article"))


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST else title[: _LONGEST - 1] + "…"

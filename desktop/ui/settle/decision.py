"""One difference with its context: what each person said, and the ways to settle it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.core.coder_differences import Agreed
from desktop.core.portable import PortableAnnotation
from desktop.operations.settle import Coded
from desktop.ui.context import Context
from desktop.ui.controls.flow_layout import FlowLayout
from desktop.ui.dialogs.parts import GAP, button, column, label
from desktop.ui.settle.names import kind_name
from desktop.ui.settle.own_form import OwnForm
from desktop.ui.settle.voice import Voice

KEEP = "K"
_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Decision(QWidget):
    """`decided(tuple of Agreed)` settles what is shown; `own_open(bool)` as the form comes, goes.

    `bar` has the buttons for all that was said; it is for the dialog to place.

    """

    decided = Signal(object)
    own_open = Signal(bool)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._coded: Coded | None = None
        self._text = ""
        self._voices: list[Voice] = []
        self._kept: Voice | None = None
        self._about = label("muted")
        self._area = QScrollArea()
        self._form = OwnForm(context)
        self.bar = QWidget()
        self._all, self._none, self._own = (button() for _ in range(3))
        self._reveal = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def voices(self) -> list[Voice]:
        """What each person said, in the order of the keys 1 to 9."""
        return list(self._voices)

    @property
    def form(self) -> OwnForm:
        """The form for a decision of one's own."""
        return self._form

    @property
    def writing(self) -> bool:
        """Whether a decision of one's own is being written."""
        return not self._form.isHidden()

    def show_coded(self, coded: Coded, text: str) -> None:
        """Show a difference in its article's *text*; the form stays open while it is the same."""
        if coded == self._coded:
            return
        self._coded, self._text = coded, text
        self._close_form()
        passage = coded.passage
        for old in [*self._voices, *([self._kept] if self._kept else [])]:
            self._said.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._voices = [
            self._voice(Voice(self._context.theme, coder, str(number) if number < 10 else ""),
                        passage.of(coder), partial(self.take, coder))
            for number, coder in enumerate(passage.coders, 1)
        ]  # fmt: skip
        self._kept = None
        if passage.agreed:
            made = Voice(self._context.theme, "", KEEP, agreed=True)
            self._kept = self._voice(made, passage.agreed, self.keep)
        self._retranslate()
        self._area.verticalScrollBar().setValue(0)

    def order_tabs(self, last: QWidget) -> None:
        """Let the Tab key go from *last* through what people said, then on to where it went."""
        for voice in [*self._voices, *([self._kept] if self._kept else [])]:
            for stop in voice.stops:
                QWidget.setTabOrder(last, stop)
                last = stop

    def take(self, *coders: str) -> None:
        """Settle for what these people said."""
        if self._coded and not self.writing:
            self.decided.emit(self._coded.passage.accepted(*coders))

    def take_number(self, number: int) -> None:
        """Settle for the person whose key is *number*."""
        if 1 <= number <= len(self._voices):
            self._voices[number - 1].take()

    def take_all(self) -> None:
        """Settle for what anybody said."""
        if self._coded:
            self.take(*self._coded.passage.coders)

    def keep(self) -> None:
        """Settle for what the agreed layer has here."""
        if self._coded and self._coded.passage.agreed and not self.writing:
            self.decided.emit(self._coded.passage.settled_so())

    def write_own(self) -> None:
        """Open the form for a decision of one's own."""
        if self._coded and not self.writing and self._own.isEnabled():
            self._form.show()
            self.bar.hide()
            self._enable_voices(False)
            self._form.begin(self._text, self._coded.passage)
            self._reveal.start()  # once it has its place
            self.own_open.emit(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll to what the Tab key comes to from outside; Qt does so only within."""
        tabbed = isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in _TAB
        if tabbed and isinstance(watched, QWidget):
            self._area.ensureWidgetVisible(watched)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _voice(
        self, voice: Voice, marks: Sequence[PortableAnnotation], act: Callable[[], None]
    ) -> Voice:
        assert self._coded
        voice.show_marks(self._text, self._coded.passage, marks)
        voice.taken.connect(act)
        for stop in voice.stops:
            stop.installEventFilter(self)
        voice.enable(not self._context.library.read_only)
        self._said.addWidget(voice)
        return voice

    def _close_form(self) -> None:
        if self.writing:
            self._reveal.stop()
            self._area.setMinimumWidth(0)
            self._form.hide()
            self.bar.show()
            self._enable_voices(True)
            self.own_open.emit(False)

    def _enable_voices(self, on: bool) -> None:
        for voice in [*self._voices, *([self._kept] if self._kept else [])]:
            voice.enable(on)

    def _on_own(self, agreed: Agreed) -> None:
        self._close_form()
        self.decided.emit((agreed,))

    def _lay_out(self) -> None:
        self._said = QVBoxLayout()
        self._said.setSpacing(GAP + GAP // 3)
        inner = self._inner = QWidget()
        body = column(self._about, self._said, self._form)
        body.setContentsMargins(GAP, 0, GAP, GAP)
        body.addStretch(1)
        inner.setLayout(body)
        inner.setAutoFillBackground(False)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inner)
        self._area.viewport().setAutoFillBackground(False)
        flow = FlowLayout(self.bar)
        for made in (self._all, self._none, self._own):
            flow.addWidget(made)
        self._form.hide()
        self.setLayout(column(self._area))

    def _connect(self) -> None:
        self._all.clicked.connect(self.take_all)
        self._none.clicked.connect(lambda: self.take())
        self._own.clicked.connect(self.write_own)
        self._reveal.timeout.connect(self._show_form)
        self._form.decided.connect(self._on_own)
        self._form.left.connect(self._close_form)
        for made in (self._all, self._none, self._own):
            made.setEnabled(not self._context.library.read_only)

    def _show_form(self) -> None:
        """Have room for the form, at the cost of the list, and scroll to it."""
        least = self._inner.minimumSizeHint().width()
        self._area.setMinimumWidth(least + self._area.verticalScrollBar().sizeHint().width())
        bar = self._area.verticalScrollBar()
        bar.setValue(min(bar.maximum(), self._form.y()))

    def _retranslate(self) -> None:
        coded = self._coded
        said = [coded.title, ", ".join(map(kind_name, coded.kinds))] if coded else []
        if coded and coded.outcomes > 1:
            said.append(self.tr("settled in different ways"))
        elif coded and coded.settled:
            said.append(self.tr("settled"))
        self._about.setText(" · ".join(said))
        self._all.setText(self.tr("Take all (A)"))
        self._none.setText(self.tr("Take none (0)"))
        self._own.setText(self.tr("My own… (E)"))

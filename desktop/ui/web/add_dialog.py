"""Add pages from the web: the addresses, whom that will ask, and what became of each."""

import threading
from collections.abc import Sequence
from urllib.parse import urlsplit

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QDialog, QListView, QPlainTextEdit, QProgressBar, QWidget

from desktop.core.errors import UserError
from desktop.core.web_address import in_text
from desktop.formats.web.rules import Rules
from desktop.operations.web import Page, add_pages
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.dialogs.file_lines import FileLineDelegate
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import (
    SMALL_GAP,
    ErrorLine,
    button,
    buttons,
    column,
    label,
    while_there,
)
from desktop.ui.plain import tool_tip
from desktop.ui.web.page_lines import PageLines

_FIELD_LINES, _LIST_LINES = 4, 10
_NAMED = 3


class AddFromWeb(QDialog):
    """Stays open beside the window. Asks nobody before the button is pressed.

    `article_wanted(id)` when a line is activated; `finished_adding()` after each run.
    """

    article_wanted = Signal(int)
    finished_adding = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("addFromWeb")
        self._context = context
        self._stop: threading.Event | None = None
        self._begun: list[str] = []
        self._name, self._hint = label(wrap=False), label("muted")
        self.field = QPlainTextEdit()
        self.whole_page, self.own_network = QCheckBox(), QCheckBox()
        self._error = ErrorLine()
        self._bar = QProgressBar(textVisible=False)
        self.lines = PageLines(self)
        self._list = QListView()
        self.add, self._close = button(), button()
        self.again, self.cancel = button(role="link"), button(role="link")
        self._lay_out()
        self._connect()
        self._retranslate()
        self._refresh()
        self._size()

    @property
    def running(self) -> bool:
        """Whether pages are being fetched."""
        return self._stop is not None

    def offer(self, addresses: Sequence[str]) -> None:
        """Put *addresses* into the field, below those that are there."""
        there = self.field.toPlainText().strip()
        more = [one for one in addresses if one not in there.split()]
        self.field.setPlainText("\n".join(filter(None, [there, *more])))
        (self.add if addresses else self.field).setFocus()

    def start(self) -> None:
        """Fetch what the field says; the lines below tell how it goes."""
        found = in_text(self.field.toPlainText())
        if found and not self.running:
            self.field.clear()
            self._fetch(found)

    def try_again(self) -> None:
        """Fetch what failed or was stopped once more."""
        if not self.running:
            self._fetch([page.address for page in self._unlucky()])

    def stop(self) -> None:
        """Stop; what was added stays."""
        if self._stop:
            self._stop.set()
            self._refresh()

    def done(self, result: int) -> None:
        """Close; what is under way is stopped."""
        self.stop()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._refresh()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.field.setProperty("role", "field")
        self.field.setTabChangesFocus(True)
        self.field.setObjectName("webAddresses")
        self._name.setBuddy(self.field)
        self._bar.setFixedHeight(4)
        keep = self._bar.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(keep)
        view = self._list
        view.setModel(self.lines)
        view.setItemDelegate(FileLineDelegate(self._context.theme, view))
        view.setProperty("role", "field")
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        body = column(
            column(self._name, self.field, self._hint, gap=SMALL_GAP),
            column(self.whole_page, self.own_network, gap=SMALL_GAP),
            self._error,
            column(self._bar, view, gap=SMALL_GAP),
        )
        body.setStretch(3, 1)
        foot = buttons([self.again, self.cancel], [self.add, self._close], role="primary")
        lay_out(self, body, foot)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._refresh)
        self.add.clicked.connect(self.start)
        self.again.clicked.connect(self.try_again)
        self.cancel.clicked.connect(self.stop)
        self._close.clicked.connect(self.reject)
        self._list.activated.connect(self._on_activated)
        self._context.theme.changed.connect(self._size)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.start)

    def _fetch(self, addresses: list[str]) -> None:
        context, stop = self._context, threading.Event()
        self._stop, self._begun = stop, addresses
        self._error.tell("")
        self.lines.expect(addresses)
        rules = Rules(own_network=self.own_network.isChecked())
        whole = self.whole_page.isChecked()
        show = while_there(self, self._on_told)

        def work() -> list[Page]:
            return add_pages(
                context.library,
                addresses,
                rules=rules,
                whole_page=whole,
                run=context.dispatch.in_background,
                changed=context.dispatch.announce,
                told=lambda page: context.jobs.post(lambda: show(page)),
                cancelled=stop.is_set,
            )

        context.jobs.start(
            work, while_there(self, self._on_done), while_there(self, self._on_failed)
        )
        self._refresh()

    def _on_told(self, page: Page) -> None:
        self.lines.show_page(page)
        self._refresh()

    def _on_done(self, _pages: list[Page]) -> None:
        self._stop = None
        self._context.dispatch.history_changed.emit()  # the step has just been closed
        self._refresh()
        self.finished_adding.emit()

    def _on_failed(self, error: Exception) -> None:
        self._stop = None
        self._refresh()
        if not isinstance(error, UserError):
            raise error
        self._error.tell(texts.error_text(error))

    def _on_activated(self, index: QModelIndex) -> None:
        page = self.lines.page(index)
        if page and page.article_id:
            self.article_wanted.emit(page.article_id)

    def _unlucky(self) -> list[Page]:
        return [page for page in self.lines.pages if page.state in ("failed", "cancelled")]

    def _refresh(self) -> None:
        """Say what will happen, or how far it is; offer what can be done now."""
        found = in_text(self.field.toPlainText())
        self._hint.setText(self._about(found))
        self.add.setText(self.tr("Fetch %n page(s)", "", len(found)) if found else self.tr("Fetch"))
        self.add.setEnabled(bool(found) and not self.running)
        self.cancel.setVisible(self.running)
        self.cancel.setEnabled(bool(self._stop and not self._stop.is_set()))
        self.again.setVisible(bool(self._unlucky()) and not self.running)
        self._list.setVisible(self.lines.rowCount() > 0)
        self._bar.setVisible(self.running)
        done = [page for page in self.lines.pages if page.state != "fetching"]
        self._bar.setRange(0, len(self._begun))
        self._bar.setValue(sum(page.address in self._begun for page in done))

    def _about(self, addresses: Sequence[str]) -> str:
        if not addresses:
            return self.tr("Paste one or many addresses; other words between them do not matter.")
        hosts = list(dict.fromkeys(urlsplit(one).hostname or "" for one in addresses))
        named = ", ".join(hosts[:_NAMED])
        if more := len(hosts) - _NAMED:
            named += self.tr(" and %n more", "", more) if more > 0 else ""
        return self.tr("This asks {hosts}.").format(hosts=named)

    def _size(self) -> None:
        line = self.fontMetrics().lineSpacing()
        self.field.setFixedHeight(_FIELD_LINES * line + 16)
        self._list.setMinimumHeight(_LIST_LINES * line)
        self._list.doItemsLayout()
        fit(self, characters=72)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Add from the web"))
        self._name.setText(self.tr("Addresses"))
        self.field.setPlaceholderText("https://")
        self.whole_page.setText(self.tr("The whole page, not the article in it alone"))
        self.own_network.setText(self.tr("Also addresses in my own network"))
        self.own_network.setToolTip(
            tool_tip(
                self.tr(
                    "Computers at home or in the office, and this one. Without it no page can "
                    "make Glosa ask them."
                )
            )
        )
        self._bar.setAccessibleName(self.tr("Progress"))
        self._list.setAccessibleName(self.tr("Pages"))
        self._close.setText(self.tr("Close"))
        self.again.setText(self.tr("Try again what failed"))
        self.cancel.setText(self.tr("Stop"))
        self.lines.retranslate()

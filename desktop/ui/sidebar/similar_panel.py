"""Articles like the open one: where else it was published, and what else is about the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QVBoxLayout, QWidget

from desktop.library.connection import Reader
from desktop.ui.context import Context
from desktop.ui.controls.flow_layout import FlowLayout
from desktop.ui.dialogs.file_lines import FileLineDelegate
from desktop.ui.dialogs.parts import Disclosure, button, label
from desktop.ui.sidebar.similar_model import SimilarModel

if TYPE_CHECKING:
    from desktop.library.similar import Similar

_ASK_MS = 350
_LINES = 9


class SimilarPanel(QWidget):
    """A line that unfolds. Each signal carries the id of the article that is chosen in it."""

    open_wanted = Signal(int)
    beside_wanted = Signal(int)
    compare_wanted = Signal(int)
    carry_wanted = Signal(int)
    unfolded = Signal(bool)
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("similarPanel")
        self._context = context
        self._article_id: int | None = None
        self._heading = ""
        self._near: list[Similar] = []
        self._waiting = 0
        self._model = SimilarModel(self)
        self._body = QWidget(self)
        self.view = _List(self._body)
        self._nothing = label("muted")
        self._hint = label("muted")
        self.beside = button(role="link")
        self.compare, self.carry = button(role="link"), button(role="link")
        self.line = Disclosure(context.theme, self._body)
        self._soon = QTimer(self, singleShot=True, interval=_ASK_MS)
        self._lay_out()
        self._connect()
        self._retranslate()

    def show_article(self, article_id: int | None) -> None:
        """Look for what is like another article."""
        if article_id != self._article_id:
            self._article_id = article_id
            self._near = []
            self._model.set_articles([], [])
            self._retranslate()
            self.refresh()

    def refresh(self) -> None:
        """Look again: there are other articles now, or other texts."""
        if self._article_id is not None and self.isVisible():
            self._soon.start()

    def unfold(self) -> None:
        """Show the list and give it the keyboard."""
        self.line.setChecked(True)
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._choose_first()

    @property
    def chosen(self) -> int | None:
        """The article that is chosen in the list."""
        return self._model.article_at(self.view.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_line()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()

    def _ask(self) -> None:
        key, unfolded = self._article_id, self.line.isChecked()
        if key is None:
            return

        def question(reader: Reader) -> tuple[list[Similar], list[Similar], int]:
            from desktop.library import similar

            near = similar.also_published(reader, key)
            kin = similar.more_like(reader, key) if unfolded else []
            return near, kin, similar.pending(reader)

        self._context.jobs.ask("similar", question, lambda found: self._show(key, *found))

    def _show(self, key: int, near: list[Similar], kin: list[Similar], waiting: int) -> None:
        if key != self._article_id:
            return
        chosen = self.chosen
        self._near, self._waiting = near, waiting
        self._model.set_articles(near, kin)
        again = self._model.row_of(chosen)
        self.view.setCurrentIndex(self._model.index(again if again >= 0 else -1))
        if self.view.hasFocus():
            self._choose_first()
        self._retranslate()

    def _choose_first(self) -> None:
        if not self.view.currentIndex().isValid() and self._model.rowCount():
            self.view.setCurrentIndex(self._model.index(0))

    def _on_opened(self, unfolded: bool) -> None:
        self.unfolded.emit(unfolded)
        if unfolded:
            self._ask()

    def _on_activated(self, index: QModelIndex) -> None:
        key = self._model.article_at(index)
        if key is not None:
            self.open_wanted.emit(key)

    def _on_beside(self) -> None:
        self._choose_first()
        if self.chosen is not None:
            self.beside_wanted.emit(self.chosen)

    def _on_compare(self) -> None:
        self._choose_first()
        if self.chosen is not None:
            self.compare_wanted.emit(self.chosen)

    def _on_carry(self) -> None:
        self._choose_first()
        if self.chosen is not None:
            self.carry_wanted.emit(self.chosen)

    def _lay_out(self) -> None:
        delegate = FileLineDelegate(
            self._context.theme, self.view, elide=Qt.TextElideMode.ElideRight
        )
        self.view.setModel(self._model)
        self.view.setItemDelegate(delegate)
        links = FlowLayout(spacing=8)
        links.addWidget(self.beside)
        links.addWidget(self.compare)
        links.addWidget(self.carry)
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(8, 0, 8, 4)
        inner.setSpacing(4)
        for part in (self._nothing, self.view, self._hint):
            inner.addWidget(part)
        inner.addLayout(links)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)  # the links may need two lines
        for part in (self._body, self):
            part.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(0)
        self.line.setMinimumWidth(40)
        column.addWidget(self.line, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._body)

    def _connect(self) -> None:
        self._soon.timeout.connect(self._ask)
        self.line.opened.connect(self._on_opened)
        self.view.activated.connect(self._on_activated)
        self.view.left.connect(self.left)
        self.beside.clicked.connect(self._on_beside)
        self.compare.clicked.connect(self._on_compare)
        self.carry.clicked.connect(self._on_carry)
        self._context.theme.changed.connect(self._fit)

    def _fit_line(self) -> None:
        """Shorten the line where large letters in a narrow margin leave no room for it."""
        self.line.setText(self._heading)
        chrome = self.line.sizeHint().width() - self.line.fontMetrics().horizontalAdvance(
            self._heading
        )
        room = self.width() - 16 - chrome
        self.line.setText(
            self.line.fontMetrics().elidedText(self._heading, Qt.TextElideMode.ElideRight, room)
        )
        self.line.setAccessibleName(self._heading)

    def _fit(self) -> None:
        """Give the list the height of its first rows."""
        self._fit_line()
        self.view.doItemsLayout()
        rows = range(min(4, self._model.rowCount()))
        high = sum(self.view.sizeHintForRow(row) for row in rows) + 2
        line = self.fontMetrics().lineSpacing()
        self.view.setMinimumHeight(min(high, 3 * line))
        self.view.setMaximumHeight(min(high, _LINES * line))

    def _retranslate(self) -> None:
        count = len(self._near)
        also = self.tr("Also published: {count}").format(count=count)
        self._heading = also if count else self.tr("Similar articles")
        self._fit_line()
        self.view.setAccessibleName(self.tr("Similar articles"))
        self._nothing.setText(self.tr("No other article is like this one."))
        self._hint.setText(
            self.tr("%n article(s) are still to be compared.", "", self._waiting)
            if self._waiting
            else ""
        )
        self.beside.setText(self.tr("Open beside"))
        self.compare.setText(self.tr("Compare"))
        self.carry.setText(self.tr("Carry over"))
        self.carry.setAccessibleName(self.tr("Carry highlights over"))
        self.carry.setToolTip(
            self.tr("Copy this article's highlights to where the other has the same words")
        )
        rows = self._model.rowCount()
        self._nothing.setVisible(not rows)
        self._hint.setVisible(bool(self._waiting))
        for part in (self.view, self.beside, self.compare, self.carry):
            part.setVisible(bool(rows))
        self._model.retranslate()
        self._fit()


class _List(QListView):
    """Enter opens an article, Esc goes back to the text."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("similarList")
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are the window's actions, not a search."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

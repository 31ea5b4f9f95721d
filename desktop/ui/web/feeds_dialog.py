"""The feeds that the user follows: add, ask, name, order, forget; lists in and out."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QInputDialog, QMenu, QWidget

from desktop.core.changes import Changes
from desktop.core.errors import Cancelled, UserError
from desktop.formats.web.opml_out import opml
from desktop.formats.web.rules import Rules
from desktop.library import feeds
from desktop.library.feeds import Feed
from desktop.operations import feeds as following
from desktop.operations.export import write_whole
from desktop.operations.feeds import Refreshed
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import (
    SMALL_GAP,
    Choice,
    ErrorLine,
    button,
    buttons,
    column,
    label,
    row,
    text_field,
    while_there,
)
from desktop.ui.plain import tool_tip
from desktop.ui.web.feed_tree import FeedTree
from desktop.ui.web.refresher import Refresher

_SHOWN = ("feed", "feed_item", "article")


class FeedsDialog(QDialog):
    """`query_wanted(text)` asks the window to list the articles of a feed or folder."""

    query_wanted = Signal(str)

    def __init__(
        self, context: Context, refresher: Refresher, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("feeds")
        self._context = context
        self._refresher = refresher
        self._stop: threading.Event | None = None
        self._name, self.address = label(wrap=False), text_field("feedAddress", clearable=True)
        self.follow, self.own_network = button(), QCheckBox()
        self._said, self._error = label("muted"), ErrorLine()
        self.tree = FeedTree()
        self.ask, self._show = button(role="link"), button(role="link")
        self._move, self._delete = button(role="link"), button(role="link")
        self._clock_name, self.clock = label(wrap=False), Choice(context.theme)
        self._take, self._give, self._close = button(), button(), button()
        self._lay_out()
        self._connect()
        self._retranslate()
        self.refresh()
        fit(self, characters=80, lines=34)

    def refresh(self) -> None:
        """Read the feeds anew."""
        self._context.jobs.ask("feeds", feeds.all_feeds, while_there(self, self._on_feeds))

    def start_following(self) -> None:
        """Follow what the field says; its page may name the feed."""
        address = self.address.text().strip()
        if not address or self._stop:
            return
        context, stop = self._context, threading.Event()
        self._stop = stop
        self._say(self.tr("Looking for the feed…"))
        rules = Rules(own_network=self.own_network.isChecked())

        def work() -> Refreshed:
            return following.follow(
                context.library,
                address,
                rules=rules,
                run=context.dispatch.in_background,
                changed=context.dispatch.announce,
                cancelled=stop.is_set,
            )

        context.jobs.start(
            work, while_there(self, self._on_followed), while_there(self, self._on_failed)
        )
        self._offer()

    def ask_feeds(self) -> None:
        """Ask the chosen feeds, or all, for what is new; or stop that."""
        if self._refresher.running:
            self._refresher.stop()
            return
        wanted = self.tree.chosen or self.tree.feeds
        self.tree.show_busy(feed.id for feed in wanted)
        self._refresher.start(wanted)

    def take_list(self, path: Path) -> None:
        """Follow the feeds of an OPML file; none of them is asked yet."""
        self._context.jobs.start(
            lambda: following.read_list(path),
            while_there(self, self._on_list),
            while_there(self, self._on_failed),
        )

    def give_list(self, path: Path) -> None:
        """Write the feeds as OPML; UserError when that fails."""
        rows = [(one.title, one.url, one.home, one.folder) for one in self.tree.feeds]
        write_whole(path, opml(rows), library=self._context.library.path)

    def move_to(self, folder: str) -> None:
        """Put the chosen feeds into *folder*."""
        ids = [feed.id for feed in self.tree.chosen]
        self._context.dispatch.do(following.move, feed_ids=ids, folder=folder)

    def delete_chosen(self) -> None:
        """Stop following the chosen feeds."""
        if ids := [feed.id for feed in self.tree.chosen]:
            self._context.dispatch.do(following.delete, feed_ids=ids)

    def done(self, result: int) -> None:
        """Close; a feed that is being looked for is given up."""
        if self._stop:
            self._stop.set()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._name.setBuddy(self.address)
        self.address.setPlaceholderText("https://")
        self.tree.setMinimumHeight(12 * self.fontMetrics().lineSpacing())
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        top = row(self.address, self.follow)
        top.setStretch(0, 1)
        verbs = row(self.ask, self._show, self._move, self._delete)
        verbs.addStretch(1)
        clock = row(self._clock_name, self.clock)
        clock.addStretch(1)
        self._clock_name.setBuddy(self.clock)
        body = column(
            column(self._name, top, self.own_network, self._said, self._error, gap=SMALL_GAP),
            column(self.tree, verbs, gap=SMALL_GAP),
            clock,
        )
        body.setStretch(1, 1)
        lay_out(self, body, buttons([self._take, self._give], [self._close]))

    def _connect(self) -> None:
        self.address.returnPressed.connect(self.start_following)
        self.address.textChanged.connect(self._offer)
        self.follow.clicked.connect(self.start_following)
        self.ask.clicked.connect(self.ask_feeds)
        self._show.clicked.connect(self._list_articles)
        self._move.clicked.connect(self._ask_folder)
        self._delete.clicked.connect(self.delete_chosen)
        self._take.clicked.connect(self._choose_list)
        self._give.clicked.connect(self._choose_target)
        self._close.clicked.connect(self.accept)
        self.clock.currentIndexChanged.connect(self._on_clock)
        self.tree.itemSelectionChanged.connect(self._on_chosen)
        self.tree.itemActivated.connect(lambda _item: self._list_articles())
        self.tree.renamed.connect(self._rename)
        self.tree.folder_renamed.connect(self._rename_folder)
        self.tree.customContextMenuRequested.connect(self._show_menu)
        self._key("F2", self.tree.edit_name)
        self._key("Del", self.delete_chosen)
        for keys, call in (
            (QKeySequence.StandardKey.Undo, self._context.dispatch.undo),
            (QKeySequence.StandardKey.Redo, self._context.dispatch.redo),
        ):
            self._key(keys, call)
        self._refresher.started.connect(self._offer)
        self._refresher.finished.connect(self._on_refreshed)
        self._context.dispatch.changed.connect(self._on_changed)
        self._context.dispatch.failed.connect(self._on_failed)

    def _key(self, keys: str | QKeySequence.StandardKey, call: Callable[[], None]) -> None:
        """Let *keys* work in the tree: the field has its own undo and Del."""
        action = QAction(self.tree)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _on=False: call())
        self.tree.addAction(action)

    def _on_chosen(self) -> None:
        """Say why the chosen feed did not answer."""
        chosen = self.tree.chosen
        error = chosen[0].error if len(chosen) == 1 else None
        self._error.tell(texts.error_text(error) if error else "")
        self._offer()

    def _on_feeds(self, found: Sequence[Feed]) -> None:
        self.tree.show_feeds(found)
        self._offer()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_SHOWN):
            self.refresh()

    def _on_followed(self, result: Refreshed) -> None:
        self._stop = None
        self._context.dispatch.history_changed.emit()  # the step has just been closed
        self.address.clear()
        self._say(self.tr("%n article(s) came with the feed.", "", len(result.new)))
        self.refresh()

    def _on_refreshed(self, found: Sequence[Refreshed]) -> None:
        self.tree.show_busy(())
        new = sum(len(one.new) for one in found)
        failed = sum(one.reason is not None for one in found)
        said = self.tr("%n new article(s).", "", new)
        if failed:
            said += " " + self.tr("%n feed(s) did not answer.", "", failed)
        self._say(said)
        self.refresh()

    def _on_list(self, outlines: list[tuple[str, str, str]]) -> None:
        self._context.dispatch.do(
            following.add_many,
            then=while_there(
                self, lambda n: self._say(self.tr("%n feed(s) taken over from the list.", "", n))
            ),
            outlines=outlines,
        )

    def _on_failed(self, error: Exception) -> None:
        self._stop = None
        self._said.setText("")
        self._offer()
        if isinstance(error, UserError):
            self._error.tell(texts.error_text(error))
        elif not isinstance(error, Cancelled):
            raise error

    def _on_clock(self) -> None:
        minutes = self.clock.currentData()
        if minutes is not None:
            self._context.settings.set("feeds_minutes", minutes)

    def _say(self, text: str) -> None:
        self._error.tell("")
        self._said.setText(text)
        self._offer()

    def _offer(self) -> None:
        """Offer what can be done now."""
        chosen, there = bool(self.tree.chosen), bool(self.tree.feeds)
        self.follow.setEnabled(bool(self.address.text().strip()) and self._stop is None)
        running = self._refresher.running
        self.ask.setText(
            self.tr("Stop") if running else self.tr("Refresh") if chosen else self.tr("Refresh all")
        )
        self.ask.setEnabled(there)
        for one in (self._show, self._move, self._delete):
            one.setVisible(chosen)
        self._give.setEnabled(there)

    def _list_articles(self) -> None:
        if chosen := self.tree.chosen:
            name = chosen[0].title if len(chosen) == 1 else chosen[0].folder or chosen[0].title
            self.query_wanted.emit('feed:"{}"'.format(name.replace('"', " ")))

    def _rename(self, feed_id: int, title: str) -> None:
        self._context.dispatch.do(
            following.rename, then=while_there(self, lambda _none: self.refresh()),
            feed_id=feed_id, title=title,
        )  # fmt: skip

    def _rename_folder(self, old: str, new: str) -> None:
        ids = [feed.id for feed in self.tree.feeds if feed.folder == old]
        self._context.dispatch.do(
            following.move, then=while_there(self, lambda _none: self.refresh()),
            feed_ids=ids, folder=new,
        )  # fmt: skip

    def _ask_folder(self) -> None:
        known = ["", *feeds.folders(self.tree.feeds)]
        now = known.index(self.tree.chosen[0].folder)
        folder, given = QInputDialog.getItem(
            self, self.tr("Move to a folder"), self.tr("Folder (none: leave it empty)"), known, now
        )
        if given:
            self.move_to(folder)

    def _choose_list(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import a list of feeds"), self._folder(), "OPML (*.opml *.xml)"
        )
        if name:
            self.take_list(Path(name))

    def _choose_target(self) -> None:
        start = str(Path(self._folder()) / "feeds.opml")
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the list of feeds"), start, "OPML (*.opml)"
        )
        if not name:
            return
        try:
            self.give_list(Path(name))
        except UserError as error:
            self._error.tell(texts.error_text(error))

    def _folder(self) -> str:
        return self._context.settings.get("last_folder")

    def _show_menu(self, at: QPoint) -> None:
        if not self.tree.chosen:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        icon = self._context.theme.icon
        menu.addAction(icon("article"), self._show.text(), self._list_articles)
        menu.addAction(icon("redo"), self.tr("Refresh"), self.ask_feeds)
        menu.addAction(icon("edit"), self.tr("Rename"), self.tree.edit_name)
        menu.addAction(icon("folder-open"), self._move.text(), self._ask_folder)
        menu.addAction(icon("delete"), self._delete.text(), self.delete_chosen)
        menu.popup(self.tree.viewport().mapToGlobal(at))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Feeds"))
        self._name.setText(self.tr("Address of a feed, or of a page that has one"))
        self.follow.setText(self.tr("Follow"))
        self.own_network.setText(self.tr("It may be in my own network"))
        self.own_network.setToolTip(
            tool_tip(self.tr("Glosa asks no computer at home or in the office without it."))
        )
        self._show.setText(self.tr("Show articles"))
        self._move.setText(self.tr("Move…"))
        self._delete.setText(self.tr("Delete"))
        self._delete.setToolTip(tool_tip(self.tr("Stop following; its articles stay (Del)")))
        self._clock_name.setText(self.tr("Refresh by itself"))
        self.clock.blockSignals(True)
        self.clock.offer(
            [
                (self.tr("Never"), 0),
                (self.tr("Every half hour"), 30),
                (self.tr("Every 2 hours"), 120),
                (self.tr("Once a day"), 1_440),
            ]
        )
        self.clock.choose(self._context.settings.get("feeds_minutes"))
        self.clock.blockSignals(False)
        self._take.setText(self.tr("Import list…"))
        self._give.setText(self.tr("Export list…"))
        self._close.setText(self.tr("Close"))
        self.tree.retranslate()
        self._offer()

"""Every verb of the window in one table: its id, words, keys, icon, menu and what it calls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence

from desktop.core.article import STATUSES
from desktop.core.colours import COLOURS
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.ui import texts
from desktop.ui.palette import PALETTES
from desktop.ui.plain import tool_tip

if TYPE_CHECKING:
    from desktop.ui.colour_names import ColourNames
    from desktop.ui.main_window import MainWindow

Where = Literal["window", "list", "margin"]
MENUS = {
    "file": QT_TRANSLATE_NOOP("Menus", "&File"),
    "edit": QT_TRANSLATE_NOOP("Menus", "&Edit"),
    "article": QT_TRANSLATE_NOOP("Menus", "&Article"),
    "annotation": QT_TRANSLATE_NOOP("Menus", "&Highlight"),
    "view": QT_TRANSLATE_NOOP("Menus", "&View"),
    "help": QT_TRANSLATE_NOOP("Menus", "&Help"),
    "cite": QT_TRANSLATE_NOOP("Menus", "Copy with source as"),
    "select": QT_TRANSLATE_NOOP("Menus", "Select"),
    "status": QT_TRANSLATE_NOOP("Menus", "Mark as"),
    "colour": QT_TRANSLATE_NOOP("Menus", "Colour"),
    "range": QT_TRANSLATE_NOOP("Menus", "Ends, split, merge"),
    "theme": QT_TRANSLATE_NOOP("Menus", "Theme"),
}
SUBMENUS = {
    "cite": "edit",
    "select": "edit",
    "status": "article",
    "colour": "annotation",
    "range": "annotation",
    "theme": "view",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One action. `where`: its keys work in the whole window, in the list, or in reader and margin.

    `rule` draws a line above it in the menu.
    """

    id: str
    text: str
    menu: str
    run: Callable[[MainWindow], object]
    keys: tuple[str, ...] = ()
    icon: str = ""
    where: Where = "window"
    checkable: bool = False
    rule: bool = False


ROWS = (
    Row("library.import", QT_TRANSLATE_NOOP("Actions", "Import files…"), "file", lambda w: w.importing.choose_files(), keys=("Ctrl+O",), icon="import"),
    Row("library.import_folder", QT_TRANSLATE_NOOP("Actions", "Import folder…"), "file", lambda w: w.importing.choose_folder(), keys=("Ctrl+Shift+O",), icon="folder-open"),
    Row("library.import_look", QT_TRANSLATE_NOOP("Actions", "Import with choices…"), "file", lambda w: w.importing.choose_files(look=True), icon="import"),
    Row("library.web", QT_TRANSLATE_NOOP("Actions", "Add from the web…"), "file", lambda w: w.outside.web().ask(), keys=("Ctrl+Shift+A",), icon="external-link"),
    Row("library.merge", QT_TRANSLATE_NOOP("Actions", "Merge what someone shared…"), "file", lambda w: w.opens.sharing().choose_file(), icon="import"),
    Row("library.import_reports", QT_TRANSLATE_NOOP("Actions", "Import reports…"), "file", lambda w: w.importing.show_reports()),
    Row("library.feeds", QT_TRANSLATE_NOOP("Actions", "Feeds…"), "file", lambda w: w.outside.web().show_feeds(), keys=("Shift+F5",), rule=True),
    Row("library.refresh", QT_TRANSLATE_NOOP("Actions", "Refresh feeds"), "file", lambda w: w.outside.web().refresh_feeds(), keys=("F5",), icon="redo"),
    Row("library.export", QT_TRANSLATE_NOOP("Actions", "Export highlights…"), "file", lambda w: w.opens.exporting().show(), keys=("Ctrl+E",), icon="export", rule=True),
    Row("library.follow", QT_TRANSLATE_NOOP("Actions", "Exports that follow the library…"), "file", lambda w: w.outside.following().show_dialog()),
    Row("library.templates", QT_TRANSLATE_NOOP("Actions", "Text templates…"), "file", lambda w: w.opens.exporting().show_templates()),
    Row("article.pdf", QT_TRANSLATE_NOOP("Actions", "Save article as PDF…"), "file", lambda w: w.opens.printing().choose_pdf()),
    Row("article.print", QT_TRANSLATE_NOOP("Actions", "Print article…"), "file", lambda w: w.opens.printing().choose_printer(), keys=("Ctrl+P",)),
    Row("library.notebook", QT_TRANSLATE_NOOP("Actions", "Notebook"), "file", lambda w: w.notebook.toggle(), keys=("Ctrl+Shift+H",), icon="note", checkable=True, rule=True),
    Row("library.statistics", QT_TRANSLATE_NOOP("Actions", "Statistics"), "file", lambda w: w.notebook.show_statistics(), keys=("Ctrl+Shift+I",), icon="columns"),
    Row("library.agreement", QT_TRANSLATE_NOOP("Actions", "Agreement between coders…"), "file", lambda w: w.opens.agreement()),
    Row("library.settle", QT_TRANSLATE_NOOP("Actions", "Settle differences…"), "file", lambda w: w.opens.settle_differences()),
    Row("tag.manage", QT_TRANSLATE_NOOP("Actions", "Tags…"), "file", lambda w: w.opens.tags(), keys=("Ctrl+Shift+T",), icon="tags", rule=True),
    Row("tag.sentences", QT_TRANSLATE_NOOP("Actions", "Tag sentences with words…"), "file", lambda w: w.opens.autotag(), keys=("Ctrl+Alt+T",)),
    Row("library.trash", QT_TRANSLATE_NOOP("Actions", "Trash…"), "file", lambda w: w.opens.trash(), icon="delete", rule=True),
    Row("library.backups", QT_TRANSLATE_NOOP("Actions", "Backups…"), "file", lambda w: w.opens.safety().show_backups(), icon="archive"),
    Row("library.check", QT_TRANSLATE_NOOP("Actions", "Check library…"), "file", lambda w: w.opens.safety().check(), icon="check"),
    Row("library.read_only", QT_TRANSLATE_NOOP("Actions", "Open for reading only"), "file", lambda w: w.opens.safety().toggle_read_only(), checkable=True),
    Row("app.preferences", QT_TRANSLATE_NOOP("Actions", "Preferences…"), "file", lambda w: w.opens.preferences(), keys=("Ctrl+,",), icon="settings", rule=True),
    Row("app.quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "file", lambda w: w.close(), keys=("Ctrl+Q",), rule=True),
    Row("edit.undo", QT_TRANSLATE_NOOP("Actions", "Undo"), "edit", lambda w: w.context.dispatch.undo(), keys=("Ctrl+Z",), icon="undo"),
    Row("edit.redo", QT_TRANSLATE_NOOP("Actions", "Redo"), "edit", lambda w: w.context.dispatch.redo(), keys=("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo"),
    Row("edit.history", QT_TRANSLATE_NOOP("Actions", "History…"), "edit", lambda w: w.opens.history(), keys=("Ctrl+Alt+Z",)),
    Row("edit.copy", QT_TRANSLATE_NOOP("Actions", "Copy"), "edit", lambda w: w.annotator.copy(), keys=("Ctrl+C",), icon="copy", where="margin", rule=True),
    Row("edit.cite", QT_TRANSLATE_NOOP("Actions", "Copy with source"), "edit", lambda w: w.annotator.copy_with_source(), keys=("Ctrl+Shift+C",), icon="copy"),
    Row("cite.plain", QT_TRANSLATE_NOOP("Actions", "Plain text"), "cite", lambda w: w.annotator.copy_with_source("plain")),
    Row("cite.markdown", QT_TRANSLATE_NOOP("Actions", "Markdown"), "cite", lambda w: w.annotator.copy_with_source("markdown")),
    Row("cite.footnote", QT_TRANSLATE_NOOP("Actions", "Polish footnote"), "cite", lambda w: w.annotator.copy_with_source("footnote")),
    Row("cite.bibtex", QT_TRANSLATE_NOOP("Actions", "BibTeX"), "cite", lambda w: w.annotator.copy_with_source("bibtex")),
    Row("select.word", QT_TRANSLATE_NOOP("Actions", "Word"), "select", lambda w: w.reader.select_unit("word"), keys=("W",)),
    Row("select.clause", QT_TRANSLATE_NOOP("Actions", "Clause"), "select", lambda w: w.reader.select_unit("clause"), keys=("C",)),
    Row("select.sentence", QT_TRANSLATE_NOOP("Actions", "Sentence"), "select", lambda w: w.reader.select_unit("sentence"), keys=("E",)),
    Row("select.quotation", QT_TRANSLATE_NOOP("Actions", "Quotation"), "select", lambda w: w.reader.select_unit("quotation"), keys=("Q",)),
    Row("select.paragraph", QT_TRANSLATE_NOOP("Actions", "Paragraph"), "select", lambda w: w.reader.select_unit("paragraph"), keys=("P",)),
    Row("select.grow", QT_TRANSLATE_NOOP("Actions", "Larger selection"), "select", lambda w: w.reader.resize_selection(1), keys=(".", "Alt+Shift+Right"), rule=True),
    Row("select.shrink", QT_TRANSLATE_NOOP("Actions", "Smaller selection"), "select", lambda w: w.reader.resize_selection(-1), keys=(",", "Alt+Shift+Left")),
    Row("library.paste", QT_TRANSLATE_NOOP("Actions", "Paste an address…"), "edit", lambda w: w.outside.web().paste(), keys=("Ctrl+V",), where="list"),
    Row("find.article", QT_TRANSLATE_NOOP("Actions", "Find in article…"), "edit", lambda w: w.reader.find(), keys=("Ctrl+F",), icon="find-in-article", rule=True),
    Row("find.next", QT_TRANSLATE_NOOP("Actions", "Find next"), "edit", lambda w: w.reader.find_next(1), keys=("F3", "Ctrl+G")),
    Row("find.previous", QT_TRANSLATE_NOOP("Actions", "Find previous"), "edit", lambda w: w.reader.find_next(-1), keys=("Shift+F3", "Ctrl+Shift+G")),
    Row("find.library", QT_TRANSLATE_NOOP("Actions", "Search articles"), "edit", lambda w: w.panes.focus_search(), keys=("Ctrl+Shift+F", "Ctrl+L"), icon="search", rule=True),
    Row("find.notes", QT_TRANSLATE_NOOP("Actions", "Search notes"), "edit", lambda w: w.list.search_notes(), icon="note"),
    Row("search.save", QT_TRANSLATE_NOOP("Actions", "Save this search"), "edit", lambda w: w.panes.save_search(), keys=("Ctrl+Shift+S",), icon="bookmark"),
    Row("find.highlights", QT_TRANSLATE_NOOP("Actions", "Filter highlights"), "edit", lambda w: w.panes.focus_filter(), keys=("Ctrl+Alt+F",), icon="filter"),
    Row("article.next", QT_TRANSLATE_NOOP("Actions", "Next article"), "article", lambda w: w.list.go(1), keys=("J", "Alt+Down"), icon="chevron-down"),
    Row("article.previous", QT_TRANSLATE_NOOP("Actions", "Previous article"), "article", lambda w: w.list.go(-1), keys=("K", "Alt+Up"), icon="chevron-up"),
    Row("article.next_unread", QT_TRANSLATE_NOOP("Actions", "Next unread article"), "article", lambda w: w.list.go_unread(), keys=("Shift+J",)),
    Row("article.star", QT_TRANSLATE_NOOP("Actions", "Star"), "article", lambda w: w.curator.toggle_star(), keys=("S",), icon="star", checkable=True, rule=True),
    Row("article.tag", QT_TRANSLATE_NOOP("Actions", "Tag article…"), "article", lambda w: w.panes.focus_article_tags(), keys=("Ctrl+T",), icon="tag"),
    Row("article.note", QT_TRANSLATE_NOOP("Actions", "Note on the article"), "article", lambda w: w.panes.focus_article_note(), keys=("Ctrl+Shift+N",), icon="note"),
    Row("article.details", QT_TRANSLATE_NOOP("Actions", "Edit details…"), "article", lambda w: w.curator.edit_details(), keys=("F2",), icon="edit"),
    Row("article.web", QT_TRANSLATE_NOOP("Actions", "Open its web page…"), "article", lambda w: w.opens.web_page()),
    Row("article.edit_text", QT_TRANSLATE_NOOP("Actions", "Edit text…"), "article", lambda w: w.opens.edit_text(), keys=("Ctrl+Shift+E",), icon="text-size"),
    Row("article.versions", QT_TRANSLATE_NOOP("Actions", "What changed…"), "article", lambda w: w.opens.versions(), keys=("Ctrl+Shift+D",), icon="eye"),
    Row("article.similar", QT_TRANSLATE_NOOP("Actions", "Similar articles"), "article", lambda w: w.panes.show_similar(), keys=("Ctrl+Shift+M",), icon="copy"),
    Row("article.beside", QT_TRANSLATE_NOOP("Actions", "Open beside"), "article", lambda w: w.beside.move_over(), keys=("B",), icon="columns"),
    Row("article.trash", QT_TRANSLATE_NOOP("Actions", "Move to trash"), "article", lambda w: w.curator.trash(), keys=("Del",), icon="delete", where="list", rule=True),
    Row("article.restore", QT_TRANSLATE_NOOP("Actions", "Restore from trash"), "article", lambda w: w.curator.restore(), icon="restore"),
    Row("article.delete", QT_TRANSLATE_NOOP("Actions", "Delete for good"), "article", lambda w: w.curator.delete_for_good(), keys=("Shift+Del",), where="list"),
    Row("annotation.highlight", QT_TRANSLATE_NOOP("Actions", "Highlight"), "annotation", lambda w: w.annotator.highlight(), keys=("H",), icon="highlight"),
    Row("annotation.underline", QT_TRANSLATE_NOOP("Actions", "Underline"), "annotation", lambda w: w.annotator.underline(), keys=("U",), icon="underline"),
    Row("annotation.note", QT_TRANSLATE_NOOP("Actions", "Note"), "annotation", lambda w: w.annotator.edit_note(), keys=("N",), icon="note"),
    Row("annotation.tag", QT_TRANSLATE_NOOP("Actions", "Tag"), "annotation", lambda w: w.annotator.edit_tags(), keys=("T",), icon="tag"),
    Row("annotation.range", QT_TRANSLATE_NOOP("Actions", "Change range…"), "annotation", lambda w: w.annotator.begin_range(), keys=("Shift+H",), icon="range", rule=True),
    Row("annotation.end_later", QT_TRANSLATE_NOOP("Actions", "End a word later"), "range", lambda w: w.reshaper.move_end(1), keys=(">",)),
    Row("annotation.end_earlier", QT_TRANSLATE_NOOP("Actions", "End a word earlier"), "range", lambda w: w.reshaper.move_end(-1), keys=("<",)),
    Row("annotation.start_earlier", QT_TRANSLATE_NOOP("Actions", "Begin a word earlier"), "range", lambda w: w.reshaper.move_end(-1, first=True), keys=("Alt+,",)),
    Row("annotation.start_later", QT_TRANSLATE_NOOP("Actions", "Begin a word later"), "range", lambda w: w.reshaper.move_end(1, first=True), keys=("Alt+.",)),
    Row("annotation.split", QT_TRANSLATE_NOOP("Actions", "Split at the caret"), "range", lambda w: w.reshaper.split(), keys=("X",), rule=True),
    Row("annotation.join", QT_TRANSLATE_NOOP("Actions", "Merge with its neighbour"), "range", lambda w: w.reshaper.join(), keys=("M",)),
    Row("annotation.peek", QT_TRANSLATE_NOOP("Actions", "Show the note at the caret"), "annotation", lambda w: w.annotator.show_notes(), keys=("I",), icon="eye"),
    Row("annotation.set_range", QT_TRANSLATE_NOOP("Actions", "Set the new range"), "annotation", lambda w: w.annotator.set_range(), keys=("Enter", "Return"), icon="check", where="margin"),
    Row("annotation.reattach", QT_TRANSLATE_NOOP("Actions", "Re-attach or confirm the place"), "annotation", lambda w: w.annotator.reattach(), keys=("L",), icon="orphan"),
    Row("annotation.next", QT_TRANSLATE_NOOP("Actions", "Next highlight"), "annotation", lambda w: w.annotator.step(1), keys=("]", "Ctrl+Down"), icon="chevron-right", rule=True),
    Row("annotation.previous", QT_TRANSLATE_NOOP("Actions", "Previous highlight"), "annotation", lambda w: w.annotator.step(-1), keys=("[", "Ctrl+Up"), icon="chevron-left"),
    Row("annotation.delete", QT_TRANSLATE_NOOP("Actions", "Delete highlight"), "annotation", lambda w: w.annotator.delete(), keys=("Del", "Backspace"), icon="delete", where="margin", rule=True),
    Row("view.list", QT_TRANSLATE_NOOP("Actions", "Article list"), "view", lambda w: w.panes.toggle_list(), keys=("F7",), icon="sidebar-left", checkable=True),
    Row("view.sidebar", QT_TRANSLATE_NOOP("Actions", "Highlights and notes"), "view", lambda w: w.panes.toggle_sidebar(), keys=("F8",), icon="sidebar-right", checkable=True),
    Row("view.columns", QT_TRANSLATE_NOOP("Actions", "List as columns"), "view", lambda w: w.switches.columns(), keys=("Ctrl+Shift+L",), icon="columns", checkable=True),
    Row("view.only_mine", QT_TRANSLATE_NOOP("Actions", "Only my highlights"), "view", lambda w: w.switches.only_mine(), keys=("Ctrl+Alt+M",), icon="eye", checkable=True),
    Row("view.larger", QT_TRANSLATE_NOOP("Actions", "Larger text"), "view", lambda w: w.switches.resize_text(1), keys=("Ctrl++", "Ctrl+="), icon="plus", rule=True),
    Row("view.smaller", QT_TRANSLATE_NOOP("Actions", "Smaller text"), "view", lambda w: w.switches.resize_text(-1), keys=("Ctrl+-",), icon="minus"),
    Row("view.sans", QT_TRANSLATE_NOOP("Actions", "Text without serifs"), "view", lambda w: w.switches.sans(), checkable=True),
    Row("view.even", QT_TRANSLATE_NOOP("Actions", "Even lines, with hyphens"), "view", lambda w: w.switches.flip("reader_even"), checkable=True),
    Row("view.by_tag", QT_TRANSLATE_NOOP("Actions", "Highlights in the colour of their tag"), "view", lambda w: w.switches.flip("colour_by_tag"), checkable=True, rule=True),
    Row("view.digits", QT_TRANSLATE_NOOP("Actions", "Highlights with the digit of their colour"), "view", lambda w: w.switches.flip("mark_digits"), checkable=True),
    Row("view.aloud", QT_TRANSLATE_NOOP("Actions", "Read aloud from the caret"), "view", lambda w: w.aloud.toggle(), keys=("Ctrl+Shift+R",), checkable=True, rule=True),
    Row("view.focus", QT_TRANSLATE_NOOP("Actions", "Only the text"), "view", lambda w: w.switches.focus(), keys=("F9",), checkable=True),
    Row("view.fullscreen", QT_TRANSLATE_NOOP("Actions", "Full screen"), "view", lambda w: w.switches.full_screen(), keys=("F11",), checkable=True),
    Row("view.swap", QT_TRANSLATE_NOOP("Actions", "Swap the two texts"), "view", lambda w: w.readers.swap(), icon="swap"),
    Row("view.close_text", QT_TRANSLATE_NOOP("Actions", "Close this text"), "view", lambda w: w.beside.close(), keys=("Ctrl+W",), icon="close"),
    Row("view.next_pane", QT_TRANSLATE_NOOP("Actions", "Next pane"), "view", lambda w: w.panes.go_to(1), keys=("F6",)),
    Row("view.previous_pane", QT_TRANSLATE_NOOP("Actions", "Previous pane"), "view", lambda w: w.panes.go_to(-1), keys=("Shift+F6",)),
    Row("view.palette", QT_TRANSLATE_NOOP("Actions", "Go to anything…"), "view", lambda w: w.opens.palette(), keys=("Ctrl+K", "Ctrl+Shift+P"), icon="search", rule=True),
    Row("help.keys", QT_TRANSLATE_NOOP("Actions", "All keys"), "help", lambda w: w.opens.keys(), keys=("F1", "?"), icon="keyboard"),
    Row("search.help", QT_TRANSLATE_NOOP("Actions", "How to search"), "help", lambda w: w.opens.search_help(), icon="search"),
    Row("help.links", QT_TRANSLATE_NOOP("Actions", "From the browser…"), "help", lambda w: w.outside.web().show_link_page(), icon="external-link"),
    Row("samples.add", QT_TRANSLATE_NOOP("Actions", "Show the sample articles"), "help", lambda w: w.add_samples(), icon="article", rule=True),
    Row("samples.remove", QT_TRANSLATE_NOOP("Actions", "Remove the sample articles"), "help", lambda w: w.remove_samples()),
    Row("help.about", QT_TRANSLATE_NOOP("Actions", "About Glosa"), "help", lambda w: w.opens.about(), icon="info", rule=True),
)  # fmt: skip


def rows() -> tuple[Row, ...]:
    """Return the table with the rows that follow from values: colours, statuses, themes."""
    return (*ROWS, *_colours(), *_statuses(), *_themes())


def build(window: MainWindow) -> dict[str, QAction]:
    """Return the window's actions by id, each bound to what it calls."""
    actions: dict[str, QAction] = {}
    for row in rows():
        action = QAction(window)
        action.setObjectName(row.id)
        action.setProperty("group", row.menu)
        action.setCheckable(row.checkable)
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        if row.where != "window":
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(_Call(row, window))
        actions[row.id] = action
    return actions


def call_colours(actions: dict[str, QAction], names: ColourNames) -> None:
    """Put words on *actions* as `label` does, on colours those that the user gave them."""
    for colour in COLOURS:
        said = names.whole(colour).replace("&", "&&") if colour in names.labels else ""
        actions[f"annotation.colour.{colour}"].setProperty("called", said)
    label(actions)


def label(actions: dict[str, QAction]) -> None:
    """Put the words of the window's language on *actions*."""
    for row in rows():
        action = actions[row.id]
        text = action.property("called") or words(row)
        action.setText(text)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        plain = text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
        action.setToolTip(tool_tip(f"{plain} ({keys})" if keys else plain))


class _Call:
    """Calls a row's verb without its `checked` argument; holds no cycle through a lambda.

    What the user can mend is told in the window's bar: an article may be gone meanwhile.
    """

    def __init__(self, row: Row, window: MainWindow) -> None:
        self._row = row
        self._window = window

    def __call__(self, _checked: bool = False) -> None:
        if self._row.menu in _OF_READING or self._row.id.startswith(("find.", "search.save")):
            self._window.notebook.leave()
        try:
            self._row.run(self._window)
        except UserError as error:
            self._window.context.tell(texts.error_text(error), "warning")


_OF_READING = ("article", "annotation", "select", "status", "colour", "range")


def words(row: Row) -> str:
    """Return what an action is called in the window's language, with "&" and "…"."""
    group, _, value = row.id.rpartition(".")
    if group == "annotation.colour":
        return texts.colour_name(value)
    if group == "article.status":
        return texts.status_name(value)
    return QCoreApplication.translate("Actions", row.text)


def _colours() -> tuple[Row, ...]:
    return tuple(
        Row(
            f"annotation.colour.{colour}",
            "",
            "colour",
            lambda w, colour=colour: w.annotator.colour(colour),
            keys=(str(number),),
        )
        for number, colour in enumerate(COLOURS, 1)
    )


def _statuses() -> tuple[Row, ...]:
    keys = {"unread": "Shift+U", "reading": "", "read": "R", "archived": "A"}
    return tuple(
        Row(
            f"article.status.{status}",
            "",
            "status",
            lambda w, status=status: w.curator.set_status(status),
            keys=(keys[status],) if keys[status] else (),
            checkable=True,
        )
        for status in STATUSES
    )


_THEMES = {
    "system": QT_TRANSLATE_NOOP("Actions", "Follow the system"),
    "light": QT_TRANSLATE_NOOP("Actions", "Light"),
    "sepia": QT_TRANSLATE_NOOP("Actions", "Sepia"),
    "dark": QT_TRANSLATE_NOOP("Actions", "Dark"),
    "contrast": QT_TRANSLATE_NOOP("Actions", "High contrast"),
}


def _themes() -> tuple[Row, ...]:
    return tuple(
        Row(
            f"view.theme.{name}",
            _THEMES[name],
            "theme",
            lambda w, name=name: w.context.settings.set("theme", name),
            checkable=True,
        )
        for name in ("system", *PALETTES)
    )

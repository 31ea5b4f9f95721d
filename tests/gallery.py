"""Every window, dialog, popup and empty state of the program, each opened on the sample articles.

The walk of the accessible tree and the contact sheet both go through `SIGHTS`: a window that is not
in this table is looked at by nobody.
"""

import threading
from array import array
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QDeadlineTimer, QEvent, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget, QWidget

from desktop.app import Session
from desktop.core import note_links
from desktop.core.errors import UserError
from desktop.core.ids import new_uuid
from desktop.core.image import image
from desktop.core.pictures import of_blocks, picture, with_pictures
from desktop.core.portable import PortableArticle
from desktop.formats.text_templates.ours import ours
from desktop.library import backup, tags
from desktop.library.connection import Reader
from desktop.library.pool import THREADS
from desktop.operations import annotate, colour_label, feeds, read, tag
from desktop.operations.follow_jobs import ALL, EACH_MARKDOWN, new_job
from desktop.operations.import_articles import Failure, ImportReport, store
from desktop.operations.selection import Selection
from desktop.operations.templates import preview_selection
from desktop.ui.context import Context
from desktop.ui.main_window import MainWindow
from tests.builders import document

PATIENCE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Sight:
    """One thing to look at: `open` gives the window that shows it. `filled`: with the samples."""

    open: Callable[[MainWindow], QWidget]
    filled: bool = True


def until(holds: Callable[[], object]) -> None:
    """Wait, at most a minute, until something holds."""
    end = QDeadlineTimer(PATIENCE_MS)
    while not holds():
        assert not end.hasExpired(), "what was waited for did not come"
        QTest.qWait(5)


def fill(session: Session) -> None:
    """Put the samples in, with tags that say what belongs under them, and open one article."""
    window = session.window
    session.begin()
    until(lambda: window.reader.article and len(window.list.result_ids()) >= 8)
    library = window.context.library
    first = tags.tree(window.context.reader)[0]
    library.run(tag.describe, tag_id=first.id, description="What was said and can be looked up.")
    until(lambda: window.annotator.highlights)


def show(session: Session, name: str) -> QWidget:
    """Open the sight *name* in *session*; return its window, shown and settled."""
    sight = SIGHTS[name]
    window = session.window
    window.show()
    if sight.filled:
        fill(session)
    made = sight.open(window)
    made.show()
    made.activateWindow()
    until(made.isVisible)
    settle(window.context)
    return made


def settle(context: Context) -> None:
    """Let everything that was asked for arrive and be laid out."""
    for _ in range(3):
        context.dispatch.settle()
        context.jobs.wait()
        _let_answers_come(context)
        QTest.qWait(20)


def _let_answers_come(context: Context) -> None:
    """Wait until each thread of the readers has been free: all that was asked for is answered."""
    meeting, met = threading.Barrier(THREADS), list[int]()
    for number in range(THREADS):
        context.jobs.ask(f"settling {number}", lambda _: meeting.wait(), met.append)
    until(lambda: len(met) == THREADS)


def close(session: Session, shown: QWidget) -> None:
    """Close what `show` opened."""
    if shown is not session.window:
        shown.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus
    return focus


def _window(window: MainWindow) -> QWidget:
    return window


def _card_open(window: MainWindow) -> QWidget:
    window.annotator.step(1)
    return window


def _linking(window: MainWindow) -> QWidget:
    """A note that links, read; and one that is being written, with what it could link to."""
    first, second = window.annotator.highlights[:2]
    link = note_links.written(first.exact, "annotation", first.uuid)
    gone = note_links.written("dawny cytat", "annotation", new_uuid())
    note = f"**Sprawdzić**: {link}, {gone}.\n\n- *raz*\n- `dwa`"
    window.context.dispatch.do(annotate.set_note, annotation_id=second.id, note=note)
    settle(window.context)
    window.annotator.choose(first.id, reveal=True)
    until(window.sidebar._list.card.backlinks.isVisible)
    window.sidebar.edit_note(first.id)
    QTest.keyClicks(_focus(), " [[")
    return window


def _naming_colours(window: MainWindow) -> QWidget:
    for colour, name in (("yellow", "Twierdzenie"), ("blue", "Liczba")):
        window.context.dispatch.do(colour_label.set_label, colour=colour, name=name)
    settle(window.context)
    window.sidebar._header.legend.edit.click()
    return window


def _nothing_found(window: MainWindow) -> QWidget:
    window.list.set_query("wodorosty")
    until(lambda: not window.list.result_ids())
    return window


def _find(window: MainWindow) -> QWidget:
    window.reader.find()
    QTest.keyClicks(_focus(), "w")
    return window


def _searching(window: MainWindow) -> QWidget:
    window.panes.focus_search()
    QTest.keyClicks(_focus(), "t")
    return window


def _tagging(window: MainWindow) -> QWidget:
    window.panes.focus_article_tags()
    QTest.keyClick(_focus(), Qt.Key.Key_Down)
    return window


def _folded(window: MainWindow) -> QWidget:
    window.panes.toggle_list()
    window.panes.toggle_sidebar()
    return window


def _columns(window: MainWindow) -> QWidget:
    window.switches.columns()
    return window


def _two_texts(window: MainWindow) -> QWidget:
    """Articles without tags: what the Tab key comes upon is the same, whichever is active."""
    for row in (5, 7):
        _read_row(window, row)
    window.verbs["article.beside"].trigger()
    until(lambda: len([pane for pane in window.readers.panes if pane.article]) == 2)
    until(lambda: window.reader is window.readers.panes[1])
    return window


def _read_row(window: MainWindow, row: int) -> None:
    wanted = window.list.result_ids()[row]
    window.open_article(wanted)
    until(lambda: window.reader.article and window.reader.article.id == wanted)


def _message(window: MainWindow) -> QWidget:
    window.messages.tell("The file could not be read: it is empty.", "error", action="Undo")
    return window


def _notebook(window: MainWindow) -> QWidget:
    window.notebook.toggle()
    page = window.notebook.page()
    until(lambda: page.model.entries or not window.list.result_ids())
    return window


def _notebook_narrow(window: MainWindow) -> QWidget:
    _notebook(window)
    page = window.notebook.page()
    page.top.search.setFocus()
    QTest.keyClicks(_focus(), "wodorosty")
    until(lambda: not page.model.entries)
    return window


def _statistics(window: MainWindow) -> QWidget:
    window.notebook.show_statistics()
    return window


def _notebook_export(window: MainWindow) -> QWidget:
    from desktop.ui.dialogs.export_dialog import ExportDialog

    ids = array("q", [one.id for one in window.annotator.highlights])
    made = ExportDialog(window.context, listed=ids, first="notebook", parent=window)
    made.format.choose_template(ours()[0])
    return made


def _export(window: MainWindow) -> QWidget:
    from desktop.ui.dialogs.export_dialog import ExportDialog

    return ExportDialog(
        window.context,
        current=window.reader.article.id if window.reader.article else None,
        selected=[],
        results=window.list.result_ids(),
        searching=False,
        parent=window,
    )


def _templates(window: MainWindow) -> QWidget:
    from desktop.ui.templates.dialog import TemplatesDialog

    def pick(reader: Reader) -> tuple[PortableArticle, ...]:
        return preview_selection(reader, Selection())

    made = TemplatesDialog(window.context, pick, window, name="Plain quotes")
    made.copy()
    return made


def _agreement(window: MainWindow) -> QWidget:
    from desktop.ui.dialogs.agreement_dialog import AgreementDialog

    return AgreementDialog(window.context, window.list.result_ids(), window)


def _code_apart(window: MainWindow) -> None:
    """Let two people mark the open article: some alike, some not."""
    assert window.reader.article
    text = window.reader.text
    at = text.index(" ", len(text) // 3) + 1
    ends = [at + 60, at + 75, at + 130, at + 160, at + 240, at + 280]
    marks = (
        ("Ewa", at, ends[0], "Claim/Disputed", "Skąd ta liczba? Warto zapytać rzecznika."),
        ("Jan", at, ends[1], "Claim", ""),
        ("Ewa", ends[2], ends[3], "Źródło", ""),
        ("Ewa", ends[4], ends[5], "Claim", ""),
        ("Jan", ends[4], ends[5], "Claim", "Tak samo."),
    )
    for author, start, end, path, note in marks:
        window.context.library.run(
            annotate.add_highlight,
            article_id=window.reader.article.id, start=start, end=end, author=author,
            note=note, tag_paths=[path], colour={"Ewa": "yellow", "Jan": "blue"}[author],
        )  # fmt: skip


def _settle(window: MainWindow) -> QWidget:
    _code_apart(window)
    made = window.opens.settle_differences()
    until(lambda: len(made.queue.shown) >= 2)
    return made


def _settle_own(window: MainWindow) -> QWidget:
    made = _settle(window)
    made.decision.write_own()  # type: ignore[attr-defined]
    return made


def _settle_nothing(window: MainWindow) -> QWidget:
    made = window.opens.settle_differences()
    until(lambda: not made.reading.loading)
    settle(window.context)
    return made


def _backups(window: MainWindow) -> QWidget:
    from desktop.ui.dialogs.backups import BackupsDialog

    settle(window.context)
    backup.make_if_due(window.context.library.path, after=backup.NOW)
    return BackupsDialog(window.context, window)


def _check(window: MainWindow) -> QWidget:
    from desktop.ui.dialogs.library_check import CheckDialog

    return CheckDialog(window.context, lambda: None, window)


def _recovery(window: MainWindow) -> QWidget:
    from desktop.ui.dialogs.recovery import RecoveryDialog

    return RecoveryDialog(window.context.library.path, window)


def _tags(window: MainWindow) -> QWidget:
    from desktop.ui.tags.manager import TagManager

    return TagManager(window.context, window)


def _tags_new(window: MainWindow) -> QWidget:
    made = _tags(window)
    made.show()
    settle(window.context)
    made.new_tag()  # type: ignore[attr-defined]
    return made


def _replace(window: MainWindow) -> QWidget:
    from desktop.ui.tags.manager_replace import ReplaceDialog

    window.context.library.run(tag.create, path="Liczby")
    window.context.library.run(tag.create, path="Twierdzenie/Liczby")
    made = ReplaceDialog(window.context, window)
    made.old.setText("by")
    made.new.setText("ba")
    until(lambda: made.shown)
    return made


def _merge(window: MainWindow) -> QWidget:
    from desktop.ui.tags.manager_questions import merge_chooser

    there = tags.tree(window.context.reader)
    return merge_chooser(window.context, there, there[0], window)


def _trash(window: MainWindow) -> QWidget:
    from desktop.ui.dialogs.trash import TrashDialog

    library = window.context.library
    if marks := window.annotator.highlights:
        library.run(annotate.delete, annotation_ids=[marks[0].id])
        library.run(read.trash, article_ids=[window.list.result_ids()[-1]])
    return TrashDialog(window.context, window)


def _from_the_web(window: MainWindow) -> QWidget:
    return window.outside.web().ask(["https://example.org/a/rather/long/address/of/a/page.html"])


def _feeds(window: MainWindow) -> QWidget:
    folders = ("", "Prasa", "Prasa/Lokalna")
    outlines = [(f"Kurier {folder}", f"https://example.org/{folder}", folder) for folder in folders]
    window.context.library.run(feeds.add_many, outlines=outlines)
    return window.outside.web().show_feeds()


def _no_feeds(window: MainWindow) -> QWidget:
    return window.outside.web().show_feeds()


def _link_page(window: MainWindow) -> QWidget:
    from desktop.ui.web.link_page import LinkPage

    return LinkPage(window.context, window)


def _import_window(window: MainWindow) -> QWidget:
    from desktop.ui.dialogs.import_window import ImportWindow

    folder = window.context.library.path.parent / "to look at"
    folder.mkdir(exist_ok=True)
    (folder / "a.txt").write_text("Zwykły tekst.", encoding="utf-8")
    (folder / "b.csv").write_text("Nagłówek;Treść\nPierwszy;Długi tekst\n", encoding="utf-8")
    (folder / "c.json").write_text("[", encoding="utf-8")
    made = ImportWindow(window.context, [folder], window)
    until(lambda: made.findChild(QTableWidget) is not None)
    return made


def _history(window: MainWindow) -> QWidget:
    from desktop.ui.dialogs.history import HistoryDialog

    _trash(window).close()
    window.context.library.undo()
    return HistoryDialog(window.context, window)


def _autotag(window: MainWindow) -> QWidget:
    from desktop.ui.dialogs.autotag import AutotagDialog

    made = AutotagDialog(window.context, {"results": window.list.result_ids(), "all": None}, window)
    made.words.setText("zapora")
    made.tag.setText("Temat/Rzeka")
    made.find()
    until(lambda: made.chosen)
    return made


def _preferences(window: MainWindow) -> QWidget:
    from desktop.ui.dialogs.preferences import PreferencesDialog

    return PreferencesDialog(window.context, window)


def _keys(window: MainWindow) -> QWidget:
    from desktop.ui.dialogs.keys import KeysDialog

    verbs, titles = window.verbs.values(), window.menu_titles()
    return KeysDialog(verbs, titles, window.context, window, keymap=window.keymap)


def _palette(window: MainWindow) -> QWidget:
    from desktop.ui.dialogs.command_palette import CommandPalette

    window.opens.palette()
    made = window.findChild(CommandPalette)
    assert made
    return made


def _search_help(window: MainWindow) -> QWidget:
    from desktop.ui.dialogs.search_help import SearchHelp

    return SearchHelp(window.context, window)


def _details(window: MainWindow) -> QWidget:
    from desktop.ui.dialogs.details import DetailsDialog

    assert window.reader.article
    return DetailsDialog(window.context, window.reader.article.id, window)


def _edit_text(window: MainWindow) -> QWidget:
    from desktop.ui.dialogs.edit_text import EditTextDialog

    assert window.reader.article
    return EditTextDialog(window.context, window.reader.article.id, window)


def _with_picture(window: MainWindow) -> QWidget:
    """Open an article with a picture over its second paragraph."""
    shown = image("image/png", 640, 360, _drawn(640, 360))
    one = document("Most o świcie.\n\nWidok z lewego brzegu, przed remontem.\n\n" + "Tekst. " * 60)
    blocks = list(one.blocks)
    blocks[1] = with_pictures(replace(blocks[1], kind="caption"), [picture(shown)])
    stored = replace(one, title="Most", blocks=tuple(blocks), images=(shown,))
    done = window.context.library.run(store, documents=[stored])
    window.reader.open(done.result.imported[0])
    until(lambda: window.reader.article and window.reader.article.title == "Most")
    return window


def _drawn(width: int, height: int) -> bytes:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    with QPainter(made) as painter:
        sky = QLinearGradient(0, 0, 0, height)
        sky.setColorAt(0, QColor("#e9b872"))
        sky.setColorAt(1, QColor("#34526b"))
        painter.fillRect(made.rect(), sky)
    buffer = QBuffer()
    made.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _picture(window: MainWindow) -> QWidget:
    from desktop.ui.dialogs.picture_viewer import PictureViewer

    text = _with_picture(window) and window.reader.article_text
    assert text
    shown = replace(next(of_blocks(text.blocks)), alt="Widok z lewego brzegu, przed remontem.")
    return PictureViewer(window.context, shown, window)


def _versions(window: MainWindow) -> QWidget:
    from desktop.ui.compare.versions import VersionsWindow

    assert window.reader.article
    return VersionsWindow(window.context, window.reader.article.id, window).dialog


def _two_articles(window: MainWindow) -> QWidget:
    from desktop.ui.compare.articles import ArticlesWindow

    ids = window.list.result_ids()
    return ArticlesWindow(window.context, ids[0], ids[1], window).dialog


def _about(window: MainWindow) -> QWidget:
    from desktop.ui.dialogs.about import AboutDialog

    return AboutDialog(window.context, window)


def _link(window: MainWindow) -> QWidget:
    from desktop.core.links import target
    from desktop.ui.links import LinkDialog

    found = target("https://example.org/a/rather/long/address/of/a/page?with=a&question=in-it")
    assert found
    return LinkDialog(found, window)


def _report(window: MainWindow) -> QWidget:
    from desktop.ui.dialogs.import_report import ImportReportDialog

    report = ImportReport(imported=[1, 2], duplicates=1)
    report.failures.append(Failure(Path("notes/empty.txt"), UserError("This file is empty.")))
    return ImportReportDialog(window.context, report, window)


def _crash(window: MainWindow) -> QWidget:
    from desktop.ui.dialogs.crash import CrashDialog

    return CrashDialog("Traceback\nValueError", Path("glosa.log"), window)


def _follow(window: MainWindow) -> QWidget:
    from desktop.ui.dialogs.follow_dialog import FollowDialog

    folder = window.context.library.path.parent / "Obsidian"
    folder.mkdir(exist_ok=True)
    library = window.context.library.path
    following = window.outside.following()
    done = new_job(library, format=EACH_MARKDOWN, what=ALL, folder=folder)
    following.add(replace(done, begun=True, last="2024-05-06T07:08:09.123Z", paused=True))
    away = new_job(library, format="CSV", what=ALL, folder=folder / "away")
    following.add(away)
    following.run_now(away.id)
    until(lambda: following.state(away.id).error)
    return FollowDialog(window.context, following, window)


def _follow_none(window: MainWindow) -> QWidget:
    from desktop.ui.dialogs.follow_dialog import FollowDialog

    return FollowDialog(window.context, window.outside.following(), window)


def _follow_new(window: MainWindow) -> QWidget:
    from desktop.ui.dialogs.follow_new import NewFollowDialog

    return NewFollowDialog(window.context, window)


SIGHTS: dict[str, Sight] = {
    "exports that follow": Sight(_follow),
    "exports that follow, none": Sight(_follow_none),
    "one more export that follows": Sight(_follow_new),
    "window": Sight(_window),
    "window, nothing in it": Sight(_window, filled=False),
    "window, a card open": Sight(_card_open),
    "window, links in notes": Sight(_linking),
    "window, naming colours": Sight(_naming_colours),
    "window, nothing found": Sight(_nothing_found),
    "window, find bar": Sight(_find),
    "window, search": Sight(_searching),
    "window, tagging": Sight(_tagging),
    "window, folded": Sight(_folded),
    "window, columns": Sight(_columns),
    "window, two texts": Sight(_two_texts),
    "window, message": Sight(_message),
    "notebook": Sight(_notebook),
    "notebook, nothing in it": Sight(_notebook, filled=False),
    "notebook, nothing found": Sight(_notebook_narrow),
    "statistics": Sight(_statistics),
    "notebook export": Sight(_notebook_export),
    "export": Sight(_export),
    "templates": Sight(_templates),
    "agreement": Sight(_agreement),
    "settle": Sight(_settle),
    "settle, in one's own way": Sight(_settle_own),
    "settle, nothing to settle": Sight(_settle_nothing, filled=False),
    "backups": Sight(_backups),
    "check": Sight(_check),
    "recovery": Sight(_recovery),
    "tags": Sight(_tags),
    "tags, nothing in it": Sight(_tags, filled=False),
    "tags, a new one": Sight(_tags_new),
    "tags, find and replace": Sight(_replace),
    "merge tags": Sight(_merge),
    "trash": Sight(_trash),
    "trash, nothing in it": Sight(_trash, filled=False),
    "add from the web": Sight(_from_the_web),
    "feeds": Sight(_feeds),
    "feeds, nothing in it": Sight(_no_feeds, filled=False),
    "link page": Sight(_link_page),
    "import window": Sight(_import_window),
    "history": Sight(_history),
    "history, nothing in it": Sight(_history, filled=False),
    "tag sentences": Sight(_autotag),
    "preferences": Sight(_preferences),
    "keys": Sight(_keys),
    "palette": Sight(_palette),
    "search help": Sight(_search_help),
    "details": Sight(_details),
    "edit text": Sight(_edit_text),
    "window, a picture": Sight(_with_picture),
    "picture": Sight(_picture),
    "versions": Sight(_versions),
    "two articles": Sight(_two_articles),
    "about": Sight(_about),
    "link": Sight(_link),
    "import report": Sight(_report),
    "crash": Sight(_crash),
}

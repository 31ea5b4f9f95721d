"""Notes as they read: links that lead somewhere, `[[`, and where a highlight is linked from."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.core import note_links
from desktop.library import annotations, articles
from desktop.operations import annotate, read, tag
from desktop.ui.notes.link_typing import LinkModel
from desktop.ui.notes.note_view import NoteView
from desktop.ui.sidebar.note_edit import NoteEdit

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
GONE = "01920f0a-7c3e-7123-8abc-0123456789ab"


def note_of(desk: Any) -> NoteEdit:
    return desk.sidebar.annotation_note


def view_of(note: NoteEdit) -> NoteView:
    found = note.findChild(NoteView)
    assert found
    return found


def opened(desk: Any, note: str) -> int:
    """Add a highlight with *note* and open its card."""
    made = desk.highlight(0, 6, note=note)
    desk.reload()
    desk.sidebar.select_annotation(made)
    return made


def link_to(desk: Any, annotation_id: int, words: str = "tam") -> str:
    uuid = annotations.get(desk.context.reader, annotation_id).uuid
    return note_links.written(words, "annotation", uuid)


def formats(document: QTextDocument) -> dict[str, QTextCharFormat]:
    """Return the format of each stretch of text."""
    found: dict[str, QTextCharFormat] = {}
    block = document.begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            found[at.fragment().text()] = at.fragment().charFormat()
            at += 1  # type: ignore[assignment]
        block = block.next()
    return found


def place_of(view: NoteView, words: str) -> QPoint:
    cursor = view.document().find(words)
    assert not cursor.isNull()
    cursor.setPosition(cursor.selectionStart() + 1)
    return view.cursorRect(cursor).center()


def test_a_note_reads_as_what_it_means_until_one_writes_in_it(desk: Any) -> None:
    opened(desk, "**Ważne** i *krzywe*\n\n- raz\n- dwa")
    note, view = note_of(desk), view_of(note_of(desk))
    assert note.is_read
    assert view.isVisible()
    assert view.toPlainText() == "Ważne i krzywe\n• raz\n• dwa"
    looks = formats(view.document())
    assert looks["Ważne"].fontWeight() > 500
    assert looks["krzywe"].fontItalic()
    height = note.height()
    note.setFocus()
    desk.qtbot.waitUntil(lambda: not note.is_read)
    assert note.toPlainText().startswith("**Ważne**")
    QTest.keyClicks(note, "x")
    desk.cards.setFocus()
    desk.qtbot.waitUntil(lambda: note.is_read)
    desk.settle()
    assert "x" in desk.stored_note(desk.cards.current_id)
    desk.qtbot.waitUntil(lambda: note.height() == height)


def test_a_click_beside_links_writes_on_in_the_line(desk: Any) -> None:
    opened(desk, "pierwsza\n\n- druga\n- trzecia")
    note, view = note_of(desk), view_of(note_of(desk))
    at = place_of(view, "druga")
    desk.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    desk.qtbot.waitUntil(note.hasFocus)
    assert note.textCursor().block().text() == "- druga"
    assert note.textCursor().atBlockEnd()
    desk.qtbot.waitUntil(lambda: not view.isVisible())


def test_links_are_followed_and_what_is_gone_is_struck(desk: Any) -> None:
    other = desk.highlight(30, 40)
    gone = note_links.written("dawne", "annotation", GONE)
    opened(desk, f"zob. {link_to(desk, other)}, {gone}, [sieć](https://example.org/a)")
    view = view_of(note_of(desk))
    wanted: list[str] = []
    desk.sidebar.link_wanted.connect(wanted.append)
    for words in ("tam", "sieć", "dawne"):
        desk.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, words))
    uuid = annotations.get(desk.context.reader, other).uuid
    assert wanted == [
        f"glosa:annotation/{uuid}",
        "https://example.org/a",
        f"glosa:annotation/{GONE}",
    ]
    looks = formats(view.document())
    assert not looks["tam"].fontStrikeOut()
    assert looks["dawne"].fontStrikeOut()
    assert "any more" in view.said_of(f"glosa:annotation/{GONE}")
    quote = annotations.get(desk.context.reader, other).exact
    assert view.said_of(wanted[0]).startswith(quote)
    assert view.said_of(wanted[1]) == "https://example.org/a"
    assert "no address" in view.said_of("https://")
    assert desk.cards.current_id != other  # the window goes there, not the view


def test_a_target_that_goes_or_comes_back_shows_at_once(desk: Any) -> None:
    other = desk.highlight(30, 40)
    opened(desk, link_to(desk, other))
    view = view_of(note_of(desk))
    desk.context.dispatch.do(annotate.delete, annotation_ids=[other])
    desk.qtbot.waitUntil(lambda: formats(view.document())["tam"].fontStrikeOut())
    desk.context.dispatch.undo()
    desk.qtbot.waitUntil(lambda: not formats(view.document())["tam"].fontStrikeOut())


def test_the_key_follows_the_link_at_the_caret(desk: Any) -> None:
    other = desk.highlight(30, 40)
    opened(desk, f"🦊🦊 {link_to(desk, other)} dalej")
    note = note_of(desk)
    wanted: list[str] = []
    desk.sidebar.link_wanted.connect(wanted.append)
    note.setFocus()
    note.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wanted == []
    cursor = note.textCursor()
    cursor.setPosition(8)  # 🦊 is two units of Qt
    note.setTextCursor(cursor)
    QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(wanted) == 1
    assert note.toPlainText().endswith("dalej")


def test_two_brackets_offer_what_can_be_linked_to(
    desk: Any, add_article: Callable[..., int]
) -> None:
    add_article("Inny tekst", title="Rzeka Warta")
    desk.context.library.run(tag.create, path="Miejsca/Rzeka")
    made = opened(desk, "")
    note = note_of(desk)
    popup = note._links.popup
    note.setFocus()
    note.insertPlainText("🦊 ")
    QTest.keyClicks(note, "por. [[rzek")
    desk.qtbot.waitUntil(popup.isVisible)
    desk.qtbot.waitUntil(lambda: len(popup.rows.found) == 2)
    assert [one.name for one in popup.rows.found] == ["Miejsca/Rzeka", "Rzeka Warta"]
    QTest.keyClick(note, Qt.Key.Key_Down)
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert not popup.isVisible()
    link = note_links.find(note.toPlainText())[0]
    assert (link.label, link.kind, link.start) == ("Rzeka Warta", "article", 7)
    assert note.toPlainText().count("[[") == 1
    note.undo()  # one step
    assert note.toPlainText() == "🦊 por. [[rzek"
    note.redo()
    note.flush()
    desk.settle()
    assert desk.stored_note(made) == note.toPlainText()


def test_tab_takes_escape_refuses_and_a_closing_bracket_is_not_doubled(desk: Any) -> None:
    desk.context.library.run(tag.create, path="Rzeka")
    opened(desk, "")
    note = note_of(desk)
    popup = note._links.popup
    note.setFocus()
    QTest.keyClicks(note, "[[Rzek]]")
    note.moveCursor(QTextCursor.MoveOperation.Left)
    note.moveCursor(QTextCursor.MoveOperation.Left)
    desk.qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(note, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert note.hasFocus()
    QTest.keyClicks(note, "a")
    desk.settle()
    assert not popup.isVisible()  # refused for this link
    note.setPlainText("")
    QTest.keyClicks(note, "[[Rzek")
    desk.qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert note_links.readable(note.toPlainText()) == "Rzeka"
    assert note.hasFocus()
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert not note.hasFocus()


def test_nothing_that_fits_offers_nothing(desk: Any) -> None:
    opened(desk, "")
    note = note_of(desk)
    note.setFocus()
    QTest.keyClicks(note, "[[wodorosty")
    desk.settle()
    assert not note._links.popup.isVisible()
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert note.toPlainText() == "[[wodorosty\n"


def test_the_model_of_the_list_is_sound(desk: Any, qtmodeltester: Any) -> None:
    from desktop.library.note_targets import suggestions

    model = LinkModel(desk.context.theme)
    qtmodeltester.check(model)
    model.show(suggestions(desk.context.reader, "", 5))
    assert model.rowCount() > 0


def test_backlinks_say_who_links_here(desk: Any, add_article: Callable[..., int]) -> None:
    other = desk.highlight(30, 40)
    made = opened(desk, "")
    line = desk.cards.card.findChild(QPushButton, "backlinks")
    whole = desk.sidebar._article.backlinks
    assert line.isHidden()
    desk.context.dispatch.do(
        annotate.set_note, annotation_id=other, note=f"zob. {link_to(desk, made)}"
    )
    desk.qtbot.waitUntil(line.isVisible)
    wanted: list[str] = []
    desk.sidebar.link_wanted.connect(wanted.append)
    line.menu_of_notes().actions()[0].trigger()
    assert wanted == [f"glosa:annotation/{annotations.get(desk.context.reader, other).uuid}"]
    uuid = articles.get(desk.context.reader, desk.article_id).uuid
    elsewhere = add_article("Drugi", title="Drugi & trzeci")
    desk.context.dispatch.do(
        read.set_article_note,
        article_id=elsewhere,
        note=note_links.written("x", "article", uuid),
    )
    desk.qtbot.waitUntil(whole.isVisible)
    assert whole.menu_of_notes().actions()[0].text() == "Drugi && trzeci"
    desk.context.dispatch.do(annotate.set_note, annotation_id=other, note="")
    desk.qtbot.waitUntil(line.isHidden)


def test_a_hostile_note_is_shown_and_kept(desk: Any) -> None:
    for hostile in (">" * 100_000, "a *b* " * 100_000, '<img src="file:///etc/passwd">'):
        made = desk.highlight(0, 6, note=hostile)
        desk.reload()
        desk.sidebar.select_annotation(made)
        view = view_of(note_of(desk))
        assert view.toPlainText()
        assert note_of(desk).height() < 400
        desk.sidebar.flush()
        desk.settle()
        assert desk.stored_note(made) == hostile
    assert "<img" in view_of(note_of(desk)).toPlainText()


def test_closed_cards_read_without_marks(desk: Any) -> None:
    from desktop.ui.sidebar.card_face import set_card

    other = desk.highlight(30, 40)
    one = annotations.get(
        desk.context.reader, desk.highlight(0, 6, note=f"**A** {link_to(desk, other)}")
    )
    face = set_card(one, 320, desk.cards._delegate.type)
    assert face.note == ("A tam",)


@pytest.mark.parametrize("scale", [100, 200])
def test_the_whole_note_has_room(desk: Any, scale: int) -> None:
    desk.context.settings.set("text_scale", scale)
    opened(desk, "Akapit z kilkoma słowami, który się łamie na kilka wierszy.\n\n- a\n- b")
    QApplication.sendPostedEvents()
    view = view_of(note_of(desk))
    desk.qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() == 0)
    assert view.height() >= view.document().size().height() - 1

"""The sidebar as a user meets it: cards, notes that save themselves, tags, filter, keys."""

from contextlib import closing
from dataclasses import replace
from typing import ClassVar

import pytest
from PySide6.QtCore import QPoint, Qt, QTranslator
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from desktop.library import articles, tags
from desktop.library.word_collecting import collect
from desktop.operations import annotate, read
from desktop.ui.controls.chips import TagChips
from desktop.ui.sidebar.highlights_header import FilterLine

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def texts_of(desk) -> list[str]:
    return [label.text() for label in desk.sidebar.findChildren(QLabel) if label.isVisible()]


def filter_by(desk, text: str) -> None:
    field = desk.sidebar.findChild(FilterLine)
    field.setText(text)
    desk.qtbot.waitUntil(lambda: desk.cards.model().filtered == bool(text))


def test_without_an_article_there_is_one_sentence(desk):
    desk.sidebar.set_article(None, "")
    desk.sidebar.set_annotations([])
    assert any("Open an article" in text for text in texts_of(desk))
    assert not desk.article_note.isVisible()
    assert not desk.cards.isVisible()


def test_without_highlights_it_says_how_to_make_one(desk):
    assert "Select text and press H" in texts_of(desk)
    desk.many(1)
    assert desk.cards.isVisible()
    assert "Select text and press H" not in texts_of(desk)


def test_a_click_opens_the_card_and_tells_of_it(desk):
    ids = desk.many(3)
    place = desk.cards.visualRect(desk.cards.model().index(1)).center()
    desk.qtbot.mouseClick(desk.cards.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.chosen == [ids[1]]
    assert desk.sidebar.current_annotation() == ids[1]
    assert desk.cards.card.isVisible()
    desk.qtbot.mouseClick(desk.cards.card.quote, Qt.MouseButton.LeftButton)
    assert desk.chosen == [ids[1], ids[1]]


def test_keys_move_between_cards(desk):
    ids = desk.many(4)
    desk.sidebar.select_annotation(ids[0])
    assert desk.chosen == []
    desk.cards.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End):
        desk.qtbot.keyClick(desk.cards, key)
    assert desk.chosen == [ids[1], ids[2], ids[1], ids[3]]
    desk.qtbot.keyClick(desk.cards, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is desk.note
    desk.qtbot.keyClick(desk.note, Qt.Key.Key_Escape)
    assert desk.returned == [True]


@pytest.mark.parametrize("text", ["n", "t", "3"])
def test_the_list_leaves_letters_to_the_window(desk, text: str):
    desk.many(1)
    event = QKeyEvent(QKeyEvent.Type.KeyPress, ord(text.upper()), Qt.KeyboardModifier(0), text)
    desk.cards.keyPressEvent(event)
    assert not event.isAccepted()


def test_several_cards_are_selected_with_shift_and_control(desk):
    ids = desk.many(5)
    desk.sidebar.select_annotation(ids[0])
    view = desk.cards

    def click(row: int, keys: Qt.KeyboardModifier) -> None:
        place = view.visualRect(view.model().index(row)).center()
        desk.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, place)

    click(2, Qt.KeyboardModifier.ShiftModifier)
    assert desk.sidebar.selected_annotations() == ids[:3]
    click(4, Qt.KeyboardModifier.ControlModifier)
    assert desk.sidebar.selected_annotations() == [*ids[:3], ids[4]]
    view.setFocus()
    desk.qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert ids[3] in desk.sidebar.selected_annotations()


def test_a_note_saves_itself_after_a_pause(desk):
    (one,) = desk.many(1)
    desk.sidebar.edit_note(one)
    desk.qtbot.keyClicks(desk.note, "cytat")
    assert desk.stored_note(one) == ""
    desk.qtbot.waitUntil(lambda: desk.stored_note(one) == "cytat")
    assert QApplication.focusWidget() is desk.note


def test_a_note_saves_itself_when_the_focus_goes(desk):
    (one,) = desk.many(1)
    desk.sidebar.edit_note(one)
    desk.qtbot.keyClicks(desk.note, "cytat")
    desk.cards.setFocus()
    desk.settle()
    assert desk.stored_note(one) == "cytat"
    desk.context.dispatch.undo()
    desk.settle()
    assert desk.note.toPlainText() == ""


def test_another_card_saves_the_note_of_the_one_before(desk):
    first, second = desk.many(2)
    desk.sidebar.edit_note(first)
    desk.qtbot.keyClicks(desk.note, "pierwsza")
    desk.sidebar.select_annotation(second)
    desk.settle()
    assert desk.stored_note(first) == "pierwsza"
    assert desk.note.toPlainText() == ""
    assert desk.stored_note(second) == ""


def test_a_refresh_never_eats_typing(desk):
    first, second = desk.many(2)
    desk.sidebar.edit_note(second)
    desk.qtbot.keyClicks(desk.note, "niezapisane")
    desk.qtbot.keyClick(desk.note, Qt.Key.Key_Left)
    desk.highlight(0, 12)
    desk.context.library.run(annotate.delete, annotation_ids=[first])
    desk.reload()
    assert desk.sidebar.current_annotation() == second
    assert QApplication.focusWidget() is desk.note
    assert desk.note.toPlainText() == "niezapisane"
    desk.qtbot.keyClicks(desk.note, "!")
    assert desk.note.toPlainText() == "niezapisan!e"


def test_what_is_typed_while_a_save_is_under_way_stays(desk):
    (one,) = desk.many(1)
    desk.sidebar.edit_note(one)
    desk.qtbot.keyClicks(desk.note, "ab")
    desk.sidebar.flush()
    desk.qtbot.keyClicks(desk.note, "c")
    desk.settle()
    assert desk.stored_note(one) == "ab"
    assert desk.note.toPlainText() == "abc"
    desk.sidebar.flush()
    desk.qtbot.keyClick(desk.note, Qt.Key.Key_Backspace)
    desk.settle()
    assert desk.note.toPlainText() == "ab"
    desk.sidebar.flush()
    desk.settle()
    assert desk.stored_note(one) == "ab"


def test_a_save_that_failed_is_tried_again(desk):
    (one,) = desk.many(1)
    desk.sidebar.edit_note(one)
    desk.qtbot.keyClicks(desk.note, "trwa")
    desk.context.library.run(annotate.delete, annotation_ids=[one])
    desk.sidebar.flush()
    with desk.qtbot.waitSignal(desk.context.dispatch.failed):
        desk.context.dispatch.settle()
    desk.context.library.undo()
    desk.sidebar.flush()
    desk.settle()
    assert desk.stored_note(one) == "trwa"


def test_control_z_belongs_to_the_note_first_then_to_the_window(desk):
    (one,) = desk.many(1)
    desk.sidebar.edit_note(one)

    def taken() -> bool:
        control = Qt.KeyboardModifier.ControlModifier
        event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_Z, control)
        event.ignore()
        QApplication.sendEvent(desk.note, event)
        return event.isAccepted()

    assert not taken()
    desk.qtbot.keyClicks(desk.note, "a")
    assert taken()


def test_the_card_grows_with_its_note_and_pushes_the_next_one_down(desk):
    first, _second = desk.many(2)
    desk.sidebar.edit_note(first)
    height = desk.cards.card.height()
    below = desk.cards.visualRect(desk.cards.model().index(1)).top()
    for _ in range(4):
        desk.qtbot.keyClick(desk.note, Qt.Key.Key_Return)
    assert desk.cards.card.height() > height
    assert desk.cards.visualRect(desk.cards.model().index(1)).top() > below
    assert desk.note.verticalScrollBar().maximum() == 0
    for _ in range(20):
        desk.qtbot.keyClick(desk.note, Qt.Key.Key_Return)
    assert desk.note.height() < 14 * desk.note.fontMetrics().height()


def test_tags_are_added_and_taken_off_on_the_card(desk):
    (one,) = desk.many(1)
    desk.sidebar.edit_tags(one)
    assert QApplication.focusWidget() is desk.tag_editor
    desk.qtbot.keyClicks(desk.tag_editor, "Rosja/dyplomacja")
    desk.qtbot.keyClick(desk.tag_editor, Qt.Key.Key_Return)
    desk.settle()
    assert [label.path for label in desk.stored()[0].tags] == ["Rosja/dyplomacja"]
    assert QApplication.focusWidget() is desk.tag_editor
    chips = desk.cards.card.chips
    assert [chip.label.path for chip in chips.chips] == ["Rosja/dyplomacja"]
    desk.qtbot.keyClick(chips.chips[0], Qt.Key.Key_Delete)
    desk.settle()
    assert desk.stored()[0].tags == ()


def test_the_actions_of_the_card_mean_all_selected(desk):
    ids = desk.many(3)
    desk.sidebar.select_annotation(ids[0])
    place = desk.cards.visualRect(desk.cards.model().index(1)).center()
    shift = Qt.KeyboardModifier.ShiftModifier
    desk.qtbot.mouseClick(desk.cards.viewport(), Qt.MouseButton.LeftButton, shift, place)
    tools = desk.cards.card.tools
    tools.dots.dot("blue").click()
    tools.underline.click()
    desk.settle()
    looks = [(one.colour, one.style) for one in desk.stored()]
    assert looks == [("blue", "underline")] * 2 + [("yellow", "highlight")]
    assert tools.dots.checked == {"blue"}
    tools.delete.click()
    desk.settle()
    assert [one.id for one in desk.stored()] == [ids[2]]


def test_copy_puts_the_whole_quote_on_the_clipboard(desk):
    (one,) = desk.many(1)
    desk.sidebar.select_annotation(one)
    desk.cards.card.tools.copy.click()
    assert QApplication.clipboard().text() == desk.stored()[0].exact
    assert desk.told == [("The quote is copied.", "info")]


def test_after_a_deletion_in_the_list_comes_the_next_card_elsewhere_none(desk):
    ids = desk.many(4)
    desk.sidebar.select_annotation(ids[1])
    desk.cards.setFocus()
    desk.context.dispatch.do(annotate.delete, annotation_ids=[ids[1]])
    desk.settle()
    assert desk.sidebar.current_annotation() == ids[2]
    desk.article_note.setFocus()
    desk.context.dispatch.do(annotate.delete, annotation_ids=[ids[2]])
    desk.settle()
    assert desk.sidebar.current_annotation() is None
    assert not desk.cards.card.isVisible()
    assert desk.chosen == []


def test_the_article_has_tags_and_a_note(desk):
    desk.sidebar.focus_article_tags()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    desk.qtbot.keyClicks(line, "Wazne")
    desk.qtbot.keyClick(line, Qt.Key.Key_Return)
    desk.sidebar.focus_article_note()
    desk.qtbot.keyClicks(desk.article_note, "do sprawdzenia")
    desk.sidebar.flush()
    desk.settle()
    row = articles.get(desk.context.reader, desk.article_id)
    assert [label.path for label in row.tags] == ["Wazne"]
    assert articles.note(desk.context.reader, desk.article_id) == "do sprawdzenia"
    chips = next(
        one for one in desk.sidebar.findChildren(TagChips) if one is not desk.cards.card.chips
    )
    desk.qtbot.keyClick(chips.chips[0], Qt.Key.Key_Backspace)
    desk.settle()
    assert articles.get(desk.context.reader, desk.article_id).tags == ()


def test_another_article_saves_the_note_of_the_one_before(desk, add_article):
    other = add_article("Inny tekst o czymś innym.")
    desk.sidebar.focus_article_note()
    desk.qtbot.keyClicks(desk.article_note, "moja")
    first, desk.article_id = desk.article_id, other
    desk.reload()
    desk.settle()
    assert articles.note(desk.context.reader, first) == "moja"
    assert articles.note(desk.context.reader, other) == ""
    assert desk.article_note.toPlainText() == ""


def test_the_filter_finds_quote_note_tag_and_colour_without_accents(desk):
    fox = desk.highlight(0, 17)
    noted = desk.highlight(50, 60, note="Sprawdzić źródło")
    tagged = desk.highlight(70, 80, tag_paths=["Rosja/Dyplomacja"])
    blue = desk.highlight(90, 100, colour="blue")
    desk.reload()
    rows = desk.cards.model()
    for text, wanted in (
        ("zazolc", fox),
        ("zrodlo sprawdz", noted),
        ("dyplom", tagged),
        ("BLUE", blue),
    ):
        filter_by(desk, text)
        desk.qtbot.waitUntil(lambda wanted=wanted: [one.id for one in rows.shown] == [wanted])
    assert "1 of 4" in texts_of(desk)


def test_the_filter_finds_other_forms_of_a_word(desk):
    article = desk.context.library
    noted = desk.highlight(50, 60, note="Mowa o statkach i latach")
    desk.highlight(70, 80, note="latarnia")
    desk.reload()
    with closing(article.reader()) as reader:
        collect(reader, article.with_writer, lambda: False)
    rows = desk.cards.model()
    for text in ("statek", "nieobecne", "statek rok"):
        filter_by(desk, text)
        wanted = [noted] if "statek" in text else []
        desk.qtbot.waitUntil(lambda wanted=wanted: [one.id for one in rows.shown] == wanted)


def test_a_filter_that_finds_nothing_says_so_and_can_be_cleared(desk):
    desk.many(3)
    filter_by(desk, "nieobecne")
    assert "No highlight has these words." in texts_of(desk)
    clear = next(b for b in desk.sidebar.findChildren(QPushButton) if b.isVisible())
    assert clear.text() == "Clear the filter"
    clear.click()
    assert desk.cards.isVisible()
    assert desk.cards.model().rowCount() == 3


def test_going_to_a_highlight_that_the_filter_hides_clears_the_filter(desk):
    ids = desk.many(3, colour="red")
    blue = desk.highlight(0, 10, colour="blue")
    desk.reload()
    filter_by(desk, "blue")
    assert [one.id for one in desk.cards.model().shown] == [blue]
    desk.sidebar.edit_note(ids[2])
    assert desk.sidebar.current_annotation() == ids[2]
    assert desk.sidebar.findChild(FilterLine).text() == ""


def test_a_card_stays_while_its_note_is_typed_away_from_the_filter(desk):
    one = desk.highlight(50, 60, note="żuraw")
    desk.highlight(70, 80)
    desk.reload()
    filter_by(desk, "zuraw")
    desk.sidebar.edit_note(one)
    desk.note.selectAll()
    desk.qtbot.keyClicks(desk.note, "bocian")
    desk.sidebar.flush()
    desk.settle()
    assert desk.sidebar.current_annotation() == one
    assert QApplication.focusWidget() is desk.note


def test_escape_clears_the_filter_then_leaves_down_goes_to_the_cards(desk):
    ids = desk.many(2)
    desk.sidebar.focus_filter()
    field = desk.sidebar.findChild(FilterLine)
    assert QApplication.focusWidget() is field
    desk.qtbot.keyClicks(field, "zdanie")
    desk.qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert desk.returned == []
    desk.qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert desk.returned == [True]
    desk.qtbot.keyClick(field, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is desk.cards
    assert desk.chosen == [ids[0]]


def test_the_menu_is_asked_for_at_a_card(desk):
    ids = desk.many(2)
    asked: list[tuple[int, QPoint]] = []
    desk.sidebar.menu_requested.connect(lambda one, place: asked.append((one, place)))
    place = desk.cards.visualRect(desk.cards.model().index(1)).center()
    at = desk.cards.viewport().mapToGlobal(place)
    mouse, keys = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(desk.cards.viewport(), QContextMenuEvent(mouse, place, at))
    assert asked == [(ids[1], at)]
    assert desk.sidebar.current_annotation() == ids[1]
    QApplication.sendEvent(desk.cards, QContextMenuEvent(keys, QPoint(0, 0), QPoint(0, 0)))
    assert asked[1][0] == ids[1]


@pytest.mark.parametrize("theme", ["light", "sepia", "dark", "contrast"])
@pytest.mark.parametrize("scale", [100, 200])
def test_every_theme_and_size_is_drawn_without_a_word(desk, theme: str, scale: int):
    ids = desk.many(3, note="Notatka z „cudzysłowem”\ni drugim wierszem", tag_paths=["A/Bę"])
    desk.context.library.run(lambda tx: tx.update("annotation", ids[2], orphaned=1))
    desk.reload()
    desk.sidebar.select_annotation(ids[0])
    desk.context.settings.set("theme", theme)
    desk.context.settings.set("text_scale", scale)
    desk.sidebar.resize(280, 600)
    desk.qtbot.wait(10)
    assert not desk.sidebar.grab().isNull()
    assert desk.sidebar.minimumSizeHint().width() <= 280


def test_a_note_with_odd_characters_is_not_changed_by_showing_it(desk):
    odd = "a\u00a0b\nc\u2028d"
    (one,) = desk.many(1, note=odd)
    desk.sidebar.edit_note(one)
    desk.cards.setFocus()
    desk.settle()
    assert desk.stored_note(one) == odd


def test_a_library_undo_shows_the_note_of_before(desk):
    (one,) = desk.many(1)
    desk.sidebar.select_annotation(one)
    desk.context.dispatch.do(annotate.set_note, annotation_id=one, note="nowa")
    desk.context.dispatch.do(read.set_article_note, article_id=desk.article_id, note="też")
    desk.settle()
    assert (desk.note.toPlainText(), desk.article_note.toPlainText()) == ("nowa", "też")
    desk.context.dispatch.undo()
    desk.context.dispatch.undo()
    desk.settle()
    assert (desk.note.toPlainText(), desk.article_note.toPlainText()) == ("", "")


def test_a_tag_renamed_elsewhere_is_shown_at_once(desk):
    (one,) = desk.many(1, tag_paths=["Stary"])
    desk.sidebar.select_annotation(one)
    tag_id = tags.find(desk.context.reader, "Stary")
    assert tag_id is not None
    rows = [replace(a, tags=(tags.TagLabel(tag_id, "Nowy", "red"),)) for a in desk.stored()]
    desk.sidebar.set_annotations(rows)
    assert [chip.label.path for chip in desk.cards.card.chips.chips] == ["Nowy"]


def test_all_fields_have_names_for_screen_readers(desk):
    (one,) = desk.many(1, tag_paths=["A"])
    desk.sidebar.select_annotation(one)
    for kind in (QLineEdit, QPlainTextEdit):
        assert all(field.accessibleName() for field in desk.sidebar.findChildren(kind))
    tools = desk.cards.card.tools
    for button in (tools.underline, tools.copy, tools.delete):
        assert button.accessibleName()
        assert button.toolTip()


class Polish(QTranslator):
    """A few words, as the window's own translations would give them."""

    WORDS: ClassVar[dict[str, str]] = {
        "Highlights": "Zaznaczenia",
        "Write a note…": "Napisz notatkę…",
        "Add a tag…": "Dodaj tag…",
        "Lost its place": "Utraciło swoje miejsce",
        "Yellow": "Żółty",
    }

    def translate(self, _context: str, text: str, _more: str = "", _count: int = -1) -> str:  # type: ignore[override]
        return self.WORDS.get(text, "")

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


def test_another_language_shows_at_once(desk):
    (one,) = desk.many(1)
    desk.sidebar.select_annotation(one)
    polish = Polish()
    QApplication.installTranslator(polish)
    desk.qtbot.wait(10)
    assert "Zaznaczenia" in texts_of(desk)
    assert desk.note.placeholderText() == "Napisz notatkę…"
    assert desk.tag_editor.placeholderText() == "Dodaj tag…"
    assert desk.cards.card.tools.dots.dot("yellow").toolTip() == "Żółty (1)"
    filter_by(desk, "zolty")
    assert desk.cards.model().rowCount() == 1
    QApplication.removeTranslator(polish)
    desk.qtbot.wait(10)
    assert "Highlights" in texts_of(desk)


def test_typing_does_not_move_what_is_above(desk):
    ids = desk.many(12)
    desk.sidebar.edit_note(ids[9])
    before = desk.cards.visualRect(desk.cards.model().index(9)).top()
    desk.qtbot.keyClicks(desk.note, "jeden")
    desk.sidebar.flush()
    desk.settle()
    assert desk.cards.visualRect(desk.cards.model().index(9)).top() == before

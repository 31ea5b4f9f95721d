"""Even lines with hyphens: only the look is another; text, offsets and keys are as before."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from desktop.core.article import Block
from desktop.library import articles
from desktop.operations import annotate, read
from desktop.ui.context import Context
from desktop.ui.reader.marks import line_rects
from desktop.ui.reader.page import page
from desktop.ui.reader.pane import ReaderPane

Add = Callable[..., int]
SENTENCE = (
    "😀 Przewodniczący niewątpliwie zapowiedział przeprowadzenie rozpoznania okoliczności "
    "bezprecedensowego zniszczenia najważniejszego wo\u00addociągu: https://example.org/przykład. "
)
TEXT = "\n\n".join(SENTENCE * 3 for _ in range(12))
HYPHEN = "\u00ad"


@pytest.fixture
def pane(context: Context, qtbot: QtBot) -> ReaderPane:
    context.settings.set("reader_even", True)
    made = ReaderPane(context)
    qtbot.addWidget(made)
    made.resize(420, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def even(pane: ReaderPane, add_article: Add, qtbot: QtBot) -> ReaderPane:
    _open(pane, qtbot, add_article(TEXT))
    return pane


def _open(pane: ReaderPane, qtbot: QtBot, article: int) -> None:
    with qtbot.waitSignal(pane.opened):
        pane.open(article)


def _alignments(pane: ReaderPane) -> set[Qt.AlignmentFlag]:
    block, found = pane.view.document().findBlockByNumber(2), set[Qt.AlignmentFlag]()
    while block.isValid():
        found.add(block.blockFormat().alignment())
        block = block.next()
    return found


def _shown(pane: ReaderPane) -> str:
    return pane.view.document().toPlainText()


def test_lines_have_one_length_and_words_are_broken(even: ReaderPane) -> None:
    assert _alignments(even) == {Qt.AlignmentFlag.AlignJustify}
    block = even.view.document().findBlockByNumber(2)
    layout, units = block.layout(), block.text().encode("utf-16-le")
    lines = [layout.lineAt(number) for number in range(layout.lineCount() - 1)]
    behind = [2 * (line.textStart() + line.textLength()) for line in lines]
    assert HYPHEN.encode("utf-16-le") in [units[end - 2 : end] for end in behind]
    full = {round(line.naturalTextRect().right()) for line in lines}
    assert max(full) <= round(lines[0].width())


def test_a_paragraph_does_not_end_with_half_a_word() -> None:
    text = "Niebezpieczeństwo przeprowadzenia"
    (piece,) = page(text, [Block("paragraph", 0, len(text))], 0, len(text), [3, 22, 25]).pieces
    assert piece.shown == "Nie\u00adbezpieczeństwo przeprowadzenia"


def test_what_is_copied_is_the_stored_text(even: ReaderPane) -> None:
    even.view.selectAll()
    assert even.view.selection() == (0, len(even.text))
    assert even.view.createMimeDataFromSelection().text() == even.text
    assert even.text.count(HYPHEN) == 36  # those that the article came with


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_every_range_is_its_own(even: ReaderPane, data: st.DataObject) -> None:
    points = st.integers(0, len(even.text))
    start, end = sorted((data.draw(points), data.draw(points)))
    even.view.select_range(start, end)
    chosen = even.view.selection()
    wanted = even.text[start:end].strip()
    assert (even.text[slice(*chosen)] if chosen else "") == wanted


def test_each_key_press_passes_one_letter(even: ReaderPane, qtbot: QtBot) -> None:
    view = even.view
    for key, step in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1)):
        view.reveal(2 if step > 0 else 200)
        for _ in range(150):
            before = view.caret_point()
            qtbot.keyClick(view, key)
            assert view.caret_point() == before + step
    view.reveal(2)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    for _ in range(9):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selection() == (2, 12)


def test_a_double_click_takes_the_whole_word(even: ReaderPane) -> None:
    cursor = even.view.textCursor()
    cursor.setPosition(even.view._map.position(even.text.index("bezprecedensowego") + 5))
    cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    even.view.setTextCursor(cursor)
    assert even.text[slice(*even.view.selection() or ())] == "bezprecedensowego"


def test_hits_are_found_and_lie_on_their_words(even: ReaderPane, qtbot: QtBot) -> None:
    even.find_bar.open("rozpoznania")
    qtbot.waitUntil(lambda: len(even.hits) == 36)
    start, end = even.hits[0]
    first, last = even.view._map.position(start), even.view._map.position(end)
    rects = list(line_rects(even.view.document(), first, last))
    assert 1 <= len(rects) <= 2
    cursor = even.view.textCursor()
    cursor.setPosition(first)
    assert abs(even.view.cursorRect(cursor).left() - rects[0].left()) <= 2


def test_the_place_does_not_creep_when_the_text_is_set_anew(even: ReaderPane) -> None:
    even.view.scroll_to_top(len(even.text) // 2)
    even.restyle()
    place = even.view.top_point()
    for _ in range(5):
        even.restyle()
    assert even.view.top_point() == place


def test_the_setting_works_on_the_open_text(
    even: ReaderPane, context: Context, qtbot: QtBot
) -> None:
    context.settings.set("reader_even", False)
    even.restyle()
    assert Qt.AlignmentFlag.AlignJustify not in _alignments(even)
    assert _shown(even).count(HYPHEN) == 36
    context.settings.set("reader_even", True)
    qtbot.waitUntil(lambda: _alignments(even) == {Qt.AlignmentFlag.AlignJustify})


def test_a_language_without_patterns_stays_ragged(
    pane: ReaderPane, add_article: Add, context: Context, qtbot: QtBot
) -> None:
    article = add_article(TEXT, language="")
    _open(pane, qtbot, article)
    assert Qt.AlignmentFlag.AlignJustify not in _alignments(pane)
    row = articles.rows(context.reader, [article])[0]
    names = ("title", "author", "outlet", "agency", "url", "published")
    kept = {name: getattr(row, name) for name in names}
    context.library.run(read.edit_details, article_id=article, language="pl", **kept)
    pane.refresh_row(articles.rows(context.reader, [article])[0])
    qtbot.waitUntil(lambda: _alignments(pane) == {Qt.AlignmentFlag.AlignJustify})


def test_code_and_headings_are_not_broken(pane: ReaderPane, context: Context, qtbot: QtBot) -> None:
    word = "przewodniczący"
    text = "\n".join([word] * 4)
    kinds = (("paragraph", ""), ("heading", ""), ("paragraph", "code"), ("table_row", ""))
    blocks = [
        Block(kind, n * 15, n * 15 + 14, {"role": role})  # type: ignore[arg-type]
        for n, (kind, role) in enumerate(kinds)
    ]
    made = page(text, blocks, 0, len(text), [5, 20, 35, 50])
    assert [piece.even for piece in made.pieces] == [True, False, False, False]
    assert [piece.shown for piece in made.pieces[1:]] == [word] * 3


def test_a_highlight_keeps_its_text(even: ReaderPane, context: Context, qtbot: QtBot) -> None:
    start = even.text.index("zniszczenia")
    even.view.select_range(start, start + 11)
    chosen = even.view.selection()
    assert chosen and even.article
    made = context.library.run(
        annotate.add_highlight, article_id=even.article.id, start=chosen[0], end=chosen[1]
    ).result
    row = context.reader.rows("SELECT exact FROM annotation WHERE id = ?", (made,))[0]
    assert row["exact"] == "zniszczenia"

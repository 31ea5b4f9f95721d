"""Pictures in the reader: no offset knows of them, they come when they are seen, and open large."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QGuiApplication, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.core.article import Block
from desktop.core.image import Image, image
from desktop.core.pictures import Picture, picture, with_pictures
from desktop.library import images
from desktop.operations.import_articles import store
from desktop.ui.context import Context
from desktop.ui.dialogs.picture_viewer import PictureViewer
from desktop.ui.palette import DARK, LIGHT
from desktop.ui.reader import picture_cache
from desktop.ui.reader.document import Style, build
from desktop.ui.reader.marks import line_rects
from desktop.ui.reader.page import page
from desktop.ui.reader.pane import ReaderPane
from desktop.ui.reader.picture_cache import PictureCache, decoded
from desktop.ui.reader.picture_object import picture_at
from desktop.ui.reader.text_map import TextMap
from tests.formats.picture_samples import JPEG, PNG, drawn, lying_png
from tests.library.test_images import shown
from tests.ui.reader.test_text_map import LETTERS, STYLE, article

WIDE = image("image/png", 1600, 700, drawn("PNG", (1600, 700)))
SMALL = image("image/jpeg", 64, 48, JPEG)
BROKEN = image("image/png", 90, 60, b"\x89PNG\r\n\x1a\n" + bytes(40))
A = Picture("a" * 64, 64, 48)
BELOW = Picture("b" * 64, 64, 48, below=True)
PLACES = st.lists(st.lists(st.sampled_from((A, BELOW)), max_size=2), min_size=5, max_size=5)
FONT = QFont()


def mapped(parts: Sequence[str], places: Sequence[Sequence[Picture]], *, with_header: bool):
    text = "\n".join(parts)
    blocks: list[Block] = []
    at = 0
    for part, pictures in zip(parts, places, strict=False):
        blocks.append(with_pictures(Block("paragraph", at, at + len(part)), pictures))
        at += len(part) + 1
    made = page(text, blocks, 0, len(text))
    document, header = build(article(), made, STYLE, with_header=with_header)
    return TextMap(document, made, header), document, text, made


@given(st.lists(LETTERS, min_size=1, max_size=5), PLACES, st.booleans())
def test_there_and_back(
    qapp: QApplication, parts: list[str], places: list[list[Picture]], with_header: bool
) -> None:
    text_map, document, text, made = mapped(parts, places, with_header=with_header)
    pictures = sum(map(len, places[: len(parts)]))
    assert document.blockCount() == len(parts) + pictures + (2 if with_header else 0)
    positions = [text_map.position(point) for point in range(len(text) + 1)]
    assert positions == sorted(set(positions))
    assert [text_map.point(position) for position in positions] == list(range(len(text) + 1))
    points = [text_map.point(position) for position in range(document.characterCount())]
    assert points == sorted(points)
    plain = "".join(piece.shown for piece in made.pieces if not piece.picture)
    assert len(plain) == len(text) - (len(parts) - 1)


@given(st.lists(LETTERS, min_size=1, max_size=4), PLACES, st.data())
def test_a_selection_over_pictures_is_the_slice_of_the_text(
    qapp: QApplication, parts: list[str], places: list[list[Picture]], data: st.DataObject
) -> None:
    text_map, document, text, _ = mapped(parts, places, with_header=True)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    cursor = QTextCursor(document)
    cursor.setPosition(text_map.position(start))
    cursor.setPosition(text_map.position(end), QTextCursor.MoveMode.KeepAnchor)
    assert text_map.point(cursor.selectionStart()) == start
    assert text_map.point(cursor.selectionEnd()) == end
    letters = [c for c in text[start:end] if c.isalnum()]
    assert [c for c in cursor.selectedText() if c.isalnum()] == letters


TEXT = "Pierwszy akapit o moście.\n\nDrugi akapit o rzece.\n\n" + "\n\n".join(
    f"Akapit {n}: Łódź nad rzeką, „cytat” numer {n} 😀 i dalej." for n in range(60)
)


@pytest.fixture
def pane(context: Context, qtbot: QtBot) -> ReaderPane:
    made = ReaderPane(context)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def opened(
    pane: ReaderPane, context: Context, qtbot: QtBot, places: dict[int, list[Image]]
) -> ReaderPane:
    outcome = context.library.run(store, documents=[shown(TEXT, places)])
    with qtbot.waitSignal(pane.opened):
        pane.open(outcome.result.imported[0])
    return pane


def block_of(pane: ReaderPane, number: int) -> QPoint:
    """Return the middle of the picture that is the piece *number*, in the viewport."""
    view = pane.view
    block = view.document().findBlockByNumber(number + 2)
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + 1)
    return view.cursorRect(cursor).center() - QPoint(20, 0)


def colours(pane: ReaderPane, place: QPoint) -> set[str]:
    shot = pane.view.viewport().grab().toImage()
    return {shot.pixelColor(place + QPoint(0, dy)).name() for dy in range(-20, 20)}


def test_pictures_come_and_offsets_stay(pane: ReaderPane, context: Context, qtbot: QtBot) -> None:
    opened(pane, context, qtbot, {0: [WIDE], 1: [SMALL], 61: [SMALL]})
    text = pane.text
    for word in ("Pierwszy", "rzece", "numer 3 "):
        at = text.index(word)
        pane.view.select_range(at, at + len(word))
        assert text[slice(*pane.view.selection() or ())] == word.strip()
    pane.view.select_range(0, text.index("rzece"))
    data = pane.view.createMimeDataFromSelection()
    assert data.text() == text[: text.index("rzece")].strip()
    column = pane.view.viewport().width() - 64
    block = pane.view.document().findBlockByNumber(2)
    line = block.layout().lineAt(0)
    assert line.naturalTextWidth() == pytest.approx(column)
    assert line.height() == pytest.approx(column * 700 / 1600, abs=4)
    qtbot.waitUntil(lambda: len(colours(pane, block_of(pane, 0))) > 5)


def test_only_what_is_near_is_read(
    pane: ReaderPane, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    real = picture_cache.read
    monkeypatch.setattr(
        picture_cache, "read", lambda r, sha, px: asked.append(sha) or real(r, sha, px)
    )
    opened(pane, context, qtbot, {0: [SMALL], 61: [WIDE]})
    qtbot.waitUntil(lambda: asked == [SMALL.sha256])
    bar = pane.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: WIDE.sha256 in asked)


def test_a_click_and_enter_open_it(pane: ReaderPane, context: Context, qtbot: QtBot) -> None:
    opened(pane, context, qtbot, {1: [SMALL]})
    view = pane.view
    view.viewport().grab()
    with qtbot.waitSignal(view.picture_chosen) as chosen:
        place = block_of(pane, 1)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args and chosen.args[0].sha256 == SMALL.sha256
    assert picture_at(view.document(), view._page, QPointF(5, 5)) is None
    view.reveal(pane.text.index("Drugi"))
    assert view.picture_at_caret() is None
    view.moveCursor(QTextCursor.MoveOperation.Left)
    assert view.picture_at_caret() == picture(SMALL)
    with qtbot.waitSignal(view.picture_chosen):
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_what_cannot_be_shown_is_drawn_so(pane: ReaderPane, context: Context, qtbot: QtBot) -> None:
    opened(pane, context, qtbot, {0: [BROKEN]})
    pictures = pane.view.findChild(PictureCache)
    assert pictures is not None
    pane.view.viewport().grab()
    wanted = picture(BROKEN)
    qtbot.waitUntil(lambda: (i := pictures.fetch(wanted, QSize(90, 60))) is not None and i.isNull())
    assert len(colours(pane, block_of(pane, 0))) > 1


def test_a_document_that_is_dark_dims_them(qapp: QApplication) -> None:
    white = QImage(64, 48, QImage.Format.Format_RGB32)
    white.fill(Qt.GlobalColor.white)
    seen: dict[str, int] = {}
    for palette in (LIGHT, DARK):
        text = "Tekst"
        made = page(text, [with_pictures(Block("paragraph", 0, 5), [A])], 0, 5)
        style = Style(STYLE.font, 150, palette)
        document, _ = build(article(), made, style, with_header=False, images=lambda *_: white)
        document.setTextWidth(400)
        canvas = QImage(400, 200, QImage.Format.Format_RGB32)
        canvas.fill(Qt.GlobalColor.black)
        from PySide6.QtGui import QPainter

        painter = QPainter(canvas)
        document.drawContents(painter)
        painter.end()
        seen[palette.name] = canvas.pixelColor(50, 50).red()
    assert seen["light"] == 255 and 150 < seen["dark"] < 240


def test_decoding_takes_nothing_but_what_is_said(qapp: QApplication) -> None:
    assert decoded(SMALL, QSize(1000, 1000)).size() == QSize(64, 48)
    assert decoded(WIDE, QSize(160, 160)).size() == QSize(160, 70)
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    for data in (svg, PNG[:40], lying_png(60_000, 60_000), JPEG):
        assert decoded(Image("x", "image/png", 64, 48, data), QSize(64, 48)).isNull()


def test_a_picture_that_is_gone(context: Context, qtbot: QtBot) -> None:
    cache = PictureCache(context.jobs, context.jobs)
    gone = Picture("c" * 64, 10, 10)
    with qtbot.waitSignal(cache.arrived):
        assert cache.fetch(gone, QSize(10, 10)) is None
    assert cache.fetch(gone, QSize(10, 10)) is not None
    assert images.get(context.reader, "c" * 64) is None


def test_a_larger_one_is_read_when_it_is_needed(context: Context, qtbot: QtBot) -> None:
    context.library.run(store, documents=[shown("Tekst.", {0: [WIDE]})])
    cache = PictureCache(context.jobs, context.jobs)
    wide = picture(WIDE)
    for width in (160, 1600):
        with qtbot.waitSignal(cache.arrived):
            cache.fetch(wide, QSize(width, width))
        made = cache.fetch(wide, QSize(width, width))
        assert made is not None and made.width() == width


def test_the_menu_copies_saves_and_shows(
    pane: ReaderPane, context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(pane, context, qtbot, {0: [SMALL]})
    actions = pane.pictures
    menu = actions.menu(picture(SMALL))
    names = [action.text() for action in menu.actions()]
    assert names == ["Show picture large", "Copy picture", "Save picture as…"]
    QGuiApplication.clipboard().clear()
    menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().image().size() == QSize(64, 48))
    menu.actions()[2].trigger()
    qtbot.waitUntil(lambda: bool(pane.findChildren(QFileDialog)))
    (chooser,) = pane.findChildren(QFileDialog)
    assert Path(chooser.selectedFiles()[0]).name == "Picture.jpg"
    chooser.fileSelected.emit(str(tmp_path / "a.jpg"))
    chooser.close()
    qtbot.waitUntil((tmp_path / "a.jpg").exists)
    assert (tmp_path / "a.jpg").read_bytes() == SMALL.data
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: bool(pane.window().findChildren(PictureViewer)))


def test_what_is_gone_is_told(context: Context, qtbot: QtBot, tmp_path: Path) -> None:
    told: list[tuple[str, str]] = []
    telling = replace(context, tell=lambda text, kind: told.append((text, kind)))
    pane = ReaderPane(telling)
    qtbot.addWidget(pane)
    gone = Picture("d" * 64, 9, 9)
    pane.pictures.copy(gone)
    pane.pictures.choose_file(gone)
    qtbot.waitUntil(lambda: told == [("This picture is not there any more.", "warning")] * 2)
    pane.pictures.save(SMALL, tmp_path / "no" / "a.jpg")
    qtbot.waitUntil(lambda: len(told) == 3)
    assert "could not be written" in told[-1][0]


def test_the_context_menu_is_that_of_the_picture(
    pane: ReaderPane, context: Context, qtbot: QtBot
) -> None:
    opened(pane, context, qtbot, {0: [SMALL]})
    view = pane.view
    view.viewport().grab()
    view.picture_menu.disconnect()
    place = block_of(pane, 0)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.mapToGlobal(place))
    with qtbot.waitSignal(view.picture_menu), qtbot.assertNotEmitted(view.menu_requested):
        QApplication.sendEvent(view.viewport(), event)


def test_the_viewer_fits_it_or_shows_it_whole(context: Context, qtbot: QtBot) -> None:
    context.library.run(store, documents=[shown("Tekst.", {0: [WIDE]})])
    viewer = PictureViewer(context, replace(picture(WIDE), alt="Most o świcie"))
    qtbot.addWidget(viewer)
    viewer.resize(500, 400)
    viewer.show()
    size = next(b for b in viewer.findChildren(QPushButton) if b.isCheckable())
    qtbot.waitUntil(size.isEnabled)
    assert viewer.canvas.width() < WIDE.width
    QTest.keyClick(viewer, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: viewer.canvas.width() >= viewer.canvas.own_size().width())
    QTest.keyClick(viewer, Qt.Key.Key_Minus)
    qtbot.waitUntil(lambda: viewer.canvas.width() < WIDE.width)
    assert viewer.canvas.accessibleName() == "Most o świcie"
    with qtbot.waitSignals([viewer.copy_wanted, viewer.save_wanted]):
        for button in viewer.findChildren(QPushButton):
            if button.text() in ("Copy picture", "Save picture as…"):
                button.click()
    with qtbot.waitSignal(viewer.finished):
        QTest.keyClick(viewer, Qt.Key.Key_Escape)


def test_the_viewer_says_when_there_is_nothing(context: Context, qtbot: QtBot) -> None:
    viewer = PictureViewer(context, Picture("e" * 64, 300, 200))
    qtbot.addWidget(viewer)
    viewer.show()
    before = viewer.canvas.grab().toImage()
    qtbot.waitUntil(lambda: viewer.canvas.grab().toImage() != before)


def test_it_follows_the_width_of_the_column(
    pane: ReaderPane, context: Context, qtbot: QtBot
) -> None:
    opened(pane, context, qtbot, {0: [WIDE], 61: [WIDE]})
    view = pane.view
    for width in (700, 420, 640):
        pane.resize(width, 600)
        qtbot.waitUntil(lambda w=width: view.width() == w)
        column = view.viewport().width() - 64
        last = view.document().blockCount() - 2
        for number in (2, last):
            block = view.document().findBlockByNumber(number)
            view.document().documentLayout().blockBoundingRect(block)
            assert block.layout().lineAt(0).naturalTextWidth() == pytest.approx(column)
    assert pane.text.endswith("dalej.")


def test_marks_and_hits_stand_on_words_and_not_on_pictures(
    pane: ReaderPane, context: Context, qtbot: QtBot
) -> None:
    opened(pane, context, qtbot, {1: [SMALL], 2: [SMALL]})
    view, text = pane.view, pane.text
    start, end = text.index("moście"), text.index("rzece") + 5
    positions = [view._map.position(point) for point in (start, end)]
    rects = list(line_rects(view.document(), *positions))
    assert len(rects) == 2
    picture_block = view.document().findBlockByNumber(3)
    place = view.document().documentLayout().blockBoundingRect(picture_block)
    assert not any(rect.intersects(place) for rect in rects)
    pane.find()
    pane.find_bar.open("Drugi akapit")
    pane.find_bar.wanted.emit("Drugi akapit")
    assert list(pane.hits) == [(text.index("Drugi"), text.index("Drugi") + len("Drugi akapit"))]
    view.select_range(start, end)
    assert view.selection() == (start, end)
    view.copy()
    assert QGuiApplication.clipboard().text() == text[start:end]

"""Code points and document positions are each other's inverse, whatever the text holds."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import QApplication

from desktop.core.article import Block
from desktop.library.articles import ArticleRow
from desktop.ui.palette import LIGHT
from desktop.ui.reader.document import Style, build
from desktop.ui.reader.page import page
from desktop.ui.reader.text_map import TextMap

HARD = (
    "a łŁ😀👩‍👧é\u0301\u200f\u202e\u05d0\u0627"
    "\x00\u2028\u2029\ufffc\u00ad\u00a0\t\n\r\x0b\x0c\x1f\x85\ufdd0"
)
FONT = QFont()
FONT.setPixelSize(18)
STYLE = Style(FONT, 155, LIGHT)
LETTERS = st.text(st.sampled_from(HARD) | st.characters(exclude_categories=("Cs",)), min_size=1)


def article(title: str = "Tytuł", **details: object) -> ArticleRow:
    values: dict[str, object] = dict.fromkeys(ArticleRow.__dataclass_fields__, "")
    values |= {"id": 1, "title": title, "word_count": 1, "tags": (), **details}
    return ArticleRow(**values)  # type: ignore[arg-type]


def mapped(
    parts: list[str], *, with_header: bool = True, breaks: list[int] | None = None
) -> tuple[TextMap, object, str]:
    text = "\n".join(parts)
    blocks: list[Block] = []
    at = 0
    for part in parts:
        blocks.append(Block("paragraph", at, at + len(part)))
        at += len(part) + 1
    made = page(text, blocks, 0, len(text), breaks)
    document, header = build(article(), made, STYLE, with_header=with_header)
    return TextMap(document, made, header), document, text


@given(
    st.lists(LETTERS, min_size=1, max_size=5),
    st.booleans(),
    st.none() | st.sets(st.integers(0, 40)).map(sorted),
)
def test_there_and_back(
    qapp: QApplication, parts: list[str], with_header: bool, breaks: list[int] | None
) -> None:
    text_map, document, text = mapped(parts, with_header=with_header, breaks=breaks)
    assert document.blockCount() == len(parts) + (2 if with_header else 0)  # type: ignore[attr-defined]
    for point in range(len(text) + 1):
        position = text_map.position(point)
        assert text_map.point(position) == point
        assert not text_map.is_header(position)
    positions = [text_map.position(point) for point in range(len(text) + 1)]
    assert positions == sorted(set(positions))


@given(st.lists(LETTERS, min_size=1, max_size=3), st.data())
def test_a_selection_in_qt_is_the_slice_of_the_text(
    qapp: QApplication, parts: list[str], data: st.DataObject
) -> None:
    text_map, document, text = mapped(parts)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    cursor = QTextCursor(document)  # type: ignore[call-overload]
    cursor.setPosition(text_map.position(start))
    cursor.setPosition(text_map.position(end), QTextCursor.MoveMode.KeepAnchor)
    points = (text_map.point(cursor.selectionStart()), text_map.point(cursor.selectionEnd()))
    assert points == (start, end)
    plain = [c for c in text[start:end] if c.isalnum()]
    assert [c for c in cursor.selectedText() if c.isalnum()] == plain


def test_the_header_maps_to_the_first_point(qapp: QApplication) -> None:
    text_map, _document, _text = mapped(["Tekst"])
    assert text_map.point(0) == 0
    assert text_map.is_header(0)


def test_the_middle_of_a_pair_is_its_start(qapp: QApplication) -> None:
    text_map, _document, _text = mapped(["a😀b"], with_header=False)
    assert [text_map.point(position) for position in range(5)] == [0, 1, 1, 2, 3]


def test_a_title_of_many_lines_is_one_block(qapp: QApplication) -> None:
    made = page("T", (Block("paragraph", 0, 1),), 0, 1)
    row = article("A\nB\u2029C", outlet="X\nY")
    document, header = build(row, made, STYLE, with_header=True)
    assert document.blockCount() == header + 1
    assert document.findBlockByNumber(header).text() == "T"

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.article import Block
from desktop.ui.reader import page as pages
from desktop.ui.reader.page import PART, PIECE, one_line, page, part_starts

WORD = "x" * 1_000_000


def _whole(text: str) -> tuple[Block, ...]:
    return (Block("paragraph", 0, len(text)),)


def _covers(text: str, pieces: tuple[pages.Piece, ...]) -> None:
    assert "".join(text[p.start : p.end] for p in pieces) == text
    assert all(len(p.shown) == p.end - p.start for p in pieces)
    assert all(0 < p.end - p.start <= PIECE for p in pieces)


def test_a_word_of_a_million_letters_is_cut_into_pieces() -> None:
    made = page(WORD, _whole(WORD), 0, len(WORD))
    _covers(WORD, made.pieces)
    assert [piece.first for piece in made.pieces[:2]] == [True, False]


def test_a_huge_paragraph_is_cut_at_spaces() -> None:
    text = "słowo 😀 " * 10_000
    made = page(text, _whole(text), 0, len(text))
    _covers(text, made.pieces)
    assert all(piece.shown.endswith(" ") for piece in made.pieces)


def test_a_letter_stays_with_its_accent() -> None:
    text = "e\u0301" * PIECE
    assert all(p.shown[0] == "e" for p in page(text, _whole(text), 0, len(text)).pieces)


def test_a_long_text_has_parts_that_begin_at_blocks() -> None:
    size = 30_000
    blocks = [Block("paragraph", n * (size + 1), n * (size + 1) + size) for n in range(100)]
    starts = part_starts(blocks)
    assert len(starts) == 3
    assert set(starts) <= {block.start for block in blocks}


def test_a_block_longer_than_two_parts_is_cut() -> None:
    assert part_starts([Block("paragraph", 0, 5 * PART)]) == [0, PART, 2 * PART, 3 * PART]


def test_the_last_part_is_at_most_two_parts_long() -> None:
    starts = part_starts(_whole(WORD * 3))
    assert 3 * len(WORD) - starts[-1] <= 2 * PART


def test_a_page_holds_only_its_part() -> None:
    blocks = [Block("paragraph", n * 10, n * 10 + 9) for n in range(50)]
    text = "abcdefghi\n" * 50
    made = page(text, blocks, 95, 203)
    assert [(p.start, p.end) for p in made.pieces[:2]] == [(95, 99), (100, 109)]
    assert made.pieces[-1].end == 203
    assert not made.pieces[0].first


def test_an_empty_text_has_an_empty_page() -> None:
    assert page("", (), 0, 0).pieces == ()
    assert part_starts(()) == [0]


@given(st.integers(0, 120))
def test_piece_at_finds_the_piece_before_or_around(point: int) -> None:
    blocks = [Block("paragraph", n * 10, n * 10 + 9) for n in range(10)]
    made = page("abcdefghi\n" * 10, blocks, 0, 99)
    assert made.starts[made.piece_at(point)] == min(point // 10, 9) * 10


def test_a_title_becomes_one_line() -> None:
    assert one_line(" a\nb\u2029c\x00 \r\nd ") == "a b c\ufffd d"

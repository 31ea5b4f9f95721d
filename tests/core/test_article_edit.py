from desktop.core.article import Block
from desktop.core.article_edit import editable, edited_blocks, edited_text
from desktop.core.text_diff import Alignment

TEXT = "Nagłówek tekstu\nPierwszy akapit mówi o rzece.\nDrugi akapit\nz łamaną linią.\nKurier/NAW"
BLOCKS = (
    Block("heading", 0, 15),
    Block("paragraph", 16, 45),
    Block("paragraph", 46, 74),
    Block("paragraph", 75, 85, {"role": "source"}),
)


def kinds(typed: str) -> list[tuple[str, str, str]]:
    text = edited_text(typed)
    blocks = edited_blocks(typed, Alignment(TEXT, text), BLOCKS)
    return [(b.kind, str(b.attrs.get("role", "")), text[b.start : b.end]) for b in blocks]


def test_what_is_not_changed_comes_back():
    typed = editable(TEXT, BLOCKS)
    assert edited_text(typed) == TEXT
    assert tuple(edited_blocks(typed, Alignment(TEXT, TEXT), BLOCKS)) == BLOCKS


def test_blocks_stay_what_they_were():
    typed = editable(TEXT, BLOCKS).replace("Pierwszy akapit", "Nowy lid.\n\nPierwszy ustęp")
    assert kinds(typed) == [
        ("heading", "", "Nagłówek tekstu"),
        ("paragraph", "", "Nowy lid."),
        ("paragraph", "", "Pierwszy ustęp mówi o rzece."),
        ("paragraph", "", "Drugi akapit\nz łamaną linią."),
        ("paragraph", "source", "Kurier/NAW"),
    ]


def test_a_moved_heading_is_still_one():
    assert kinds("Pierwszy akapit mówi o rzece.\n\nNagłówek tekstu\n\nKoniec")[1][0] == "heading"


def test_nothing_typed_is_no_text():
    assert edited_text(" \n\n\t\n") == ""
    assert edited_text("a\0b\r\n\r\nc") == "a\ufffdb\nc"

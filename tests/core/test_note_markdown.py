"""Notes as they are shown: what Markdown means, and that nothing a note holds can do harm."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core import note_links
from desktop.core.note_markdown import LONGEST, NoteBlock, Span, blocks, plain

UUID = "01920f0a-7c3e-7123-8abc-0123456789ab"


def only(note: str) -> NoteBlock:
    (block,) = blocks(note)
    return block


def test_emphasis_code_and_struck() -> None:
    assert only("a *b* **c** ~~d~~ `e` ***f***").spans == (
        Span("a "),
        Span("b", italic=True),
        Span(" "),
        Span("c", bold=True),
        Span(" "),
        Span("d", struck=True),
        Span(" "),
        Span("e", code=True),
        Span(" "),
        Span("f", bold=True, italic=True),
    )


def test_lists_quotations_headings_and_rules() -> None:
    found = blocks("# A\n\n- b\n- c\n\n  2. d\n  3. e\n\n     f\n\n> g\n> > h\n\n---\n```\n i\n```")
    assert [(b.kind, b.marker, b.indent, b.quoted, b.text, b.line) for b in found] == [
        ("heading", "", 0, 0, "A", 0),
        ("text", "•", 1, 0, "b", 2),
        ("text", "•", 1, 0, "c", 3),
        ("text", "2.", 2, 0, "d", 5),
        ("text", "3.", 2, 0, "e", 6),
        ("text", "", 2, 0, "f", 8),
        ("text", "", 0, 1, "g", 10),
        ("text", "", 0, 2, "h", 11),
        ("rule", "", 0, 0, "", 13),
        ("code", "", 0, 0, " i", 14),
    ]


def test_a_note_without_marks_is_shown_as_typed() -> None:
    found = blocks("Pierwszy wiersz\ndrugi\n\n\n    wcięty, 3.5 - 4\n")
    assert [(b.line, b.text) for b in found] == [
        (0, "Pierwszy wiersz\ndrugi"),
        (4, "    wcięty, 3.5 - 4"),
    ]
    assert blocks("") == ()


def test_nothing_that_was_typed_is_taken_for_something_to_hide() -> None:
    assert [b.kind for b in blocks("Zdanie\n---")] == ["text", "rule"]  # no heading
    assert [b.text for b in blocks("[a]: b")] == ["[a]: b"]
    assert [b.kind for b in blocks("*a*\n\n    b")] == ["text", "text"]
    assert [b.text for b in blocks(">>>>>")] == [">>>>>"]


def only_texts(note: str) -> str:
    return "".join(block.text for block in blocks(note))


def test_html_is_shown_as_typed_and_pictures_as_words() -> None:
    hostile = '<img src="file:///etc/passwd"><script>x</script>'
    assert only_texts(hostile) == hostile
    (picture,) = only("![słowa](http://example.org/p.png)").spans
    assert (picture.text, picture.href) == ("słowa", "http://example.org/p.png")
    assert only("![](http://example.org/p.png)").text == "http://example.org/p.png"
    assert not [span for span in only("[a](javascript:alert(1))").spans if span.href]


def test_links_lead_to_what_is_meant() -> None:
    link = note_links.written("zob. *tu*", "annotation", UUID)
    (before, inner, _end) = only(f"Ale **{link}**!").spans
    assert before.text == "Ale "
    assert (inner.text, inner.bold) == ("zob. *tu*", True)
    assert inner.href == f"glosa:annotation/{UUID}"
    assert only(f"`{link}`").spans == (Span(link, code=True),)
    assert only("[a](https://example.org)").spans == (Span("a", href="https://example.org"),)


def test_bare_addresses_are_links() -> None:
    for note in ("zob. https://example.org/a?b=c.", "*zob.* https://example.org/a?b=c."):
        assert [s for s in only(note).spans if s.href] == [
            Span("https://example.org/a?b=c", href="https://example.org/a?b=c")
        ]
        assert only(note).spans[-1].text == "."


def test_plain_is_what_one_would_read() -> None:
    link = note_links.written("most", "tag", UUID)
    assert plain(f"**Ważne**: {link}\n\n- a\n  - b\n\n---") == "Ważne: most\n• a\n    • b\n—"


@pytest.mark.parametrize(
    "hostile",
    [
        ">" * 100_000,
        "> " * 100_000,
        "- " * 100_000,
        "1. " * 50_000,
        "[" * 100_000,
        "![" * 50_000,
        "[a](" * 50_000,
        "*_" * 50_000,
        "`" * 100_000,
        "<" * 100_000,
        "\n" * 100_000,
        " " * 100_000 + "x",
        "\n".join(" " * 2 * n + "- x" for n in range(400)),
        "słowo *a* " * 1_000_000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_hostile_notes_are_shown_in_part_or_as_typed(hostile: str) -> None:
    shown = only_texts(hostile)
    assert len(shown) <= LONGEST
    assert shown.strip() or not hostile[:LONGEST].strip()
    assert len(plain(hostile)) < 10_000


@given(st.text(alphabet='*_`[]()<>#-+>&~\\ \n1.ab!|"=:/\t', max_size=400))
@settings(max_examples=300, deadline=None)
def test_anything_is_shown(note: str) -> None:
    if note.strip():
        assert blocks(note)
    assert all(block.line <= note.count("\n") for block in blocks(note))

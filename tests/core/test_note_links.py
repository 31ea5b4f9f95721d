"""Links in notes: what is written is found again, whatever the words are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core import note_links
from desktop.core.ids import new_uuid

UUID = "01920f0a-7c3e-7123-8abc-0123456789ab"


@given(st.text(), st.sampled_from(note_links.KINDS))
def test_what_is_written_is_found(label: str, kind: str) -> None:
    uuid = new_uuid()
    made = note_links.written(label, kind, uuid)
    (found,) = note_links.find(f"a {made} b")
    assert found.key == (kind, uuid)
    assert 0 < len(found.label) <= note_links.MOST_LABEL
    assert f"a {made} b"[found.start : found.end] == made
    assert note_links.readable(f"a {made} b") == f"a {found.label} b"


def test_a_link_has_a_kind_that_is_known_and_a_whole_uuid() -> None:
    for text in (
        f"[[a|glosa:person/{UUID}]]",
        f"[[a|glosa:tag/{UUID[:-1]}]]",
        f"[[|glosa:tag/{UUID}]]",
        f"[[a\nb|glosa:tag/{UUID}]]",
        "[[a]]",
        "[[" * 50_000,
    ):
        assert note_links.find(text) == []
        assert note_links.readable(text) == text


def test_the_target_of_an_address() -> None:
    link = note_links.find(note_links.written("Ł", "article", UUID.upper()))[0]
    assert link.address == f"glosa:article/{UUID}"
    assert note_links.key_of(link.address) == ("article", UUID)
    assert note_links.key_of(link.address + "x") is None
    assert note_links.key_of("glosa:add?url=x") is None


@pytest.mark.parametrize(
    ("before", "typed"),
    [
        ("zob. [[", ""),
        ("zob. [[most nad", "most nad"),
        ("zob. [[most]] i", None),
        ("zob. [most", None),
        ("[[a [[b", "b"),
        ("[[a|glosa:", None),
        ("[[" + "a" * 81, None),
    ],
)
def test_what_is_typed_behind_two_brackets(before: str, typed: str | None) -> None:
    assert note_links.begun(before) == typed


def test_the_link_at_a_place() -> None:
    note = "🦊 " + note_links.written("tam", "tag", UUID) + " dalej"
    end = note.index("]]") + 2
    for position, there in ((0, False), (2, True), (9, True), (end, True), (end + 1, False)):
        assert bool(note_links.link_at(note, position)) == there

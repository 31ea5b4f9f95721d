"""What several people said of an article: by example, and for whatever they may have marked."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.coder_differences import (
    KINDS,
    Agreed,
    Passage,
    outcome_of,
    passages,
)
from desktop.core.people import AGREED
from desktop.core.portable import PortableAnnotation

TIME = "2024-05-14T10:00:00.000Z"


def mark(number: int, author: str, start: int, end: int, *tags: str, **more: Any) -> Any:
    given: dict[str, Any] = {
        "uuid": f"01900000-0000-7000-8000-{number:012d}", "version_sha256": "", "start": start,
        "end": end, "exact": "", "prefix": "", "suffix": "", "colour": "yellow",
        "style": "highlight", "note": "", "author": author, "created": TIME, "modified": TIME,
        "orphaned": False, "tags": tags, **more,
    }  # fmt: skip
    return PortableAnnotation(**given)


def one(*marks: Any) -> Passage:
    (found,) = [p for p in passages(marks) if p.start < 100]
    return found


FAR = (mark(90, "Ewa", 200, 210), mark(91, "Jan", 200, 210))  # makes both of them coders


@pytest.mark.parametrize(
    ("marks", "kinds"),
    [
        ([mark(1, "Ewa", 0, 5, "A"), mark(2, "Jan", 0, 5, "A")], ()),
        ([mark(1, "Ewa", 0, 5, "A")], ("missing",)),
        ([mark(1, "Ewa", 0, 5, "A"), mark(2, "Jan", 0, 6, "A")], ("ends",)),
        ([mark(1, "Ewa", 0, 5, "A"), mark(2, "Jan", 0, 5, "B")], ("tags",)),
        ([mark(1, "Ewa", 0, 5, "A"), mark(2, "Jan", 0, 6, "B")], ("ends", "tags")),
        ([mark(1, "Ewa", 0, 5), mark(2, "Jan", 0, 5, colour="red")], ("colours",)),
        ([mark(1, "Ewa", 0, 5, "A"), mark(2, "Jan", 0, 5, "A", colour="red", note="n")], ()),
        ([mark(1, "Ewa", 0, 5, "A"), mark(3, "Ewa", 0, 5, "B"), mark(2, "Jan", 0, 5, "A", "B")],
         ()),
        ([mark(1, "Ewa", 0, 9, "A"), mark(2, "Jan", 0, 9, "A"), mark(3, "Jan", 2, 4, "B")],
         ("missing",)),
        ([mark(1, "Ewa", 0, 5, "A"), mark(2, "Ewa", 4, 9, "B"),
          mark(3, "Jan", 0, 5, "B"), mark(4, "Jan", 4, 9, "A")], ("tags",)),
        ([mark(1, "Ewa", 0, 5, "A"), mark(2, "Jan", 0, 5), mark(3, "Ola", 2, 5)],
         ("ends", "tags", "colours")),
    ],
)  # fmt: skip
def test_in_what_people_differ(marks: list[Any], kinds: tuple[str, ...]):
    assert one(*marks, *FAR).kinds == kinds


def test_marks_that_only_touch_are_two_passages():
    found = passages([mark(1, "Ewa", 0, 5), mark(2, "Jan", 5, 9)])
    assert [(p.start, p.end) for p in found] == [(0, 5), (5, 9)]


def test_a_long_mark_keeps_together_what_lies_in_it():
    found = passages([mark(1, "Ewa", 0, 50), mark(2, "Jan", 2, 4), mark(3, "Jan", 40, 60)])
    assert [(p.start, p.end) for p in found] == [(0, 60)]


def test_one_coder_differs_from_nobody_and_what_is_lost_has_no_place():
    lost = mark(2, "Jan", 0, 5, orphaned=True)
    assert passages([mark(1, "Ewa", 0, 5), lost]) == []
    assert passages([]) == []


def test_the_agreed_layer_is_no_coder():
    layer = mark(7, AGREED, 3, 8)
    found = one(mark(1, "Ewa", 0, 5), layer, mark(8, AGREED, 300, 310), *FAR)
    assert (found.coders, found.agreed) == (("Ewa", "Jan"), (layer,))
    assert found.settled_so() == (Agreed(3, 8),)


def test_what_several_said_of_one_place_is_made_one():
    found = one(
        mark(1, "Ewa", 0, 5, "B", note="raz", colour="red"),
        mark(2, "Jan", 0, 5, "A", note="dwa"),
        mark(3, "Jan", 3, 8, note="raz", style="underline"),
    )
    assert found.accepted("Ewa", "Jan") == (
        Agreed(0, 5, ("A", "B"), "raz\n\ndwa", "red"),
        Agreed(3, 8, (), "raz", "yellow", "underline"),
    )
    assert found.accepted("Jan")[0] == Agreed(0, 5, ("A",), "dwa")
    assert found.accepted() == ()
    assert found.tags == ("A", "B")


def test_the_key_changes_with_what_is_said_and_not_with_the_text_or_a_tags_name():
    marks = [mark(1, "Ewa", 0, 5, "A"), mark(2, "Jan", 0, 6, "A")]
    key = one(*marks).key
    elsewhere = [replace(m, start=m.start + 9, end=m.end + 9, tags=("B",)) for m in marks]
    assert one(*elsewhere).key == key
    assert one(marks[0], replace(marks[1], modified="2025-01-01T00:00:00.000Z")).key != key
    assert one(*marks, mark(3, "Jan", 2, 4)).key != key
    assert one(marks[0], *FAR).key != key


def test_a_decision_is_known_by_its_places_and_tags():
    said = outcome_of([Agreed(0, 5, ("A", "B"))])
    assert said == outcome_of([Agreed(0, 5, ("B", "A"), note="n", colour="red")])
    others = [[], [Agreed(0, 6, ("A", "B"))], [Agreed(0, 5, ("A",))]]
    assert len({said, *map(outcome_of, others)}) == 4


marks_of_all = st.lists(
    st.builds(
        lambda author, start, size, tags, colour: (author, start, start + size, tags, colour),
        st.sampled_from(["Ewa", "Jan", "Ola", AGREED]),
        st.integers(0, 30),
        st.integers(1, 12),
        st.lists(st.sampled_from("ABC"), unique=True, max_size=2),
        st.sampled_from(["yellow", "red"]),
    ),
    max_size=12,
).map(
    lambda found: [
        mark(number, author, start, end, *tags, colour=colour)
        for number, (author, start, end, tags, colour) in enumerate(found)
    ]
)


@given(marks_of_all, st.randoms())
def test_each_mark_is_in_one_passage_whatever_the_order(marks: list[Any], chance: Any):
    found = passages(marks)
    own = [m for m in marks if m.author != AGREED]
    if len({m.author for m in own}) < 2:
        assert found == []
        return
    assert sorted(m.uuid for p in found for m in p.marks) == sorted(m.uuid for m in own)
    for before, after in pairwise(found):
        assert before.end <= after.start
    shuffled = [*marks]
    chance.shuffle(shuffled)
    assert [(p.marks, p.kinds, p.key) for p in passages(shuffled)] == [
        (p.marks, p.kinds, p.key) for p in found
    ]
    for passage in found:
        assert passage.start == min(m.start for m in passage.marks)
        assert passage.end == max(m.end for m in passage.marks)


def _said(passage: Passage, coder: str) -> Any:
    """What a coder says, worked out in another way than the program does."""
    places = {(m.start, m.end) for m in passage.of(coder)}
    return {
        (place, frozenset(t for m in here for t in m.tags) or frozenset(m.colour for m in here))
        for place in places
        for here in [[m for m in passage.of(coder) if (m.start, m.end) == place]]
    }


@given(marks_of_all)
def test_there_is_a_kind_just_where_people_say_different_things(marks: list[Any]):
    for passage in passages(marks):
        said = [_said(passage, coder) for coder in passage.coders]
        alike = all(one == said[0] for one in said)
        assert (passage.kinds == ()) is alike
        assert list(passage.kinds) == [kind for kind in KINDS if kind in passage.kinds]
        if any(not passage.of(coder) for coder in passage.coders):
            assert "missing" in passage.kinds
        if alike:
            assert passage.accepted(*passage.coders)
            assert {(a.start, a.end) for a in passage.accepted(*passage.coders)} == {
                (m.start, m.end) for m in passage.of(passage.coders[0])
            }

"""What find and replace makes of paths, and what it says of what it cannot do."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.errors import UserError
from desktop.core.tag_replacing import Renaming, Wanted, plan

PATHS = list(
    enumerate(("Rosja", "Rosja/Dyplomacja", "Rosja/gospodarka", "Polska/Rosja", "Polska"), 1)
)


def news(wanted: Wanted, paths: Sequence[tuple[int, str]] = PATHS) -> dict[str, str]:
    return {one.old: one.new for one in plan(paths, wanted)}


def test_names_are_replaced_and_those_below_go_along() -> None:
    assert news(Wanted("rosja", "Federacja")) == {
        "Rosja": "Federacja",
        "Polska/Rosja": "Polska/Federacja",
    }
    assert news(Wanted("GOSPO", "Makro")) == {"Rosja/gospodarka": "Rosja/Makrodarka"}
    assert news(Wanted("a", "o")) == {
        "Rosja": "Rosjo",
        "Polska": "Polsko",
        "Rosja/Dyplomacja": "Rosjo/Dyplomocjo",
        "Rosja/gospodarka": "Rosjo/gospodorko",
        "Polska/Rosja": "Polsko/Rosjo",
    }


def test_case_and_nothing() -> None:
    assert news(Wanted("rosja", "x", match_case=True)) == {}
    assert news(Wanted("rosja", "rosja"))["Rosja"] == "rosja"
    assert news(Wanted("", "x")) == {}
    assert news(Wanted("Rosja", "Rosja")) == {}


def test_whole_paths() -> None:
    assert news(Wanted("rosja/", "", in_paths=True)) == {
        "Rosja/Dyplomacja": "Dyplomacja",
        "Rosja/gospodarka": "gospodarka",
    }
    assert news(Wanted("^Polska/", "Kraje/", in_paths=True, pattern=True)) == {
        "Polska/Rosja": "Kraje/Rosja"
    }
    assert news(Wanted("^Polska$", "Kraje/Polska", in_paths=True, pattern=True)) == {
        "Polska": "Kraje/Polska"
    }


def test_expressions() -> None:
    wanted = Wanted(r"^(\w)(\w+)$", r"\2 \1", pattern=True, match_case=True)
    assert news(wanted)["Rosja/gospodarka"] == "osja R/ospodarka g"
    assert news(Wanted(r"\d+", "", pattern=True)) == {}
    assert news(Wanted("a.b", "x"), [(1, "a.b"), (2, "acb")]) == {"a.b": "x"}
    assert news(Wanted("a", r"\1"), [(1, "a")]) == {"a": r"\1"}


def test_those_that_come_together_are_told() -> None:
    found = plan([(1, "A1"), (2, "A2"), (3, "B"), (4, "b/c")], Wanted(r"\d", "", pattern=True))
    assert found == [Renaming(1, "A1", "A", True), Renaming(2, "A2", "A", True)]
    (one,) = plan([(1, "Spór"), (2, "spory")], Wanted("spory", "SPÓR"))
    assert one.merges
    (one,) = plan([(1, "Spór"), (2, "spory")], Wanted("spory", "Kłótnie"))
    assert not one.merges
    swapped = plan([(1, "A"), (2, "B")], Wanted("A", "C"))
    assert [one.merges for one in swapped] == [False]


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted("(", "", pattern=True), "from character 1"),
        (Wanted("ab[", "", pattern=True), "from character 3"),
        (Wanted("*", "", pattern=True), "from character 1"),
        (Wanted("a", r"\1", pattern=True), "replacement cannot"),
        (Wanted("a", "\\", pattern=True), "replacement cannot"),
        (Wanted("(a)", r"\g<x>", pattern=True), "replacement cannot"),
        (Wanted("a{99999999999999999999}", "", pattern=True), "cannot be read"),
        (Wanted("(a+)+b", "", pattern=True), "hours"),
        (Wanted(r"(\w*x*)*", "", pattern=True), "hours"),
        (Wanted("a" * 201, "", pattern=True), "hours"),
        (Wanted("Polska", ""), "needs a name"),
        (Wanted("Polska", "a/b"), "“/”"),
        (Wanted("Polska", "a;b"), "“;”"),
        (Wanted("Polska", "/", in_paths=True), "between slashes"),
    ],
)
def test_what_cannot_be_is_said_in_words(wanted: Wanted, said: str) -> None:
    with pytest.raises(UserError) as error:
        plan(PATHS, wanted)
    assert said in str(error.value)


@given(st.text(max_size=12), st.text(max_size=6), st.booleans(), st.booleans())
def test_anything_typed_is_a_plan_or_words(
    find: str, put: str, in_paths: bool, pattern: bool
) -> None:
    try:
        found = plan(PATHS, Wanted(find, put, in_paths=in_paths, pattern=pattern))
    except UserError:
        return
    assert all(one.old != one.new for one in found)

from functools import partial
from itertools import pairwise

from pytestqt.qtbot import QtBot

from desktop.core.hits import Span, find_string, find_terms, term
from desktop.ui.context import Context
from desktop.ui.reader import finder
from desktop.ui.reader.finder import Finder, find_in_stretches, stretches

LONG = ("Łódź leży tu.\n" * 20)[:-1] + "\n" + "słowo " * 100_000 + "\nŁódź"


def _lodz(text: str) -> list[Span]:
    return find_string(text, "lodz")


def test_a_short_text_is_searched_at_once(context: Context) -> None:
    found: list[list[Span]] = []
    Finder(context.jobs).look("Jadę do Łodzi", partial(find_string, wanted="lodzi"), found.append)
    assert found == [[(8, 13)]]


def test_a_long_text_is_searched_in_a_thread(context: Context, qtbot: QtBot) -> None:
    found: list[list[Span]] = []
    Finder(context.jobs).look(LONG, _lodz, found.append)
    assert found == []
    qtbot.waitUntil(lambda: bool(found))
    assert found == [_lodz(LONG)]
    assert len(found[0]) == 21


def test_a_newer_search_makes_the_older_void(context: Context, qtbot: QtBot) -> None:
    found: list[str] = []
    one = Finder(context.jobs)
    one.look(LONG, _lodz, lambda _hits: found.append("older"))
    one.look(LONG, _lodz, lambda _hits: found.append("newer"))
    context.jobs.wait()
    qtbot.waitUntil(lambda: bool(found))
    assert found == ["newer"]


def test_stretches_cover_the_text() -> None:
    cuts = list(stretches(LONG))
    assert cuts[0][0] == 0 and cuts[-1][1] == len(LONG)
    assert all(a[1] == b[0] for a, b in pairwise(cuts))
    assert list(stretches("")) == []


def test_a_stopped_search_ends_and_hits_are_not_without_end() -> None:
    assert find_in_stretches(LONG, _lodz, lambda: True) == []
    many = find_in_stretches("a" * 400_000, partial(find_string, wanted="a"), lambda: False)
    assert len(many) == finder.MOST


def test_hits_across_an_edge_are_found_once() -> None:
    edge = next(iter(stretches(LONG)))[1]
    wanted = LONG[edge - 10 : edge + 10]
    text = LONG.replace(wanted, "korei połnocnej w", 1)
    found = find_in_stretches(text, partial(find_string, wanted="korei połnocnej"), lambda: False)
    assert [text[a:b] for a, b in found] == ["korei połnocnej"]
    same = find_in_stretches(LONG, partial(find_string, wanted="słowo słowo"), lambda: False)
    assert same == find_string(LONG, "słowo słowo")


def test_a_word_cut_by_an_edge_is_one_word() -> None:
    text = "ab" * 200_000
    assert find_in_stretches(text, lambda some: find_terms(some, [term("ab")]), lambda: False) == []

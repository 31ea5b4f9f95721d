"""The modules of core that are a function or two: canonical, dates, ids, reading, tag_path, ..."""

import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core import dates, tag_path
from desktop.core.canonical import clean, paragraphs
from desktop.core.changes import Changes
from desktop.core.colours import COLOURS, STYLES, check_colour, check_style
from desktop.core.errors import UserError
from desktop.core.ids import new_uuid, now
from desktop.core.reading import count_words, minutes

anything = st.text(st.characters(categories=None), max_size=60)


@given(anything)
def test_clean_text_can_be_stored_and_stays(text: str):
    cleaned = clean(text)
    cleaned.text.encode()
    assert "\r" not in cleaned.text
    if not cleaned.text.startswith("\ufeff"):
        assert clean(cleaned.text) == type(cleaned)(cleaned.text, 0)


def test_clean_counts_what_it_replaces():
    assert clean("\ufeffa\r\nb\rc\ud800\ufdd0").text == "a\nb\nc\ufffd\ufffd"
    assert clean("\ud800\ufdd0").replaced == 2


@given(anything)
def test_paragraphs_are_never_blank(text: str):
    parts = paragraphs(clean(text).text)
    assert all(part.strip() and "\n\n" not in part for part in parts)


def test_paragraphs():
    assert paragraphs("\n a\nb \n \t\n\n c\n\n\u00a0\n\nd\u00a0") == ["a\nb", "c", "d\u00a0"]
    assert paragraphs("\u00a0") == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2023", "2023"),
        (" 2023-9 ", "2023-09"),
        ("2024-02-29", "2024-02-29"),
        ("2023-02-29", None),
        ("2023-13", None),
        ("0000", None),
        ("2023-00", None),
        ("dziś", None),
        ("", None),
    ],
)
def test_partial_dates(text: str, date: str | None):
    assert dates.parse_partial(text) == date


def test_a_partial_date_spans_its_days():
    assert (dates.first_day("2023"), dates.last_day("2023")) == ("2023-01-01", "2023-12-31")
    assert (dates.first_day("2024-02"), dates.last_day("2024-02")) == ("2024-02-01", "2024-02-29")
    assert (dates.first_day("2024-02-03"), dates.last_day("2024-02-03")) == ("2024-02-03",) * 2


def test_uuids_are_version_7_and_sort_by_time():
    made = [new_uuid() for _ in range(50)]
    assert all(
        re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-.{12}", u)
        for u in made
    )
    assert [u[:13] for u in made] == sorted(u[:13] for u in made)


def test_times_are_utc():
    assert now().endswith("Z")
    assert datetime.fromisoformat(now()).utcoffset() is not None


def test_reading_time():
    assert count_words("Jake’a był dwa-trzy razy, no.") == 5
    assert (minutes(0), minutes(2200)) == (1, 10)


def test_changes_tell_what_they_touch():
    changes = Changes({"tag": frozenset({1}), "article": frozenset()})
    assert changes.touches("article", "tag")
    assert not changes.touches("article")


def test_colours_and_styles_are_checked():
    assert [check_colour(c) for c in COLOURS] == list(COLOURS)
    assert [check_style(s) for s in STYLES] == list(STYLES)
    with pytest.raises(UserError, match="yellow, green"):
        check_colour("{pink}")
    with pytest.raises(UserError, match="underline"):
        check_style("bold")


def test_tag_paths_are_tidied():
    assert tag_path.parse(" Claim /  Dis\tputed ") == ("Claim", "Dis puted")
    assert tag_path.parse_name("zo\u0301ł") == "zół"
    assert tag_path.join(("a", "b")) == "a/b"
    assert tag_path.same("ŻABA", "żaba")
    assert tag_path.folded(" /Claim / DisPUTED/ ") == "claim/disputed"


@pytest.mark.parametrize(
    "path", ["", "/", "a//b", "a/", "a;b", "a\0", "x" * 201, "\ud800", "a" + "/a" * 40]
)
def test_what_is_no_tag_path(path: str):
    with pytest.raises(UserError):
        tag_path.parse(path)


def test_a_name_has_no_slash():
    with pytest.raises(UserError, match="/"):
        tag_path.parse_name("a/b")

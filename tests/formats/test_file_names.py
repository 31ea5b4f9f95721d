"""Names that every system takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.formats.file_names import Names, safe_name

RESERVED = ["CON", "prn", "aux.txt", "NUL", "com1", "LPT9.md", "COM¹"]
ODD = ["", ".", "..", "...", " ", "/etc/passwd", "..\\..\\x", "a:b", "a\nb", "\u202egnp.exe",
       "-rf", "~x", "a" * 500, "ł" * 500, "x.", "x ", "\x00", "a\ud800b", "<>|?*",
       "\ufeff"]  # fmt: skip


@pytest.mark.parametrize("title", RESERVED + ODD)
def test_odd_titles(title: str):
    name = safe_name(title)
    assert name
    assert len(name.encode()) <= 121
    assert not set(name) & set('<>:"/\\|?*\n\x00\u202e')
    assert name.strip(" .") == name
    assert not name.startswith("-")
    assert name.split(".")[0].lower() not in ("con", "prn", "aux", "nul", "com1", "lpt9", "com¹")


@given(st.lists(st.text(max_size=6), max_size=12))
def test_no_name_is_given_twice(titles: list[str]):
    names = Names(".md")
    given_names = [names.fresh(title).casefold() for title in titles]
    assert len(set(given_names)) == len(titles)

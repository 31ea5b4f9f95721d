"""The table of actions: whole, and no key means two things at one place."""

import re
from collections import Counter
from itertools import combinations

from PySide6.QtGui import QKeySequence

from desktop.core.colours import COLOURS
from desktop.ui import actions, menus
from desktop.ui.actions import MENUS, Row, rows

PROMISED = {
    "annotation.highlight", "annotation.note", "annotation.tag", "annotation.delete", "edit.undo",
    "edit.redo", "library.import", "library.export", "find.library", "find.article",
}  # fmt: skip


def test_ids_are_unique_and_speak() -> None:
    ids = [row.id for row in rows()]
    assert not [name for name, count in Counter(ids).items() if count > 1]
    assert all(re.fullmatch(r"[a-z]+(\.[a-z_]+)+", name) for name in ids)
    assert set(ids) >= PROMISED


def test_every_action_has_words_and_a_menu() -> None:
    assert all(actions.words(row).strip() for row in rows())
    assert {row.menu for row in rows()} == set(MENUS)


def _overlap(one: Row, other: Row) -> bool:
    return "window" in (one.where, other.where) or one.where == other.where


def test_no_key_means_two_things_at_one_place() -> None:
    keys = [(row, QKeySequence(key).toString()) for row in rows() for key in row.keys]
    assert all(key for _row, key in keys)
    twice = [(a.id, b.id, key) for (a, key), (b, other) in combinations(keys, 2)
             if key == other and _overlap(a, b)]  # fmt: skip
    assert twice == []


def test_the_colours_have_the_keys_one_to_eight() -> None:
    found = {row.id: row.keys for row in rows() if row.menu == "colour"}
    assert list(found.values()) == [(str(n),) for n in range(1, 9)]
    assert list(found) == [f"annotation.colour.{colour}" for colour in COLOURS]


def test_context_menus_name_what_there_is() -> None:
    known = {row.id for row in rows()} | set(MENUS)
    assert known >= {*menus.ARTICLE, *menus.ANNOTATION, *menus.TEXT}


def test_icons_are_there() -> None:
    from desktop import paths

    there = {file.stem for file in (paths.resources() / "icons").glob("*.svg")}
    assert {row.icon for row in rows() if row.icon} <= there

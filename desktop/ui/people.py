"""Whose highlights the window shows: kept in the settings, the same for margin and notebook."""

import json
from collections.abc import Iterable

from desktop.core.people import EVERYONE, People, only
from desktop.ui.settings import Settings

_MINE = "mine"
SETTINGS = ("people", "coder_name")


def shown_people(settings: Settings) -> People:
    """Return the people whose highlights are shown."""
    kept: str = settings.get("people")
    if not kept:
        return EVERYONE
    return mine(settings) if kept == _MINE else only(*json.loads(kept))


def mine(settings: Settings) -> People:
    """Return whoever works here: also what was highlighted before there was a name."""
    return only(settings.get("coder_name"), "")


def only_mine(settings: Settings) -> bool:
    """Tell whether the highlights of others are hidden."""
    return settings.get("people") == _MINE


def show_mine(settings: Settings) -> None:
    """Hide the highlights of others, whoever they will be."""
    settings.set("people", _MINE)


def show_everyone(settings: Settings) -> None:
    """Show all highlights."""
    settings.set("people", "")


def show_chosen(settings: Settings, names: Iterable[str]) -> None:
    """Show the highlights of these people only."""
    settings.set("people", json.dumps(sorted(set(names)), ensure_ascii=False))


def reveal(settings: Settings, author: str) -> None:
    """Let the highlights of *author* be seen, if they are hidden."""
    people = shown_people(settings)
    if not people.sees(author):
        show_chosen(settings, (*(people.names or ()), author))

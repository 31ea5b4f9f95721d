"""Which tags fit what someone has typed, best first: a pure question, so it is tested alone."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.core import tag_path
from desktop.core.errors import UserError
from desktop.core.folding import fold

_PARTS = re.compile(r"[\s/]+")
LIMIT = 100
MOST_RECENT = 9


@dataclass(frozen=True, slots=True)
class Candidate:
    """A tag there is, with what it is compared by."""

    path: str
    colour: str
    folded: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A row of the type-ahead; `rank` 0 is the tag itself, 3 only contains what was typed.

    `number` is the digit that takes a tag used lately, 0 for others.
    """

    path: str
    colour: str
    rank: int
    new: bool = False
    description: str = ""
    number: int = 0


def candidate(path: str, colour: str, description: str = "") -> Candidate:
    """Prepare a tag for `matches`."""
    return Candidate(path, colour, fold(path), description)


def lately_first(candidates: Sequence[Candidate], recent: Sequence[str]) -> list[Match]:
    """Return all tags, first those of *recent* that are there, numbered from 1 to at most 9."""
    known = {one.path: one for one in candidates}
    first = [known[path] for path in recent if path in known][:MOST_RECENT]
    numbered = [
        Match(one.path, one.colour, 3, description=one.description, number=number)
        for number, one in enumerate(first, 1)
    ]
    return (numbered + [match for match in matches(candidates, "") if
                        all(match.path != one.path for one in first)])[:LIMIT]  # fmt: skip


def matches(candidates: Iterable[Candidate], typed: str) -> list[Match]:
    """Return the tags that contain every typed part, best first; last the one to be made."""
    wanted = fold(typed).strip()
    parts = [part for part in _PARTS.split(wanted) if part]
    found = [
        Match(one.path, one.colour, _rank(one, wanted), description=one.description)
        for one in candidates
        if all(part in one.folded for part in parts)
    ]
    found.sort(key=lambda match: match.rank)
    return found[:LIMIT] + _to_create(found, typed)


def default_row(found: Sequence[Match]) -> int:
    """Return the row that Enter takes: the first if it begins with what was typed, else the new."""
    if not found or found[0].rank <= 2:
        return 0
    return len(found) - 1 if found[-1].new else 0


def tidy(typed: str) -> str:
    """Return the path of the tag that *typed* names; UserError when it cannot be one."""
    return tag_path.join(tag_path.parse(typed))


def _rank(one: Candidate, wanted: str) -> int:
    if one.folded == wanted:
        return 0
    if one.folded.rpartition("/")[2].startswith(wanted):
        return 1
    return 2 if one.folded.startswith(wanted) else 3


def _to_create(found: Sequence[Match], typed: str) -> list[Match]:
    try:
        path = tidy(typed)
    except UserError:
        return []
    if any(tag_path.same(match.path, path) for match in found):
        return []
    return [Match(path, "", 4, new=True)]

"""Find and replace in names of tags: what each would be called, and which would come together."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.core import tag_path
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError

LONGEST = 200
# A repeated group that repeats within: such an expression can take hours for a short name.
_ENDLESS = re.compile(r"\((?:[^()\\]|\\.)*[*+}](?:[^()\\]|\\.)*\)[*+{]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to find and what to put there.

    `in_paths`: in whole paths (`Claim/Disputed`), not in each tag's own name. `pattern`: a regular
    expression, whose groups the replacement may name (`\\1`).
    """

    find: str
    replacement: str
    in_paths: bool = False
    pattern: bool = False
    match_case: bool = False


@dataclass(frozen=True, slots=True)
class Renaming:
    """A tag that would have the path `new`; `merges` when another one would have it, too."""

    tag_id: int
    old: str
    new: str
    merges: bool


def plan(paths: Sequence[tuple[int, str]], wanted: Wanted) -> list[Renaming]:
    """Return what *wanted* does to the tags *paths* (id, path), those above before those below.

    Tags below one that is renamed go along and are not listed. UserError, in words, for an
    expression that cannot be read and for names that cannot be a tag's.
    """
    if not wanted.find:
        return []
    renamed = _renamer(wanted)
    finals: dict[str, str] = {}
    found: list[tuple[int, str, str]] = []
    for tag_id, old in sorted(paths, key=lambda one: one[1].count("/")):
        parent, _, name = old.rpartition("/")
        above = finals.get(parent, parent)
        own = old if wanted.in_paths else name
        new = renamed(own)
        if new == own:
            finals[old] = f"{above}/{name}" if above else name
            continue
        if wanted.in_paths:
            finals[old] = tag_path.join(tag_path.parse(new))
        else:
            tidy = tag_path.parse_name(new)
            finals[old] = f"{above}/{tidy}" if above else tidy
        found.append((tag_id, old, finals[old]))
    there = Counter(path.casefold() for path in finals.values())
    return [
        Renaming(tag_id, old, new, there[new.casefold()] > 1)
        for tag_id, old, new in found
        if old != new
    ]


def _renamer(wanted: Wanted) -> Callable[[str], str]:
    flags = 0 if wanted.match_case else re.IGNORECASE
    if not wanted.pattern:
        plain = re.compile(re.escape(wanted.find), flags)
        return lambda text: plain.sub(lambda _found: wanted.replacement, text)
    if len(wanted.find) > LONGEST or _ENDLESS.search(wanted.find):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "This expression could take hours: it repeats what repeats already. "
                "Write it in a simpler way.",
            )
        )
    try:
        compiled = re.compile(wanted.find, flags)
        compiled.sub(wanted.replacement, "")
    except re.error as error:
        raise _unreadable(error, wanted) from error
    except (OverflowError, RecursionError, IndexError) as error:
        raise _unreadable(re.error(str(error)), wanted) from error
    return lambda text: compiled.sub(wanted.replacement, text)


def _unreadable(error: re.error, wanted: Wanted) -> UserError:
    if error.pattern in (None, wanted.find) and error.pos is not None:
        return UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "This regular expression cannot be read from character {place} on. A bracket may "
                "not be closed, or a sign like * + ? \\ stand where it means nothing.",
            ),
            place=error.pos + 1,
        )
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "The replacement cannot be read. \\1 stands for what the first brackets found; for "
            "the sign \\ itself write \\\\.",
        )
    )

"""Tags form one tree and are written as paths: `Claim/Disputed`."""

import re
import unicodedata

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError

_SPACE = re.compile(r"\s+")
MAX_NAME = 200
MAX_DEPTH = 40


def parse(path: str) -> tuple[str, ...]:
    """Return the names along *path*, tidied; UserError when it cannot be a tag.

    `;` parts tags in exports and `/` parts names, so neither may stand in a name.
    """
    names = tuple(_tidy(name) for name in path.split("/"))
    if not all(names):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors", "A tag needs a name, and so does each part of “{path}” between slashes."
            ),
            path=path,
        )
    if len(names) > MAX_DEPTH:
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "Tags may lie at most {count} levels deep."),
            count=MAX_DEPTH,
        )
    for name in names:
        _check(name)
    return names


def can_be(path: str) -> bool:
    """Tell whether *path* can be a tag."""
    try:
        parse(path)
    except UserError:
        return False
    return True


def parse_name(name: str) -> str:
    """Return one tidied tag name; UserError when it is none."""
    if "/" in name:
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "A tag's name cannot contain “/”: it parts tag from tag."),
        )
    return parse(name)[0]


def join(names: tuple[str, ...]) -> str:
    """Return the path of *names*."""
    return "/".join(names)


def folded(path: str) -> str:
    """Return *path*, valid or not, in the form in which paths are compared: tidy, without case."""
    names = (_tidy(name) for name in path.strip().strip("/").split("/"))
    return join(tuple(names)).casefold()


def same(one: str, other: str) -> bool:
    """Tell whether two names or paths differ at most in case."""
    return one.casefold() == other.casefold()


def _tidy(name: str) -> str:
    return unicodedata.normalize("NFC", _SPACE.sub(" ", name).strip())


def _check(name: str) -> None:
    if ";" in name:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "A tag's name cannot contain “;” (it parts the tags in exports): “{name}”.",
            ),
            name=name,
        )
    if len(name) > MAX_NAME or any(unicodedata.category(char) in ("Cc", "Cs") for char in name):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "A tag's name may have up to {count} characters, and no control characters.",
            ),
            count=MAX_NAME,
        )

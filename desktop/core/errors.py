"""What the user can mend is a `UserError`; all else is a bug and reaches the crash reporter."""

from typing import Any


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - lupdate looks for this name
    """Mark *text* for translation where Qt must not be imported; gives it back unchanged."""
    return text


class UserError(Exception):
    """A problem with what to do about it, in words for people.

    `template` is English text with `str.format` fields, marked with
    `QT_TRANSLATE_NOOP("Errors", ...)` where it is written; `fields` fills it.
    The window translates the template, the command line prints `str(error)`.
    """

    def __init__(self, template: str, **fields: Any) -> None:
        super().__init__(template.format(**fields))
        self.template = template
        self.fields = fields


class NotFound(UserError):  # noqa: N818
    """The article, highlight or tag that was asked for is not there (any more)."""


class LibraryUnusable(UserError):  # noqa: N818 - what happened is the better name
    """The library file cannot be opened, or not be written."""


class LibraryDamaged(LibraryUnusable):
    """The library file is not what was written to it."""


class LibraryBusy(LibraryUnusable):
    """Another program holds the library for writing."""


class Cancelled(Exception):  # noqa: N818 - it is no error
    """The user stopped a longer job; what was finished stays."""

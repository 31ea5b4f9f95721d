"""What is wrong with a template, in words that name the line; Jinja's own are for programmers."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats.text_templates.fields import FIELDS

_UNKNOWN_TAG = re.compile(r"Encountered unknown tag '(.+?)'")
_NO_FILTER = re.compile(r"No filter named '(.+?)'")
_OPEN = re.compile(r"innermost block that needs to be closed is '(\w+)'")
_END = re.compile(r"[Uu]nexpected end of template|Missing end of")
_NEAR = re.compile(r"(?:got|unexpected) '(.+?)'")


def of_syntax(error: TemplateSyntaxError, filters: Iterable[str]) -> UserError:
    """Say why a template cannot be read."""
    said, line = error.message or "", error.lineno
    if found := _NO_FILTER.search(said):
        return _with_hint(
            QT_TRANSLATE_NOOP(
                "Errors", "Line {line} of the template: there is no filter “{name}”."
            ),
            QT_TRANSLATE_NOOP(
                "Errors",
                "Line {line} of the template: there is no filter “{name}”. Did you mean “{hint}”?",
            ),
            line,
            found[1],
            filters,
        )
    if found := _OPEN.search(said):
        return UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "Line {line} of the template: a part that begins with {start} is not closed "
                "properly. Write {end} where it ends.",
            ),
            line=line,
            start=f"{{% {found[1]} … %}}",
            end=f"{{% end{found[1]} %}}",
        )
    if found := _UNKNOWN_TAG.search(said):
        return UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "Line {line} of the template: “{name}” cannot stand here between percent signs. "
                "Look whether it is spelt right, and whether what it closes is open.",
            ),
            line=line,
            name=found[1],
        )
    if _END.search(said):
        return UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "Line {line} of the template: the template ends before a brace or a part is "
                "closed. Look for what is missing above.",
            ),
            line=line,
        )
    if found := _NEAR.search(said):
        return UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "Line {line} of the template: what is written there cannot be read, near “{near}”. "
                "Look at its braces, brackets and quotation marks.",
            ),
            line=line,
            near=found[1],
        )
    return other(line, error)


def of_use(line: int, error: Exception, names: Iterable[str]) -> UserError:
    """Say what went wrong while a template was used."""
    if isinstance(error, UserError):
        return UserError(error.template, **{**error.fields, "line": line})
    if isinstance(error, SecurityError):
        return UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "Line {line} of the template: this is not allowed in a template. "
                "Use the fields and filters that are listed.",
            ),
            line=line,
        )
    if isinstance(error, UndefinedError):
        return _unknown(line, error, names)
    return other(line, error)


def other(line: int, error: Exception) -> UserError:
    """Give the reason in the words that there are."""
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "Line {line} of the template: this cannot be worked out ({reason}). "
            "Look at the values and their order there.",
        ),
        line=line,
        reason=str(error).splitlines()[0][:200] if str(error) else type(error).__name__,
    )


def other_template(line: int) -> UserError:
    """Say that a template stands for itself."""
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "Line {line} of the template: a template cannot take in another one. "
            "Copy its text to that place.",
        ),
        line=line,
    )


def once() -> UserError:
    """Say that articles come in one after the other."""
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "Line {line} of the template: “articles” come one after the other. A template can go "
            "through them once and cannot count them; put both parts into one loop.",
        ),
        line=1,
    )


def _unknown(line: int, error: UndefinedError, names: Iterable[str]) -> UserError:
    """Name what is not there, and what is spelt like it."""
    owned = re.search(r"'.*?(\w+)(?: object)?' has no attribute '(\w+)'", str(error))
    if owned:
        kind, name = owned[1].casefold(), owned[2]
        return _with_hint(
            QT_TRANSLATE_NOOP(
                "Errors", "Line {line} of the template: there is no “{name}” in “{owner}”."
            ),
            QT_TRANSLATE_NOOP(
                "Errors",
                "Line {line} of the template: there is no “{name}” in “{owner}”. "
                "Did you mean “{hint}”?",
            ),
            line,
            name,
            FIELDS.get(kind, ()),
            owner=kind,
        )
    named = re.search(r"'(\w+)' is undefined", str(error))
    if not named:
        return other(line, error)
    return _with_hint(
        QT_TRANSLATE_NOOP("Errors", "Line {line} of the template: nothing is called “{name}”."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Line {line} of the template: nothing is called “{name}”. Did you mean “{hint}”?",
        ),
        line,
        named[1],
        names,
    )


def _with_hint(
    plain: str, hinting: str, line: int, name: str, known: Iterable[str], **more: str
) -> UserError:
    near = get_close_matches(name, list(known), n=1)
    if near:
        return UserError(hinting, line=line, name=name, hint=near[0], **more)
    return UserError(plain, line=line, name=name, **more)

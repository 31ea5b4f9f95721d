"""Links from a note to a highlight, an article or a tag: `[[shown words|glosa:annotation/uuid]]`.

The uuid is what counts: the target may be renamed, and travels to another library under it. The
words are for whoever reads the note elsewhere.
"""

import re
from dataclasses import dataclass

KINDS = ("annotation", "article", "tag")
MOST_LABEL = 60
_TARGET = r"glosa:(annotation|article|tag)/([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})"
_LINK = re.compile(rf"\[\[([^\[\]|\n]{{1,300}})\|{_TARGET}\]\]")
_ONLY_TARGET = re.compile(_TARGET)
_BEGUN = re.compile(r"\[\[([^\[\]|\n]{0,80})$")
_UNFIT = re.compile(r"[\[\]|\s]+")

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class NoteLink:
    """A link at `[start, end)` of a note (code points); `kind` is one of KINDS."""

    start: int
    end: int
    label: str
    kind: str
    uuid: str

    @property
    def key(self) -> Key:
        """What is linked to: (kind, uuid)."""
        return self.kind, self.uuid

    @property
    def address(self) -> str:
        """The target as it is written."""
        return address(self.kind, self.uuid)


def address(kind: str, uuid: str) -> str:
    """Return the target of a link as it is written."""
    return f"glosa:{kind}/{uuid}"


def key_of(target: str) -> Key | None:
    """Return (kind, uuid) of an `address`; None for anything else."""
    found = _ONLY_TARGET.fullmatch(target)
    return (found[1], found[2].lower()) if found else None


def find(note: str) -> list[NoteLink]:
    """Return the links of *note*, in order."""
    return [_link(found) for found in _LINK.finditer(note)]


def link_at(note: str, position: int) -> NoteLink | None:
    """Return the link that begins at, ends at or lies about *position*, or None."""
    return next((one for one in find(note) if one.start <= position <= one.end), None)


def match(note: str, position: int) -> NoteLink | None:
    """Return the link that begins exactly at *position*, or None."""
    found = _LINK.match(note, position)
    return _link(found) if found else None


def written(label: str, kind: str, uuid: str) -> str:
    """Return the link to *kind* and *uuid*, shown as *label* without what would end it."""
    words = _UNFIT.sub(" ", label).strip() or kind
    shown = words if len(words) <= MOST_LABEL else words[: MOST_LABEL - 1].rstrip() + "…"
    return f"[[{shown}|{address(kind, uuid)}]]"


def begun(before: str) -> str | None:
    """Return what stands behind a `[[` that ends *before* and is not closed yet, else None."""
    found = _BEGUN.search(before)
    return found[1] if found else None


def readable(note: str) -> str:
    """Return *note* with the words of each link in its place, for a reader without the library."""
    return _LINK.sub(lambda found: found[1], note) if "[[" in note else note


def _link(found: re.Match[str]) -> NoteLink:
    return NoteLink(found.start(), found.end(), found[1], found[2], found[3].lower())

"""The passages that several people marked in an article: where they say the same and where not.

A person says of a passage which places they marked, each with which tags. A mark without tags says
something by its colour. Notes and styles are no difference.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop.core.people import AGREED
from desktop.core.portable import PortableAnnotation

Kind = Literal["missing", "ends", "tags", "colours"]
KINDS: tuple[Kind, ...] = ("missing", "ends", "tags", "colours")
_Place = tuple[int, int]
_Claim = tuple[_Place, frozenset[str], frozenset[str]]
_KEY_DIGITS = 32


@dataclass(frozen=True, slots=True)
class Agreed:
    """A highlight for the agreed layer; `start` and `end` are code points."""

    start: int
    end: int
    tags: tuple[str, ...] = ()
    note: str = ""
    colour: str = "yellow"
    style: str = "highlight"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text with all marks that overlap one another in it, in reading order.

    `coders` are all who marked anything in the article, in alphabetical order; `agreed` is what
    the agreed layer has here already.
    """

    start: int
    end: int
    coders: tuple[str, ...]
    marks: tuple[PortableAnnotation, ...]
    agreed: tuple[PortableAnnotation, ...] = ()

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """In what the coders differ, in the order of KINDS; nothing when all say the same.

        "missing": someone marked nothing but what all marked.
        """
        said = {coder: _claims(self.of(coder)) for coder in self.coders}
        common = frozenset[_Claim].intersection(*said.values())
        rest = [claims - common for claims in said.values() if claims - common]
        if not rest:
            return ()
        found: dict[Kind, bool] = {
            "missing": len(rest) < len(self.coders),
            "ends": (ends := _vary(rest, lambda one: one[0])),
            "tags": _vary(rest, lambda one: (None if ends else one[0], one[1])),
            "colours": _vary(rest, lambda one: (None if ends else one[0], one[2])),
        }
        return tuple(kind for kind in KINDS if found[kind])

    @property
    def key(self) -> str:
        """A short name for what is said here: another one once a mark came, went or changed.

        It does not depend on the version of the text or on what a tag is called.
        """
        import hashlib  # loads OpenSSL, which a start of the window has no use for

        told = sorted((mark.uuid, mark.modified) for mark in self.marks)
        return hashlib.sha256(repr(told).encode()).hexdigest()[:_KEY_DIGITS]

    @property
    def tags(self) -> tuple[str, ...]:
        """All tags that anyone used here, in order."""
        return tuple(sorted({tag for mark in self.marks for tag in mark.tags}))

    def of(self, coder: str) -> tuple[PortableAnnotation, ...]:
        """Return the marks of one coder."""
        return tuple(mark for mark in self.marks if mark.author == coder)

    def accepted(self, *coders: str) -> tuple[Agreed, ...]:
        """Return what these coders marked; marks at the very same place are made one."""
        places: defaultdict[_Place, list[PortableAnnotation]] = defaultdict(list)
        for mark in self.marks:
            if mark.author in coders:
                places[mark.start, mark.end].append(mark)
        return tuple(_one(place, found) for place, found in sorted(places.items()))

    def settled_so(self) -> tuple[Agreed, ...]:
        """Return what the agreed layer has here, to be kept as it is."""
        return tuple(_one((mark.start, mark.end), [mark]) for mark in self.agreed)


def passages(marks: Iterable[PortableAnnotation]) -> list[Passage]:
    """Return the passages of an article that its coders marked, in reading order.

    What has no place is left out; fewer than two coders cannot differ and give no passage.
    """
    placed = [mark for mark in marks if not mark.orphaned]
    own = [mark for mark in placed if mark.author != AGREED]
    agreed = [mark for mark in placed if mark.author == AGREED]
    coders = tuple(sorted({mark.author for mark in own}))
    if len(coders) < 2:
        return []
    return [_passage(coders, together, agreed) for together in _overlapping(own)]


def outcome_of(agreed: Iterable[Agreed]) -> str:
    """Return a short name for a decision: the same for the same places with the same tags."""
    import hashlib

    told = sorted((one.start, one.end, sorted(set(one.tags))) for one in agreed)
    return hashlib.sha256(repr(told).encode()).hexdigest()[:_KEY_DIGITS]


def _overlapping(marks: Iterable[PortableAnnotation]) -> list[list[PortableAnnotation]]:
    found: list[list[PortableAnnotation]] = []
    end = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end, mark.author, mark.uuid)):
        if found and mark.start < end:
            found[-1].append(mark)
        else:
            found.append([mark])
            end = 0
        end = max(end, mark.end)
    return found


def _passage(
    coders: tuple[str, ...],
    marks: Sequence[PortableAnnotation],
    agreed: Sequence[PortableAnnotation],
) -> Passage:
    start, end = marks[0].start, max(mark.end for mark in marks)
    here = tuple(mark for mark in agreed if mark.start < end and start < mark.end)
    return Passage(start, end, coders, tuple(marks), here)


def _claims(marks: Iterable[PortableAnnotation]) -> frozenset[_Claim]:
    """Return each place with all its tags; with its colours where it has no tags."""
    tags: defaultdict[_Place, set[str]] = defaultdict(set)
    colours: defaultdict[_Place, set[str]] = defaultdict(set)
    for mark in marks:
        tags[mark.start, mark.end].update(mark.tags)
        colours[mark.start, mark.end].add(mark.colour)
    return frozenset(
        (place, frozenset(tags[place]), frozenset(() if tags[place] else colours[place]))
        for place in tags
    )


def _vary(said: Sequence[frozenset[_Claim]], part: Callable[[_Claim], Hashable]) -> bool:
    """Tell whether a part of what people say is not the same for all of them."""
    return len({frozenset(part(claim) for claim in claims) for claims in said}) > 1


def _one(place: _Place, marks: Sequence[PortableAnnotation]) -> Agreed:
    tags = tuple(sorted({tag for mark in marks for tag in mark.tags}))
    notes = dict.fromkeys(mark.note for mark in marks if mark.note)
    first = marks[0]
    return Agreed(*place, tags, "\n\n".join(notes), first.colour, first.style)

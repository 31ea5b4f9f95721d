"""The passages that several people marked: where they say the same, and where they differ."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.core.people import AGREED
from desktop.core.portable import PortableAnnotation

Claim = tuple[int, int, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Agreed:
    """A highlight for the agreed layer; `start` and `end` are code points."""

    start: int
    end: int
    tags: tuple[str, ...] = ()
    note: str = ""
    colour: str = "yellow"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text with all marks that touch one another in it, in reading order.

    `coders` are all who marked anything in the article, in alphabetical order.
    """

    start: int
    end: int
    coders: tuple[str, ...]
    marks: tuple[PortableAnnotation, ...]

    @property
    def alike(self) -> bool:
        """Whether every coder marked just the same places with the same tags."""
        said = self._claims()
        return all(said[coder] == said[self.coders[0]] for coder in self.coders)

    @property
    def key(self) -> str:
        """A short name for what is marked here: another one after any mark has changed."""
        import hashlib  # loads OpenSSL, which a start of the window has no use for

        told = sorted((m.uuid, m.start, m.end, sorted(m.tags)) for m in self.marks)
        return hashlib.sha256(repr(told).encode()).hexdigest()[:32]

    @property
    def tags(self) -> tuple[str, ...]:
        """All tags that anyone used here, in order."""
        return tuple(sorted({tag for mark in self.marks for tag in mark.tags}))

    def of(self, coder: str) -> tuple[PortableAnnotation, ...]:
        """Return the marks of one coder."""
        return tuple(mark for mark in self.marks if mark.author == coder)

    def accepted(self, *coders: str) -> tuple[Agreed, ...]:
        """Return what these coders marked; what lies at the very same place is made one."""
        places: defaultdict[tuple[int, int], list[PortableAnnotation]] = defaultdict(list)
        for mark in self.marks:
            if mark.author in coders:
                places[mark.start, mark.end].append(mark)
        return tuple(_one(*place, found) for place, found in sorted(places.items()))

    def own(self, start: int, end: int) -> tuple[Agreed, ...]:
        """Return a place of one's own with all tags that were used here."""
        return (Agreed(start, end, self.tags, "", self.marks[0].colour),)

    def _claims(self) -> dict[str, set[Claim]]:
        return {
            coder: {(mark.start, mark.end, frozenset(mark.tags)) for mark in self.of(coder)}
            for coder in self.coders
        }


def passages(marks: Iterable[PortableAnnotation]) -> list[Passage]:
    """Return the passages of an article that its coders marked, in reading order.

    What has no place, and what was agreed on, is left out.
    """
    own = [mark for mark in marks if not mark.orphaned and mark.author != AGREED]
    coders = tuple(sorted({mark.author for mark in own}))
    found: list[Passage] = []
    together: list[PortableAnnotation] = []
    for mark in sorted(own, key=lambda mark: (mark.start, mark.end, mark.author, mark.uuid)):
        if together and mark.start >= max(one.end for one in together):
            found.append(_passage(coders, together))
            together = []
        together.append(mark)
    return [*found, _passage(coders, together)] if together else found


def _passage(coders: tuple[str, ...], marks: Sequence[PortableAnnotation]) -> Passage:
    return Passage(marks[0].start, max(mark.end for mark in marks), coders, tuple(marks))


def _one(start: int, end: int, marks: Sequence[PortableAnnotation]) -> Agreed:
    tags = tuple(sorted({tag for mark in marks for tag in mark.tags}))
    notes = dict.fromkeys(mark.note for mark in marks if mark.note)
    return Agreed(start, end, tags, "\n\n".join(notes), marks[0].colour)

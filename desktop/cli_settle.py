"""What `agreement --differences` tells: the passages that coders marked in different ways."""

from collections.abc import Iterable
from typing import Any

from desktop.core.portable import PortableAnnotation
from desktop.operations.settle import Coded

_NAMES = ("start", "end", "exact", "tags", "colour", "note")


def values(found: Iterable[Coded]) -> list[dict[str, Any]]:
    """Return *found* as plain values; places are code points, `said` is by coder."""
    return [
        {
            "article": one.article_id,
            "title": one.title,
            "start": one.passage.start,
            "end": one.passage.end,
            "kinds": one.kinds,
            "settled": one.settled,
            "said": {
                coder: [_mark(mark) for mark in one.passage.of(coder)]
                for coder in one.passage.coders
            },
            "agreed": [_mark(mark) for mark in one.passage.agreed],
        }
        for one in found
    ]


def lines(found: Iterable[Coded]) -> str:
    """Return *found* for people: a line for each, and one for what each coder said."""
    said: list[str] = []
    for one in found:
        state = ", settled" if one.settled else ""
        kinds = ", ".join(one.kinds)
        said.append(f"{one.article_id:>6}  {one.passage.start}-{one.passage.end}  {kinds}{state}")
        for coder in one.passage.coders:
            marks = "; ".join(_words(mark) for mark in one.passage.of(coder))
            said.append(f"        {coder or '(no name)'}: {marks or '-'}")
    return "\n".join(said) or "no differences"


def _mark(mark: PortableAnnotation) -> dict[str, Any]:
    return {name: getattr(mark, name) for name in _NAMES}


def _words(mark: PortableAnnotation) -> str:
    words = " ".join(mark.exact.split())
    return f"“{words}” [{', '.join(mark.tags) or mark.colour}]"

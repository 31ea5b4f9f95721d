"""What a search means: a small tree of words and filters, joined by and, or, not."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.core.hits import Term

IN_ARTICLE = ("", "title", "text")


@dataclass(frozen=True, slots=True)
class Words:
    """A word, prefix or phrase: anywhere in the article, or in `field` (title text note quote)."""

    term: Term
    field: str = ""


@dataclass(frozen=True, slots=True)
class Near:
    """All of `terms` within `distance` words of one another."""

    terms: tuple[Term, ...]
    distance: int
    field: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on a field; `value` is checked.

    `until` ends a range (of days, of numbers), in which "" is no limit. `begun` values match what
    begins so.
    """

    field: str
    value: str
    until: str = ""
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """What `part` does not hold for."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class And:
    """All of `parts` (at least two) hold."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    """One of `parts` (at least two) holds."""

    parts: "tuple[Node, ...]"


Node = Words | Near | Filter | Not | And | Or
Leaf = Words | Near | Filter


@dataclass(frozen=True, slots=True)
class Query:
    """A search; without `root` it leaves nothing out."""

    root: Node | None = None

    def __bool__(self) -> bool:
        return self.root is not None

    @property
    def marked(self) -> tuple[Term, ...]:
        """The terms to mark in an article's text, each once, in the order of the search."""
        found: dict[Term, None] = {}
        for leaf, wanted in leaves(self.root):
            if wanted and isinstance(leaf, Words | Near) and leaf.field in IN_ARTICLE:
                found.update(dict.fromkeys(leaf.terms if isinstance(leaf, Near) else (leaf.term,)))
        return tuple(found)


def leaves(node: Node | None, wanted: bool = True) -> Iterator[tuple[Leaf, bool]]:
    """Yield the words and filters of a tree, and whether each is wanted or left out."""
    if isinstance(node, Not):
        yield from leaves(node.part, not wanted)
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from leaves(part, wanted)
    elif node is not None:
        yield node, wanted


def negated(node: Node) -> Node:
    """Return what does not match *node*."""
    return node.part if isinstance(node, Not) else Not(node)


def all_of(parts: list[Node]) -> Node | None:
    """Join *parts* by and; None when there are none."""
    flat = [one for part in parts for one in (part.parts if isinstance(part, And) else (part,))]
    return And(tuple(flat)) if len(flat) > 1 else flat[0] if flat else None


def any_of(parts: list[Node]) -> Node | None:
    """Join *parts* by or; None when there are none."""
    flat = [one for part in parts for one in (part.parts if isinstance(part, Or) else (part,))]
    return Or(tuple(flat)) if len(flat) > 1 else flat[0] if flat else None

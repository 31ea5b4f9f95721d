"""From the highlights of several people to units that can be compared: did each mark it or not?"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from desktop.core.agreement import Value
from desktop.core.article import Block
from desktop.core.sentences import sentences

UNITS = ("sentence", "paragraph", "character")
Span = tuple[int, int]


def patterns(
    cuts: Sequence[Span] | None, length: int, marks: Mapping[str, Sequence[Span]]
) -> Counter[tuple[Value, ...]]:
    """Count the units by who marked them: True or False for each coder of *marks*, in its order.

    *cuts* are the units (a unit is marked when any of it is); None: each character of *length*.
    """
    if cuts is None:
        return _characters(length, list(marks.values()))
    by_coder = [sorted(spans) for spans in marks.values()]
    return Counter(tuple(_touched(cut, spans) for spans in by_coder) for cut in cuts)


def cut(text: str, blocks: Iterable[Block], unit: str, language: str) -> list[Span] | None:
    """Return the units of a text; None when each character is one."""
    if unit == "character":
        return None
    if unit == "paragraph":
        return [(block.start, block.end) for block in blocks]
    return [s for block in blocks for s in sentences(text, block.start, block.end, language)]


def _touched(unit: Span, spans: Sequence[Span]) -> bool:
    return any(start < unit[1] and end > unit[0] for start, end in spans)


def _characters(length: int, coders: Sequence[Sequence[Span]]) -> Counter[tuple[Value, ...]]:
    edges = {0, length}
    for spans in coders:
        edges.update(min(at, length) for span in spans for at in span)
    counted: Counter[tuple[Value, ...]] = Counter()
    for low, high in pairwise(sorted(edges)):
        pattern = tuple(_touched((low, high), spans) for spans in coders)
        counted[pattern] += high - low
    return counted

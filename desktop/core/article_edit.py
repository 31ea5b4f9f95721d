"""An article as plain text that one edits, and back: what was a heading stays one."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from desktop.core.article import Block, moved
from desktop.core.canonical import REPLACEMENT, clean, paragraphs
from desktop.core.pictures import carried
from desktop.core.text_diff import Alignment

_GAP = "\n\n"
_PLACES = ("spans", "cells")


def editable(text: str, blocks: Sequence[Block]) -> str:
    """Return the text of an article with an empty line between its blocks."""
    return _GAP.join(text[block.start : block.end] for block in blocks)


def edited_text(typed: str) -> str:
    """Return the canonical text of what was typed; "" when there is nothing in it."""
    cleaned = clean(typed).text.replace("\0", REPLACEMENT)
    return "\n".join(paragraphs(cleaned))


def edited_blocks(typed: str, alignment: Alignment, old_blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of `edited_text(typed)`: each is what most of its words were before.

    All pictures stay, for the one who types does not see them.
    """
    cleaned = clean(typed).text.replace("\0", REPLACEMENT)
    whole: dict[str, list[int]] = {}
    for number, one in reversed([*enumerate(old_blocks)]):
        whole.setdefault(alignment.old.text[one.start : one.end], []).append(number)
    blocks: list[Block] = []
    origins: list[int | None] = []
    at = 0
    for part in paragraphs(cleaned):
        end = at + len(part)
        if same := whole.get(part):
            number = same.pop() if len(same) > 1 else same[0]
            blocks.append(moved(old_blocks[number], at - old_blocks[number].start))
        else:
            number = _origin(alignment, at, end, old_blocks)
            like = Block("paragraph", at, end) if number is None else old_blocks[number]
            blocks.append(_changed(like, at, end))
        origins.append(number)
        at = end + 1
    return carried(old_blocks, blocks, origins)


def _changed(block: Block, start: int, end: int) -> Block:
    """Return *block* with other words: where some were set apart is not known any more."""
    attrs = {name: value for name, value in block.attrs.items() if name not in _PLACES}
    return Block(block.kind, start, end, attrs)


def _origin(alignment: Alignment, start: int, end: int, old_blocks: Sequence[Block]) -> int | None:
    """Return the number of the old block that most words of a new stretch come from."""
    new, old = alignment.new, alignment.old
    first, after = bisect_right(new.ends, start), bisect_right(new.starts, end - 1)
    counts: Counter[int] = Counter()
    for number in range(first, after):
        origin = alignment.back[number]
        if origin >= 0:
            point = old.starts[origin]
            counts[bisect_right(old_blocks, point, key=lambda block: block.start) - 1] += 1
    if not counts:
        return None
    best, words = counts.most_common(1)[0]
    return best if best >= 0 and 2 * words > after - first else None

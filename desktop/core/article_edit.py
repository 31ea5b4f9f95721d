"""An article as plain text that one edits, and back: what was a heading stays one."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from desktop.core.article import Block
from desktop.core.canonical import REPLACEMENT, clean, paragraphs
from desktop.core.text_diff import Alignment

_GAP = "\n\n"


def editable(text: str, blocks: Sequence[Block]) -> str:
    """Return the text of an article with an empty line between its blocks."""
    return _GAP.join(text[block.start : block.end] for block in blocks)


def edited_text(typed: str) -> str:
    """Return the canonical text of what was typed; "" when there is nothing in it."""
    cleaned = clean(typed).text.replace("\0", REPLACEMENT)
    return "\n".join(paragraphs(cleaned))


def edited_blocks(typed: str, alignment: Alignment, old_blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of `edited_text(typed)`: each is what most of its words were before."""
    cleaned = clean(typed).text.replace("\0", REPLACEMENT)
    whole = {alignment.old.text[one.start : one.end]: one for one in old_blocks}
    blocks: list[Block] = []
    at = 0
    for part in paragraphs(cleaned):
        origin = whole.get(part) or _origin(alignment, at, at + len(part), old_blocks)
        fresh = Block("paragraph", at, at + len(part))
        blocks.append(replace(origin, start=at, end=fresh.end) if origin else fresh)
        at += len(part) + 1
    return blocks


def _origin(
    alignment: Alignment, start: int, end: int, old_blocks: Sequence[Block]
) -> Block | None:
    """Return the old block that most words of a new stretch come from."""
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
    return old_blocks[best] if best >= 0 and 2 * words > after - first else None

"""Where the blocks of a text have pictures.

A picture is no character of the frozen text: it hangs on a block (`pictures` in its attrs), above
its words or, after the last ones, below. So no offset knows of it, and who does not look for it
passes it by.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from desktop.core.article import Block
from desktop.core.image import MOST_PIXELS, Image

_HASH = re.compile(r"[0-9a-f]{64}")
_ATTR = "pictures"
_LONGEST_ALT = 500


@dataclass(frozen=True, slots=True)
class Picture:
    """Where a block has a picture; `alt` is what it shows, if no words of the text say so."""

    sha256: str
    width: int
    height: int
    alt: str = ""
    below: bool = False

    def as_attr(self) -> dict[str, Any]:
        """Return what stands in the `pictures` of a block's attrs."""
        made: dict[str, Any] = {"sha256": self.sha256, "width": self.width, "height": self.height}
        made |= {"alt": self.alt} if self.alt else {}
        return made | ({"below": True} if self.below else {})


def picture(one: Image, alt: str = "") -> Picture:
    """Return the picture that shows *one*."""
    return Picture(one.sha256, one.width, one.height, alt[:_LONGEST_ALT])


def of_block(block: Block) -> list[Picture]:
    """Return the pictures of *block*; what is none (a file may say anything) is passed over."""
    found: Any = block.attrs.get(_ATTR)
    if not isinstance(found, list):
        return []
    return [made for one in cast(list[Any], found) if (made := _picture(one))]


def of_blocks(blocks: Iterable[Block]) -> Iterator[Picture]:
    """Yield the pictures of all *blocks* in reading order."""
    for block in blocks:
        yield from of_block(block)


def hashes(blocks: Iterable[Block]) -> list[str]:
    """Return the hash of each picture once, in reading order."""
    return list(dict.fromkeys(one.sha256 for one in of_blocks(blocks)))


def with_pictures(block: Block, pictures: Sequence[Picture]) -> Block:
    """Return *block* with just these pictures."""
    attrs = {name: value for name, value in block.attrs.items() if name != _ATTR}
    if pictures:
        ordered = sorted(pictures, key=lambda one: one.below)
        attrs[_ATTR] = [one.as_attr() for one in ordered]
    return replace(block, attrs=attrs)


def carried(
    old: Sequence[Block], new: Sequence[Block], origins: Sequence[int | None]
) -> list[Block]:
    """Return *new* blocks with all pictures of the *old* ones, none twice.

    `origins[n]` is the number of the old block that the new block *n* comes from. A picture whose
    block is gone goes to the next one that is still there.
    """
    kept: list[list[Picture]] = [[] for _ in new]
    for number, block in enumerate(old):
        for one in of_block(block):
            at, below = _place(origins, number, below=one.below)
            kept[at].append(replace(one, below=below))
    return [with_pictures(block, mine) for block, mine in zip(new, kept, strict=True)]


def transferred(source: Sequence[Block], target: Sequence[Block]) -> list[Block]:
    """Return the *target* blocks with the pictures of *source*, which are of the same text."""
    ends = [block.end for block in source]
    return carried(source, target, [bisect_right(ends, block.start) for block in target])


def _place(origins: Sequence[int | None], number: int, *, below: bool) -> tuple[int, bool]:
    """Return which new block has a picture of the old one *number*, and whether below its words."""
    same = [at for at, origin in enumerate(origins) if origin == number]
    if same:
        return (same[-1] if below else same[0]), below
    behind = ((o, at) for at, o in enumerate(origins) if o is not None and o > number)
    following = min(behind, default=None)
    return (following[1], False) if following else (len(origins) - 1, True)


def _picture(value: Any) -> Picture | None:
    if not isinstance(value, dict):
        return None
    one = cast(dict[str, Any], value)
    sha256, alt = one.get("sha256"), one.get("alt", "")
    width, height = one.get("width"), one.get("height")
    if not isinstance(sha256, str) or not _HASH.fullmatch(sha256) or not isinstance(alt, str):
        return None
    if not isinstance(width, int) or not isinstance(height, int) or min(width, height) < 1:
        return None
    if width * height > MOST_PIXELS:
        return None
    return Picture(sha256, width, height, alt, one.get("below") is True)

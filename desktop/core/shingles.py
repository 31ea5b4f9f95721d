"""What makes two texts the same article: runs of four words, of which a sample is kept.

A run counts by its hash. The sample is every hash below a fixed bound, so that a short text which
was cut out of a long one shares its part of the long one's sample (which plain MinHash would lose).
"""

import re
from collections.abc import Sequence
from zlib import crc32

from desktop.core.folding import fold

RUN = 4
SAMPLE_BELOW = 1 << 31
_LEAST, _MOST = 8, 256
_READ = 2_000_000
_WORD = re.compile(r"\w+")
# Hashes have 36 bits, so about one run in 32 is in the sample: 16 of an article of 500 words.
_FACTORS = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F)
_SCRAMBLE, _WHOLE, _SHIFT = 0x9E3779B97F4A7C15, (1 << 64) - 1, 28


def runs(text: str) -> list[int]:
    """Return the hash of each run of four words of *text*, folded, in order of the words.

    Of a text of many books only the beginning counts.
    """
    words = [crc32(word.encode()) for word in _WORD.findall(fold(text[:_READ]))]
    if not words:
        return []
    words += [0] * (RUN - len(words))
    a, b, c, d = _FACTORS
    return [
        ((one * a + two * b + three * c + four * d) * _SCRAMBLE & _WHOLE) >> _SHIFT
        for one, two, three, four in zip(words, words[1:], words[2:], words[3:], strict=False)
    ]


def sample(hashes: Sequence[int]) -> list[int]:
    """Return the hashes that stand for a text, ascending: 8 to 256 where it has so many."""
    distinct = sorted(set(hashes))
    low = [value for value in distinct if value < SAMPLE_BELOW]
    return low[:_MOST] if len(low) >= _LEAST else distinct[:_LEAST]


def covered(hashes: Sequence[int], other: set[int]) -> float:
    """Return which part of a text's words (0 to 1) lies in runs that *other* has too."""
    if not hashes:
        return 0.0
    words, reach = 0, 0
    for at, value in enumerate(hashes):
        if value in other:
            words += at + RUN - max(at, reach)
            reach = at + RUN
    return words / (len(hashes) + RUN - 1)

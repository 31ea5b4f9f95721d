"""Segments cover a stretch without gap or overlap, each with the highlights over it."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.portable import PortableAnnotation, segments


def _mark(number: int, start: int, end: int, *, orphaned: bool = False) -> PortableAnnotation:
    return PortableAnnotation(
        uuid=f"{number:03}", version_sha256="", start=start, end=end, exact="", prefix="",
        suffix="", colour="", style="", note="", author="", created="", modified="",
        orphaned=orphaned,
    )  # fmt: skip


spans = st.tuples(st.integers(0, 30), st.integers(1, 15)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.lists(spans, max_size=8), spans)
def test_segments_say_what_lies_over_each_character(
    marks: list[tuple[int, int]], over: tuple[int, int]
):
    made = [_mark(n, *span) for n, span in enumerate(marks)]
    found = list(segments(*over, made))
    covered = [at for piece in found for at in range(piece.start, piece.end)]
    assert covered == list(range(*over))
    for piece in found:
        for at in range(piece.start, piece.end):
            expected = {mark.uuid for mark in made if mark.start <= at < mark.end}
            assert {mark.uuid for mark in piece.marks} == expected


def test_the_longest_comes_first_and_orphans_mark_nothing():
    short, long, orphan = _mark(1, 2, 4), _mark(2, 0, 9), _mark(3, 0, 9, orphaned=True)
    middle = next(p for p in segments(0, 9, [short, long, orphan]) if p.start == 2)
    assert middle.marks == (long, short)

"""Carrying highlights: a text of 1 MB, edited at 100 places, with 2,000 highlights.

    python tests/benchmarks/versions.py

Prints the seconds of the diff, of carrying and of the whole operation, and where 200 highlights of
40 generated edit scripts went.
"""

import random
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SIZE, EDITS, HIGHLIGHTS = 1_000_000, 100, 2_000


def main() -> int:
    """Measure; return 1 when highlights went silently wrong or less than 97 % right."""
    with tempfile.TemporaryDirectory() as folder:
        _speed(Path(folder) / "library.db")
    return _places()


def _speed(path: Path) -> None:
    from desktop.core.carrying import carry
    from desktop.core.text_diff import Alignment, changes
    from desktop.library.library import Library
    from desktop.operations.annotate import add_highlight
    from desktop.operations.import_articles import store
    from desktop.operations.versions import edit_text
    from tests.builders import document
    from tests.core.edit_scripts import article, edit

    rng = random.Random(1)
    rows: list[str] = []
    while sum(map(len, rows)) < SIZE:
        rows += article(rng, 50)
    edited = edit(rng, rows, EDITS)
    begun = time.perf_counter()
    alignment = Alignment(edited.old, edited.new)
    diffed = time.perf_counter()
    found = len(changes(alignment))
    listed = time.perf_counter()
    step = len(edited.old) // HIGHLIGHTS
    spans = [(at, at + 60) for at in range(0, len(edited.old) - 60, step)]
    for span in spans:
        carry(alignment, *span)
    carried = time.perf_counter()
    with closing(Library(path)) as library:
        key = library.run(store, documents=[document("\n\n".join(rows))]).result.imported[0]
        for start, end in spans:
            library.run(add_highlight, article_id=key, start=start, end=end)
        typed = edited.new.replace("\n", "\n\n")
        saving = time.perf_counter()
        library.run(edit_text, article_id=key, typed=typed)
        saved = time.perf_counter()
    print(
        f"{len(edited.old) / 1e6:.1f} MB, {found} stretches: diff {diffed - begun:.2f} s, "
        f"listing {listed - diffed:.2f} s, {len(spans)} highlights {carried - listed:.2f} s, "
        f"the whole operation {saved - saving:.2f} s"
    )


def _places() -> int:
    from desktop.core.carrying import carry
    from desktop.core.text_diff import Alignment
    from tests.core.edit_scripts import article, edit, highlights

    right = doubtful = lost = silent = total = 0
    for seed in range(40):
        rng = random.Random(seed)
        edited = edit(rng, article(rng), edits=8)
        alignment = Alignment(edited.old, edited.new)
        for start, end in highlights(rng, edited.old, 5):
            place = carry(alignment, start, end)
            truth = edited.truth(start, end)
            total += 1
            if place is None:
                lost += 1
                right += edited.kept(start, end) < 0.5
            else:
                good = (place.start, place.end) == truth
                right += good
                doubtful += place.confidence < 1
                silent += place.confidence == 1 and not good
    print(
        f"{total} highlights of 40 edit scripts: {right / total:.1%} right, {doubtful} marked as "
        f"doubtful, {lost} without a place, {silent} silently wrong"
    )
    return int(silent > 0 or right / total < 0.97)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())

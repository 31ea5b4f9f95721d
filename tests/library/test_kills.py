"""What was acknowledged is there after SIGKILL at any moment, and nothing is half done."""

import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from desktop.library.check import check
from desktop.library.library import Library
from tests.builders import all_rows

ROOT = Path(__file__).parents[2]
KILLS = 40
WORKER = """
import sys
from pathlib import Path
from desktop.library.library import Library
from desktop.operations import annotate, read
from desktop.operations.import_articles import store
from tests.builders import document

library = Library(Path(sys.argv[1]))
round = sys.argv[2]
for number in range(100_000):
    documents = [document(f"Artykuł {round} {number} {n} " + "słowo " * 50) for n in range(8)]
    ids = library.run(store, documents=documents).result.imported
    print("articles", *ids, flush=True)
    made = library.run(annotate.add_highlight, article_id=ids[0], start=0, end=7, tag_paths=["A/B"])
    if number % 3 == 0:
        library.undo()
        library.redo()
    print("annotation", made.result, flush=True)
    if number % 5 == 0:
        print("deleting", ids[-1], flush=True)
        library.run(read.delete_for_good, article_ids=[ids[-1]])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_nothing_acknowledged_is_lost(tmp_path: Path):
    path = tmp_path / "library.db"
    articles: set[int] = set()
    annotations: set[int] = set()
    chance = random.Random(7)
    for number in range(KILLS // 10):
        for kill in range(10):
            _work_and_kill(path, f"{number}/{kill}", chance.uniform(0, 0.05), articles, annotations)
        with closing(Library(path)) as library:
            assert library.with_writer(check) == []
            rows = all_rows(library)
        stored = {row["id"] for row in rows["article"]}
        assert articles <= stored
        assert annotations <= {row["id"] for row in rows["annotation"]}
        assert {row["article_id"] for row in rows["article_text"]} == stored
    assert len(articles) > KILLS
    assert not list(tmp_path.glob("*.part*"))


def _work_and_kill(
    path: Path, name: str, seconds: float, articles: set[int], annotations: set[int]
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WORKER, str(path), name],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout
        first = process.stdout.readline()
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        lines = [first, *process.stdout]
    for line in lines:
        if not line.endswith("\n"):
            continue  # cut in the middle: what it told of was committed, but let that pass
        kind, *ids = line.split()
        found = {int(key) for key in ids}
        if kind == "articles":
            articles |= found
        elif kind == "annotation":
            annotations |= found
        else:
            articles -= found


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_first_start_can_be_killed(tmp_path: Path):
    path = tmp_path / "library.db"
    chance = random.Random(3)
    for _ in range(6):
        with subprocess.Popen(
            [sys.executable, "-c", WORKER, str(path), "x"], cwd=ROOT, stdout=subprocess.DEVNULL
        ) as process:
            time.sleep(chance.uniform(0.1, 0.3))
            process.kill()
        if path.exists():
            with closing(Library(path)) as library:
                assert library.with_writer(check) == []
            path.unlink()
    with closing(Library(path)) as library:
        assert library.with_writer(check) == []

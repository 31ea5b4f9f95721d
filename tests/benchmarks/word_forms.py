"""How long word forms take: `python -m tests.benchmarks.word_forms [--forms 1000000]`.

Measures collecting synthetic Polish forms (read, keys, stored), the longest step of the writer
lane, what a query costs with all of them, and how long one waits beside the collector.
"""

import argparse
import random
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from desktop.core.article import Block, Document
from desktop.core.hits import term
from desktop.library.library import Library
from desktop.library.word_collecting import collect
from desktop.library.word_forms import expand_term
from desktop.library.word_process import key_process
from desktop.operations.import_articles import store

_SYLLABLES = [c + v for c in "bcdfghjklłmnprstwzżś" for v in "aeiouyąę"]
_ENDINGS = ("", "a", "u", "owi", "em", "ie", "y", "ów", "om", "ami", "ach")
_WORDS_A_TEXT = 5_000
_ASKED = ("wojna", "Pieskow", "duży", "mówić", "Warszawa", "rok", "człowiek", "żołnierz")


def texts(forms: int) -> Iterator[Document]:
    """Yield articles with *forms* different words together, and some that are in each."""
    chance = random.Random(4)
    made: set[str] = set()
    while len(made) < forms:
        words: list[str] = []
        while len(words) < _WORDS_A_TEXT and len(made) < forms:
            stem = "".join(chance.choices(_SYLLABLES, k=chance.randint(3, 5))) + "b"
            words += [stem + end for end in _ENDINGS if stem + end not in made]
            made.update(words[-len(_ENDINGS) :])
        text = " ".join((*words, "wojna wojnie wojen dużego mówili Warszawie lata żołnierzy"))
        block = (Block("paragraph", 0, len(text)),)
        yield Document(text=text, title="T", language="pl", blocks=block, source_format="text")


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--forms", type=int, default=1_000_000)
    forms = parser.parse_args().forms
    with (
        TemporaryDirectory(prefix="glosa-") as folder,
        closing(Library(Path(folder) / "library.glosa")) as library,
    ):
        for document in texts(forms):
            library.run(store, documents=[document])
        _collect(library)
        _ask(library)
    key_process().close()


def _collect(library: Library) -> None:
    steps: list[float] = []

    def stored(step: Callable[[Any], None]) -> None:
        begun = time.perf_counter()
        library.with_writer(step)
        steps.append(time.perf_counter() - begun)

    waits, done = list[float](), threading.Event()
    asker = threading.Thread(target=_ask_beside, args=(waits, done))
    key_process().warm_up()
    asker.start()
    begun = time.perf_counter()
    with closing(library.reader()) as reader:
        count = collect(reader, stored, lambda: False)
    seconds = time.perf_counter() - begun
    done.set()
    asker.join()
    print(f"{count} forms collected in {seconds:.1f} s, of that {sum(steps):.1f} s stored")
    _tell("steps of the lane", steps)
    _tell("a query's wait beside it", waits)


def _ask_beside(waits: list[float], done: threading.Event) -> None:
    while not done.wait(0.2):
        begun = time.perf_counter()
        key_process().keys([("wojna", "pl", True)])
        waits.append(time.perf_counter() - begun)


def _ask(library: Library) -> None:
    taken: list[float] = []
    with closing(library.reader()) as reader:
        for word in _ASKED * 5:
            begun = time.perf_counter()
            expand_term(reader, term(word))
            taken.append(time.perf_counter() - begun)
    _tell("forms of a word looked up", taken)


def _tell(what: str, seconds: list[float]) -> None:
    ordered = sorted(seconds)
    median, most = statistics.median(ordered) * 1000, ordered[-1] * 1000
    p95 = ordered[int(0.95 * (len(ordered) - 1))] * 1000
    print(f"{what}: median {median:.1f} ms, p95 {p95:.1f} ms, most {most:.1f} ms ({len(ordered)})")


if __name__ == "__main__":
    _main()

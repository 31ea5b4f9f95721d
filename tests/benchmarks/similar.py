"""Near-duplicates: 10,000 articles of 3.5 kB, signatures stored and candidates looked up.

    python tests/benchmarks/similar.py [ARTICLES]

Prints seconds for the whole, milliseconds a question and bytes an article; the limit is 30 s.
"""

import random
import statistics
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
LIMIT_SECONDS, BATCH = 30.0, 500
_SIZE = "SELECT sum(pgsize) AS n FROM dbstat WHERE name LIKE 'shingle%'"


def main() -> int:
    """Measure; return 1 above the limit."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        return _measure(Path(folder) / "library.db", number)


def _measure(path: Path, number: int) -> int:
    from desktop.library.library import Library
    from desktop.library.similar import also_published, more_like, put, signatures

    with closing(Library(path)) as library, closing(library.reader()) as reader:
        _fill(library, number)
        begun = time.perf_counter()
        while found := signatures(reader):
            library.with_writer(lambda db, new=found: put(db, new))
        signed = time.perf_counter() - begun
        times: list[float] = []
        duplicates = 0
        for key in range(1, number + 1):
            asked = time.perf_counter()
            duplicates += bool(also_published(reader, key))
            times.append(time.perf_counter() - asked)
        whole = time.perf_counter() - begun
        more: list[float] = []
        for key in range(1, number + 1, max(1, number // 50)):
            asked = time.perf_counter()
            more_like(reader, key)
            more.append(time.perf_counter() - asked)
        size = library.with_writer(lambda db: next(iter(db.query(_SIZE)))["n"])
    print(
        f"{number} articles: signatures {signed:.1f} s, with all questions {whole:.1f} s "
        f"({duplicates} have duplicates); question median {_ms(times)}, p95 {_ms(times, 95)}; "
        f"more like this {_ms(more)}, p95 {_ms(more, 95)}; {size / number:.0f} bytes an article"
    )
    return int(whole > LIMIT_SECONDS * max(1, number / 10_000))


def _fill(library: object, number: int) -> None:
    from desktop.core.article import Block, Document
    from desktop.operations.import_articles import store
    from tests.library.families import article, text, variant

    rng = random.Random(1)
    made: list[Document] = []
    kept = article(rng)
    for at in range(number):
        sentences = article(rng) if at % 20 else variant(rng, kept, "rewritten")
        kept = sentences
        body = text(rng, sentences).replace("\n\n", "\n")[:3_500]
        made.append(Document(f"Artykuł {at}", body, (Block("paragraph", 0, len(body)),), "text"))
        if len(made) == BATCH or at == number - 1:
            library.run(store, documents=made)  # type: ignore[attr-defined]
            made = []


def _ms(times: list[float], percent: int = 50) -> str:
    return f"{statistics.quantiles(times, n=100)[percent - 1] * 1_000:.1f} ms"


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())

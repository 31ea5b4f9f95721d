"""The article list: its first screen and all of it, by each order and filter."""

import json
import sys
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median

from desktop.library.connection import Reader
from desktop.library.search import SORTS, Listing, article_ids, first_ids
from tests.benchmarks.measure import timed

_SCREEN, _ROUNDS = 100, 5


def main(library: Path) -> None:
    """Print the medians in ms, and the worst of them."""
    listings = {sort: Listing(sort=sort) for sort in SORTS}
    listings |= {f"{sort}, rising": Listing(sort=sort, descending=False) for sort in SORTS}
    listings |= {f"unread, {sort}": Listing(sort=sort, status="unread") for sort in SORTS}
    listings |= {
        "starred": Listing(starred=True),
        "tag": Listing(tag="Wojna"),
        "tag, title": Listing(tag="Wojna", sort="title"),
    }
    with closing(Reader(library)) as reader:
        first = {name: _first(reader, listing) for name, listing in listings.items()}
        whole = {
            sort: timed(partial(article_ids, reader, listings[sort])) for sort in ("added", "title")
        }
    slowest = max(first, key=lambda name: first[name])
    print(json.dumps({"first": first, "all": whole, "slowest": slowest, "worst": first[slowest]}))


def _first(reader: Reader, listing: Listing) -> float:
    return median(timed(lambda: first_ids(reader, listing, _SCREEN)) for _ in range(_ROUNDS))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

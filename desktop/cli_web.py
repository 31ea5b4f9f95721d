"""The addresses among what the command line is to import."""

import argparse
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop.library.library import Library

_COUNTED = {"new": "imported", "known": "duplicates", "newer": "updated", "failed": "failed"}


@dataclass(slots=True)
class Fetched:
    """What became of addresses: how many of each kind, failures, and lines to print."""

    counts: Counter[str] = field(default_factory=Counter[str])
    failures: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    remarks: list[str] = field(default_factory=list[str])


def add_options(parser: argparse.ArgumentParser) -> None:
    """Let *parser* take addresses beside paths."""
    parser.add_argument(
        "--own-network", action="store_true", help="also addresses in one's own network"
    )
    parser.add_argument("paths", nargs="+", metavar="PATH|URL")


def divided(given: list[str]) -> tuple[list[Path], list[str]]:
    """Return the paths and the addresses in *given*."""
    addresses = [one for one in given if one.lower().startswith(("http://", "https://"))]
    return [Path(one) for one in given if one not in addresses], addresses


def add_pages(library: "Library", addresses: list[str], options: Any) -> Fetched:
    """Fetch *addresses* and add them to *library*."""
    from desktop.operations.web import Rules, add_pages

    found = Fetched()
    if not addresses:
        return found
    rules = Rules(own_network=options.own_network)
    for page in add_pages(library, addresses, rules=rules, whole_page=options.whole_page):
        found.counts[_COUNTED[page.state]] += 1
        if page.reason:
            found.failures.append({"path": page.address, "reason": str(page.reason)})
        found.remarks += [f"{page.address}: {remark}" for remark in page.remarks]
    return found

"""The process that runs a template which nobody vouches for.

First comes `{"source", "suffix", "files", "today"}`. The answers: `{"next"}` asks for an article,
`{"article"}` or `{"end"}` comes; `{"text"}` any number of times, with `"file"` where each article
has its own; `{"error"}` and `{"done"}`; in between `{"pulse"}` while there is work.
"""

import os
import sys
from collections.abc import Iterator
from typing import Any

from desktop.core.errors import UserError
from desktop.formats import limits, wire
from desktop.formats.desk import Desk
from desktop.formats.text_templates.fields import Article, from_values


def main() -> None:
    """Run one template to its end."""
    desk = Desk()
    desk.guard()
    requests = desk.requests()
    order = next(requests, None)
    if order is None:
        return
    desk.begin()
    try:
        _run(order, requests, desk)
    except UserError as error:
        desk.send(wire.of_item(error))
    except MemoryError:
        os._exit(limits.TOO_MUCH_MEMORY)
    desk.done()


def _run(order: dict[str, Any], requests: Iterator[dict[str, Any]], desk: Desk) -> None:
    from desktop.formats.text_templates.engine import Engine

    engine = Engine(order["source"], order["suffix"], order["today"])
    articles = _articles(requests, desk)
    if not order["files"]:
        for text in engine.all(articles):
            desk.send({"text": text})
        return
    for article in articles:
        name, text = engine.one(article)
        desk.send({"file": name or article.title, "text": text})


def _articles(requests: Iterator[dict[str, Any]], desk: Desk) -> Iterator[Article]:
    while True:
        desk.send({"next": True})
        message = next(requests, None)
        if message is None:  # the program is gone
            sys.exit()
        if "article" not in message:
            return
        limits.start_clock()
        yield from_values(message["article"])

"""Pictures for an article that is there already, from another source of the same text."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple
from typing import Any

from desktop.core.article import Block
from desktop.core.image import Image
from desktop.core.pictures import hashes, of_block, transferred
from desktop.library import images
from desktop.library.articles import blocks_json
from desktop.library.transaction import Transaction


def take(
    tx: Transaction, article_id: int, sha256: str, blocks: Sequence[Block], given: Sequence[Image]
) -> bool:
    """Let the text of that hash show the pictures of *blocks*, if these are more; tell whether.

    Of as many, but others, both sides of a merge take the same. *given* are their images.
    """
    if not given:
        return False
    texts = {
        row["id"]: (row["sha256"], [Block(*block) for block in json.loads(row["blocks"])])
        for row in tx.rows(
            "SELECT id, sha256, blocks FROM article_text WHERE article_id = ?", (article_id,)
        )
    }
    richer = {
        key: theirs
        for key, (of_text, mine) in texts.items()
        if of_text == sha256 and _rank(mine) < _rank(theirs := transferred(blocks, mine))
    }
    for key, theirs in richer.items():
        texts[key] = (sha256, theirs)
        tx.update("article_text", key, blocks=blocks_json(theirs))
    shown = {one for _, mine in texts.values() for one in hashes(mine)}
    images.attach(tx, article_id, [one for one in given if one.sha256 in shown])
    if richer:
        images.keep_only(tx, article_id, shown)
    return bool(richer)


def _rank(blocks: Iterable[Block]) -> tuple[int, list[Any]]:
    shown = [(block.start, *astuple(one)) for block in blocks for one in of_block(block)]
    return len(shown), shown

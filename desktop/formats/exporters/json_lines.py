"""Everything as JSON Lines: a header, the tags, then one article a line with all that is on it.

The lines have the names of `core.portable` and `core.portable_whole`; a copy of everything ends
with the saved searches and the feeds. UTF-8, no BOM.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, BinaryIO

from desktop.core.article import Block
from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.core.portable import PortableArticle, PortableTag
from desktop.core.portable_whole import PortableFeed, PortableSearch, PortableWhole
from desktop.formats.exporters.text_out import text_out
from desktop.formats.image_values import of_image

FORMAT = "glosa-json-lines"
VERSION = 2


@dataclass(frozen=True, eq=False)
class JsonLines:
    """The exporter of whole articles as JSON Lines."""

    name = QT_TRANSLATE_NOOP("Formats", "JSON Lines")
    suffix = ".jsonl"
    takes_pictures = True
    leaves_out = QT_TRANSLATE_NOOP(
        "Losses",
        "Nothing of an article is left out. Saved searches, feeds and the trash go along when all "
        "articles are exported; of a feed, its last error and the leave to ask your own network "
        "do not.",
    )

    labels: Mapping[str, str] = field(default_factory=dict[str, str])

    def with_labels(self, labels: Mapping[str, str]) -> "JsonLines":
        """Return the exporter that says what colours mean."""
        return JsonLines(labels)

    def write_articles(
        self,
        articles: Iterable[PortableArticle],
        tags: Sequence[PortableTag],
        out: BinaryIO,
        rest: Sequence[PortableSearch | PortableFeed] = (),
    ) -> int:
        """Write a header, *tags*, *articles* and the *rest*; return how many annotations."""
        count = 0
        with text_out(out) as text:
            header: dict[str, object] = {"type": "header", "format": FORMAT, "version": VERSION}
            text.write(_line(header | ({"colours": dict(self.labels)} if self.labels else {})))
            for tag in tags:
                text.write(_line({"type": "tag", **asdict(tag)}))
            for article in articles:
                text.write(_line({"type": "article", **article_values(article)}))
                count += len(article.annotations)
            for one in rest:
                kind = "feed" if isinstance(one, PortableFeed) else "saved_search"
                text.write(_line({"type": kind, **asdict(one)}))
        return count


def article_values(article: PortableArticle) -> dict[str, object]:
    """Return the article as plain values; blocks as [kind, start, end, attrs], see `of_image`."""
    shallow: dict[str, Any] = {name: getattr(article, name) for name in PortableArticle.__slots__}
    shown = [of_image(one) for one in shallow.pop("images")]
    values: dict[str, object] = {
        **shallow,
        "blocks": _blocks(article.blocks),
        "annotations": [asdict(annotation) for annotation in article.annotations],
        "settled": [asdict(decision) for decision in article.settled],
        "whole": _whole_values(article.whole) if article.whole else None,
    }
    return values | ({"images": shown} if shown else {})


def _whole_values(whole: PortableWhole) -> dict[str, object]:
    values = asdict(whole)
    for plain, one in zip(values["versions"], whole.versions, strict=True):
        plain["blocks"] = _blocks(one.blocks)
    return values


def _blocks(blocks: Sequence[Block]) -> list[object]:
    return [[b.kind, b.start, b.end, dict(b.attrs)] for b in blocks]


def _line(values: dict[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) + "\n"


JSON_LINES = JsonLines()

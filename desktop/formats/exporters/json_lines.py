"""Everything as JSON Lines: a header, the tags, then one article a line with all that is on it.

The lines have the names of `core.portable`; nothing of the library is left out but reading
progress and older versions. UTF-8, no BOM.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, BinaryIO

from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.core.portable import PortableArticle, PortableTag
from desktop.formats.exporters.text_out import text_out
from desktop.formats.image_values import of_image

FORMAT = "glosa-json-lines"
VERSION = 1


@dataclass(frozen=True, eq=False)
class JsonLines:
    """The exporter of whole articles as JSON Lines."""

    name = QT_TRANSLATE_NOOP("Formats", "JSON Lines")
    suffix = ".jsonl"
    takes_pictures = True
    leaves_out = QT_TRANSLATE_NOOP(
        "Losses",
        "Reading progress, older versions of articles, saved searches and the trash are left out.",
    )

    labels: Mapping[str, str] = field(default_factory=dict[str, str])

    def with_labels(self, labels: Mapping[str, str]) -> "JsonLines":
        """Return the exporter that says what colours mean."""
        return JsonLines(labels)

    def write_articles(
        self, articles: Iterable[PortableArticle], tags: Sequence[PortableTag], out: BinaryIO
    ) -> int:
        """Write a header, *tags* and *articles* to *out*; return how many annotations."""
        count = 0
        with text_out(out) as text:
            header: dict[str, object] = {"type": "header", "format": FORMAT, "version": VERSION}
            text.write(_line(header | ({"colours": dict(self.labels)} if self.labels else {})))
            for tag in tags:
                text.write(_line({"type": "tag", **asdict(tag)}))
            for article in articles:
                text.write(_line({"type": "article", **article_values(article)}))
                count += len(article.annotations)
        return count


def article_values(article: PortableArticle) -> dict[str, object]:
    """Return the article as plain values; blocks as [kind, start, end, attrs], see `of_image`."""
    blocks = [[b.kind, b.start, b.end, dict(b.attrs)] for b in article.blocks]
    shallow: dict[str, Any] = {name: getattr(article, name) for name in PortableArticle.__slots__}
    annotations = [asdict(annotation) for annotation in article.annotations]
    settled = [asdict(decision) for decision in article.settled]
    shown = [of_image(one) for one in shallow.pop("images")]
    values: dict[str, object] = {
        **shallow,
        "blocks": blocks,
        "annotations": annotations,
        "settled": settled,
    }
    return values | ({"images": shown} if shown else {})


def _line(values: dict[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) + "\n"


JSON_LINES = JsonLines()

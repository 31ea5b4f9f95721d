"""Hypothesis JSON, as that service exports it: for its own importer and tools that read it."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import BinaryIO

from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.core.portable import PortableAnnotation, PortableArticle, PortableTag
from desktop.formats.exporters.text_out import text_out


class Hypothesis:
    """The exporter of annotations as Hypothesis JSON."""

    name = QT_TRANSLATE_NOOP("Formats", "Hypothesis")
    suffix = ".json"
    leaves_out = QT_TRANSLATE_NOOP(
        "Losses", "Colours, styles and the articles’ texts are left out."
    )

    def write_articles(
        self, articles: Iterable[PortableArticle], tags: Sequence[PortableTag], out: BinaryIO
    ) -> int:
        """Write the annotations of *articles* to *out*; return how many."""
        count = 0
        head = {
            "export_date": _now(),
            "export_userid": "acct:glosa@localhost",
            "client_version": "",
        }
        with text_out(out) as text:
            text.write(json.dumps(head)[:-1] + ', "annotations": [')
            for article in articles:
                for annotation in article.annotations:
                    text.write(",\n" if count else "\n")
                    text.write(json.dumps(_annotation(article, annotation), ensure_ascii=False))
                    count += 1
            text.write("\n]}\n")
        return count


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _annotation(article: PortableArticle, annotation: PortableAnnotation) -> dict[str, object]:
    uri = article.url or f"urn:uuid:{article.uuid}"
    quote = {
        "type": "TextQuoteSelector",
        "exact": annotation.exact,
        "prefix": annotation.prefix,
        "suffix": annotation.suffix,
    }
    position = {"type": "TextPositionSelector", "start": annotation.start, "end": annotation.end}
    return {
        "id": annotation.uuid,
        "references": [],
        "created": annotation.created,
        "updated": annotation.modified,
        "user": f"acct:{annotation.author or 'glosa'}@localhost",
        "group": "__world__",
        "uri": uri,
        "text": annotation.note,
        "tags": list(annotation.tags),
        "hidden": False,
        "document": {"title": [article.title]},
        "target": [
            {"source": uri, "selector": [quote] if annotation.orphaned else [position, quote]}
        ],
    }


HYPOTHESIS = Hypothesis()

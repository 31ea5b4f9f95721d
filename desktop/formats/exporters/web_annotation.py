"""W3C Web Annotation JSON-LD: an AnnotationCollection with quote and position selectors.

https://www.w3.org/TR/annotation-model/ ; positions count Unicode code points, as there.
"""

import json
from collections.abc import Iterable, Sequence
from typing import BinaryIO, TextIO

from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.core.portable import PortableAnnotation, PortableArticle, PortableTag
from desktop.formats.exporters.text_out import text_out

DETAILS = {
    "dcterms:creator": "author",
    "dcterms:publisher": "outlet",
    "dcterms:provenance": "agency",
    "dcterms:language": "language",
    "dcterms:issued": "published",
}
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


class WebAnnotation:
    """The exporter of annotations as one JSON-LD document."""

    name = QT_TRANSLATE_NOOP("Formats", "W3C Web Annotation")
    suffix = ".jsonld"
    leaves_out = QT_TRANSLATE_NOOP(
        "Losses",
        "The articles’ texts, notes, tags and states, articles without highlights, doubts about "
        "places that were carried over, colours and descriptions of tags, and which differences "
        "are settled are left out.",
    )

    def write_articles(
        self, articles: Iterable[PortableArticle], tags: Sequence[PortableTag], out: BinaryIO
    ) -> int:
        """Write the annotations of *articles* to *out* as they come; return how many."""
        with text_out(out) as text:
            return _collection(articles, text)


def _collection(articles: Iterable[PortableArticle], text: TextIO) -> int:
    head = {"@context": _CONTEXT, "type": "AnnotationCollection", "label": "Glosa"}
    text.write(json.dumps(head)[:-1] + ', "first": {"type": "AnnotationPage", "items": [')
    count = 0
    for article in articles:
        for annotation in article.annotations:
            text.write(",\n" if count else "\n")
            text.write(json.dumps(_annotation(article, annotation), ensure_ascii=False))
            count += 1
    text.write(f'\n]}}, "total": {count}}}\n')
    return count


def _annotation(article: PortableArticle, annotation: PortableAnnotation) -> dict[str, object]:
    made: dict[str, object] = {
        "id": f"urn:uuid:{annotation.uuid}",
        "type": "Annotation",
        "motivation": "commenting" if annotation.note else "highlighting",
        "created": annotation.created,
        "modified": annotation.modified,
        "body": _bodies(annotation),
        "target": _target(article, annotation),
    }
    if annotation.author:
        made["creator"] = {"type": "Person", "name": annotation.author}
    return made


def _bodies(annotation: PortableAnnotation) -> list[dict[str, str]]:
    bodies = [_body(tag, "tagging") for tag in annotation.tags]
    if annotation.note:
        bodies.insert(0, {**_body(annotation.note, "commenting"), "format": "text/plain"})
    return bodies


def _body(value: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "purpose": purpose}


def _target(article: PortableArticle, annotation: PortableAnnotation) -> dict[str, object]:
    quote = {
        "type": "TextQuoteSelector",
        "exact": annotation.exact,
        "prefix": annotation.prefix,
        "suffix": annotation.suffix,
    }
    selectors: list[dict[str, object]] = [dict(quote)]
    state: dict[str, object] = {"type": "State", "value": f"sha256:{annotation.version_sha256}"}
    start, end = annotation.start, annotation.end
    place: dict[str, object] = {"type": "TextPositionSelector", "start": start, "end": end}
    if annotation.orphaned:  # it stood there once
        state["refinedBy"] = place
    else:
        selectors.append(place)
    about = {name: getattr(article, detail) for name, detail in DETAILS.items()}
    return {
        "source": article.url or f"urn:uuid:{article.uuid}",
        "selector": selectors,
        "styleClass": f"{annotation.style}-{annotation.colour}",
        "dcterms:identifier": f"urn:uuid:{article.uuid}",
        "dcterms:title": article.title,
        **{name: value for name, value in about.items() if value},
        "state": state,
    }


WEB_ANNOTATION = WebAnnotation()

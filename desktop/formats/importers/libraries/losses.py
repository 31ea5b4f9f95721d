"""The loss report: which fields of a file have a value and no place in Glosa."""

from collections.abc import Iterator, Mapping
from typing import Any

from desktop.core.article import Document, Remark
from desktop.core.errors import QT_TRANSLATE_NOOP

_LEFT_OUT = QT_TRANSLATE_NOOP("Remarks", "Glosa has no place for these fields: {fields}.")
_NO_TEXT = QT_TRANSLATE_NOOP(
    "Remarks",
    "Articles whose full text is not in this file, only their title, address or highlights: "
    "{count}.",
)
_NAMED = 40


class Losses:
    """Collects what a reading leaves out; `remarks` tells it at the end."""

    def __init__(self) -> None:
        self._fields: dict[str, None] = {}
        self._excerpts = 0

    def see(self, record: Mapping[str, Any], used: frozenset[str], within: str = "") -> None:
        """Note the keys of *record* with a value that are not in *used*."""
        for name, value in record.items():
            if name not in used and value not in (None, "", [], {}, False, "null"):
                self.name(f"{within}{name}")

    def name(self, field: str) -> None:
        """Note one field."""
        if field:
            self._fields[field[:80]] = None

    def count(self, document: Document) -> Document:
        """Count *document* if it is made of excerpts; give it back."""
        self._excerpts += document.excerpts
        return document

    def remarks(self) -> Iterator[Remark]:
        """Yield what there is to tell."""
        if self._excerpts:
            yield Remark(_NO_TEXT, {"count": self._excerpts})
        if self._fields:
            shown = list(self._fields)
            more = " …" if len(shown) > _NAMED else ""
            yield Remark(_LEFT_OUT, {"fields": ", ".join(shown[:_NAMED]) + more})

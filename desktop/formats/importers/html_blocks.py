"""HTML as it streams by, into blocks and spans: no tree, so no depth is too deep for it.

Also fed with the trees of extraction and with the markup of e-books: the names are HTML's.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from desktop.core.article import BlockKind, SpanKind
from desktop.formats.importers.text_builder import TextBuilder

_SKIPPED = frozenset(
    """script style template head iframe object embed canvas audio video select textarea input
    button svg map noembed noframes applet datalist rp rt""".split()  # noqa: SIM905
)
_BLOCKS = frozenset(
    """p div section article main header footer aside nav figure address dd dt dl center form
    fieldset details summary hr pre body html table tbody thead tfoot tr ul ol li h1 h2 h3 h4 h5 h6
    blockquote figcaption caption td th menu hgroup legend title epigraph""".split()  # noqa: SIM905
)
_SPANS: dict[str, SpanKind] = {
    "b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis", "cite": "emphasis",
    "dfn": "emphasis", "var": "emphasis", "code": "code", "kbd": "code", "samp": "code",
    "tt": "code",
}  # fmt: skip
_SCHEMES = ("http://", "https://", "mailto:")
_SHORT_ALT = 4


@dataclass(slots=True)
class _List:
    ordered: bool
    number: int


class HtmlReader:
    """A parser's target (`start`, `data`, `end`, `close`) that fills a TextBuilder.

    `base` is where relative links start from; without one they are dropped. `locate` gives the
    name by which the builder finds a picture.
    """

    def __init__(
        self, builder: TextBuilder, base: str = "", locate: Callable[[str], str] = str
    ) -> None:
        self._builder = builder
        self._base = base
        self._locate = locate
        self._depth = 0
        self._skip_from = 0
        self._heading = 0
        self._quotes = 0
        self._captions = 0
        self._pre = 0
        self._lists: list[_List] = []
        self._new_item = False
        self._item_depth = 0
        self._rows: list[bool] = []
        self._header_row = False
        self._fresh = True
        self._links: list[bool] = []
        self._pictures: list[tuple[str, str]] = []
        self.depth = 0

    def start(self, tag: str, attrs: Any) -> None:
        """Take the start of an element."""
        self._depth += 1
        self.depth = max(self.depth, self._depth)
        if self._skip_from:
            if tag == "image":  # how e-books wrap their cover in SVG
                self._picture(attrs.get("xlink:href") or attrs.get("href") or "", "")
            return
        if tag in _SKIPPED or "hidden" in attrs:
            self._skip_from = self._depth
            return
        if tag in _BLOCKS:
            self._start_block(tag, attrs)
        elif tag in _SPANS:
            self._builder.push(_SPANS[tag])
        elif tag == "a":
            href = self._href(attrs.get("href", ""))
            self._links.append(bool(href))
            if href:
                self._builder.push("link", href)
        elif tag == "br":
            self._builder.line_break()
        elif tag == "img":
            self._picture(attrs.get("src") or "", attrs.get("alt") or "")

    def data(self, data: str) -> None:
        """Take text."""
        if self._skip_from:
            return
        if self._fresh:
            if not data.strip():
                return
            self._fresh = False
            self._builder.begin(*self._block())
        self._builder.text(data, verbatim=bool(self._pre))

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        depth, self._depth = self._depth, self._depth - 1
        if self._skip_from:
            if depth == self._skip_from:
                self._skip_from = 0
            return
        if tag in _BLOCKS:
            self._end_block(tag)
        elif tag in _SPANS:
            self._builder.pop(_SPANS[tag])
        elif tag == "a" and self._links and self._links.pop():
            self._builder.pop("link")

    def comment(self, data: str) -> None:
        """Pass a comment over."""

    def close(self) -> None:
        """Take the end of the document."""
        self._break()

    def _start_block(self, tag: str, attrs: Any) -> None:
        if self._in_row and tag in ("p", "div", "section", "tbody", "thead", "tfoot"):
            if not self._builder.blank and not self._fresh:
                self._builder.text(" ")
            return
        if tag in ("td", "th"):
            self._start_cell(tag)
            return
        self._break()
        if tag == "tr":
            self._rows.append(True)
            self._header_row = False
        elif self._rows and self._rows[-1]:  # a list, a heading or a table in a cell: mere layout
            self._rows[-1] = False
        if tag in ("ul", "ol", "menu"):
            start = attrs.get("start", "1")
            number = int(start) if start.isascii() and start.isdigit() and len(start) < 7 else 1
            self._lists.append(_List(tag == "ol", number))
        elif tag == "li":
            self._new_item = True
            self._item_depth += 1
        elif tag in ("blockquote", "epigraph"):
            self._quotes += 1
        elif tag in ("figcaption", "caption"):
            self._captions += 1
        elif tag == "pre":
            self._pre += 1
        elif tag[0] == "h" and tag[1:].isdigit():
            self._heading = int(tag[1:])

    def _end_block(self, tag: str) -> None:
        if self._in_row and tag in ("p", "div", "section", "td", "th", "tbody", "thead", "tfoot"):
            return
        self._break()
        if tag == "tr" and self._rows:
            self._rows.pop()
        elif tag in ("ul", "ol", "menu") and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._new_item = False
            self._item_depth = max(0, self._item_depth - 1)
        elif tag in ("blockquote", "epigraph"):
            self._quotes = max(0, self._quotes - 1)
        elif tag in ("figcaption", "caption"):
            self._captions = max(0, self._captions - 1)
        elif tag == "pre":
            self._pre = max(0, self._pre - 1)
        elif tag[0] == "h" and tag[1:].isdigit():
            self._heading = 0

    @property
    def _in_row(self) -> bool:
        return bool(self._rows) and self._rows[-1]

    def _start_cell(self, tag: str) -> None:
        if not self._in_row:
            self._break()
            return
        if self._fresh:
            self._header_row = tag == "th"
            self._builder.begin("table_row", {"header": True} if self._header_row else {})
            self._fresh = False
        self._builder.cell()

    def _break(self) -> None:
        self._builder.end()
        self._fresh = True
        for source, alt in self._pictures:
            self._show(source, alt)
        self._pictures = []

    def _show(self, source: str, alt: str) -> None:
        """Show a picture over what it is said to show; one that is elsewhere is linked to."""
        source = self._locate(source)
        kept = self._builder.picture(source)
        if not alt:
            return
        self._builder.begin("caption", {"role": "picture"})
        href = "" if kept or any(self._links) else self._href(source)
        if href:
            self._builder.push("link", href)
        self._builder.text(alt)
        if href:
            self._builder.pop("link")
        self._builder.end()

    def _block(self) -> tuple[BlockKind, dict[str, Any]]:
        """Return the kind and attrs of the block that begins here."""
        if self._heading:
            return "heading", {"level": self._heading}
        if self._captions:
            return "caption", {}
        if self._item_depth:
            return "list_item", self._item()
        if self._quotes:
            return "quotation", {}
        return "paragraph", {"role": "code"} if self._pre else {}

    def _item(self) -> dict[str, Any]:
        attrs: dict[str, Any] = {"depth": min(self._item_depth, 8)}
        if not self._lists:
            return attrs
        if self._lists[-1].ordered:
            attrs["ordered"] = True
        if self._new_item:
            attrs["number"] = self._lists[-1].number
            self._lists[-1].number += 1
            self._new_item = False
        return attrs

    def _href(self, href: str) -> str:
        href = "".join(href.split())
        if self._base and not href.startswith("#"):
            try:
                href = urljoin(self._base, href)
            except ValueError:
                return ""
        return href if href.lower().startswith(_SCHEMES) else ""

    def _picture(self, source: str, alt: str) -> None:
        alt = " ".join(alt.split())
        if alt and len(alt) <= _SHORT_ALT:
            self.data(alt)  # an emoji
        elif self._rows:
            self._builder.picture(self._locate(source), alt)
        else:
            self._pictures.append((source, alt))
            if self._fresh:
                self._break()

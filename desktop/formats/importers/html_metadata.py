"""Who published a saved page, when and where: from its head, and from what its saver wrote."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import urlsplit

from desktop.core.dates import parse_partial
from desktop.formats.importers.text_builder import one_line

_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)\s*(https?://\S+)"
)
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?![\d])")
_DAY_FIRST = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b")
_NAMES = {
    "title": ("og:title", "twitter:title", "dc.title", "citation_title", "headline"),
    "author": ("author", "article:author", "dc.creator", "citation_author", "byl",
               "sailthru.author",
               "parsely-author"),
    "outlet": ("og:site_name", "citation_journal_title", "dc.publisher", "application-name"),
    "published": ("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
                  "citation_publication_date", "pubdate", "parsely-pub-date", "og:published_time",
                  "publish_date"),
    "url": ("og:url",),
}  # fmt: skip
_ARTICLES = ("Article", "NewsArticle", "BlogPosting", "Report", "AnalysisNewsArticle",
             "OpinionNewsArticle",
             "ReportageNewsArticle", "LiveBlogPosting", "WebPage")  # fmt: skip
_MOST_JSON = 1_000_000
_SPLIT = re.compile(r"\s+[|–—·»-]\s+")


@dataclass(slots=True)
class Metadata:
    """What was found; "" where nothing was."""

    title: str = ""
    author: str = ""
    outlet: str = ""
    published: str = ""
    url: str = ""
    language: str = ""


@dataclass(slots=True)
class HeadReader:
    """A parser's target that gathers what `metadata` looks at."""

    meta: dict[str, str] = field(default_factory=dict[str, str])
    title: str = ""
    heading: str = ""
    canonical: str = ""
    base: str = ""
    language: str = ""
    time: str = ""
    scripts: list[str] = field(default_factory=list[str])
    depth: int = 0
    deepest: int = 0
    elements: int = 0
    _taking: str = ""
    _taken: list[str] = field(default_factory=list[str])

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        """Take the start of an element."""
        self.depth += 1
        self.elements += 1
        self.deepest = max(self.deepest, self.depth)
        if tag == "meta":
            name = (
                attrs.get("property") or attrs.get("name") or attrs.get("itemprop") or ""
            ).lower()
            if name and (content := attrs.get("content", "").strip()):
                self.meta.setdefault(name, content)
        elif tag == "link" and "canonical" in attrs.get("rel", "").lower():
            self.canonical = self.canonical or attrs.get("href", "").strip()
        elif tag == "base":
            self.base = self.base or attrs.get("href", "").strip()
        elif tag == "html":
            self.language = attrs.get("lang") or attrs.get("xml:lang") or self.language
        elif tag == "time":
            self.time = self.time or attrs.get("datetime", "")
        wanted = (
            (tag == "title" and not self.title)
            or (tag == "h1" and not self.heading)
            or (tag == "script" and "ld+json" in attrs.get("type", "").lower())
        )
        if wanted and not self._taking:
            self._taking, self._taken = tag, []

    def data(self, data: str) -> None:
        """Take text."""
        if self._taking:
            self._taken.append(data)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        self.depth -= 1
        if tag != self._taking:
            return
        text = "".join(self._taken)
        if tag == "title":
            self.title = one_line(text)
        elif tag == "h1":
            self.heading = one_line(text)
        elif len(text) < _MOST_JSON and len(self.scripts) < 20:
            self.scripts.append(text)
        self._taking = ""

    def close(self) -> None:
        """Take the end of the document."""


def metadata(head: HeadReader, page: str, url: str = "") -> Metadata:
    """Return what *head* found in *page*; *url* is where it came from, when that is known."""
    told = {name: _first(head.meta, keys) for name, keys in _NAMES.items()}
    nothing: Mapping[str, Any] = {}
    linked = next(_linked(head.scripts), nothing)
    author = _people(linked.get("author")) or _no_address(told["author"])
    saved = _SAVED_FROM.search(page[:4_096])
    place = url or _address(head.canonical) or _address(told["url"]) or (saved[1] if saved else "")
    outlet = told["outlet"] or _people(linked.get("publisher"))
    language = head.language.replace("_", "-").partition("-")[0].lower()
    return Metadata(
        title=_title(head, told["title"] or _words(linked.get("headline")), outlet),
        author=one_line(author),
        outlet=one_line(outlet),
        published=_day(_words(linked.get("datePublished")) or told["published"] or head.time),
        url=place,
        language=language if len(language) == 2 and language.isascii() else "",
    )


def _title(head: HeadReader, told: str, outlet: str) -> str:
    """Return the title without the name of the site that many pages put behind it."""
    title = one_line(told) or head.title
    if not title or (head.heading and head.heading in title):
        return head.heading or title
    parts = _SPLIT.split(title)
    if len(parts) > 1 and outlet and parts[-1].casefold() == outlet.casefold():
        return title[: title.rindex(parts[-1])].rstrip(" |–—·»-")
    return title


def _first(meta: Mapping[str, str], keys: tuple[str, ...]) -> str:
    return next((meta[key] for key in keys if meta.get(key)), "")


def _linked(scripts: list[str]) -> Iterator[Mapping[str, Any]]:
    """Yield the article objects in JSON-LD."""
    for script in scripts:
        try:
            waiting: list[Any] = [json.loads(script)]
        except (ValueError, RecursionError):
            continue
        for _ in range(200):
            if not waiting:
                break
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting += cast(list[Any], item)[:100]
            elif isinstance(item, dict):
                one = cast(dict[str, Any], item)
                kinds: Any = one.get("@type")
                named = cast(list[Any], kinds if isinstance(kinds, list) else [kinds])
                if any(kind in _ARTICLES for kind in named):
                    yield one
                waiting += [one[key] for key in ("@graph", "mainEntity") if key in one]


def _people(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, (_people(one) for one in cast(list[Any], value)[:20])))
    if isinstance(value, dict):
        return _people(cast(dict[str, Any], value).get("name"))
    return _no_address(value) if isinstance(value, str) else ""


def _words(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _no_address(text: str) -> str:
    return "" if text.lower().startswith(("http://", "https://", "www.")) else one_line(text)


def _address(url: str) -> str:
    url = "".join(url.strip().split("\n"))  # as browsers do
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


def _day(text: str) -> str:
    """Return the partial ISO date at the beginning of *text*, or ""."""
    if found := _DATE.match(text.strip()):
        return parse_partial(found[0]) or ""
    if found := _DAY_FIRST.search(text):
        return parse_partial(f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}") or ""
    return ""


day = _day

"""Which feeds a page names, read from its text alone: no parser sees a page of the web here."""

import html
import re
from urllib.parse import urljoin

from desktop.core.web_address import as_address
from desktop.formats.importers import html_source
from desktop.formats.web.answers import Answer

_HEAD = 400_000
_LINK = re.compile(r"<(?:link|a)\s[^<>]{1,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""([a-z-]{2,10})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)
_KINDS = ("application/rss+xml", "application/atom+xml", "application/feed+json",
          "application/json", "application/rdf+xml", "text/xml", "application/xml")  # fmt: skip


def feeds_of(page: Answer) -> list[str]:
    """Return the addresses of the feeds that *page* offers, those with its articles first."""
    text = html_source.decode(page.data[:_HEAD], page.charset)[0]
    found: list[tuple[bool, str]] = []
    for tag in _LINK.finditer(text):
        values = {
            one[1].lower(): html.unescape(one[2] or one[3] or one[4] or "")
            for one in _ATTRIBUTE.finditer(tag[0])
        }
        kind, place = values.get("type", "").lower().partition(";")[0], values.get("href", "")
        if kind not in _KINDS or "alternate" not in values.get("rel", "").lower().split():
            continue
        try:
            address = as_address(urljoin(page.url, place))
        except ValueError:
            continue
        if address and (kind != "application/json" or "feed" in place):
            of_comments = "comment" in (values.get("title", "") + place).lower()
            found.append((of_comments, address))
    return list(dict.fromkeys(address for _, address in sorted(found, key=lambda one: one[0])))

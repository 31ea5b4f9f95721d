"""Where the articles come from, as an outline (OPML 2.0): outlets with their sites, and the pages.

An article without an address is an outline of its own; one without an outlet stands under its site.
"""

from collections.abc import Iterable, Sequence
from typing import BinaryIO
from urllib.parse import urlsplit

from desktop.core.collation import sort_key
from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.core.portable import PortableArticle, PortableTag
from desktop.formats.exporters.text_out import text_out
from desktop.formats.exporters.xml_out import DECLARATION, attributes


class OpmlSources:
    """The exporter of outlets and pages as OPML."""

    name = QT_TRANSLATE_NOOP("Formats", "OPML, sources")
    suffix = ".opml"
    leaves_out = QT_TRANSLATE_NOOP(
        "Losses",
        "Only outlets, titles, addresses, dates and languages are in it: no highlights, texts, "
        "notes or tags. The list of feeds is exported in File › Feeds.",
    )

    def write_articles(
        self, articles: Iterable[PortableArticle], tags: Sequence[PortableTag], out: BinaryIO
    ) -> int:
        """Write the sources of *articles* to *out*; return 0, for no annotation goes with them."""
        sites: dict[str, str] = {}
        pages: dict[str, list[str]] = {}
        for article in articles:
            site = _site(article.url)
            outlet = article.outlet or urlsplit(site).hostname or ""
            sites[outlet] = sites.get(outlet) or site
            pages.setdefault(outlet, []).append(_page(article))
        with text_out(out) as text:
            text.write(f'{DECLARATION}<opml version="2.0">\n')
            text.write("<head><title>Glosa</title></head>\n<body>\n")
            for outlet in sorted(pages, key=sort_key):
                text.write(f"<outline{attributes(text=outlet or '—', htmlUrl=sites[outlet])}>\n")
                text.writelines(pages[outlet])
                text.write("</outline>\n")
            text.write("</body>\n</opml>\n")
        return 0


def _page(article: PortableArticle) -> str:
    values = attributes(
        type="link" if _site(article.url) else "",
        text=article.title or article.url or "—",
        url=article.url,
        created=article.published,
        language=article.language,
    )
    return f"  <outline{values}/>\n"


def _site(url: str) -> str:
    """Return the address of the site that a page is on, "" when the address is no page's."""
    try:
        parts = urlsplit(url)
        known = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}/" if known else ""


OPML_SOURCES = OpmlSources()

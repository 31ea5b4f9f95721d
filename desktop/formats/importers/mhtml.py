"""A page saved with all its parts in one file (.mhtml): the page is read, and its pictures."""

from collections.abc import Iterator

from desktop.formats.api import Item
from desktop.formats.importers import email_message, html
from desktop.formats.importers.source import Source, damaged

_PAGES = ("text/html", "application/xhtml+xml")


def parse(source: Source) -> Iterator[Item]:
    """Yield the one page in *source*."""
    message = email_message.read(source)
    parts = list(email_message.leaves(message))
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    if not pages:
        raise damaged(source.name, "MHTML")
    url = email_message.header(message, "snapshot-content-location")
    for part in pages:
        data = email_message.content(part)
        if data.strip():
            place = url or email_message.header(part, "content-location")
            place = place if place.startswith(("http://", "https://")) else ""
            shown = email_message.Shown(parts, place)
            page = Source(data, source.name, source.whole_page, place, find=shown.find)
            yield from html.parse(page, told=email_message.charset_of(part), source_format="mhtml")
            return
    raise damaged(source.name, "MHTML")

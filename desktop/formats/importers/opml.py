"""Lists of feeds from other readers (OPML): each feed is named in a remark, with its folder."""

from collections.abc import Iterator
from typing import Any

from desktop.core.article import Remark
from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.core.web_address import as_address
from desktop.formats.api import Item
from desktop.formats.importers import xml_reader
from desktop.formats.importers.source import Source, damaged
from desktop.formats.importers.text_builder import one_line

OUTLINE = QT_TRANSLATE_NOOP(
    "Remarks", "A feed to follow: {title}. Bring in the list with File › Feeds."
)
_MOST = 10_000


def parse(source: Source) -> Iterator[Item]:
    """Yield a remark for each feed: its `title`, `url` and `folder` (with `/` between levels)."""
    root = xml_reader.parse(source.data, source.name)
    if xml_reader.local(root).lower() != "opml":
        raise damaged(source.name, "OPML")
    waiting: list[tuple[Any, tuple[str, ...]]] = [(root, ())]
    for _ in range(_MOST):
        if not waiting:
            return
        element, folder = waiting.pop()
        attributes = {key.lower(): value for key, value in element.attrib.items()}
        name = one_line(attributes.get("text") or attributes.get("title") or "")
        url = as_address(attributes.get("xmlurl", ""))
        if url:
            given = "/".join(folder) or attributes.get("category", "").partition(",")[0].strip("/")
            yield Remark(OUTLINE, {"title": name or url, "url": url, "folder": given})
        elif xml_reader.local(element) == "outline" and name:
            folder = (*folder, name.replace("/", "-"))
        waiting += [(child, folder) for child in reversed(element)]

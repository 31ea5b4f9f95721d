"""The list of feeds for other readers (OPML 2.0)."""

from collections.abc import Iterable
from xml.etree import ElementTree


def opml(feeds: Iterable[tuple[str, str, str, str]]) -> bytes:
    """Return the list for *feeds*: title, address, home page, folder (`/` between levels)."""
    root = ElementTree.Element("opml", version="2.0")
    ElementTree.SubElement(ElementTree.SubElement(root, "head"), "title").text = "Glosa"
    body = ElementTree.SubElement(root, "body")
    folders: dict[tuple[str, ...], ElementTree.Element] = {(): body}
    for title, url, home, folder in feeds:
        path: tuple[str, ...] = ()
        for name in filter(None, folder.split("/")):
            above, path = folders[path], (*path, name)
            if path not in folders:
                folders[path] = ElementTree.SubElement(above, "outline", text=name)
        values = {"type": "rss", "text": title, "title": title, "xmlUrl": url}
        values |= {"htmlUrl": home} if home else {}
        ElementTree.SubElement(folders[path], "outline", values)
    ElementTree.indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, "utf-8") + b"\n"

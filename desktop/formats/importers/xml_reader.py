"""XML of unknown origin: no entity but the five, nothing from outside, no endless depth."""

from importlib import import_module
from typing import Any

from desktop.formats.importers.source import damaged


def etree() -> Any:
    """Return `lxml.etree`: loaded where it is needed, and it has no types."""
    return import_module("lxml.etree")


def parse(data: bytes, name: str) -> Any:
    """Return the root element of *data*; UserError when it is no good XML."""
    xml = etree()
    parser = xml.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: Any = xml.fromstring(data, parser)
    except (xml.XMLSyntaxError, ValueError) as error:
        raise damaged(name, "XML") from error
    if root is None:
        raise damaged(name, "XML")
    for entity in list(root.iter(xml.Entity)):  # what a DTD defined: nothing of it is text
        entity.getparent().remove(entity) if entity.tail is None else _drop(entity)
    return root


def local(element: Any) -> str:
    """Return the name of *element* without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str:
    """Return the attribute called *name* in whatever namespace, or ""."""
    for key, value in element.attrib.items():
        if key == name or key.endswith("}" + name):
            return value
    return ""


def text_of(element: Any) -> str:
    """Return all the words in *element* as one line."""
    return " ".join("".join(element.itertext()).split())


def _drop(entity: Any) -> None:
    """Remove *entity* but keep the text behind it."""
    parent, before, tail = entity.getparent(), entity.getprevious(), entity.tail
    entity.tail = None
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(entity)

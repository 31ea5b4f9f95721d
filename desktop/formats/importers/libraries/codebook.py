"""Codebooks: a tree of tags with descriptions and colours, and no article (.qdc, CSV)."""

from collections.abc import Iterator
from typing import Any

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.portable import PortableTag
from desktop.formats.api import Item
from desktop.formats.csv_cells import unguard
from desktop.formats.importers import xml_reader
from desktop.formats.importers.libraries import values
from desktop.formats.importers.libraries.losses import Losses
from desktop.formats.importers.libraries.table import Table
from desktop.formats.importers.source import Source, damaged
from desktop.formats.importers.xml_reader import attribute, local

_NOTHING = QT_TRANSLATE_NOOP("Errors", "There is no code in the codebook “{name}”.")
_ATTRIBUTES = frozenset({"guid", "name", "color", "isCodable"})
_ELEMENTS = frozenset({"Code", "Description"})
_COUNTS = frozenset({"number of highlights", "number of documents"})
_COLUMNS = ("path", "tag", "name")


def parse(source: Source) -> Iterator[Item]:
    """Yield the codes of a REFI-QDA codebook as tags."""
    root = xml_reader.parse(source.data, source.name)
    if local(root) != "CodeBook":
        raise damaged(source.name, "REFI-QDA")
    losses = Losses()
    found = list(codes(root, losses))
    if not found:
        raise UserError(_NOTHING, name=source.name)
    yield from found
    if any(local(one) == "Set" for one in root.iter()):
        losses.name("Sets")
    yield from losses.remarks()


def codes(root: Any, losses: Losses) -> Iterator[PortableTag]:
    """Yield each code below *root* as a tag, parents first."""
    for one in root.iter():
        if local(one) != "Code":
            continue
        above = [code for code in one.iterancestors() if local(code) == "Code"]
        path = values.path([attribute(code, "name") for code in (*reversed(above), one)])
        losses.see({key.rpartition("}")[2]: v for key, v in one.attrib.items()}, _ATTRIBUTES)
        if attribute(one, "isCodable").strip().casefold() in ("false", "0"):
            losses.name("isCodable")
        said = [child for child in one if local(child) == "Description"]
        for child in one:
            if local(child) and local(child) not in _ELEMENTS:
                losses.name(f"Code.{local(child)}")
        colour = attribute(one, "color")
        if path:
            yield PortableTag(
                "",
                path,
                values.colour(colour) if colour else "",
                "\n\n".join(filter(None, (values.lines("".join(d.itertext())) for d in said))),
            )


def read_table(table: Table) -> Iterator[Item]:
    """Yield the tags of a codebook as Taguette and Glosa write it."""
    losses = Losses()
    for record in table.records():
        if isinstance(record, UserError):
            yield record
            continue
        column = next(name for name in _COLUMNS if name in record)
        losses.see(record, _COUNTS | {column, "description"})
        path = next(iter(values.tags([unguard(record[column])], nested=True)), "")
        if path:
            yield PortableTag(
                "", path, description=values.lines(unguard(record.get("description", "")))
            )
    yield from losses.remarks()

"""A file packed with gzip or Zstandard: what is in it is read by what its name says."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats.api import Item
from desktop.formats.importers import gzip_reader
from desktop.formats.importers.built_in import importer_named
from desktop.formats.importers.plain_text import PLAIN_TEXT, document
from desktop.formats.importers.source import Source

UNKNOWN = QT_TRANSLATE_NOOP(
    "Errors", "“{name}” is of a kind that Glosa cannot read, or packed twice. It was left out."
)
_PACKERS = ("zip_archive", "packed")


def parse(source: Source) -> Iterator[Item]:
    """Yield what is in *source*."""
    inner = source.name.rpartition(".")[0] or source.name
    data = gzip_reader.unpacked(source.data, source.name)
    yield from member(replace(source, data=data, name=inner))


def member(source: Source) -> Iterator[Item]:
    """Yield the items in a file that was within another; packing does not go two levels deep."""
    importer = importer_named(source.name)
    if importer and importer.module in _PACKERS:
        raise UserError(UNKNOWN, name=source.name)
    if importer:
        yield from importer.parse(source)
    elif source.name.casefold().endswith((*PLAIN_TEXT.suffixes, ".log")):
        yield document(Path(source.name), source.data)
    else:
        raise UserError(UNKNOWN, name=source.name)

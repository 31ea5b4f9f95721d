"""All formats to export to: those of `formats`, and SQLite, which only the library may write."""

import shutil
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.portable import PortableArticle, PortableTag
from desktop.formats import registry
from desktop.formats.api import OWN_LEFT_OUT
from desktop.formats.registry import AnyExporter
from desktop.library import plain_copy


class SqliteCopy:
    """The exporter of whole articles as a plain SQLite file."""

    name = QT_TRANSLATE_NOOP("Formats", "SQLite, for Datasette")
    suffix = ".sqlite"
    takes_pictures = True
    leaves_out = OWN_LEFT_OUT

    def write_articles(
        self, articles: Iterable[PortableArticle], tags: Sequence[PortableTag], out: BinaryIO
    ) -> int:
        """Write *articles* and *tags* to *out*; return how many annotations."""
        with tempfile.TemporaryDirectory(prefix="glosa-") as folder:
            path = Path(folder) / "copy.sqlite"
            count = plain_copy.write(path, articles, tags)
            with path.open("rb") as made:
                shutil.copyfileobj(made, out)
        return count


SQLITE = SqliteCopy()


def exporters() -> tuple[AnyExporter, ...]:
    """Return the exporters in the order in which they are offered."""
    return (*registry.exporters(), SQLITE)


def exporter(name: str) -> AnyExporter:
    """Return the exporter called *name*, or with that suffix; UserError if there is none."""
    try:
        return registry.exporter(name)
    except UserError:
        if name.casefold() in (SQLITE.name.casefold(), SQLITE.suffix.removeprefix(".")):
            return SQLITE
        raise

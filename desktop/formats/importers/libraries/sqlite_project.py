"""A SQLite file: which program's it is, by its tables."""

from collections.abc import Iterator

from desktop.core.article import Remark
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats.api import Item
from desktop.formats.importers.libraries import qualcoder, taguette, zotero_database
from desktop.formats.importers.libraries.sqlite_file import SqliteFile
from desktop.formats.importers.source import Source

_UNKNOWN = QT_TRANSLATE_NOOP(
    "Errors",
    "“{name}” is a database of a program that Glosa does not know. Projects of Taguette and "
    "QualCoder, and the library of Zotero, can be read.",
)
_LOG = QT_TRANSLATE_NOOP(
    "Remarks",
    "If “{name}” is open in its own program, close that and import the file again: its last "
    "changes may not be in it yet.",
)


def parse(source: Source) -> Iterator[Item]:
    """Yield the documents of a project with their coded passages."""
    file = SqliteFile(source.data, source.name)
    if file.has_log:
        yield Remark(_LOG, {"name": source.name})
    if {"documents", "highlights", "tags"} <= file.names:
        yield from taguette.read_project(file)
    elif {"source", "code_text", "code_name"} <= file.names:
        yield from qualcoder.read_project(file)
    elif file.names >= zotero_database.TABLES:
        yield from zotero_database.read_database(file)
    else:
        raise UserError(_UNKNOWN, name=source.name)

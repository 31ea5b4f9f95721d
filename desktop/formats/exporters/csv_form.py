"""How a CSV file may look: which columns under which names, what parts them, one row for what.

The default is the data contract: all columns, commas, BOM, guarded cells, a row for a highlight.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.annotation_columns import COLUMNS
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError

DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t"}


@dataclass(frozen=True, slots=True)
class CsvForm:
    """The columns with the names over them ("" stands for their own), and how they are written.

    Without *guard* values are as they are, not safe in a spreadsheet. With *per_tag* a highlight
    has a row for each of its tags.
    """

    columns: tuple[str, ...] = COLUMNS
    names: tuple[str, ...] = ()
    delimiter: str = ","
    bom: bool = True
    guard: bool = True
    per_tag: bool = False

    @property
    def header(self) -> tuple[str, ...]:
        """The first line."""
        return self.names or self.columns


DEFAULT = CsvForm()
PRESETS = {
    "glosa": DEFAULT,
    "excel-pl": CsvForm(delimiter=";"),
    "pandas": CsvForm(bom=False, guard=False),
    "taguette": CsvForm(
        ("annotation_uuid", "title", "tags", "quote"),
        ("id", "document", "tag", "content"),
        bom=False,
        guard=False,
        per_tag=True,
    ),
    "readwise": CsvForm(
        ("quote", "title", "author", "url", "note", "start", "created"),
        ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date"),
        bom=False,
        guard=False,
    ),
}


def check_columns(columns: Sequence[str]) -> tuple[str, ...]:
    """Return *columns* if each is one of COLUMNS and named once; UserError otherwise."""
    wrong = [name for at, name in enumerate(columns) if name not in COLUMNS or name in columns[:at]]
    if wrong or not columns:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "“{name}” cannot be a column, or is named twice. Name one or more of: {known}.",
            ),
            name=wrong[0] if wrong else "",
            known=", ".join(COLUMNS),
        )
    return tuple(columns)

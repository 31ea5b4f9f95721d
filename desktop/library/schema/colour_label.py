"""What the user means by a highlight colour, in words."""

from sqlite_utils import Database

from desktop.library.connection import execute


def colour_label(db: Database) -> None:
    """Make the table of labels, one for each colour that has one."""
    execute(
        db,
        """CREATE TABLE colour_label (
            id INTEGER PRIMARY KEY AUTOINCREMENT, colour TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL, name_fold TEXT NOT NULL, modified TEXT NOT NULL) STRICT""",
    )

"""Searches that the user keeps, with the library they were made for."""

from sqlite_utils import Database

from desktop.library.connection import execute


def saved_search(db: Database) -> None:
    """Make the table of saved searches."""
    execute(
        db,
        """CREATE TABLE saved_search (
            id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL, query TEXT NOT NULL, position INTEGER NOT NULL,
            created TEXT NOT NULL, modified TEXT NOT NULL) STRICT""",
    )

"""Schema step: which differences between coders were settled, so that none is asked about twice."""

from sqlite_utils import Database

from desktop.library.connection import execute


def settled(db: Database) -> None:
    """Make the table: `key` stands for what the coders had marked in a passage."""
    execute(
        db,
        """CREATE TABLE settled (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            article_id INTEGER NOT NULL REFERENCES article (id),
            key TEXT NOT NULL, created TEXT NOT NULL, UNIQUE (article_id, key)) STRICT""",
    )

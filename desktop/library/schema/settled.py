"""Schema step: which differences between coders were settled, so that none is asked about twice.

`key` stands for what the coders had said of a passage, `outcome` for what was decided
(`core.coder_differences`). Two outcomes of one key came from two people: they are no decision.
"""

from sqlite_utils import Database

from desktop.library.connection import execute


def settled(db: Database) -> None:
    """Make the table."""
    execute(
        db,
        """CREATE TABLE settled (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            article_id INTEGER NOT NULL REFERENCES article (id),
            key TEXT NOT NULL, outcome TEXT NOT NULL, created TEXT NOT NULL,
            UNIQUE (article_id, key, outcome)) STRICT""",
    )

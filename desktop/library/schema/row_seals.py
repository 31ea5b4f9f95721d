"""Schema step: a seal (a short hash) for every row of the user's: a flipped bit is found."""

from sqlite_utils import Database

from desktop.library.connection import execute


def row_seals(db: Database) -> None:
    """Make the table of seals; `seals.reseal_if_needed` fills it on opening."""
    execute(
        db,
        "CREATE TABLE row_seal (tbl TEXT NOT NULL, key INTEGER NOT NULL, seal BLOB NOT NULL, "
        "PRIMARY KEY (tbl, key)) STRICT, WITHOUT ROWID",
    )

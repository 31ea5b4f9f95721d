"""Schema step: deleted highlights, kept apart from the others until the user empties the trash."""

from sqlite_utils import Database

from desktop.library.connection import execute


def deleted_annotation(db: Database) -> None:
    """Make the table; `tags` is a JSON list of [uuid, path]."""
    execute(
        db,
        """CREATE TABLE deleted_annotation (
            id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE,
            article_id INTEGER NOT NULL REFERENCES article (id),
            version INTEGER NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
            exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
            colour TEXT NOT NULL, style TEXT NOT NULL, note TEXT NOT NULL, author TEXT NOT NULL,
            created TEXT NOT NULL, modified TEXT NOT NULL, orphaned INTEGER NOT NULL,
            confidence REAL NOT NULL, tags TEXT NOT NULL, deleted TEXT NOT NULL) STRICT""",
    )
    execute(db, "CREATE INDEX deleted_annotation_article ON deleted_annotation (article_id)")

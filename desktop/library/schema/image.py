"""Schema step: the pictures of articles, each once, and which articles have which.

`article_image` follows from the blocks of an article's texts (all versions). Two images with one
hash may come about by an undo; they do no harm.
"""

from sqlite_utils import Database

from desktop.library.connection import execute

_STATEMENTS = (
    """CREATE TABLE image (
        id INTEGER PRIMARY KEY AUTOINCREMENT, sha256 TEXT NOT NULL, media_type TEXT NOT NULL,
        width INTEGER NOT NULL, height INTEGER NOT NULL, data BLOB NOT NULL) STRICT""",
    "CREATE INDEX image_sha256 ON image (sha256)",
    """CREATE TABLE article_image (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        article_id INTEGER NOT NULL REFERENCES article (id),
        image_id INTEGER NOT NULL REFERENCES image (id), UNIQUE (article_id, image_id)) STRICT""",
    "CREATE INDEX article_image_image ON article_image (image_id)",
)


def image(db: Database) -> None:
    """Make the tables."""
    for statement in _STATEMENTS:
        execute(db, statement)

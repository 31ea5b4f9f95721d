"""Schema step: what finds near-duplicates, and how sure a carried highlight is of its place.

`shingle` and `shingle_queue` are derived: triggers put an article on the queue when its text is
new or another, `library.similar` takes it off in the background. Entries of deleted articles go
the same way; ids are never used again, so an entry that is late to go means nobody else.
"""

from sqlite_utils import Database

from desktop.library.connection import execute

_STATEMENTS = (
    'ALTER TABLE annotation ADD COLUMN "confidence" REAL NOT NULL DEFAULT 1',
    """CREATE TABLE shingle (
        value INTEGER NOT NULL, article_id INTEGER NOT NULL,
        PRIMARY KEY (value, article_id)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE shingle_sample (
        article_id INTEGER PRIMARY KEY, shingles BLOB NOT NULL) STRICT""",
    "CREATE TABLE shingle_queue (article_id INTEGER PRIMARY KEY) STRICT",
    """CREATE TRIGGER shingle_text_in AFTER INSERT ON article_text BEGIN
        INSERT OR IGNORE INTO shingle_queue VALUES (new.article_id); END""",
    """CREATE TRIGGER shingle_version AFTER UPDATE OF version ON article BEGIN
        INSERT OR IGNORE INTO shingle_queue VALUES (new.id); END""",
    """CREATE TRIGGER shingle_article_out AFTER DELETE ON article BEGIN
        INSERT OR IGNORE INTO shingle_queue VALUES (old.id); END""",
    "INSERT INTO shingle_queue SELECT id FROM article",
)


def similar(db: Database) -> None:
    """Make the tables; the articles there are wait in the queue."""
    for statement in _STATEMENTS:
        execute(db, statement)

"""Schema step: what comes in by itself, if the user wants it: feeds, and files of watched folders.

`feed_item.article_id` refers to nothing that must be there: an item whose article was deleted for
good has come all the same, and does not come again. `watched_file` has the files that were taken
in; without it they would be looked at once more and found to be there.
"""

from sqlite_utils import Database

from desktop.library.connection import execute

_STATEMENTS = (
    """CREATE TABLE feed (
        id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE, url TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL, title_fold TEXT NOT NULL, folder TEXT NOT NULL,
        folder_fold TEXT NOT NULL, home TEXT NOT NULL, own_network INTEGER NOT NULL,
        etag TEXT NOT NULL, last_modified TEXT NOT NULL, refreshed TEXT NOT NULL,
        error TEXT NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL) STRICT""",
    """CREATE TABLE feed_item (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        feed_id INTEGER NOT NULL REFERENCES feed(id), guid_sha256 TEXT NOT NULL,
        article_id INTEGER NOT NULL, created TEXT NOT NULL,
        UNIQUE (feed_id, guid_sha256)) STRICT""",
    "CREATE INDEX feed_item_article ON feed_item (article_id)",
    """CREATE TABLE watched_file (
        id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL, size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL, UNIQUE (path, size, mtime_ns)) STRICT""",
)


def feed(db: Database) -> None:
    """Make the tables."""
    for statement in _STATEMENTS:
        execute(db, statement)

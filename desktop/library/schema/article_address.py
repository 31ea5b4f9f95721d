"""Articles are found by their address when highlights from another program come in."""

from sqlite_utils import Database

from desktop.library.connection import execute


def article_address(db: Database) -> None:
    """Add the index."""
    execute(db, "CREATE INDEX article_url ON article (url) WHERE url <> ''")

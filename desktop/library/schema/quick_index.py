"""The search index with prefixes of three letters, and triggers that a transaction can set aside.

Measured on 50,000 articles: without prefix tables the index takes 131 MB and the first hundred of
`pra*` come after 31 ms, growing with the library; with those of three letters 212 MB and 0.1 ms;
with two and three 257 MB, and the index takes a quarter longer to make. Terms of a large import
are written together when they fill 32 MB (FTS5's own 1 MB makes many parts, to be merged at once):
that saves a third.
"""

from sqlite_utils import Database

from desktop.library.connection import execute, fetch

_BY_HAND = "index_by_hand"
_ASIDE = f"WHEN NOT EXISTS (SELECT 1 FROM meta WHERE key = '{_BY_HAND}')"
_PENDING_BYTES = 32 * 1024 * 1024
_TRIGGERS = {
    "article_text": ("article_text_search_in", "article_text_search_out"),
    "annotation": ("annotation_search_in", "annotation_search_out"),
}
_INDEXES = {
    "article_fts": ("title, body", "article"),
    "annotation_fts": ("quote, note", "annotation"),
}


_NEWEST = "(SELECT added FROM article WHERE trashed = {} ORDER BY added DESC LIMIT 1)"
# Articles whose time of adding is not in line with their id: merged ones, or by a wrong clock. All
# others were added in the order of their ids, which is the order the text index finds them in.
_EARLY = (
    """CREATE TABLE article_early (
        article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE) STRICT""",
    """INSERT INTO article_early SELECT id FROM (
        SELECT id, added, max(added) OVER (ORDER BY id) AS newest FROM article)
        WHERE added < newest""",
    f"""CREATE TRIGGER article_early_new AFTER INSERT ON article
        WHEN new.id < (SELECT max(id) FROM article)
        OR new.added < {_NEWEST.format(0)} OR new.added < {_NEWEST.format(1)}
        BEGIN INSERT OR IGNORE INTO article_early VALUES (new.id); END""",
    """CREATE TRIGGER article_early_change AFTER UPDATE OF added ON article
        WHEN new.added <> old.added
        BEGIN INSERT OR IGNORE INTO article_early VALUES (new.id); END""",
)


def quick_index(db: Database) -> None:
    """Make the indexes anew; the view they fold through stays."""
    for statement in _EARLY:
        execute(db, statement)
    for table, (columns, owner) in _INDEXES.items():
        execute(db, f"DROP TABLE {table}")
        execute(
            db,
            f"CREATE VIRTUAL TABLE {table} USING fts5 ({columns}, content='{owner}_search', "
            "content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='3')",
        )
        execute(db, f"INSERT INTO {table} ({table}, rank) VALUES ('hashsize', {_PENDING_BYTES})")
        execute(db, f"INSERT INTO {table} ({table}) VALUES ('rebuild')")
    for table, names in _TRIGGERS.items():
        for name in names:
            _make_conditional(db, name, table)


def _make_conditional(db: Database, name: str, table: str) -> None:
    sql: str = fetch(db, "SELECT sql FROM sqlite_schema WHERE name = ?", (name,))[0]["sql"]
    execute(db, f"DROP TRIGGER {name}")
    execute(db, sql.replace(f"ON {table} BEGIN", f"ON {table} {_ASIDE} BEGIN", 1))

"""Schema 1: tables, views, indexes and triggers of the library file.

Names are a contract: people open the file in other tools. Only `article_stats` and the FTS tables
are derived (triggers keep them); everything else is written through `transaction`. Ids are never
used again (AUTOINCREMENT): undo may bring back a row long after a running import took new ones.
"""

from sqlite_utils import Database

from desktop.core.folding import LETTERS
from desktop.library.connection import execute
from desktop.library.identity import APPLICATION_ID


def folding_sql(column: str) -> str:
    """Return SQL that folds what FTS5 leaves alone; plain, so that any tool can read the view."""
    for letter, folded in LETTERS.items():
        shown = f"'{letter}'" if letter.isprintable() else f"char({ord(letter)})"
        column = f"replace({column},{shown},'{folded}')"
    return column


_TABLES = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE article (
        id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL, title_key TEXT NOT NULL, author TEXT NOT NULL DEFAULT '',
        outlet TEXT NOT NULL DEFAULT '', outlet_key TEXT NOT NULL DEFAULT '',
        author_fold TEXT NOT NULL DEFAULT '', outlet_fold TEXT NOT NULL DEFAULT '',
        agency_fold TEXT NOT NULL DEFAULT '',
        agency TEXT NOT NULL DEFAULT '', url TEXT NOT NULL DEFAULT '',
        language TEXT NOT NULL DEFAULT '', published TEXT NOT NULL DEFAULT '',
        added TEXT NOT NULL, modified TEXT NOT NULL, word_count INTEGER NOT NULL,
        status TEXT NOT NULL DEFAULT 'unread'
            CHECK (status IN ('unread', 'reading', 'read', 'archived')),
        starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
        trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
        version INTEGER NOT NULL DEFAULT 1, source_format TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '', note_fold TEXT NOT NULL DEFAULT '') STRICT""",
    """CREATE TABLE article_text (
        id INTEGER PRIMARY KEY AUTOINCREMENT, article_id INTEGER NOT NULL REFERENCES article(id),
        version INTEGER NOT NULL, sha256 TEXT NOT NULL, text TEXT NOT NULL,
        blocks TEXT NOT NULL CHECK (json_valid(blocks)), created TEXT NOT NULL,
        UNIQUE (article_id, version)) STRICT""",
    """CREATE TABLE reading_progress (
        article_id INTEGER PRIMARY KEY REFERENCES article(id),
        position INTEGER NOT NULL DEFAULT 0, fraction REAL NOT NULL DEFAULT 0,
        opened TEXT NOT NULL DEFAULT '', finished TEXT NOT NULL DEFAULT '') STRICT""",
    """CREATE TABLE annotation (
        id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE,
        article_id INTEGER NOT NULL REFERENCES article(id), version INTEGER NOT NULL,
        "start" INTEGER NOT NULL, "end" INTEGER NOT NULL CHECK ("end" >= "start"),
        exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
        colour TEXT NOT NULL, style TEXT NOT NULL DEFAULT 'highlight',
        note TEXT NOT NULL DEFAULT '', author TEXT NOT NULL DEFAULT '',
        created TEXT NOT NULL, modified TEXT NOT NULL,
        orphaned INTEGER NOT NULL DEFAULT 0 CHECK (orphaned IN (0, 1))) STRICT""",
    """CREATE TABLE tag (
        id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE,
        parent_id INTEGER REFERENCES tag(id), name TEXT NOT NULL, path TEXT NOT NULL UNIQUE,
        path_key TEXT NOT NULL, path_fold TEXT NOT NULL, colour TEXT NOT NULL DEFAULT '',
        description TEXT NOT NULL DEFAULT '') STRICT""",
    """CREATE TABLE article_tag (
        id INTEGER PRIMARY KEY AUTOINCREMENT, article_id INTEGER NOT NULL REFERENCES article(id),
        tag_id INTEGER NOT NULL REFERENCES tag(id), UNIQUE (article_id, tag_id)) STRICT""",
    """CREATE TABLE annotation_tag (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        annotation_id INTEGER NOT NULL REFERENCES annotation(id),
        tag_id INTEGER NOT NULL REFERENCES tag(id), UNIQUE (annotation_id, tag_id)) STRICT""",
    """CREATE TABLE article_stats (
        article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
        highlights INTEGER NOT NULL DEFAULT 0, tags INTEGER NOT NULL DEFAULT 0) STRICT""",
)

_INDEXES = (
    "CREATE INDEX article_added ON article (trashed, added, id)",
    "CREATE INDEX article_title ON article (trashed, title_key, id)",
    "CREATE INDEX article_outlet ON article (trashed, outlet_key, id)",
    "CREATE INDEX article_published ON article (trashed, published, id)",
    "CREATE INDEX article_status ON article (trashed, status, added, id)",
    "CREATE INDEX article_starred ON article (added, id) WHERE starred = 1",
    "CREATE INDEX article_text_sha256 ON article_text (sha256)",
    'CREATE INDEX annotation_place ON annotation (article_id, "start", "end")',
    "CREATE INDEX tag_parent ON tag (parent_id)",
    "CREATE INDEX tag_order ON tag (path_key)",
    "CREATE INDEX tag_fold ON tag (path_fold)",
    "CREATE INDEX article_tag_tag ON article_tag (tag_id, article_id)",
    "CREATE INDEX annotation_tag_tag ON annotation_tag (tag_id, annotation_id)",
    "CREATE INDEX article_stats_highlights ON article_stats (highlights, article_id)",
    "CREATE INDEX article_stats_tags ON article_stats (tags, article_id)",
)

_SEARCH = (
    f"""CREATE VIEW article_search AS
        SELECT article.id AS id, {folding_sql("article.title")} AS title,
               {folding_sql("article_text.text")} AS body
        FROM article JOIN article_text
          ON article_text.article_id = article.id AND article_text.version = article.version""",
    """CREATE VIRTUAL TABLE article_fts USING fts5 (title, body, content='article_search',
        content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3')""",
    f"""CREATE VIEW annotation_search AS
        SELECT id, {folding_sql("exact")} AS quote, {folding_sql("note")} AS note
        FROM annotation""",
    """CREATE VIRTUAL TABLE annotation_fts USING fts5 (quote, note, content='annotation_search',
        content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3')""",
)

_ARTICLE_OUT = (
    "INSERT INTO article_fts (article_fts, rowid, title, body) "
    "SELECT 'delete', {id}, {title}, {body} "
)
_ARTICLE_IN = "INSERT INTO article_fts (rowid, title, body) SELECT {id}, {title}, {body} "


def _article_row(template: str, *, row: str, text: str, source: str = "") -> str:
    title = folding_sql(f"{row}.title")
    return template.format(id=f"{row}.id", title=title, body=folding_sql(text)) + source


def _annotation_row(action: str, row: str) -> str:
    quote, note = folding_sql(f"{row}.exact"), folding_sql(f"{row}.note")
    if action == "delete":
        return (
            "INSERT INTO annotation_fts (annotation_fts, rowid, quote, note) "
            f"VALUES ('delete', {row}.id, {quote}, {note})"
        )
    return f"INSERT INTO annotation_fts (rowid, quote, note) VALUES ({row}.id, {quote}, {note})"


def _text_of(row: str) -> str:
    return f"FROM article_text t WHERE t.article_id = {row}.id AND t.version = {row}.version"


_TRIGGERS = (
    f"""CREATE TRIGGER article_text_search_in AFTER INSERT ON article_text BEGIN
        {
        _article_row(
            _ARTICLE_IN,
            row="a",
            text="new.text",
            source="FROM article a WHERE a.id = new.article_id AND a.version = new.version",
        )
    }; END""",
    f"""CREATE TRIGGER article_text_search_out BEFORE DELETE ON article_text BEGIN
        {
        _article_row(
            _ARTICLE_OUT,
            row="a",
            text="old.text",
            source="FROM article a WHERE a.id = old.article_id AND a.version = old.version",
        )
    }; END""",
    f"""CREATE TRIGGER article_search_change AFTER UPDATE OF title, version ON article BEGIN
        {_article_row(_ARTICLE_OUT, row="old", text="t.text", source=_text_of("old"))};
        {_article_row(_ARTICLE_IN, row="new", text="t.text", source=_text_of("new"))}; END""",
    f"""CREATE TRIGGER annotation_search_in AFTER INSERT ON annotation BEGIN
        {_annotation_row("insert", "new")}; END""",
    f"""CREATE TRIGGER annotation_search_out AFTER DELETE ON annotation BEGIN
        {_annotation_row("delete", "old")}; END""",
    f"""CREATE TRIGGER annotation_search_change AFTER UPDATE OF exact, note ON annotation BEGIN
        {_annotation_row("delete", "old")}; {_annotation_row("insert", "new")}; END""",
    """CREATE TRIGGER article_stats_new AFTER INSERT ON article BEGIN
        INSERT INTO article_stats (article_id) VALUES (new.id); END""",
    """CREATE TRIGGER article_stats_annotation_in AFTER INSERT ON annotation BEGIN
        UPDATE article_stats SET highlights = highlights + 1
        WHERE article_id = new.article_id; END""",
    """CREATE TRIGGER article_stats_annotation_out AFTER DELETE ON annotation BEGIN
        UPDATE article_stats SET highlights = highlights - 1
        WHERE article_id = old.article_id; END""",
    """CREATE TRIGGER article_stats_tag_in AFTER INSERT ON article_tag BEGIN
        UPDATE article_stats SET tags = tags + 1 WHERE article_id = new.article_id; END""",
    """CREATE TRIGGER article_stats_tag_out AFTER DELETE ON article_tag BEGIN
        UPDATE article_stats SET tags = tags - 1 WHERE article_id = old.article_id; END""",
)


def first_schema(db: Database) -> None:
    """Make everything of schema 1."""
    for statement in (*_TABLES, *_INDEXES, *_SEARCH, *_TRIGGERS):
        execute(db, statement)
    execute(db, "INSERT INTO meta VALUES ('change_seq', '0')")
    execute(db, f"PRAGMA application_id = {APPLICATION_ID}")

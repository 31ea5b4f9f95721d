"""Word forms seen in the articles, by language, with the keys that forms of one word share.

`word_todo` has what is still to be looked at, kept by triggers. Its `text_from` is the byte of the
text where to begin, or -1: only title and notes changed.
"""

from sqlite_utils import Database

from desktop.library.connection import execute

_TODO = "INSERT INTO word_todo (article_id, text_from) VALUES"
_STATEMENTS = (
    """CREATE TABLE word_form (
        id INTEGER PRIMARY KEY, language TEXT NOT NULL, form TEXT NOT NULL, folded TEXT NOT NULL,
        UNIQUE (language, form)) STRICT""",
    "CREATE INDEX word_form_folded ON word_form (folded)",
    """CREATE TABLE word_form_key (
        language TEXT NOT NULL, "key" TEXT NOT NULL,
        form_id INTEGER NOT NULL REFERENCES word_form(id),
        PRIMARY KEY (language, "key", form_id)) STRICT, WITHOUT ROWID""",
    # No number may come again: what is done is deleted by number, beside what is new.
    """CREATE TABLE word_todo (
        id INTEGER PRIMARY KEY AUTOINCREMENT, article_id INTEGER NOT NULL,
        text_from INTEGER NOT NULL) STRICT""",
    f"""CREATE TRIGGER word_todo_text AFTER INSERT ON article_text BEGIN
        {_TODO} (new.article_id, 0); END""",
    f"""CREATE TRIGGER word_todo_article AFTER UPDATE OF version, language ON article
        WHEN old.version <> new.version OR old.language <> new.language BEGIN
        {_TODO} (new.id, 0); END""",
    f"""CREATE TRIGGER word_todo_title AFTER UPDATE OF title, note ON article
        WHEN old.title <> new.title OR old.note <> new.note BEGIN
        {_TODO} (new.id, -1); END""",
    f"""CREATE TRIGGER word_todo_annotation AFTER INSERT ON annotation
        WHEN new.note <> '' OR new.orphaned BEGIN
        {_TODO} (new.article_id, -1); END""",
    f"""CREATE TRIGGER word_todo_note AFTER UPDATE OF note, orphaned ON annotation
        WHEN new.note <> old.note OR new.orphaned > old.orphaned BEGIN
        {_TODO} (new.article_id, -1); END""",
    "INSERT INTO word_todo (article_id, text_from) SELECT id, 0 FROM article ORDER BY id",
)


def word_forms(db: Database) -> None:
    """Make the tables; the forms are collected in the background."""
    for statement in _STATEMENTS:
        execute(db, statement)

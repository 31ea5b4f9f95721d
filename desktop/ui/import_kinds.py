"""The names of what an import finds, by the `source_format` of its articles."""

from PySide6.QtCore import QCoreApplication

from desktop.core.errors import QT_TRANSLATE_NOOP

_KINDS = {
    "": QT_TRANSLATE_NOOP("Kinds", "Cannot be read"),
    "text": QT_TRANSLATE_NOOP("Kinds", "Plain text"),
    "html": QT_TRANSLATE_NOOP("Kinds", "Web pages"),
    "mhtml": QT_TRANSLATE_NOOP("Kinds", "Web archive pages"),
    "markdown": QT_TRANSLATE_NOOP("Kinds", "Markdown"),
    "epub": QT_TRANSLATE_NOOP("Kinds", "E-books (EPUB)"),
    "docx": QT_TRANSLATE_NOOP("Kinds", "Word documents"),
    "odt": QT_TRANSLATE_NOOP("Kinds", "OpenDocument texts"),
    "rtf": QT_TRANSLATE_NOOP("Kinds", "Rich texts"),
    "email": QT_TRANSLATE_NOOP("Kinds", "E-mails"),
    "fb2": QT_TRANSLATE_NOOP("Kinds", "E-books (FictionBook)"),
    "pdf": QT_TRANSLATE_NOOP("Kinds", "PDFs"),
    "csv": QT_TRANSLATE_NOOP("Kinds", "Table of articles"),
    "json": QT_TRANSLATE_NOOP("Kinds", "Articles (JSON)"),
    "jsonl": QT_TRANSLATE_NOOP("Kinds", "Articles (JSON Lines)"),
    "warc": QT_TRANSLATE_NOOP("Kinds", "Web archive (WARC)"),
    "codebook": QT_TRANSLATE_NOOP("Kinds", "Codebook"),
    "bookmarks": QT_TRANSLATE_NOOP("Kinds", "Bookmarks"),
}
_PROGRAMS = {
    "readwise": "Readwise",
    "readwise-reader": "Readwise Reader",
    "koreader": "KOReader",
    "refi-qda": "REFI-QDA",
    "qualcoder": "QualCoder",
    "web-annotation": "W3C Web Annotation",
    "raindrop": "Raindrop.io",
    "taguette-csv": "Taguette",
    "wallabag": "wallabag",
    "calibre": "calibre",
}


def kind_name(source_format: str) -> str:
    """Return what articles of *source_format* are called; programs keep their names."""
    if source_format in _KINDS:
        return QCoreApplication.translate("Kinds", _KINDS[source_format])
    return _PROGRAMS.get(source_format, source_format.replace("-", " ").capitalize())

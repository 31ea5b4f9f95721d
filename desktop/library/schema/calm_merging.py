"""Schema step: the search index merges its parts less often, which an import waits for.

FTS5 merges four parts of a size by itself, so a large import writes each term again and again:
with sixteen a third of that, and a file with less room left over. All at once (a "crisis", which a
click would wait for) it merges only when the small steps did not keep up.
"""

from sqlite_utils import Database

from desktop.library.connection import execute

_SETTINGS = {"automerge": 16, "crisismerge": 64}


def calm_merging(db: Database) -> None:
    """Set both indexes so."""
    for index in ("article_fts", "annotation_fts"):
        for name, value in _SETTINGS.items():
            execute(db, f"INSERT INTO {index} ({index}, rank) VALUES ('{name}', {value})")

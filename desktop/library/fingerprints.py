"""What an article and all on it is like, in a few characters: who compares two knows of a change.

Made of the seals that each row of the user's has, so nothing is read that is large.
"""

import hashlib
from collections.abc import Iterable, Sequence

from desktop.library.connection import Source
from desktop.library.tags import CHUNK

_OF_ROWS = (
    """SELECT a.id AS article, s.seal FROM article a
        JOIN row_seal s ON s.tbl = 'article' AND s.key = a.id WHERE a.id IN ({marks})""",
    """SELECT x.article_id AS article, s.seal FROM article_tag x
        JOIN row_seal s ON s.tbl = 'article_tag' AND s.key = x.id
        WHERE x.article_id IN ({marks}) ORDER BY x.id""",
    """SELECT n.article_id AS article, s.seal FROM annotation n
        JOIN row_seal s ON s.tbl = 'annotation' AND s.key = n.id
        WHERE n.article_id IN ({marks}) ORDER BY n.id""",
    """SELECT n.article_id AS article, s.seal FROM annotation n
        JOIN annotation_tag x ON x.annotation_id = n.id
        JOIN row_seal s ON s.tbl = 'annotation_tag' AND s.key = x.id
        WHERE n.article_id IN ({marks}) ORDER BY x.id""",
)


def of_articles(source: Source, ids: Sequence[int]) -> dict[int, str]:
    """Return the fingerprint of each of *ids* that is there; reading does not change it."""
    prints: dict[int, str] = {}
    for at in range(0, len(ids), CHUNK):
        part = list(ids[at : at + CHUNK])
        made = {one: hashlib.sha256() for one in part}
        there: set[int] = set()
        for number, sql in enumerate(_OF_ROWS):
            found = source.rows(sql.format(marks=",".join("?" * len(part))), part)
            for row in found:
                made[row["article"]].update(b"%d" % number + row["seal"])
                there.add(row["article"])
        prints |= {one: made[one].hexdigest()[:32] for one in part if one in there}
    return prints


def of_names(source: Source) -> str:
    """Return the fingerprint of the tag tree and of what colours are called."""
    made = hashlib.sha256()
    for row in source.rows(
        "SELECT seal FROM row_seal WHERE tbl IN ('tag', 'colour_label') ORDER BY tbl, key"
    ):
        made.update(row["seal"])
    return made.hexdigest()[:32]


def of_many(prints: Iterable[str]) -> str:
    """Return one fingerprint of articles in their order."""
    made = hashlib.sha256()
    for one in prints:
        made.update(one.encode())
    return made.hexdigest()[:32]


def of_everything(source: Source) -> str:
    """Return what is another one after each change of the library."""
    return str(source.rows("SELECT value FROM meta WHERE key = 'change_seq'")[0]["value"])

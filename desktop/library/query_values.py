"""Values that a field of the search language has in this library, to complete what is typed."""

from desktop.core import tag_path
from desktop.core.folding import fold
from desktop.library.connection import Source

AT_MOST = 50
_SQL = {
    "tag": "SELECT path AS value FROM tag WHERE path_fold LIKE ? ESCAPE '\\' ORDER BY path_key",
    "feed": "SELECT title AS value FROM feed WHERE title_fold LIKE ? ESCAPE '\\' "
    "UNION SELECT folder FROM feed WHERE folder_fold LIKE ?1 ESCAPE '\\' AND folder <> ''",
    "language": "SELECT DISTINCT language AS value FROM article "
    "WHERE language <> '' AND language LIKE ? ESCAPE '\\'",
    **{
        name: f"SELECT DISTINCT {name} AS value FROM article "
        f"WHERE {name} <> '' AND {name}_fold LIKE ? ESCAPE '\\'"
        for name in ("outlet", "agency", "author")
    },
}


def values(source: Source, field: str, begun: str) -> list[str]:
    """Return up to 50 values that contain what is typed, those that begin with it first."""
    wanted = tag_path.folded(begun) if field == "tag" else fold(begun)
    pattern = wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    found = source.rows(f"{_SQL[field]} LIMIT {AT_MOST}", (f"%{pattern}%",))
    names = [row["value"] for row in found]
    if field == "tag":
        return sorted(names, key=lambda name: not tag_path.folded(name).startswith(wanted))
    return sorted(names, key=lambda name: (not fold(name).startswith(wanted), fold(name)))

"""Whether a window that closes makes a backup first: of a huge library that takes minutes."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.library import backup, places

LARGE = 250 * 1024**2
_LONG = timedelta(days=7)


def can_wait(library: Path, *, now: datetime | None = None) -> bool:
    """Tell whether the next backup may wait for the next start.

    So it is with a large library that has one of this week: all that was saved is in its file.
    """
    now = now or datetime.now(UTC)
    if not library.exists() or library.stat().st_size < LARGE:
        return False
    found = backup.found_in(places.backups_of(library))
    return bool(found) and abs(now - found[0].made) < _LONG

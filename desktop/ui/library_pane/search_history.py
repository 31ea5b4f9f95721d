"""The searches of late, newest first, kept with the window's settings."""

import json

from desktop.ui.settings import Settings

KEEP = 20
LONGEST = 300
_NAME = "search_history"


def recent(settings: Settings) -> list[str]:
    """Return the searches of late, newest first."""
    try:
        found = json.loads(settings.get(_NAME) or "[]")
    except ValueError:
        return []
    return [text for text in found if isinstance(text, str)] if isinstance(found, list) else []


def remember(settings: Settings, text: str) -> None:
    """Put a search before the others; what it goes on from (`woj`, `wojna`) is not kept."""
    tidy = " ".join(text.split())
    if not tidy or len(tidy) > LONGEST:
        return
    kept = [one for one in recent(settings) if one != tidy]
    if kept and tidy.startswith(kept[0]):
        del kept[0]
    settings.set(_NAME, json.dumps([tidy, *kept][:KEEP], ensure_ascii=False))


def forget(settings: Settings) -> None:
    """Forget all searches."""
    settings.set(_NAME, "")

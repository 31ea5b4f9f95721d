"""File names that every system takes, made from titles: no path, no reserved name, none twice."""

import re
import unicodedata

_MOST = 120
_FORBIDDEN = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]'
)
_RESERVED = re.compile(
    r"^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$", re.IGNORECASE
)


def safe_name(title: str) -> str:
    """Return *title* as a file name without suffix: at most 120 bytes of UTF-8, never empty."""
    name = unicodedata.normalize("NFC", title.encode(errors="replace").decode())
    name = " ".join(_FORBIDDEN.sub(" ", name).split())
    name = name.encode()[:_MOST].decode(errors="ignore").strip(" .-~")
    if not name or _RESERVED.match(name):
        return f"_{name}"
    return name


class Names:
    """Gives each title a name of its own; names that differ in case only count as the same."""

    def __init__(self, suffix: str) -> None:
        self._suffix = suffix
        self._used: set[str] = set()

    def fresh(self, title: str) -> str:
        """Return a file name for *title* that was not given before."""
        base = safe_name(title)
        name, number = base, 1
        while name.casefold() in self._used:
            number += 1
            name = f"{base} ({number})"
        self._used.add(name.casefold())
        return name + self._suffix

"""Short names for the addresses of a page's pictures.

A `data:` address has megabytes that no parser needs, and extraction takes for a picture only what
ends in `.jpg` and the like.
"""

import html
import re

_IMG = re.compile(r"""(<img\b[^<>]{0,4000}?\ssrc\s*=\s*)(["'])([^"'<>]*)\2""", re.IGNORECASE)


def replaced(page: str) -> tuple[str, dict[str, str]]:
    """Return *page* with a name for each address of a picture, and the addresses by name."""
    names: dict[str, str] = {}

    def name(found: re.Match[str]) -> str:
        source = html.unescape(found[3])
        return (
            f"{found[1]}{found[2]}{names.setdefault(source, f'glosa-{len(names)}.jpg')}{found[2]}"
        )

    short = _IMG.sub(name, page)
    return short, {name: source for source, name in names.items()}

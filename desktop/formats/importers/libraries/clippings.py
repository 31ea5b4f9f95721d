"""Tell Kindle's clippings from any other text; loads nothing, since each text file is asked."""

import re

HEAD = 4_096
_FIRST = re.compile(r"\ufeff*[^\n]+\n- [^\n]*\|[^\n]*\n")


def fits(data: bytes) -> bool:
    """Tell whether a text file with these bytes is one."""
    head = data[:HEAD]
    if b"==========" not in head:
        return False
    return bool(_FIRST.match(head.decode("utf-8", "replace").replace("\r\n", "\n")))

"""Links that begin `glosa:`: a browser's button hands the address of its page over to Glosa.

Any page may hold such a link, so all it can do is put addresses of pages into a dialog.
"""

from urllib.parse import parse_qs, urlsplit

from desktop.core.web_address import as_address

SCHEME = "glosa:"
LONGEST = 8_192
BOOKMARKLET = "javascript:location.href='glosa:add?url='+encodeURIComponent(location.href)"


def addresses_of(link: str) -> list[str]:
    """Return the pages that `glosa:add?url=…` asks to be offered; [] for anything else."""
    try:
        parts = urlsplit(link[:LONGEST])
        values = parse_qs(parts.query, max_num_fields=50)
    except ValueError:
        return []
    action = (parts.netloc or parts.path).strip("/").lower()
    if parts.scheme != "glosa" or action != "add":
        return []
    return list(dict.fromkeys(filter(None, map(as_address, values.get("url", [])))))

"""Web addresses that mean the same page: exports write them in several ways."""

from urllib.parse import parse_qsl, urlencode, urlsplit

_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")


def same_page(url: str) -> tuple[str, ...]:
    """Return *url* and the other ways to write it: scheme, `www.`, last slash, tracking."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return (url,)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return (url,) if url else ()
    host = parts.netloc.lower().removeprefix("www.")
    path = parts.path.rstrip("/")
    found = [url]
    for query in dict.fromkeys((parts.query, _without_tracking(parts.query))):
        asked = query and f"?{query}"
        for netloc in (host, f"www.{host}"):
            for scheme in ("https", "http"):
                page = f"{scheme}://{netloc}{path}"
                found += [f"{page}{asked}", f"{page}/{asked}"]
    return tuple(dict.fromkeys(found))


def _without_tracking(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [pair for pair in pairs if not pair[0].lower().startswith(_TRACKING)]
    return query if len(kept) == len(pairs) else urlencode(kept)

"""When two web addresses mean the same article: whatever the scheme, the fragment and trackers."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKERS = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "ref_src")


def variants(url: str) -> list[str]:
    """Return the ways to write an address, as it is first; [] for none."""
    url = url.strip()
    if not url:
        return []
    try:
        parts = urlsplit(url)
    except ValueError:
        return [url]
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return [url]
    kept = [
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True)
        if not pair[0].lower().startswith(_TRACKERS)
    ]
    query = urlencode(kept) if len(kept) != len(parse_qsl(parts.query, True)) else parts.query
    host = parts.netloc.lower()
    hosts = (host, host.removeprefix("www.") if host.startswith("www.") else f"www.{host}")
    path = parts.path.rstrip("/")
    made = [
        urlunsplit((scheme, name, path + end, query, ""))
        for scheme in ("https", "http")
        for name in hosts
        for end in ("", "/")
    ]
    return list(dict.fromkeys([url, *made]))

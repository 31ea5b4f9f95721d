"""Fetch one address: the only place in the program that asks the network for anything.

The standard library's client is enough and the lightest: the larger ones keep cookies, follow
redirects and look names up on their own, all of which has to be in our hands here.
"""

import http.client
import ssl
from collections.abc import Callable, Mapping
from dataclasses import replace
from email.message import Message
from typing import Any, cast
from urllib.parse import urljoin, urlsplit

from desktop import __version__
from desktop.core.web_address import as_address
from desktop.formats.web import answers, body
from desktop.formats.web.answers import Answer
from desktop.formats.web.line import Line, dial
from desktop.formats.web.rules import Clock, Rules

_REDIRECTS = (301, 302, 303, 307, 308)
_HEADERS = {
    "User-Agent": f"Glosa/{__version__} (desktop reader; one request at its user's wish)",
    "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, */*;q=0.5",
    "Accept-Language": "*",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}


def _never() -> bool:
    return False


def fetch(
    address: str,
    rules: Rules | None = None,
    *,
    etag: str = "",
    modified: str = "",
    accept: str = "",
    cancelled: Callable[[], bool] = _never,
) -> Answer:
    """Return what is at *address*; UserError says what went wrong, Cancelled that it was stopped.

    With *etag* or *modified* of an earlier answer the server may say that nothing is new.
    No cookie is sent or kept, and nothing of the page is fetched besides: no picture, no script.
    """
    rules = rules or Rules()
    asked = as_address(address)
    if not asked:
        raise answers.no_address(address)
    headers = {**_HEADERS, **({"Accept": accept} if accept else {})}
    headers |= {"If-None-Match": etag} if etag else {}
    headers |= {"If-Modified-Since": modified} if modified else {}
    clock = Clock(rules, _host(asked), cancelled)
    url, trusted = asked, rules.own_network
    for _ in range(rules.redirects + 1):
        clock.host = _host(url)
        found, private = _ask(url, headers, clock, rules, trusted=trusted)
        if isinstance(found, Answer):
            return replace(found, asked=asked)
        # A page of the open net must not lead into one's own.
        url, trusted = found, trusted and private
    raise answers.round_and_round(_host(asked), rules.redirects)


def _ask(
    url: str, headers: Mapping[str, str], clock: Clock, rules: Rules, *, trusted: bool
) -> tuple[Answer | str, bool]:
    """Return the answer, or the address that it sends on to, and whether it was a private one."""
    parts = urlsplit(url)
    host, secure = parts.hostname or "", parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    line: Line | None = None
    try:
        line = dial(host, port, clock, rules, secure=secure, trusted=trusted)
        return _talk(line, url, headers, rules), line.private
    except ssl.SSLCertVerificationError as error:
        raise answers.not_trusted(host, error.verify_message) from error
    except ssl.SSLError as error:
        raise answers.not_trusted(host, error.reason or "TLS") from error
    except OSError as error:
        reason = error.strerror or str(error) or type(error).__name__
        raise answers.unreachable(host, reason) from error
    except http.client.IncompleteRead as error:
        raise answers.cut_short(host) from error
    except (http.client.HTTPException, ValueError) as error:
        raise answers.senseless(host) from error
    finally:
        if line:
            line.hang_up()


def _talk(line: Line, url: str, headers: Mapping[str, str], rules: Rules) -> Answer | str:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc)
    connection.sock = cast(Any, line)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    connection.request("GET", target, headers={"Host": parts.netloc, **headers})
    response = connection.getresponse()
    host, status = _host(url), response.status
    if status in _REDIRECTS and (target := response.getheader("Location")):
        return _next(url, target)
    if status == 304 and ("If-None-Match" in headers or "If-Modified-Since" in headers):
        return Answer(url, url, b"", unchanged=True)
    if status != 200:
        raise answers.failed(host, status, response.reason)
    told = Message()
    told["Content-Type"] = response.getheader("Content-Type") or ""
    return Answer(
        asked=url,
        url=url,
        data=body.read(response, host, rules.largest),
        kind=told.get_content_type() if response.getheader("Content-Type") else "",
        charset=told.get_content_charset() or "",
        etag=response.getheader("ETag") or "",
        modified=response.getheader("Last-Modified") or "",
    )


def _next(url: str, target: str) -> str:
    try:
        joined = urljoin(url, target.encode("latin-1", "replace").decode("utf-8", "replace"))
        found = as_address(joined) if urlsplit(joined).scheme in ("http", "https") else ""
    except ValueError:
        found = ""
    if not found:
        raise answers.elsewhere(_host(url), target)
    return found


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""

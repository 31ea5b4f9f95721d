"""What a server gave, and what it said when it gave nothing, in words for people."""

from dataclasses import dataclass
from http import HTTPStatus

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes at an address, unpacked. `url` is where redirects led, `asked` where they began.

    `kind` is the media type in small letters or "", `charset` what the header says of it.
    `etag` and `modified` are the server's own words, for asking again whether anything is new;
    `unchanged`: it was asked so, and said that nothing is.
    """

    asked: str
    url: str
    data: bytes
    kind: str = ""
    charset: str = ""
    etag: str = ""
    modified: str = ""
    unchanged: bool = False


_REFUSED = QT_TRANSLATE_NOOP(
    "Errors",
    "{host} does not give this page to Glosa ({status}). Open it in the browser, save it there "
    "and import that file.",
)
_NOT_THERE = QT_TRANSLATE_NOOP(
    "Errors", "{host} has no page at this address ({status}). Check the address."
)
_BUSY = QT_TRANSLATE_NOOP("Errors", "{host} asks to be left in peace ({status}). Try again later.")
_BROKEN = QT_TRANSLATE_NOOP("Errors", "{host} has a fault of its own ({status}). Try again later.")
_STRANGE = QT_TRANSLATE_NOOP(
    "Errors",
    "{host} gave no page ({status}). Open it in the browser, save it there and import that file.",
)


def failed(host: str, status: int, reason: str) -> UserError:
    """Return the error for an answer that is not a page; *reason* are the server's words."""
    said = " ".join("".join(c if c.isprintable() else " " for c in reason).split())[:60]
    if not said and status in HTTPStatus._value2member_map_:
        said = HTTPStatus(status).phrase
    if status in (401, 402, 403, 407, 451):
        template = _REFUSED
    elif status in (404, 410):
        template = _NOT_THERE
    elif status in (408, 425, 429, 503):
        template = _BUSY
    else:
        template = _BROKEN if status >= 500 else _STRANGE
    return UserError(template, host=host, status=f"{status} {said}".strip())


def no_address(typed: str) -> UserError:
    """Return the error for what is no address of a page."""
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "“{address}” is no address of a web page. It begins with https:// or http://.",
        ),
        address=typed[:200],
    )


def elsewhere(host: str, target: str) -> UserError:
    """Return the error for a redirect to what is no web page (a file, a script)."""
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors", "{host} sends on to “{address}”, which is no web page. It was not followed."
        ),
        host=host,
        address=target[:200],
    )


def round_and_round(host: str, count: int) -> UserError:
    """Return the error for an address that sends on and on."""
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "{host} sends from address to address, more than {count} times. Open the page in the "
            "browser and copy the address that it has there.",
        ),
        host=host,
        count=count,
    )


def too_much(host: str, largest: int) -> UserError:
    """Return the error for a page without an end, or that swells when it is unpacked."""
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "{host} sends more than {largest} MB, and it was left out. If you want it, download "
            "it in the browser and import that file.",
        ),
        host=host,
        largest=round(largest / 1024**2),
    )


def cut_short(host: str) -> UserError:
    """Return the error for an answer that ends before it is complete."""
    return UserError(
        QT_TRANSLATE_NOOP("Errors", "{host} broke off in the middle of the page. Try again."),
        host=host,
    )


def senseless(host: str) -> UserError:
    """Return the error for what is no answer of a web server."""
    return UserError(
        QT_TRANSLATE_NOOP("Errors", "What {host} answered cannot be understood."), host=host
    )


def unreachable(host: str, reason: str) -> UserError:
    """Return the error for a connection that failed."""
    return UserError(
        QT_TRANSLATE_NOOP("Errors", "{host} cannot be reached ({reason}). Try again later."),
        host=host,
        reason=reason,
    )


def not_trusted(host: str, reason: str) -> UserError:
    """Return the error for a server that cannot prove who it is."""
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "The connection to {host} is not safe ({reason}), and nothing was fetched.",
        ),
        host=host,
        reason=reason,
    )

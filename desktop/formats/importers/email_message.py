"""A saved e-mail (.eml): its words, who wrote them and when; attachments are named."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr
from functools import partial
from typing import Any
from urllib.parse import unquote, urljoin

from desktop.core.article import Remark
from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.formats.api import Item
from desktop.formats.importers import html, html_source, picture_names
from desktop.formats.importers.html_blocks import HtmlReader
from desktop.formats.importers.source import Source, damaged
from desktop.formats.importers.text_builder import TextBuilder, one_line

_ATTACHED = QT_TRANSLATE_NOOP("Remarks", "Attachments were left out: {names}.")
_DEEPEST = 40
_MOST_PARTS = 500


def parse(source: Source) -> Iterator[Item]:
    """Yield the one message in *source*."""
    message = read(source)
    parts = list(leaves(message))
    words = [part for part in parts if _is_words(part)]
    pages = [part for part in words if part.get_content_type() == "text/html"]
    plain = [part for part in words if part not in pages]
    shown = Shown(parts)
    builder = TextBuilder(source.name, shown.find)
    told: tuple[Remark, ...] = ()
    for part in pages or plain:
        text, remarks = html_source.decode(content(part), charset_of(part))
        told = (*told, *remarks)
        if part in pages:
            text, sources = picture_names.replaced(text)
            html.feed(text, HtmlReader(builder, locate=partial(_named, sources)))
        else:
            _add_plain(builder, text)
    left = [part for part in parts if part not in words and part not in shown.used]
    names = [_file_name(part) for part in left]
    if named := [name for name in names if name]:
        told = (*told, Remark(_ATTACHED, {"names": ", ".join(named[:20])}))
    yield builder.document("email", **_details(message), remarks=told)


class Shown:
    """The parts of a message by what its pages call them: an id, or an address."""

    def __init__(self, parts: Iterable[EmailMessage], base: str = "") -> None:
        self.used: list[EmailMessage] = []
        self._base = base
        self._parts: dict[str, EmailMessage] = {}
        for part in parts:
            if content_id := header(part, "content-id").strip("<> "):
                self._parts.setdefault(f"cid:{content_id}", part)
            if place := header(part, "content-location"):
                self._parts.setdefault(place, part)

    def find(self, name: str) -> bytes | None:
        """Return the bytes of the part *name*, None when there is no such part."""
        part = self._parts.get(unquote(name) if name[:4] == "cid:" else name)
        if part is None and self._base and name:
            with suppress(ValueError):
                part = self._parts.get(urljoin(self._base, name))
        if part is None:
            return None
        self.used.append(part)
        return content(part)


def _named(sources: Mapping[str, str], name: str) -> str:
    return sources.get(name, name)


def read(source: Source) -> EmailMessage:
    """Return the message in *source*."""
    try:
        return BytesParser(policy=policy.default).parsebytes(source.data)
    except (
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        IndexError,
        RecursionError,
    ) as error:
        raise damaged(source.name, "MIME") from error


def leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts that hold something, without recursion."""
    waiting: list[tuple[Any, int]] = [(message, 0)]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part, depth = waiting.pop()
        if part.is_multipart() and depth < _DEEPEST:
            waiting += [(inner, depth + 1) for inner in reversed(part.get_payload())]
        elif not part.is_multipart():
            yield part


def content(part: EmailMessage) -> bytes:
    """Return the bytes of *part*."""
    payload: Any = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def charset_of(part: EmailMessage) -> str:
    """Return the charset that the header of *part* gives."""
    return str(part.get_content_charset() or "")


def header(part: EmailMessage, name: str) -> str:
    """Return a header as one line, "" when it is missing or cannot be understood."""
    try:
        return one_line(str(part.get(name) or ""))
    except (ValueError, TypeError, LookupError, AttributeError, IndexError):
        return ""


def _is_words(part: EmailMessage) -> bool:
    attached = part.get_content_disposition() == "attachment"
    return not attached and part.get_content_type() in ("text/html", "text/plain")


def _file_name(part: EmailMessage) -> str:
    try:
        return one_line(str(part.get_filename() or ""))
    except (ValueError, TypeError, LookupError, AttributeError):
        return ""


def _add_plain(builder: TextBuilder, text: str) -> None:
    """Add a plain message: quoted lines are quotations, lines that were wrapped are joined."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for paragraph in re.split(r"\n[ \t>]*\n", text):
        for quoted, lines in _by_quoting(paragraph.split("\n")):
            builder.begin("quotation" if quoted else "paragraph")
            wrapped = (
                len(lines) > 1 and sum(len(line) > 50 for line in lines[:-1]) * 2 > len(lines) - 1
            )
            for number, line in enumerate(lines):
                if number and not wrapped:
                    builder.line_break()
                builder.text((" " if number and wrapped else "") + line.strip())
            builder.end()


def _by_quoting(lines: list[str]) -> Iterator[tuple[bool, list[str]]]:
    group: list[str] = []
    quoted = False
    for line in lines:
        is_quoted = line.startswith(">")
        if group and is_quoted != quoted:
            yield quoted, group
            group = []
        quoted = is_quoted
        group.append(line.lstrip("> ") if is_quoted else line)
    if group:
        yield quoted, group


def _details(message: EmailMessage) -> dict[str, Any]:
    name, address = parseaddr(header(message, "from"))
    try:
        sent: Any = message["date"]
        date = sent.datetime.date().isoformat() if sent and sent.datetime else ""
    except (ValueError, TypeError, AttributeError, OverflowError, IndexError):
        date = ""
    return {"title": header(message, "subject"), "author": name or address, "published": date}

"""An answer as a file that the importers read, in the process apart, like any file of a stranger's.

A page gets the address it came from as browsers write it into saved pages, and is stored as UTF-8:
what the header says of its charset would be lost otherwise.
"""

from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from desktop.core.article import Remark
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats.importers import html_source
from desktop.formats.web.answers import Answer

_HEAD = 1_024
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/x-fictionbook+xml": ".fb2",
    "message/rfc822": ".eml",
    "multipart/related": ".mhtml",
    "application/x-mimearchive": ".mhtml",
}
_TEXTS = (".html", ".txt", ".md")
_FEEDS = (b"<rss", b"<feed", b"<rdf:rdf", b"jsonfeed.org")


def write(answer: Answer, folder: Path) -> tuple[Path, tuple[Remark, ...]]:
    """Write *answer* into *folder*; return the file and what to tell of it. UserError if no use."""
    suffix = suffix_of(answer)
    path = folder / f"{_name(answer.url)}{suffix}"
    if suffix not in _TEXTS:
        path.write_bytes(answer.data)
        return path, ()
    text, remarks = html_source.decode(answer.data, answer.charset)
    if suffix == ".html":
        text = f"<!-- saved from url=({len(answer.url):04}){_in_comment(answer.url)} -->\n{text}"
    path.write_text(text, encoding="utf-8", errors="replace", newline="")
    return path, remarks


def suffix_of(answer: Answer) -> str:
    """Return the suffix of the importer for *answer*; UserError when there is none."""
    head = answer.data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if is_feed(answer):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "This is the address of a feed, not of a page. Add it with File › Feeds.",
            )
        )
    if head.startswith(b"%pdf-"):
        return ".pdf"
    if known := _SUFFIXES.get(answer.kind):
        return known
    if answer.kind in ("", "application/octet-stream", "binary/octet-stream"):
        ending = PurePosixPath(urlsplit(answer.url).path).suffix.lower()
        if ending in _SUFFIXES.values():
            return ending
        if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")):
            return ".html"
        if head and b"\0" not in head:
            return ".html" if b"<p" in answer.data[:65_536].lower() else ".txt"
    raise UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "There is no article at this address: the server sends {kind}. Pages, PDFs, e-books "
            "and text documents can be added.",
        ),
        kind=answer.kind or "?",
    )


def is_feed(answer: Answer) -> bool:
    """Tell whether *answer* is a feed rather than something to read, whatever its server says."""
    head = answer.data[: 4 * _HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    begins = head.startswith((b"<?xml", b"<!--", b"{", *_FEEDS))
    return begins and any(mark in head for mark in _FEEDS)


def feed_name(answer: Answer) -> str:
    """Return the name of a file that the importer of feeds reads."""
    return f"{_name(answer.url)}.rss"


def _name(url: str) -> str:
    """Return a file name that says where the page is from: messages show it."""
    parts = urlsplit(url)
    last = unquote(PurePosixPath(parts.path).stem)
    shown = "".join(c if c.isalnum() or c in "-_. " else "-" for c in last).strip(" .-")[:60]
    return shown or (parts.hostname or "page").replace(":", "-")


def _in_comment(url: str) -> str:
    return url.replace("--", "-%2D").replace(">", "%3E")

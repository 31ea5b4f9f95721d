"""Web archives (WARC): each page that a server gave is an article, with its address and day."""

import io
import zlib
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from typing import IO

from desktop.core.article import Remark
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats.api import Item
from desktop.formats.importers import gzip_reader, html
from desktop.formats.importers.source import Source, damaged

_LARGEST_RECORD = 48 * 1024**2
_LONGEST_LINE = 65_536
_MOST_HEADERS = 500
_LEFT_OUT = QT_TRANSLATE_NOOP(
    "Remarks", "Pages of this web archive without text were left out: {count}."
)


def parse(source: Source) -> Iterator[Item]:
    """Yield the pages in *source*; one that cannot be read is named."""
    pages = bad = 0
    with _opened(source) as file:
        for headers, body in _records(file, source.name):
            if headers.get("warc-type") != "response":
                continue
            page = _page(headers, body, source)
            if page is None:
                continue
            pages += 1
            try:
                yield from html.parse(page[0], told=page[1], source_format="warc")
            except UserError:
                bad += 1
    if not pages:
        raise damaged(source.name, "WARC")
    if bad:
        yield Remark(_LEFT_OUT, {"count": bad})


@contextmanager
def _opened(source: Source) -> Generator[IO[bytes]]:
    if source.data.startswith((b"\x1f\x8b", b"\x28\xb5\x2f\xfd")):
        with gzip_reader.stream(source.data, source.name) as file:
            yield file
    else:
        yield io.BytesIO(source.data)


def _records(file: IO[bytes], name: str) -> Iterator[tuple[Mapping[str, str], bytes]]:
    """Yield headers and content of each record; those that are too large have no content."""
    first = True
    while True:
        line = _line(file, name)
        if not line:
            return
        if not line.strip():
            continue
        if not line.startswith(b"WARC/"):
            if first:
                raise damaged(name, "WARC")
            return
        first = False
        headers = _headers(lambda: _line(file, name))
        length = headers.get("content-length", "")
        if not length.isascii() or not length.isdigit():
            return
        body, left = b"", int(length)
        if left <= _LARGEST_RECORD:
            body, left = gzip_reader.read(file, left, name), 0
        while left and (chunk := gzip_reader.read(file, min(left, 1 << 20), name)):
            left -= len(chunk)
        yield headers, body


def _line(file: IO[bytes], name: str) -> bytes:
    try:
        return file.readline(_LONGEST_LINE)
    except (OSError, EOFError, zlib.error) as error:
        raise damaged(name, "WARC") from error


def _headers(line_of: Callable[[], bytes]) -> dict[str, str]:
    found: dict[str, str] = {}
    for _ in range(_MOST_HEADERS):
        line = line_of()
        if not line.strip():
            break
        key, _colon, value = line.decode("utf-8", "replace").partition(":")
        found[key.strip().lower()] = value.strip()
    return found


def _page(headers: Mapping[str, str], body: bytes, source: Source) -> tuple[Source, str] | None:
    """Return the page in an HTTP answer and the charset its header gives; None if it is none."""
    stream = io.BytesIO(body)
    status = stream.readline(_LONGEST_LINE).split()
    http = _headers(lambda: stream.readline(_LONGEST_LINE))
    kind, _, parameters = http.get("content-type", "").lower().partition(";")
    if (
        len(status) < 2
        or status[1] != b"200"
        or kind.strip() not in ("text/html", "application/xhtml+xml")
    ):
        return None
    data = stream.read()
    if "chunked" in http.get("transfer-encoding", "").lower():
        data = _without_chunks(data)
    data = _decoded(data, http.get("content-encoding", "").lower(), source.name)
    url = headers.get("warc-target-uri", "").strip("<>")
    url = url if url.startswith(("http://", "https://")) else ""
    charset = parameters.partition("charset=")[2].strip("\"' ;")
    return Source(data, url or source.name, source.whole_page, url), charset


def _without_chunks(data: bytes) -> bytes:
    parts: list[bytes] = []
    at = 0
    while True:
        end = data.find(b"\r\n", at, at + 100)
        try:
            size = int(data[at:end].split(b";")[0], 16) if end >= 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            return data if not parts else b"".join(parts)
        if size == 0:
            return b"".join(parts)
        parts.append(data[end + 2 : end + 2 + size])
        at = end + 4 + size


def _decoded(data: bytes, encoding: str, name: str) -> bytes:
    if encoding in ("gzip", "x-gzip") and data.startswith(b"\x1f\x8b"):
        return gzip_reader.unpacked(data, name, largest=_LARGEST_RECORD)
    return data

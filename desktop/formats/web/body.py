"""The body of an answer, counted as it arrives and as it is unpacked: no bomb gets far."""

import http.client
import zlib

from desktop.core.errors import UserError
from desktop.formats.web import answers

_CHUNK = 65_536
_GZIP = b"\x1f\x8b"


def read(response: http.client.HTTPResponse, host: str, largest: int) -> bytes:
    """Return the unpacked body; UserError when it is cut short or larger than *largest* bytes."""
    if (response.length or 0) > largest:
        raise answers.too_much(host, largest)
    parts = bytearray()
    while part := response.read(_CHUNK):
        parts += part
        if len(parts) > largest:
            raise answers.too_much(host, largest)
    if response.length:
        raise answers.cut_short(host)
    encoding = (response.getheader("Content-Encoding") or "").strip().lower()
    return _unpacked(bytes(parts), encoding, host, largest)


def _unpacked(data: bytes, encoding: str, host: str, largest: int) -> bytes:
    if encoding in ("", "identity") or not data:
        return data
    if encoding in ("gzip", "x-gzip"):
        bits = zlib.MAX_WBITS | 16
    elif encoding == "deflate":
        has_head = len(data) > 1 and data[0] & 15 == 8 and not (data[0] << 8 | data[1]) % 31
        bits = zlib.MAX_WBITS if has_head else -zlib.MAX_WBITS
    else:
        raise answers.senseless(host)  # we asked for gzip or deflate
    return _inflated(data, bits, answers.too_much(host, largest), host, largest)


def _inflated(data: bytes, bits: int, too_much: UserError, host: str, largest: int) -> bytes:
    found = b""
    while True:
        unpacking = zlib.decompressobj(bits)
        try:
            found += unpacking.decompress(data, largest + 1 - len(found))
        except zlib.error as error:
            raise answers.senseless(host) from error
        if len(found) > largest:
            raise too_much
        if not unpacking.eof:
            raise answers.cut_short(host)
        data = unpacking.unused_data
        if not data.startswith(_GZIP):
            return found

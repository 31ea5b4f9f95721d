"""Unpack gzip and Zstandard with a limit on what comes out."""

import gzip
import io
import sys
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from typing import IO, Any

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats.importers.source import damaged

LARGEST = 128 * 1024**2
_BOMB = QT_TRANSLATE_NOOP(
    "Errors",
    "“{name}” unpacks to far more than it should, as files made to do harm do. It was left out.",
)
_CHUNK = 1 << 18


def unpacked(data: bytes, name: str, *, largest: int = LARGEST) -> bytes:
    """Return what *data* unpacks to; UserError when it is damaged or too much."""
    parts: list[bytes] = []
    size = 0
    with stream(data, name) as file:
        while True:
            chunk = read(file, _CHUNK, name)
            if not chunk:
                return b"".join(parts)
            parts.append(chunk)
            size += len(chunk)
            if size > largest:
                raise UserError(_BOMB, name=name)


@contextmanager
def stream(data: bytes, name: str) -> Generator[IO[bytes]]:
    """Open packed *data* for reading."""
    if data.startswith(b"\x28\xb5\x2f\xfd"):
        file: Any = _zstd().open(io.BytesIO(data), "rb")
    elif data.startswith(b"\x1f\x8b"):
        file = gzip.GzipFile(fileobj=io.BytesIO(data))
    else:
        raise damaged(name, "GZIP")
    with file:
        yield file


def read(file: IO[bytes], size: int, name: str) -> bytes:
    """Read from a packed file; UserError when it is damaged."""
    try:
        return file.read(size)
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise damaged(name, "GZIP") from error
    except Exception as error:
        if type(error).__name__ == "ZstdError":
            raise damaged(name, "ZSTD") from error
        raise


def _zstd() -> Any:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return zstd

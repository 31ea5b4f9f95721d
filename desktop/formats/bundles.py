"""Open what another person shared: a bundle (.glosa) or JSON Lines, checked before it is used."""

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.portable import PortableArticle, PortableTag
from desktop.core.portable_whole import PortableFeed, PortableSearch
from desktop.formats import portable_lines
from desktop.formats.exporters.bundle import CONTENT, FORMAT, MANIFEST, VERSION

Shared = PortableArticle | PortableSearch | PortableFeed
_MOST = 4_000_000_000
_RATIO = 300
_PIECE = 1_000_000
_HEADER = 100_000
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError)


def is_shared(path: Path) -> bool:
    """Tell whether the file at *path* is a bundle or JSON Lines of Glosa."""
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                return {CONTENT, MANIFEST} <= set(archive.namelist())
        with path.open("rb") as file:
            return portable_lines.is_header(file.readline(_HEADER))
    except (OSError, zipfile.BadZipFile, NotImplementedError):
        return False


@contextmanager
def open_shared(
    path: Path,
) -> Generator[tuple[list[PortableTag], Iterator[Shared]]]:
    """Give the tags and then what else is in the file at *path*; UserError if it is damaged.

    A bundle's hash is checked before anything is given out.
    """
    try:
        if not zipfile.is_zipfile(path):
            with path.open("rb") as file:
                yield _parted(file)
            return
        with zipfile.ZipFile(path) as archive:
            _check(archive)
            with archive.open(CONTENT) as inside:
                yield _parted(cast(BinaryIO, io.BufferedReader(cast(Any, inside))))
    except (
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        EOFError,
        OSError,
        NotImplementedError,
    ) as error:
        raise _damaged(path, str(error)) from error


def labels_of(path: Path) -> dict[str, str]:
    """Return what colours are called in such a file, by colour; {} when it does not say."""
    try:
        if not zipfile.is_zipfile(path):
            with path.open("rb") as file:
                return portable_lines.labels(file.readline(_HEADER))
        with zipfile.ZipFile(path) as archive, archive.open(CONTENT) as inside:
            return portable_lines.labels(inside.readline(_HEADER))
    except (KeyError, *_UNREADABLE):
        return {}


def _parted(file: BinaryIO) -> tuple[list[PortableTag], Iterator[Shared]]:
    """Read the tags, which come first, and leave the others to be streamed."""
    found = portable_lines.read(iter(lambda: file.readline(portable_lines.LINE_MOST + 1), b""))
    tags: list[PortableTag] = []
    for one in found:
        if not isinstance(one, PortableTag):
            return tags, _others(one, found)
        tags.append(one)
    return tags, iter(())


def _others(first: Shared, rest: Iterator[portable_lines.Line]) -> Iterator[Shared]:
    yield first
    yield from (one for one in rest if not isinstance(one, PortableTag))


def _check(archive: zipfile.ZipFile) -> None:
    if not {CONTENT, MANIFEST} <= set(archive.namelist()):
        raise zipfile.BadZipFile("incomplete")
    manifest = _manifest(archive)
    info = archive.getinfo(CONTENT)
    if info.file_size > _MOST or info.file_size > _PIECE + info.compress_size * _RATIO:
        raise zipfile.BadZipFile("too large")
    found = hashlib.sha256()
    left = info.file_size
    with archive.open(info) as inside:
        while piece := inside.read(_PIECE):
            left -= len(piece)
            if left < 0:
                raise zipfile.BadZipFile("longer than it says")
            found.update(piece)
    if manifest["files"].get(CONTENT) != found.hexdigest():
        raise zipfile.BadZipFile("sha256")


def _manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    with archive.open(MANIFEST) as inside:
        raw = inside.read(_PIECE)
    try:
        manifest: Any = json.loads(raw)
        if manifest["format"] != FORMAT or not isinstance(manifest["files"], dict):
            raise ValueError
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise zipfile.BadZipFile("manifest") from error
    if manifest.get("version") != VERSION:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors", "This file was made by a newer version of Glosa. Install it to read it."
            )
        )
    return manifest


def _damaged(path: Path, reason: str) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "“{name}” is damaged or no Glosa bundle ({reason}). Nothing was taken in. Ask for the "
            "file again.",
        ),
        name=path.name,
        reason=reason,
    )

"""Members of a ZIP file, one by one, with a limit on everything; nothing is written anywhere.

A name in an archive is a key and a label, never a path: `../` and the like cannot do anything.
"""

import io
import zipfile
import zlib
from dataclasses import dataclass

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.image import LARGEST
from desktop.formats.importers.source import damaged

MOST_MEMBERS = 5_000
LARGEST_MEMBER = 64 * 1024**2
LARGEST_TOTAL = 512 * 1024**2
_RATIO = 200
_RATIO_FROM = 1024**2
_CHUNK = 1 << 18
_BOMB = QT_TRANSLATE_NOOP(
    "Errors",
    "“{name}” unpacks to far more than it should, as files made to do harm do. It was left out.",
)
_LOCKED = QT_TRANSLATE_NOOP(
    "Errors",
    "“{name}” is protected by a password. Save it without one and import that file.",
)


@dataclass(slots=True)
class Archive:
    """An open archive. `read` counts what was unpacked so far."""

    name: str
    file: zipfile.ZipFile
    unpacked: int = 0

    def names(self) -> list[str]:
        """Return the names of the files in it, each once, in their order."""
        return list(dict.fromkeys(i.filename for i in self.file.infolist() if not i.is_dir()))

    def read(self, member: str, *, largest: int = LARGEST_MEMBER) -> bytes:
        """Return the bytes of *member*; KeyError when there is none, UserError when it is bad."""
        info = self.file.getinfo(member)
        if info.flag_bits & 1:
            raise UserError(_LOCKED, name=self.name)
        parts: list[bytes] = []
        size = 0
        try:
            with self.file.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    parts.append(chunk)
                    size += len(chunk)
                    self.unpacked += len(chunk)
                    self._check(size, info.compress_size, largest)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError,
                ValueError) as error:  # fmt: skip
            raise damaged(member, "ZIP") from error
        except RuntimeError as error:
            raise UserError(_LOCKED, name=self.name) from error
        return b"".join(parts)

    def maybe(self, member: str) -> bytes:
        """Return the bytes of *member*, none when there is no such member."""
        try:
            return self.read(member)
        except KeyError:
            return b""

    def picture(self, member: str) -> bytes | None:
        """Return *member*, cut off where a picture is too large; None when there is none."""
        try:
            info = self.file.getinfo(member)
            with self.file.open(info) as stream:
                return stream.read(LARGEST + 1)
        except KeyError:
            return None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError,
                ValueError, RuntimeError) as error:  # fmt: skip
            raise damaged(member, "ZIP") from error

    def _check(self, size: int, packed: int, largest: int) -> None:
        too_thin = size > _RATIO_FROM and size > _RATIO * max(packed, 1)
        if size > largest or too_thin or self.unpacked > LARGEST_TOTAL:
            raise UserError(_BOMB, name=self.name)


def opened(data: bytes, name: str) -> Archive:
    """Return the archive in *data*; UserError when it is none or has too many members."""
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError,
            UnicodeError, IndexError) as error:  # fmt: skip
        raise damaged(name, "ZIP") from error
    if len(file.infolist()) > MOST_MEMBERS:
        raise UserError(_BOMB, name=name)
    return Archive(name, file)

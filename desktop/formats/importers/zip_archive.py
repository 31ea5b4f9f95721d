"""A ZIP of articles: each file in it that can be read is imported, each that cannot is named."""

import posixpath
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from urllib.parse import unquote

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats.api import Item
from desktop.formats.importers import zip_reader
from desktop.formats.importers.built_in import importer_named
from desktop.formats.importers.libraries import detect
from desktop.formats.importers.packed import member
from desktop.formats.importers.plain_text import PLAIN_TEXT
from desktop.formats.importers.source import Source, damaged

_NOTHING = QT_TRANSLATE_NOOP("Errors", "There is nothing in “{name}” that Glosa can read.")


def parse(source: Source) -> Iterator[Item]:
    """Yield what is in *source*, file by file."""
    archive = zip_reader.opened(source.data, source.name)
    if known := detect.archive_reader(archive.names()):
        yield from known(archive)
        return
    names = [name for name in archive.names() if _is_wanted(name)]
    if not names:
        raise UserError(_NOTHING, name=source.name)
    for name in names:
        label = PurePosixPath(name.replace("\\", "/")).name
        try:
            find = partial(_beside, archive, posixpath.dirname(name))
            yield from member(Source(archive.read(name), label, source.whole_page, find=find))
        except UserError as reason:
            yield _inside(source.name, reason)
            if archive.unpacked > zip_reader.LARGEST_TOTAL:
                return
        except (ValueError, KeyError, TypeError, IndexError, AttributeError, LookupError,
                OSError, RecursionError) as error:  # fmt: skip
            yield _inside(source.name, damaged(label, type(error).__name__))


def _is_wanted(name: str) -> bool:
    """Tell whether to read a member; what a system or an application leaves behind is not."""
    path = name.replace("\\", "/")
    hidden = any(
        part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in path.split("/")
    )
    known = importer_named(path) or path.casefold().endswith(PLAIN_TEXT.suffixes)
    return bool(known) and not hidden


def _beside(archive: zip_reader.Archive, folder: str, source: str) -> bytes | None:
    """Return a picture that a page in *folder* of the archive names; None when it is not in it."""
    if ":" in source:
        return None
    place = posixpath.normpath(posixpath.join(folder, unquote(source.partition("#")[0])))
    return archive.picture(place)


def _inside(archive: str, reason: UserError) -> UserError:
    """Return *reason* with the archive named before the file in it."""
    fields = dict(reason.fields)
    if fields.get("name") != archive:
        fields["name"] = f"{archive} › {fields.get('name', '')}"
    return UserError(reason.template, **fields)

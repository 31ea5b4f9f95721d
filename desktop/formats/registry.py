"""Which importer reads which file, which exporter writes which format, and what is in a folder.

Plug-ins come in by the entry point groups `glosa.importers` and `glosa.exporters`; each names an
object that satisfies the protocol in `formats.api`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats.api import OWN_LEFT_OUT, ArticleExporter, Exporter, Importer, Item
from desktop.formats.charset import looks_binary
from desktop.formats.importers import built_in
from desktop.formats.importers.json_lines import JSON_LINES, JsonLines
from desktop.formats.importers.plain_text import PLAIN_TEXT
from desktop.formats.importers.source import Parsed

_HEAD = 65_536
AnyExporter = Exporter | ArticleExporter


@dataclass(frozen=True, slots=True)
class Problem:
    """A path that cannot be imported, and why."""

    path: Path
    reason: UserError


@dataclass(frozen=True, slots=True)
class Plugins:
    """The plug-ins of one entry point group, and those that did not load."""

    found: tuple[Any, ...]
    problems: tuple[UserError, ...]


def importers() -> tuple[Importer, ...]:
    """Return the importers, ours first."""
    return (
        PLAIN_TEXT,
        JSON_LINES,
        *built_in.IMPORTERS,
        *plugins("glosa.importers", ("name", "suffixes", "read")).found,
    )


def exporters() -> tuple[AnyExporter, ...]:
    """Return the exporters, ours first."""
    from desktop.formats.exporters.all import EXPORTERS  # loaded when one exports

    return (*EXPORTERS, *plugins("glosa.exporters", ("name", "suffix", "leaves_out")).found)


def losses(exporter: AnyExporter) -> tuple[str, ...]:
    """Return all that an export leaves out: sentences marked for translators as "Losses"."""
    from desktop.formats.exporters import json_lines  # loaded when one exports

    own = () if isinstance(exporter, json_lines.JsonLines) else (OWN_LEFT_OUT,)
    return tuple(dict.fromkeys((exporter.leaves_out, *own)))


def plugin_problems() -> tuple[UserError, ...]:
    """Return what is wrong with plug-ins that did not load."""
    importing = plugins("glosa.importers", ("name", "suffixes", "read"))
    exporting = plugins("glosa.exporters", ("name", "suffix", "leaves_out"))
    return importing.problems + exporting.problems


def importer_for(path: Path) -> Importer | None:
    """Return the importer for *path*: by its suffix, else plain text if it looks like text."""
    for importer in importers():
        if _ends_in(path, importer.suffixes):
            return importer
    return PLAIN_TEXT if _may_be_text(path) else None


def exporter(name: str) -> AnyExporter:
    """Return the exporter called *name* (“CSV”, “csv”) or with that suffix; UserError if none."""
    wanted = name.casefold()
    for known in exporters():
        if wanted in (known.name.casefold(), known.suffix.removeprefix(".")):
            return known
    raise UserError(
        QT_TRANSLATE_NOOP("Errors", "There is no export format “{name}”. Choose one of: {known}."),
        name=name,
        known=", ".join(known.name for known in exporters()),
    )


def read(
    path: Path,
    *,
    whole_page: bool = False,
    columns: Mapping[str, str] | None = None,
    look: bool = False,
) -> Iterator[Item]:
    """Yield the items in the file at *path*; UserError when it cannot be read.

    Runs in this process: for files of unknown origin use `isolation`. With *whole_page* a saved
    page is taken as it is, not its article alone. *columns* says which column of a table is which
    field, where that is not to be guessed; with *look* a table begins with a TableLook.
    """
    importer = importer_for(path)
    if importer is None:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "Glosa cannot read files like “{name}”. Save it as plain text (.txt) and import "
                "that file; these kinds can be read: {known}.",
            ),
            name=path.name,
            known=", ".join(sorted(suffixes())),
        )
    if isinstance(importer, Parsed):
        yield from importer.read(path, whole_page=whole_page, columns=columns, look=look)
    elif isinstance(importer, JsonLines):
        yield from importer.read(path, columns=columns, look=look)
    else:
        yield from importer.read(path)


def walk(paths: Iterable[Path]) -> Iterator[Path | Problem]:
    """Yield the files to import: *paths* themselves, and what can be read in folders below them.

    In folders hidden and unknown files are left out; each folder is entered once, links or not.
    """
    wanted = suffixes()
    entered: set[tuple[int, int]] = set()
    waiting = list(paths)[::-1]
    while waiting:
        path = waiting.pop()
        if not _is_folder(path):
            yield path
            continue
        try:
            waiting += _children(path, wanted, entered)[::-1]
        except OSError as error:
            yield Problem(path, _closed_folder(path, error))


@cache
def plugins(group: str, needs: tuple[str, ...]) -> Plugins:
    """Load the entry points of *group*; what lacks one of *needs* is a problem, not an error."""
    from importlib.metadata import entry_points  # 10 ms that a start need not wait for

    found: list[Any] = []
    problems: list[UserError] = []
    for point in entry_points(group=group):
        try:
            plugin = point.load()
            missing = [name for name in needs if not hasattr(plugin, name)]
        except Exception as error:  # strangers' code may raise anything
            problems.append(_broken(point.name, f"{type(error).__name__}: {error}"))
            continue
        if missing:
            problems.append(_broken(point.name, f"it has no {', '.join(missing)}"))
        else:
            found.append(plugin)
    return Plugins(tuple(found), tuple(problems))


def suffixes() -> frozenset[str]:
    """Return what the names of the files end in that can be read."""
    return frozenset(suffix for importer in importers() for suffix in importer.suffixes)


def _ends_in(path: Path, suffixes: Iterable[str]) -> bool:
    return path.name.casefold().endswith(tuple(suffixes))


def _may_be_text(path: Path) -> bool:
    """Tell whether to try *path* as text; what cannot be opened is left to the importer's words."""
    try:
        if not path.is_file():
            return True
        with path.open("rb") as file:
            return not looks_binary(file.read(_HEAD))
    except OSError:
        return True


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _children(folder: Path, suffixes: frozenset[str], entered: set[tuple[int, int]]) -> list[Path]:
    status = folder.stat()
    place = (status.st_dev, status.st_ino)
    if place in entered:
        return []
    entered.add(place)
    visible = (child for child in folder.iterdir() if not child.name.startswith("."))
    wanted = (c for c in visible if _ends_in(c, suffixes) or _is_folder(c))
    return sorted(wanted, key=lambda child: (_natural(child.name), child.name))


def _natural(name: str) -> list[tuple[bool, int, str]]:
    """Return a key that puts “page 9” before “page 10”."""
    parts = re.findall(r"(\d+)|(\D+)", name.casefold())
    return [(not digits, int(digits or 0), other) for digits, other in parts]


def _closed_folder(folder: Path, error: OSError) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "The folder “{name}” could not be read ({reason}). Ask its owner for the right to "
            "read it, or copy its files to a folder of yours.",
        ),
        name=folder.name or str(folder),
        reason=error.strerror or str(error),
    )


def _broken(name: str, reason: str) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "The plug-in “{name}” was left out ({reason}). Update it, or remove it.",
        ),
        name=name,
        reason=reason,
    )

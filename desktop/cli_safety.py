"""The commands that keep a library safe: backup, restore, salvage, and the dump of `check`."""

import argparse
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from desktop import paths
from desktop.core.errors import QT_TRANSLATE_NOOP, LibraryDamaged, UserError


def add(
    commands: Any, command: Callable[..., argparse.ArgumentParser], tell: Callable[..., int]
) -> None:
    """Add the commands; *tell(options, value, text)* prints JSON or text."""
    made = command(commands, "backup", lambda o: tell(o, *_backup(o)), "Back the library up.")
    made.add_argument("--list", action="store_true", help="only list the backups")
    made = command(
        commands,
        "restore",
        lambda o: tell(o, *_restore(o)),
        "Put a backup in the library's place; the old files are kept in “damaged”.",
    )
    made.add_argument("backup", type=Path, nargs="?", help="a file of `backup --list`; the newest")
    made = command(
        commands,
        "salvage",
        lambda o: tell(o, *_salvage(o)),
        "Make a new library of what a damaged one and its newest backup still hold.",
    )
    made.add_argument("--output", type=Path, required=True, metavar="FILE")


def _library(options: argparse.Namespace) -> Path:
    return options.library or paths.default_library()


def _backup(options: argparse.Namespace) -> tuple[Any, str]:
    from desktop.library import backup, places

    library = _library(options)
    if not options.list:
        backup.make(library)
    found = backup.found_in(places.backups_of(library))
    values = [{"path": str(b.path), "made": b.made.isoformat(), "size": b.size} for b in found]
    lines = [f"{b.made:%Y-%m-%d %H:%M:%S}Z  {b.size:>12,}  {b.path}" for b in found]
    return values, "\n".join(lines if options.list else lines[:1]) or "no backups"


def _restore(options: argparse.Namespace) -> tuple[Any, str]:
    from desktop.library import backup, places
    from desktop.library.lock import WriteLock
    from desktop.library.restore import restore

    library = _library(options)
    newest = None if options.backup else backup.newest_whole(library)
    copy = options.backup or (newest.path if newest else None)
    if copy is None or not copy.is_file():
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "There is no such backup. See `glosa backup --list`.")
        )
    lock = WriteLock(library)
    try:
        if library.exists() and not places.is_marked(library):
            with suppress(LibraryDamaged):  # then there is nothing whole to keep
                backup.make_if_due(library, after=backup.NOW)
        aside = restore(library, copy)
    finally:
        lock.release()
    text = f"restored {copy}" + (f"; the files before are in {aside}" if aside else "")
    return {"restored": str(copy), "kept": str(aside) if aside else None}, text


def back_up_if_changed(options: argparse.Namespace) -> None:
    """Back the library up before a command that changes much of it."""
    from desktop.library import backup

    library = _library(options)
    if library.exists():
        backup.make_if_due(library, after=backup.NOW)


def _salvage(options: argparse.Namespace) -> tuple[Any, str]:
    from desktop.library import backup
    from desktop.library.lock import WriteLock
    from desktop.library.salvage import salvage

    library = _library(options)
    if options.output.exists():
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "“{path}” exists. Name a new file."),
            path=str(options.output),
        )
    spare = backup.newest_whole(library)
    lock = WriteLock(library)
    try:
        done = salvage(library, options.output, spare.path if spare else None)
    finally:
        lock.release()
    kinds = {"whole": done.whole, "from backup": done.from_backup,
             "doubtful": done.doubtful, "lost": done.lost}  # fmt: skip
    lines = [
        f"{kind}: " + ", ".join(f"{table} {number}" for table, number in of_table.items())
        for kind, of_table in kinds.items()
        if of_table
    ]
    if not done.seals_were_readable:
        lines.append("the seals could not be read: what was deleted may be there again")
    return asdict(done), "\n".join([*lines, f"new library: {options.output}"])

"""What lies beside a library: its backups, damaged files put aside, and a mark that it is damaged.

All of it must be found when the library itself cannot be read, so nothing of it is kept inside.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

GIGABYTE = 1024**3


@dataclass(frozen=True, slots=True)
class BackupPlan:
    """Where backups go ("": beside the library), where a second copy goes, and how much they take.

    Kept in a file of its own, so that the window, the command line and a migration agree on it.
    """

    folder: str = ""
    second: str = ""
    gigabytes: int = 2


def beside(path: Path, suffix: str) -> Path:
    """Return the file beside *path* whose name has *suffix* in addition."""
    return path.with_name(path.name + suffix)


def backups_of(library: Path) -> Path:
    """Return the folder of the backups of *library*."""
    chosen = plan_of(library).folder
    return Path(chosen) / library.stem if chosen else _beside_library(library)


def second_of(library: Path) -> Path | None:
    """Return the folder of the second copies, if the user chose one."""
    chosen = plan_of(library).second
    return Path(chosen) / library.stem if chosen else None


def plan_of(library: Path) -> BackupPlan:
    """Return what the user chose for the backups of *library*; a broken file counts as none."""
    try:
        kept: Any = json.loads(_plan_file(library).read_text(encoding="utf-8"))
        return _plan(kept)
    except (OSError, ValueError, AttributeError):
        return BackupPlan()


def keep_plan(library: Path, plan: BackupPlan) -> None:
    """Keep what the user chose; OSError when it cannot be written."""
    file = _plan_file(library)
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = beside(file, ".part")
    part.write_text(json.dumps(asdict(plan), ensure_ascii=False, indent=1), encoding="utf-8")
    part.replace(file)


def mark_damaged(library: Path, problems: list[str]) -> None:
    """Remember that *library* is damaged: from now on no backup of it is let go."""
    with suppress(OSError):
        _mark(library).write_text("\n".join(problems[:100]) + "\n", encoding="utf-8")


def is_marked(library: Path) -> bool:
    """Tell whether *library* is known to be damaged."""
    return _mark(library).exists()


def unmark(library: Path) -> None:
    """Forget that *library* was damaged: it was checked, or another took its place."""
    with suppress(OSError):
        _mark(library).unlink(missing_ok=True)


def is_on_network(path: Path) -> bool:
    """Tell whether *path* lies on a network share, where SQLite's write-ahead log does not work."""
    return _windows_remote(path) if os.name == "nt" else _mount_type(path) in _SHARES


_SHARES = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "fuse.sshfs", "fuse.davfs2",
           "davfs", "9p", "fuse.rclone", "fuse.gvfsd-fuse"}  # fmt: skip


def _mount_type(path: Path) -> str:
    """Return the type of the file system that *path* lies on, "" where it cannot be known."""
    try:
        lines = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
        whole = str(path.resolve())
    except OSError:
        return ""
    best, kind = "", ""
    for line in lines:
        parts = line.split()
        place = parts[1].replace("\\040", " ") if len(parts) > 2 else ""
        inside = whole == place or whole.startswith(place.rstrip("/") + "/")
        if place and inside and len(place) >= len(best):
            best, kind = place, parts[2]
    return kind


def _windows_remote(path: Path) -> bool:
    drive = path.absolute().drive
    if drive.startswith("\\\\"):
        return True
    import ctypes

    remote = 4
    loader: Any = getattr(ctypes, "windll", None)
    return bool(loader) and loader.kernel32.GetDriveTypeW(drive + "\\") == remote


def _beside_library(library: Path) -> Path:
    return library.parent / "backups" / library.stem


def _plan_file(library: Path) -> Path:
    return _beside_library(library) / "plan.json"


def _mark(library: Path) -> Path:
    return beside(library, ".is-damaged")


def _plan(kept: dict[str, Any]) -> BackupPlan:
    values: dict[str, Any] = {}
    for one in fields(BackupPlan):
        value: Any = kept.get(one.name)
        if type(value) is type(one.default):
            values[one.name] = value
    return BackupPlan(**values)

"""Reports of past imports: small files (JSON) beside the library, each of which can be read again.

They are no rows of the library: undoing an import must not take away what is known of it.
"""

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from desktop.core.article import Remark
from desktop.core.errors import UserError
from desktop.operations.export import write_whole
from desktop.operations.import_articles import Failure, FileRemark, ImportReport, Unplaced

T = TypeVar("T", UserError, Remark)
KEPT = 100
LARGEST = 16 * 1024**2
_LISTED = 10_000
_NAME = re.compile(r"import-(\d{8}T\d{6}Z)(?:-\d+)?\.report")


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A report on the disk and when it was made (UTC)."""

    path: Path
    made: datetime


def folder_of(library: Path) -> Path:
    """Return where the reports of the library at *library* lie."""
    return library.parent / "imports" / library.stem


def keep(report: ImportReport, library: Path, *, made: datetime) -> Path:
    """Write *report* down, and forget the oldest beyond `KEPT`; UserError when it cannot be."""
    folder = folder_of(library)
    with suppress(OSError):  # what is wrong is told by the writing
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    stem = f"import-{made.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    names = (f"{stem}{f'-{number}' if number else ''}.report" for number in range(1_000))
    path = next(folder / name for name in names if not (folder / name).exists())
    data = json.dumps(_written(report), ensure_ascii=False, default=str).encode(
        "utf-8", "surrogatepass"
    )
    write_whole(path, data, library=library)
    for old in kept(library)[KEPT:]:
        with suppress(OSError):
            old.path.unlink()
    return path


def kept(library: Path) -> list[KeptReport]:
    """Return the reports that are kept, the newest first; other files are passed over."""
    found: list[KeptReport] = []
    with suppress(OSError):
        for path in folder_of(library).iterdir():
            with suppress(ValueError):
                if match := _NAME.fullmatch(path.name):
                    made = datetime.strptime(match[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
                    found.append(KeptReport(path, made))
    return sorted(found, key=lambda one: (one.made, len(one.path.name), one.path.name))[::-1]


def load(path: Path) -> ImportReport | None:
    """Return the report in the file at *path*, None when it is damaged or gone."""
    try:
        if path.stat().st_size > LARGEST:
            return None
        return _read(json.loads(path.read_bytes().decode("utf-8", "surrogatepass")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, IndexError):
        return None


def _written(report: ImportReport) -> dict[str, Any]:
    return {
        "imported": report.imported,
        "duplicates": report.duplicates,
        "attached": report.attached,
        "updated": report.updated,
        "cancelled": report.cancelled,
        "tags": report.tags,
        "failures": [
            [str(one.path), one.reason.template, dict(one.reason.fields)]
            for one in report.failures[:_LISTED]
        ],
        "remarks": [
            [str(one.path), one.remark.template, dict(one.remark.fields)]
            for one in report.remarks[:_LISTED]
        ],
        "plugins": [[one.template, dict(one.fields)] for one in report.plugin_problems],
        "unplaced": [[one.title, one.words] for one in report.unplaced[:_LISTED]],
    }


def _read(values: dict[str, Any]) -> ImportReport:
    return ImportReport(
        imported=[int(one) for one in values["imported"]],
        duplicates=int(values["duplicates"]),
        attached=int(values["attached"]),
        updated=[int(one) for one in values["updated"]],
        cancelled=values["cancelled"] is True,
        tags=int(values["tags"]),
        failures=[
            Failure(Path(path), _good(UserError(str(template), **fields)))
            for path, template, fields in values["failures"]
        ],
        remarks=[
            FileRemark(Path(path), _good(Remark(str(template), dict(fields))))
            for path, template, fields in values["remarks"]
        ],
        plugin_problems=tuple(
            _good(UserError(str(template), **fields)) for template, fields in values["plugins"]
        ),
        unplaced=[Unplaced(str(title), str(words)) for title, words in values["unplaced"]],
    )


def _good(one: T) -> T:
    """Return *one* whose template its fields fill; KeyError when they do not."""
    str(one)
    return one

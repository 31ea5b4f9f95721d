"""Why a file cannot be read, in words for people: the same for every importer."""

import stat
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError


@contextmanager
def explained(path: Path) -> Generator[None]:
    """Turn what the system says about the file at *path* into a UserError."""
    try:
        yield
    except FileNotFoundError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "“{name}” was not found. It may have been moved or renamed: choose it again.",
            ),
            name=path.name,
        ) from error
    except PermissionError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "You have no right to read “{name}”. Ask its owner for that right, "
                "or for a copy in a folder of yours.",
            ),
            name=path.name,
        ) from error
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "“{name}” could not be read ({reason}). Check that its disk is connected, "
                "or copy it to another folder and import it from there.",
            ),
            name=path.name,
            reason=error.strerror or str(error),
        ) from error


def empty(path: Path) -> UserError:
    """Return the error for a file with nothing in it."""
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "“{name}” is empty. If there should be text in it, save it again where it comes from.",
        ),
        name=path.name,
    )


def size_of_file(path: Path) -> int:
    """Return the size of the file at *path*; UserError when it is a folder or a device."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise _not_a_file(path, folder=stat.S_ISDIR(status.st_mode))
    return status.st_size


def _not_a_file(path: Path, *, folder: bool) -> UserError:
    if folder:
        return UserError(
            QT_TRANSLATE_NOOP(
                "Errors", "“{name}” is a folder. Import it as a folder, or choose files in it."
            ),
            name=path.name,
        )
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors", "“{name}” is a device, not a file. Choose a file with text in it."
        ),
        name=path.name,
    )

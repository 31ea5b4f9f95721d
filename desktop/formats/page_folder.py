"""The folder of pictures that a browser saves beside a page: `Page.html` and `Page_files`.

Only that folder, and what truly lies in it, may be read with a page: the page was written by a
stranger, and names whatever it likes.
"""

import os
import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from desktop.core.image import LARGEST

_PAGES = (".html", ".htm", ".xhtml", ".xht")
_ENDING = re.compile(r"[_.-][^\W\d_]{1,20}")  # _files, -Dateien, _pliki, .files
_DEEPEST = 4


def may_have_one(page: Path) -> bool:
    """Tell whether *page* is of a kind that is saved with a folder."""
    return page.name.casefold().endswith(_PAGES)


def belongs(page: Path, file: Path) -> bool:
    """Tell whether *file* lies in the folder of *page*, also when all links are followed."""
    try:
        inside = file.relative_to(page.parent).parts
    except ValueError:
        return False
    if not (may_have_one(page) and 2 <= len(inside) <= _DEEPEST) or ".." in inside:
        return False
    stem = page.name.rpartition(".")[0]
    if not inside[0].startswith(stem) or not _ENDING.fullmatch(inside[0], len(stem)):
        return False
    place = os.path.join(os.path.realpath(page.parent), inside[0])  # noqa: PTH118
    return os.path.realpath(file).startswith(place + os.sep)


def finder(page: Path) -> Callable[[str], bytes | None]:
    """Return what gives the bytes of a picture in the folder of *page*, None when it has it not."""
    page = page.absolute()

    def find(name: str) -> bytes | None:
        place = unquote(re.split(r"[?#]", name, maxsplit=1)[0]).removeprefix("./")
        file = page.parent.joinpath(*PurePosixPath(place).parts)
        try:
            if "\0" in place or not belongs(page, file) or not file.is_file():
                return None
            with file.open("rb") as opened:
                return opened.read(LARGEST + 1)
        except (OSError, ValueError):
            return None

    return find

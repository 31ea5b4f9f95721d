"""The importers of formats that need a parser: bytes in, documents out, loaded when first used."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats import file_errors, limits, page_folder
from desktop.formats.api import Item


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or one file within another: its bytes, its name, where it was published.

    `columns` says which column of a table is which field, as far as that is not to be guessed;
    with `look` a table begins with a TableLook. `find` gives the bytes of a picture that the file
    names, None when it is not with it.
    """

    data: bytes
    name: str
    whole_page: bool = False
    url: str = ""
    columns: Mapping[str, str] = field(default_factory=dict[str, str])
    look: bool = False
    find: Callable[[str], bytes | None] | None = None


@dataclass(slots=True)
class Parsed:
    """An importer whose module in this package has `parse(source)`."""

    name: str
    suffixes: tuple[str, ...]
    module: str
    largest: int = limits.LARGEST_FILE

    def read(
        self,
        path: Path,
        *,
        whole_page: bool = False,
        columns: Mapping[str, str] | None = None,
        look: bool = False,
    ) -> Iterator[Item]:
        """Yield the items in the file at *path*; UserError when it cannot be read."""
        with file_errors.explained(path):
            size = file_errors.size_of_file(path)
            if size > self.largest:
                raise too_large(path.name, self.largest)
            data = path.read_bytes() if size else b""
        find = page_folder.finder(path) if page_folder.may_have_one(path) else None
        yield from self.parse(
            Source(data, path.name, whole_page, columns=columns or {}, look=look, find=find)
        )

    def parse(self, source: Source) -> Iterator[Item]:
        """Yield the items in *source*; UserError when it cannot be read."""
        if not source.data.strip(b"\0\t\n\r "):
            raise file_errors.empty(Path(source.name))
        parse: Callable[[Source], Iterator[Item]] = import_module(
            f"{__package__}.{self.module}"
        ).parse
        yield from parse(source)


def too_large(name: str, largest: int) -> UserError:
    """Return the error for a file that is beyond what can be read of its kind."""
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "“{name}” is too large: files of its kind are read up to {largest} MB. "
            "Divide it into smaller files and import those.",
        ),
        name=name,
        largest=largest // 1024**2,
    )


def no_text(name: str) -> UserError:
    """Return the error for a file that was understood and has no words in it."""
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors", "There is no text in “{name}”. If it shows some, that is a picture of text."
        ),
        name=name,
    )


def damaged(name: str, reason: str) -> UserError:
    """Return the error for a file that is not what its name says."""
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "“{name}” is damaged or not what its name says ({reason}). "
            "Open it in its own program, save it anew and import that file.",
        ),
        name=name,
        reason=reason,
    )

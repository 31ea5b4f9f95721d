"""Plain text files: one file is one article, in the layout of `wire_layout` or in any other."""

from collections.abc import Iterator
from pathlib import Path

from desktop.core.article import Document, Remark
from desktop.core.canonical import REPLACEMENT, clean
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats import charset, file_errors, language, wire_layout

SOURCE_FORMAT = "text"
_LARGEST = 512 * 1024 * 1024
_REPLACED = QT_TRANSLATE_NOOP("Remarks", "Characters that cannot be stored were replaced: {count}.")
_GUESSED = QT_TRANSLATE_NOOP("Remarks", "The character encoding was guessed as {charset}.")


class PlainText:
    """The importer of text files in any charset."""

    name = "Plain text"
    suffixes: tuple[str, ...] = (".txt", ".text")

    def read(self, path: Path) -> Iterator[Document]:
        """Yield the one article in the file at *path*; UserError when there is none."""
        yield _document(path)


PLAIN_TEXT = PlainText()


def _document(path: Path) -> Document:
    text, remarks = _text(path)
    layout = wire_layout.parse(text)
    if not layout.text:
        raise file_errors.empty(path)
    return Document(
        title=layout.title,
        text=layout.text,
        blocks=layout.blocks,
        source_format=SOURCE_FORMAT,
        outlet=layout.outlet,
        agency=layout.agency,
        language=language.guess(layout.text),
        published=layout.published,
        remarks=(*remarks, *layout.remarks),
    )


def _text(path: Path) -> tuple[str, list[Remark]]:
    """Return the cleaned text of the file at *path*, and what to tell about it."""
    decoded = _decoded(path)
    cleaned = clean(decoded.text)
    nuls = cleaned.text.count("\0")  # SQLite's text functions end at a NUL
    replaced = decoded.damaged + cleaned.replaced + nuls
    remarks: list[Remark] = []
    if not decoded.certain:
        remarks.append(Remark(_GUESSED, {"charset": decoded.charset}))
    if replaced:
        remarks.append(Remark(_REPLACED, {"count": replaced}))
    return cleaned.text.replace("\0", REPLACEMENT), remarks


def _decoded(path: Path) -> charset.Decoded:
    data = _bytes(path)
    if not data:
        raise file_errors.empty(path)
    if charset.looks_binary(data):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "“{name}” is not a text file. Open it in the program that it belongs to, "
                "save it as plain text (.txt) and import that file.",
            ),
            name=path.name,
        )
    return charset.decode(data)


def _bytes(path: Path) -> bytes:
    """Return what is in the file at *path*, in words for people when that cannot be had."""
    with file_errors.explained(path):
        size = file_errors.size_of_file(path)
        if size > _LARGEST:
            raise _too_large(path, size)
        return path.read_bytes()


def _too_large(path: Path, size: int) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "“{name}” is too large ({size} MB; at most {largest} MB). "
            "Divide it into smaller files and import those.",
        ),
        name=path.name,
        size=size // 1024**2,
        largest=_LARGEST // 1024**2,
    )

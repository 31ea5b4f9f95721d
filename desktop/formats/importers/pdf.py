"""PDF: the text in reading order, with the page of each block; a mere picture is called one."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from desktop.core.article import Remark
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats.api import Item
from desktop.formats.importers import pdf_layout
from desktop.formats.importers.html_metadata import day
from desktop.formats.importers.pdf_layout import Line
from desktop.formats.importers.source import Source, damaged
from desktop.formats.importers.text_builder import TextBuilder, one_line

_MOST_PAGES = 5_000
_LONGEST_PAGE = 200_000
_LOCKED = QT_TRANSLATE_NOOP(
    "Errors",
    "“{name}” is protected by a password. Save it without one and import that file.",
)
_NO_TEXT = QT_TRANSLATE_NOOP(
    "Errors",
    "“{name}” has no text, only pictures of pages. Let a program with text recognition (OCR) add "
    "the text, and import what it saves.",
)
_SOME = QT_TRANSLATE_NOOP(
    "Remarks", "Pages without text, most likely pictures, were left out: {pages}."
)
_CUT = QT_TRANSLATE_NOOP("Remarks", "Only the first {count} pages were read.")


def parse(source: Source) -> Iterator[Item]:
    """Yield the one document in *source*."""
    pypdfium2 = _pdfium()

    try:
        file: Any = pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UserError(_LOCKED, name=source.name) from error
        raise damaged(source.name, "PDF") from error
    try:
        yield _document(file, source.name)
    finally:
        file.close()


def _document(file: Any, name: str) -> Item:
    count = min(len(file), _MOST_PAGES)
    pages: list[list[Line]] = []
    blank: list[int] = []
    for number in range(count):
        lines = _lines(file, number)
        pages.append(lines)
        if not lines:
            blank.append(number + 1)
    if len(blank) == count:
        raise UserError(_NO_TEXT, name=name)
    builder = TextBuilder(name)
    pdf_layout.build(pages, builder)
    remarks: list[Remark] = []
    if blank:
        shown = ", ".join(map(str, blank[:30])) + (" …" if len(blank) > 30 else "")
        remarks.append(Remark(_SOME, {"pages": shown}))
    if len(file) > count:
        remarks.append(Remark(_CUT, {"count": count}))
    return builder.document("pdf", **_details(file), remarks=tuple(remarks))


def _lines(file: Any, number: int) -> list[Line]:
    """Return the lines of a page; none when it cannot be read."""
    pypdfium2 = _pdfium()

    try:
        page = file[number]
    except pypdfium2.PdfiumError:
        return []
    try:
        text_page = page.get_textpage()
        try:
            return _lines_of(text_page)
        finally:
            text_page.close()
    except pypdfium2.PdfiumError:
        return []
    finally:
        page.close()


def _lines_of(text_page: Any) -> list[Line]:
    """Return lines with their place: the words come from the page, the boxes of their ends too."""
    count = min(text_page.count_chars(), _LONGEST_PAGE)
    lines: list[Line] = []
    chars: list[str] = []
    box: list[float] = []
    for at in range(count):
        char = _char(text_page, at)
        if char in "\r\n":
            _close(lines, chars, box)
            continue
        chars.append(char)
        if char.isspace():
            continue
        left, bottom, right, top = text_page.get_charbox(at, loose=True)
        if box and _is_apart(box, left, (bottom + top) / 2):  # PDFium saw no end of line
            _close(lines, chars[:-1], box)
            box, chars = [], [char]
        box[:] = (
            [min(box[0], left), min(box[1], bottom), max(box[2], right), max(box[3], top)]
            if box
            else [left, bottom, right, top]
        )
    _close(lines, chars, box)
    return lines


def _is_apart(box: list[float], left: float, middle: float) -> bool:
    """Tell whether a character begins another line, or the next column's."""
    return not box[1] <= middle <= box[3] or left - box[2] > 1.5 * (box[3] - box[1])


def _pdfium(name: str = "pypdfium2") -> Any:
    return import_module(name)


def _char(text_page: Any, at: int) -> str:
    code = _pdfium("pypdfium2.raw").FPDFText_GetUnicode(text_page, at)
    if code in (0xFFFE, 0x2, 0xFFFF):  # how PDFium marks a hyphen at a line's end
        return "\u00ad"
    if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF or code == 0:
        return "\ufffd" if code else " "
    return chr(code)


def _close(lines: list[Line], chars: list[str], box: list[float]) -> None:
    text = "".join(chars).strip(" ")
    if text and box:
        lines.append(Line(text, *box))
    chars.clear()
    box.clear()


def _details(file: Any) -> dict[str, Any]:
    try:
        found: dict[str, str] = file.get_metadata_dict()
    except (ValueError, UnicodeError, RuntimeError):
        found = {}
    title = one_line(found.get("Title", ""))
    made_up = title.lower().endswith(
        (".doc", ".docx", ".indd", ".qxd", ".pdf")
    ) or title.lower().startswith(("microsoft word", "untitled", "bez nazwy"))
    date = found.get("CreationDate", "").removeprefix("D:")
    return {
        "title": "" if made_up else title,
        "author": one_line(found.get("Author", "")),
        "published": day(f"{date[:4]}-{date[4:6]}-{date[6:8]}") if date[:8].isdigit() else "",
    }

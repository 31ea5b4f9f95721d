"""Kindle's “My Clippings.txt”, in the words of several languages; KOReader writes it, too."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from desktop.formats.api import Item
from desktop.formats.importers import html_source
from desktop.formats.importers.libraries import values
from desktop.formats.importers.libraries.entries import Entry, Mark, of_excerpts
from desktop.formats.importers.libraries.losses import Losses
from desktop.formats.importers.source import Source, damaged

_PARTING = re.compile(r"^={10,}[ \t]*$", re.MULTILINE)
_TITLE = re.compile(r"(.*?)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*")
_PAGE = re.compile(r"(?:page|Seite|página|pagina|stron\w*)\s+([\w-]+)", re.IGNORECASE)
_NOTE = re.compile(r"\b(note|notiz|nota|notatk\w+)\b", re.IGNORECASE)
_BOOKMARK = re.compile(r"\b(bookmark|lesezeichen|signet|marcador|segnalibro|zakładk\w+)\b", re.I)
_PLACE = re.compile(r"(\d+)(?:-(\d+))?")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december")  # fmt: skip
_DATE = re.compile(
    r"(?:(?P<m1>[A-Za-z]+) (?P<d1>\d{1,2}),? |(?P<d2>\d{1,2}) (?P<m2>[A-Za-z]+),? )(?P<y>\d{4})"
    r"(?:,? (?P<h>\d{1,2}):(?P<min>\d{2})(?::(?P<s>\d{2}))?(?: ?(?P<half>[AP])M)?)?",
    re.IGNORECASE,
)


def parse(source: Source) -> Iterator[Item]:
    """Yield a document for each book with its clippings."""
    text, remarks = html_source.decode(source.data)
    yield from remarks
    losses = Losses()
    books: dict[tuple[str, str], list[Mark]] = {}
    ends: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for clipping in _PARTING.split(text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = clipping.strip("\n\ufeff ").split("\n")
        if len(lines) < 2 or not lines[1].startswith("-"):
            losses.name(" ".join(clipping.split()))
            continue
        head, words = lines[1], "\n".join(lines[2:]).strip()
        book = _book(lines[0])
        marks, places = books.setdefault(book, []), ends.setdefault(book, [])
        place = _place(head)
        if not words:
            losses.name("Bookmark" if _BOOKMARK.search(head) else head)
        elif _NOTE.search(head.partition("|")[0]):
            _add_note(marks, places, words, place, head)
        else:
            page = _PAGE.search(head)
            marks.append(Mark(words, created=_time(head), page=page[1] if page else ""))
            places.append(place)
    if not books:
        raise damaged(source.name, "My Clippings")
    for (title, author), marks in books.items():
        if marks:
            yield losses.count(
                of_excerpts(Entry(title, author=author, marks=tuple(marks)), "kindle")
            )
    yield from losses.remarks()


def _add_note(
    marks: list[Mark], places: list[tuple[int, int]], words: str, place: tuple[int, int], head: str
) -> None:
    """Put a note on the last highlight that ends where the note is, else on the book."""
    for number in range(len(marks) - 1, -1, -1):
        start, end = places[number]
        if marks[number].text and place[0] and start <= place[0] <= end:
            notes = filter(None, (marks[number].note, words))
            marks[number] = replace(marks[number], note="\n\n".join(notes))
            return
    marks.append(Mark("", note=words, created=_time(head)))
    places.append((0, 0))


def _book(line: str) -> tuple[str, str]:
    line = line.strip("\ufeff ")
    found = _TITLE.fullmatch(line)
    return (values.words(found[1]), values.words(found[2])) if found else (values.words(line), "")


def _place(head: str) -> tuple[int, int]:
    """Return the location (or page) from and to, the last number before the date."""
    parts = [part for part in head.split("|")[:-1] if _PLACE.search(part)]
    found = _PLACE.search(parts[-1]) if parts else None
    if not found:
        return 0, 0
    start = int(found[1])
    end = found[2] or found[1]
    if len(end) < len(found[1]):  # “500-10” is 500 to 510
        end = found[1][: -len(end)] + end
    return start, max(start, int(end))


def _time(head: str) -> str:
    found = _DATE.search(head.rpartition("|")[2])
    if not found:
        return ""
    month = (found["m1"] or found["m2"]).lower()
    if month not in _MONTHS:
        return ""
    hour = int(found["h"] or 0)
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].upper() == "P" else 0)
    try:
        moment = datetime(int(found["y"]), _MONTHS.index(month) + 1,
                          int(found["d1"] or found["d2"]), hour, int(found["min"] or 0),
                          int(found["s"] or 0))  # fmt: skip
    except ValueError:
        return ""
    return values.time(moment.isoformat())

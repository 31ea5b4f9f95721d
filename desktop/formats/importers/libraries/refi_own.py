"""REFI-QDA projects that Glosa wrote: everything in them comes back as it was."""

from collections.abc import Iterator
from typing import Any

from desktop.core.article import STATUSES, Block, Document, Origin, Quote
from desktop.core.canonical import clean
from desktop.core.dates import parse_partial
from desktop.core.errors import UserError
from desktop.core.selector import select
from desktop.formats.exporters.refi_project import NOBODY
from desktop.formats.importers.libraries import own, values
from desktop.formats.importers.libraries.refi_parts import (
    Project,
    children,
    coded_with,
    guid,
    noted,
    text_of,
    variables_of,
)
from desktop.formats.importers.source import no_text
from desktop.formats.importers.xml_reader import attribute

_DETAILS = ("author", "outlet", "agency", "url", "language", "source_format")


def document(project: Project, element: Any) -> Document | UserError:
    """Return a text source with its passages; the error when there is no word in it."""
    text = clean(text_of(project, element)).text
    if not text.strip():
        return no_text(attribute(element, "name"))
    named = variables_of(project, element)
    details: dict[str, Any] = {name: own.text(named.get(name, "")) for name in _DETAILS}
    status = named.get("status", "")
    orphans = [one for one in noted(project, element) if children(one, "PlainTextSelection")]
    passages = [_quote(project, text, one) for one in children(element, "PlainTextSelection")]
    return Document(
        title=own.text(attribute(element, "name")),
        text=text,
        blocks=tuple(_lines(text)),
        published=parse_partial(named.get("published", "")) or "",
        status=status if status in STATUSES else STATUSES[0],
        starred=named.get("starred") == "true",
        note=_notes(project, element),
        tags=_paths(project, element),
        quotes=(*passages, *(_orphan(project, one) for one in orphans)),
        added=own.time(attribute(element, "creationDateTime")),
        modified=own.time(attribute(element, "modifiedDateTime")),
        uuid=own.uuid(guid(element)),
        **details,
    )


def _lines(text: str) -> Iterator[Block]:
    at = 0
    for line in text.split("\n"):
        if line:
            yield Block("paragraph", at, at + len(line))
        at += len(line) + 1


def _quote(project: Project, text: str, element: Any) -> Quote:
    """Return a passage of *text*, which may be a note that holds the words of an orphan."""
    last = len(text)
    start, end = own.place(attribute(element, "startPosition"), attribute(element, "endPosition"))
    place = select(text, min(start, last), min(end, last))
    return Quote(
        place.exact,
        place.prefix,
        place.suffix,
        note=_notes(project, element),
        tags=_paths(project, element),
        start=place.start,
        end=place.end,
        author=_author(project, element),
        created=own.time(attribute(element, "creationDateTime")),
        origin=_origin(element, orphaned=False),
    )


def _orphan(project: Project, note: Any) -> Quote:
    (inside, *_) = children(note, "PlainTextSelection")
    exact = own.text(text_of(project, note))
    return Quote(
        exact,
        note=_notes(project, inside),
        tags=_paths(project, inside),
        author=_author(project, inside),
        created=own.time(attribute(inside, "creationDateTime")),
        origin=_origin(inside, orphaned=True),
    )


def _origin(element: Any, *, orphaned: bool) -> Origin | None:
    uuid = own.uuid(guid(element))
    modified = own.time(attribute(element, "modifiedDateTime"))
    return Origin(uuid, modified, orphaned=orphaned) if uuid else None


def _notes(project: Project, element: Any) -> str:
    """Return what is said of *element*; the words of orphans are not."""
    found = noted(project, element)
    said = (text_of(project, n) for n in found if not children(n, "PlainTextSelection"))
    return "\n\n".join(map(own.text, said))


def _paths(project: Project, element: Any) -> tuple[str, ...]:
    found = (path for path, _ in coded_with(project, element))
    return values.tags(found, nested=True)


def _author(project: Project, element: Any) -> str:
    user = guid(element, "creatingUser")
    return "" if user == NOBODY else own.text(project.users.get(user, ""))

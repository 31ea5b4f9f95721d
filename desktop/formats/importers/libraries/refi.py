"""REFI-QDA projects (.qdpx) of QualCoder, ATLAS.ti, MAXQDA, NVivo and others.

Positions are code points by the standard; programs differ in line ends and in whether the end
counts. The reading is kept in which most of the quoted words stand where they should.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from desktop.core.dates import parse_partial
from desktop.core.errors import UserError
from desktop.formats.api import Item
from desktop.formats.importers import html_source, xml_reader, zip_reader
from desktop.formats.importers.libraries import codebook, coded, values
from desktop.formats.importers.libraries.coded import Passage
from desktop.formats.importers.libraries.frozen_text import of_lines
from desktop.formats.importers.libraries.losses import Losses
from desktop.formats.importers.source import Source, damaged
from desktop.formats.importers.xml_reader import attribute, local
from desktop.formats.importers.zip_reader import Archive

_FORMAT = "refi-qda"
_DETAILS = ("author", "outlet", "agency", "url", "language", "published")
_OTHER_SOURCES = ("PictureSource", "AudioSource", "VideoSource", "PDFSource")
_OTHERS = ("Cases", "Sets", "Graphs", "Links")


@dataclass(slots=True)
class _Project:
    archive: Archive
    members: dict[str, str]
    users: dict[str, str]
    codes: dict[str, tuple[str, str]]
    notes: dict[str, str]
    variables: dict[str, str]


def parse(source: Source) -> Iterator[Item]:
    """Yield the text sources of a project with their coded passages."""
    archive = zip_reader.opened(source.data, source.name)
    members = {name.lower().replace("\\", "/"): name for name in archive.names()}
    inside = next((name for low, name in members.items() if low.endswith(".qde")), None)
    if inside is None:
        raise damaged(source.name, "REFI-QDA")
    root = xml_reader.parse(archive.read(inside), source.name)
    losses = Losses()
    project = _Project(
        archive,
        members,
        {_guid(one): attribute(one, "name") for one in _all(root, "User")},
        dict(_codes(root)),
        {},
        {_guid(one): attribute(one, "name") for one in _all(root, "Variable")},
    )
    project.notes.update({_guid(one): _text(project, one) for one in _all(root, "Note")})
    for book in _all(root, "CodeBook"):
        yield from (tag for tag in codebook.codes(book, losses) if tag.colour or tag.description)
    for one in _all(root, "TextSource"):
        yield _document(project, one, losses)
    for name in _OTHER_SOURCES:
        for one in _all(root, name):
            losses.name(f"{name}: {attribute(one, 'name')}")
    for name in _OTHERS:
        if any(len(one) for one in _all(root, name)):
            losses.name(name)
    yield from losses.remarks()


def _document(project: _Project, element: Any, losses: Losses) -> Item:
    found = [_passage(project, one) for one in _children(element, "PlainTextSelection")]
    raw, passages = _read_best(_text(project, element), found)
    named = {
        project.variables.get(_guid(ref, "targetGUID"), ""): "".join(one.itertext()).strip()
        for one in _children(element, "VariableValue")
        for ref in _children(one, "VariableRef")
    }
    for name in sorted(named.keys() - {*_DETAILS, ""}):
        losses.name(f"Variable: {name}")
    details: dict[str, Any] = {name: values.words(named.get(name, "")) for name in _DETAILS}
    details["url"] = values.address(details["url"])
    details["published"] = parse_partial(details["published"]) or ""
    codes = [path for path, _ in _coded_with(project, element)]
    made = coded.document(
        of_lines(raw),
        raw,
        passages,
        title=attribute(element, "name"),
        source_format=_FORMAT,
        note=_notes(project, element),
        added=values.time(attribute(element, "creationDateTime")),
    )
    if isinstance(made, UserError):
        return made
    details["language"] = details["language"] or made.language
    return replace(made, tags=tuple(dict.fromkeys(filter(None, codes))), **details)


def _read_best(raw: str, found: list[Passage]) -> tuple[str, list[Passage]]:
    """Return the text and the passages as the program counted that wrote them."""
    plain = raw.replace("\r\n", "\n").replace("\r", "\n")
    bare = plain.removeprefix("\ufeff")
    texts = list(dict.fromkeys((bare, plain, raw, bare.replace("\n", "\r\n"))))
    ways: list[Callable[[Passage], Passage]] = [
        lambda one: one,
        lambda one: replace(one, end=one.end + 1),
    ]
    readings = [(text, [way(one) for one in found]) for text in texts for way in ways]
    text, passages = max(readings, key=lambda one: sum(_fits(one[0], p) for p in one[1]))
    return text, [replace(p, exact=p.exact if _is_whole(text, p) else "") for p in passages]


def _fits(text: str, one: Passage) -> bool:
    """Tell whether the name of a passage, which may be cut short, begins its words."""
    named = "".join(one.exact.rstrip(".…").split())
    return (
        bool(named)
        and "".join(text[one.start : one.end].split()).startswith(named)
        and (len(one.exact) >= 60 or coded.says(text, one))
    )


def _is_whole(text: str, one: Passage) -> bool:
    """Tell whether the name of a passage is all its words, as its length says."""
    return len(one.exact.strip()) == len(text[one.start : one.end].strip())


def _passage(project: _Project, element: Any) -> Passage:
    codes = _coded_with(project, element)
    about = [values.lines("".join(d.itertext())) for d in _children(element, "Description")]
    colours = [colour for _, colour in codes if colour]
    return Passage(
        int(values.number(attribute(element, "startPosition"))),
        int(values.number(attribute(element, "endPosition"))),
        exact=attribute(element, "name"),
        tags=tuple(dict.fromkeys(path for path, _ in codes if path)),
        note="\n\n".join(filter(None, [*about, _notes(project, element)])),
        author=project.users.get(_guid(element, "creatingUser"), ""),
        colour=values.colour(colours[0]) if colours else "yellow",
        created=values.time(attribute(element, "creationDateTime")),
    )


def _coded_with(project: _Project, element: Any) -> list[tuple[str, str]]:
    return [
        project.codes.get(_guid(ref, "targetGUID"), ("", ""))
        for one in _children(element, "Coding")
        for ref in _children(one, "CodeRef")
    ]


def _codes(root: Any) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield each code with its tag path and colour."""
    for one in _all(root, "Code"):
        above = [code for code in one.iterancestors() if local(code) == "Code"]
        names = [attribute(code, "name") for code in (*reversed(above), one)]
        yield _guid(one), (values.path(names), attribute(one, "color"))


def _notes(project: _Project, element: Any) -> str:
    found = (
        project.notes.get(_guid(one, "targetGUID"), "") for one in _children(element, "NoteRef")
    )
    return "\n\n".join(filter(None, map(values.lines, found)))


def _text(project: _Project, element: Any) -> str:
    """Return the plain text of a source or a note: within, or in a file of the archive."""
    for one in _children(element, "PlainTextContent"):
        return "".join(one.itertext())
    path = attribute(element, "plainTextPath").replace("internal://", "sources/").lower()
    member = project.members.get(path)
    if member is None:
        last = path.rpartition("/")[2]
        found = (name for low, name in project.members.items() if low.endswith("/" + last))
        member = next(found, None) if last else None
    return html_source.decode(project.archive.read(member))[0] if member else ""


def _all(root: Any, name: str) -> Iterator[Any]:
    return (one for one in root.iter() if local(one) == name)


def _children(element: Any, name: str) -> list[Any]:
    return [one for one in element if local(one) == name]


def _guid(element: Any, name: str = "guid") -> str:
    return attribute(element, name).strip("{}").lower()

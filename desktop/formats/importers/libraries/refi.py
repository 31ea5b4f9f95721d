"""REFI-QDA projects (.qdpx) of QualCoder, ATLAS.ti, MAXQDA, NVivo and others.

Positions are code points by the standard; programs differ in line ends and in whether the end
counts. The reading is kept in which most of the quoted words stand where they should.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from desktop.core.dates import parse_partial
from desktop.core.errors import UserError
from desktop.core.portable import PortableTag
from desktop.formats.api import Item
from desktop.formats.exporters.refi_project import ORIGIN
from desktop.formats.importers import xml_reader, zip_reader
from desktop.formats.importers.libraries import coded, own, refi_own, values
from desktop.formats.importers.libraries.coded import Passage
from desktop.formats.importers.libraries.frozen_text import of_lines
from desktop.formats.importers.libraries.losses import Losses
from desktop.formats.importers.libraries.refi_parts import (
    Project,
    children,
    coded_with,
    description,
    every,
    guid,
    notes_on,
    text_of,
    variables_of,
)
from desktop.formats.importers.source import Source, damaged
from desktop.formats.importers.xml_reader import attribute, local

_FORMAT = "refi-qda"
_DETAILS = ("author", "outlet", "agency", "url", "language", "published")
_OTHER_SOURCES = ("PictureSource", "AudioSource", "VideoSource", "PDFSource")
_OTHERS = ("Cases", "Sets", "Graphs", "Links")


def parse(source: Source) -> Iterator[Item]:
    """Yield the text sources of a project with their coded passages."""
    archive = zip_reader.opened(source.data, source.name)
    members = {name.lower().replace("\\", "/"): name for name in archive.names()}
    inside = next((name for low, name in members.items() if low.endswith(".qde")), None)
    if inside is None:
        raise damaged(source.name, "REFI-QDA")
    root = xml_reader.parse(archive.read(inside), source.name)
    losses = Losses()
    project = Project(
        archive,
        members,
        {guid(one): attribute(one, "name") for one in every(root, "User")},
        {key: (path, attribute(one, "color")) for key, path, one in _codes(root)},
        {guid(one): one for one in every(root, "Note")},
        {guid(one): attribute(one, "name") for one in every(root, "Variable")},
    )
    ours = attribute(root, "origin") == ORIGIN
    yield from _tags(root, ours=ours)
    for one in every(root, "TextSource"):
        yield refi_own.document(project, one) if ours else _document(project, one, losses)
    for name in _OTHER_SOURCES:
        for one in every(root, name):
            losses.name(f"{name}: {attribute(one, 'name')}")
    for name in _OTHERS:
        if any(len(one) for one in every(root, name)):
            losses.name(name)
    yield from losses.remarks()


def _document(project: Project, element: Any, losses: Losses) -> Item:
    found = [_passage(project, one) for one in children(element, "PlainTextSelection")]
    raw, passages = _read_best(text_of(project, element), found)
    named = variables_of(project, element)
    for name in sorted(named.keys() - {*_DETAILS, ""}):
        losses.name(f"Variable: {name}")
    details: dict[str, Any] = {name: values.words(named.get(name, "")) for name in _DETAILS}
    details["url"] = values.address(details["url"])
    details["published"] = parse_partial(details["published"]) or ""
    codes = [path for path, _ in coded_with(project, element)]
    made = coded.document(
        of_lines(raw),
        raw,
        passages,
        title=attribute(element, "name"),
        source_format=_FORMAT,
        note=notes_on(project, element),
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


def _passage(project: Project, element: Any) -> Passage:
    codes = coded_with(project, element)
    about = [values.lines("".join(d.itertext())) for d in children(element, "Description")]
    colours = [colour for _, colour in codes if colour]
    return Passage(
        int(values.number(attribute(element, "startPosition"))),
        int(values.number(attribute(element, "endPosition"))),
        exact=attribute(element, "name"),
        tags=tuple(dict.fromkeys(path for path, _ in codes if path)),
        note="\n\n".join(filter(None, [*about, notes_on(project, element)])),
        author=project.users.get(guid(element, "creatingUser"), ""),
        colour=values.colour(colours[0]) if colours else "yellow",
        created=values.time(attribute(element, "creationDateTime")),
    )


def _codes(root: Any) -> Iterator[tuple[str, str, Any]]:
    """Yield the id, the tag path and the element of each code, those above first."""
    for one in every(root, "Code"):
        above = [code for code in one.iterancestors() if local(code) == "Code"]
        names = [attribute(code, "name") for code in (*reversed(above), one)]
        yield guid(one), values.path(names), one


def _tags(root: Any, *, ours: bool) -> Iterator[PortableTag]:
    """Yield the code book as tags; those of a Glosa library keep their ids and colours."""
    for key, path, one in _codes(root):
        if not path or (attribute(one, "isCodable") == "false" and not len(one)):
            continue
        shown = attribute(one, "color")
        if ours:
            colour, said = own.tag_colour(shown), own.text(description(one))
            yield PortableTag(own.uuid(key), path, colour, said)
        else:
            colour = values.colour(shown) if shown else ""
            yield PortableTag("", path, colour, values.lines(description(one)))

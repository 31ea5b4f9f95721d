"""What both readings of a REFI-QDA project need: its elements by name, and its texts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from desktop.formats.importers import html_source
from desktop.formats.importers.libraries import values
from desktop.formats.importers.xml_reader import attribute, local
from desktop.formats.importers.zip_reader import Archive


@dataclass(slots=True)
class Project:
    """A project that is being read. Users, notes, variables by GUID; codes with path and colour."""

    archive: Archive
    members: dict[str, str]
    users: dict[str, str]
    codes: dict[str, tuple[str, str]]
    notes: dict[str, Any]
    variables: dict[str, str]


def coded_with(project: Project, element: Any) -> list[tuple[str, str]]:
    """Return path and colour of each code of *element*."""
    return [
        project.codes.get(guid(ref, "targetGUID"), ("", ""))
        for one in children(element, "Coding")
        for ref in children(one, "CodeRef")
    ]


def noted(project: Project, element: Any) -> list[Any]:
    """Return the notes that *element* refers to."""
    ids = (guid(one, "targetGUID") for one in children(element, "NoteRef"))
    return [project.notes[one] for one in ids if one in project.notes]


def notes_on(project: Project, element: Any) -> str:
    """Return the words of the notes that *element* refers to."""
    found = (text_of(project, one) for one in noted(project, element))
    return "\n\n".join(filter(None, map(values.lines, found)))


def variables_of(project: Project, element: Any) -> dict[str, str]:
    """Return the values of *element*'s variables by their names."""
    return {
        project.variables.get(guid(ref, "targetGUID"), ""): "".join(one.itertext()).strip()
        for one in children(element, "VariableValue")
        for ref in children(one, "VariableRef")
    }


def description(element: Any) -> str:
    """Return what the description of *element* says, as it is."""
    return "\n\n".join("".join(one.itertext()) for one in children(element, "Description"))


def text_of(project: Project, element: Any) -> str:
    """Return the plain text of a source or a note: within, or in a file of the archive."""
    for one in children(element, "PlainTextContent"):
        return "".join(one.itertext())
    path = attribute(element, "plainTextPath").replace("internal://", "sources/").lower()
    member = project.members.get(path)
    if member is None:
        last = path.rpartition("/")[2]
        found = (name for low, name in project.members.items() if low.endswith("/" + last))
        member = next(found, None) if last else None
    return _decoded(project.archive.read(member)) if member else ""


def _decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return html_source.decode(data)[0]


def every(root: Any, name: str) -> Iterator[Any]:
    """Yield the elements called *name*, wherever they are."""
    return (one for one in root.iter() if local(one) == name)


def children(element: Any, name: str) -> list[Any]:
    """Return the children of *element* called *name*."""
    return [one for one in element if local(one) == name]


def guid(element: Any, name: str = "guid") -> str:
    """Return an id of *element* as ids are compared."""
    return attribute(element, name).strip("{}").lower()

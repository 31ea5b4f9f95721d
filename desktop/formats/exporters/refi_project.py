"""A REFI-QDA project (.qdpx), for QualCoder, ATLAS.ti, MAXQDA, NVivo and the others.

A ZIP of `project.qde` and `sources/GUID.txt`. Positions are code points of the text file, which is
UTF-8 with LF only; the end is exclusive. Notes are Notes, metadata are Variables.
"""

import shutil
import uuid
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.core.portable import PortableAnnotation, PortableArticle, PortableTag
from desktop.formats.exporters.archive_out import entry
from desktop.formats.exporters.refi_codebook import codes
from desktop.formats.exporters.xml_out import DECLARATION, attributes, content

_NAMESPACE = "urn:QDA-XML:project:1.0"
_IDS = uuid.UUID("6e0a9d0c-4b7f-5c55-9e0c-8c7b5a1f2d34")
VARIABLES = ("author", "outlet", "agency", "url", "language", "published", "status", "starred",
             "source_format")  # fmt: skip
ORIGIN = "Glosa"
_IN_MEMORY = 4_000_000


class RefiProject:
    """The exporter of articles, codes, coded passages and notes as a REFI-QDA project."""

    name = QT_TRANSLATE_NOOP("Formats", "REFI-QDA project")
    suffix = ".qdpx"
    leaves_out = QT_TRANSLATE_NOOP(
        "Losses",
        "The colour and style of highlights, doubts about places that were carried over, headings "
        "and other kinds of paragraphs, pictures, which differences are settled, and characters "
        "that XML cannot hold are left out; "
        "highlights without a place become notes.",
    )

    def write_articles(
        self, articles: Iterable[PortableArticle], tags: Sequence[PortableTag], out: BinaryIO
    ) -> int:
        """Write *articles* and *tags* to the archive *out*; return how many annotations."""
        with (
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
            SpooledTemporaryFile(_IN_MEMORY) as project,
            SpooledTemporaryFile(_IN_MEMORY) as notes,
        ):
            writer = _Writer(archive, cast(BinaryIO, project), cast(BinaryIO, notes), tags)
            writer.write(articles)
            project.seek(0)
            with archive.open(entry("project.qde"), "w", force_zip64=True) as inside:
                shutil.copyfileobj(project, inside)
            return writer.count


class _Writer:
    """Sources and notes grow side by side; the schema wants all sources before all notes."""

    def __init__(
        self,
        archive: zipfile.ZipFile,
        project: BinaryIO,
        notes: BinaryIO,
        tags: Sequence[PortableTag],
    ) -> None:
        self.count = 0
        self._archive = archive
        self._project = project
        self._notes = notes
        self._tags = tags
        self._codes = {tag.path: tag.uuid for tag in tags}
        self._users: dict[str, str] = {"": NOBODY}
        self._note_count = 0

    def write(self, articles: Iterable[PortableArticle]) -> None:
        with SpooledTemporaryFile(_IN_MEMORY) as sources:
            number = 0
            for article in articles:
                number += 1
                _put(cast(BinaryIO, sources), self._source(article))
                with self._archive.open(entry(f"sources/{article.uuid}.txt"), "w") as inside:
                    inside.write(article.text.encode())
                self.count += len(article.annotations)
            _put(self._project, self._head())
            if number:
                _put(self._project, ["<Sources>\n"])
                sources.seek(0)
                shutil.copyfileobj(sources, self._project)
                _put(self._project, ["</Sources>\n"])
        self._foot()

    def _head(self) -> Iterator[str]:
        yield DECLARATION
        yield f'<Project xmlns="{_NAMESPACE}" name="Glosa" origin="{ORIGIN}">\n<Users>\n'
        for name, guid in self._users.items():
            yield f"<User{attributes(guid=guid, name=name or ORIGIN)}/>\n"
        yield "</Users>\n<CodeBook>\n"
        yield from codes(self._tags)
        yield "</CodeBook>\n<Variables>\n"
        for name in VARIABLES:
            values = attributes(guid=_id("variable", name), name=name, typeOfVariable="Text")
            yield f"<Variable{values}/>\n"
        yield "</Variables>\n"

    def _foot(self) -> None:
        if self._note_count:
            _put(self._project, ["<Notes>\n"])
            self._notes.seek(0)
            shutil.copyfileobj(self._notes, self._project)
            _put(self._project, ["</Notes>\n"])
        _put(self._project, ["</Project>\n"])

    def _source(self, article: PortableArticle) -> Iterator[str]:
        path = f"internal://{article.uuid}.txt"
        values = attributes(
            guid=article.uuid,
            name=article.title,
            plainTextPath=path,
            creationDateTime=article.added,
            modifiedDateTime=article.modified,
        )
        yield f"<TextSource{values}>\n"
        notes: list[str] = []
        for annotation in article.annotations:
            if annotation.orphaned:
                notes.append(self._orphan(annotation))
            else:
                yield from self._selection(annotation)
        yield from (self._coding(article.uuid, tag) for tag in article.tags)
        if article.note:
            notes.append(
                self._plain_note(_id("note", article.uuid), article.note, article.modified)
            )
        yield from (f'<NoteRef targetGUID="{guid}"/>\n' for guid in notes)
        yield from _variables(article)
        yield "</TextSource>\n"

    def _orphan(self, annotation: PortableAnnotation) -> str:
        """Write a note whose text is the quote, all of it coded as the highlight was."""
        inside = replace(annotation, start=0, end=len(annotation.exact))
        selection = "".join(self._selection(inside))
        return self._plain_note(
            _id("orphan", annotation.uuid), annotation.exact, annotation.modified, selection
        )

    def _selection(self, annotation: PortableAnnotation) -> Iterator[str]:
        values = attributes(
            guid=annotation.uuid,
            name=" ".join(annotation.exact.split())[:60],
            startPosition=str(annotation.start),
            endPosition=str(annotation.end),
            creatingUser=self._user(annotation.author),
            creationDateTime=annotation.created,
            modifiedDateTime=annotation.modified,
        )
        yield f"<PlainTextSelection{values}>\n"
        yield from (self._coding(annotation.uuid, tag, annotation) for tag in annotation.tags)
        if annotation.note:
            yield f'<NoteRef targetGUID="{self._note(annotation, annotation.note)}"/>\n'
        yield "</PlainTextSelection>\n"

    def _coding(self, owner: str, path: str, annotation: PortableAnnotation | None = None) -> str:
        values = attributes(
            guid=_id("coding", owner, path),
            creatingUser=self._user(annotation.author if annotation else ""),
            creationDateTime=annotation.created if annotation else "",
        )
        return f'<Coding{values}><CodeRef targetGUID="{self._codes[path]}"/></Coding>\n'

    def _note(self, annotation: PortableAnnotation, text: str) -> str:
        return self._plain_note(_id("note", annotation.uuid), text, annotation.modified)

    def _plain_note(self, guid: str, text: str, modified: str, coded: str = "") -> str:
        name = " ".join(text.split())[:60]
        values = attributes(guid=guid, name=name, modifiedDateTime=modified)
        inner = f"<PlainTextContent>{content(text)}</PlainTextContent>{coded}"
        _put(self._notes, [f"<Note{values}>{inner}</Note>\n"])
        self._note_count += 1
        return guid

    def _user(self, author: str) -> str:
        return self._users.setdefault(author, _id("user", author))


def _variables(article: PortableArticle) -> Iterator[str]:
    for name in VARIABLES:
        value = ("true" if article.starred else "") if name == "starred" else getattr(article, name)
        if value:
            reference = f'<VariableRef targetGUID="{_id("variable", name)}"/>'
            text = f"<TextValue>{content(value)}</TextValue>"
            yield f"<VariableValue>{reference}{text}</VariableValue>\n"


def _id(*parts: str) -> str:
    """Return an id that follows from what it names, so that two exports have the same."""
    return str(uuid.uuid5(_IDS, "\n".join(parts)))


NOBODY = _id("user", "")


def _put(file: BinaryIO, pieces: Iterable[str]) -> None:
    write: Callable[[bytes], int] = file.write
    for piece in pieces:
        write(piece.encode())


REFI_PROJECT = RefiProject()

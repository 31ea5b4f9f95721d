"""Exports that follow the library: files are written again when what is in them has changed.

A job knows its library by its file: with another library open it rests.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop import __version__
from desktop.core.errors import QT_TRANSLATE_NOOP, Cancelled, UserError
from desktop.core.portable import PortableArticle
from desktop.core.query import parse
from desktop.formats.exporters.json_lines import JsonLines
from desktop.formats.exporters.markdown import note_file
from desktop.formats.exporters.web_page import WEB_PAGE
from desktop.library import articles, fingerprints
from desktop.library.connection import Reader, Source
from desktop.library.portable import portable_articles
from desktop.library.search import Listing, article_ids
from desktop.library.stopping import never
from desktop.operations.export import export_annotations
from desktop.operations.exporters import exporter
from desktop.operations.follow_files import FollowedFolder, note_of
from desktop.operations.follow_jobs import (
    ALL,
    EACH_HTML,
    EACH_MARKDOWN,
    SEARCH,
    Job,
    name_of,
    query_of,
    tag_of,
)
from desktop.operations.share import signed

_SAVED_EVERY = 200
_ONLY = "all"


@dataclass(frozen=True, slots=True)
class Followed:
    """What a run did: how many files it wrote and took away; `kept` are those others changed."""

    written: int = 0
    removed: int = 0
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Run:
    """One run of a job."""

    reader: Reader
    job: Job
    author: str
    stopped: Callable[[], bool]
    names: str  # the fingerprint of tags and colours

    def mark(self, of_content: str) -> str:
        """Return what tells whether a file must be made anew."""
        return " ".join((__version__, self.job.format, self.names, self.author, of_content))


def carry_out(
    reader: Reader,
    job: Job,
    *,
    author: str = "",
    anew: bool = False,
    stopped: Callable[[], bool] = never,
) -> Followed:
    """Bring the files of *job* up to date; what was done before it is *stopped* is not lost.

    UserError when the folder is away, or when it has been emptied and not all is to be made *anew*:
    where a drive was, its folder may be left.
    """
    folder = Path(job.folder)
    try:
        _check(folder, job, anew=anew)
        names = fingerprints.of_names(reader)
        return _carried_out(_Run(reader, job, author, stopped, names), folder)
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors", "“{name}” could not be read ({reason}). It will be tried again."
            ),
            name=job.folder,
            reason=error.strerror or str(error),
        ) from error


def _carried_out(run: _Run, folder: Path) -> Followed:
    place = FollowedFolder(folder, run.job.id, run.reader.path)
    ids = _ids(run.reader, run.job)
    try:
        if run.job.format in (EACH_MARKDOWN, EACH_HTML):
            written, removed = _each(run, place, ids)
        else:
            written, removed = _one(run, place, ids), 0
    finally:
        place.save()
    return Followed(written, removed, tuple(place.kept))


def _check(folder: Path, job: Job, *, anew: bool) -> None:
    if not folder.is_dir():
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The folder “{folder}” is not there. The export goes on by itself once it is back.",
            ),
            folder=job.folder,
        )
    if job.begun and not anew and not note_of(folder, job.id).exists():
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "“{folder}” does not have what was exported there. Is its drive connected? To "
                "export all of it anew, choose Run now.",
            ),
            folder=job.folder,
        )


def _ids(source: Source, job: Job) -> Sequence[int] | None:
    """Return the articles of a job, None for all."""
    if job.what == ALL:
        return None
    if job.what.startswith(SEARCH):
        listing = Listing(parse(query_of(source, job.what)), sort="added", descending=False)
    else:
        listing = Listing(tag=tag_of(source, job.what), sort="added", descending=False)
    return article_ids(source, listing)


def _each(run: "_Run", place: FollowedFolder, ids: Sequence[int] | None) -> tuple[int, int]:
    """Write a file for each article that changed; take away those of articles that went."""
    reader = run.reader
    if ids is None:
        ids = article_ids(reader, Listing(sort="added", descending=False))
    prints = fingerprints.of_articles(reader, ids)
    named = articles.names(reader, ids)
    gone = place.keys - {uuid for uuid, _ in named.values()}
    for key in gone:
        place.remove(key)
    written = 0
    for article_id, (uuid, title) in named.items():
        mark = run.mark(prints.get(article_id, ""))
        if run.stopped():
            raise Cancelled
        if place.is_current(uuid, mark, title):
            continue
        for article in signed(portable_articles(reader, [article_id]), run.author):
            suffix, data = _rendered(run.job.format, article)
            place.write_bytes(uuid, mark, title, suffix, data)
            written += 1
        if written % _SAVED_EVERY == 0:
            place.save()
    return written, len(gone)


def _one(run: "_Run", place: FollowedFolder, ids: Sequence[int] | None) -> int:
    """Write the one file again if anything in it may have changed."""
    chosen, reader = exporter(run.job.format), run.reader
    if isinstance(chosen, JsonLines):
        mark = run.mark(fingerprints.of_everything(reader))
    else:
        listed = (
            article_ids(reader, Listing(sort="added", descending=False)) if ids is None else ids
        )
        prints = fingerprints.of_articles(reader, listed)
        mark = run.mark(fingerprints.of_many(prints[one] for one in listed if one in prints))
    title = name_of(reader, run.job.what).replace("/", " - ") or "Glosa"
    if place.is_current(_ONLY, mark, title):
        return 0

    def make(target: Path) -> None:
        export_annotations(
            reader,
            target,
            exporter=chosen,
            article_ids=ids,
            author=run.author,
            cancelled=run.stopped,
        )

    place.write(_ONLY, mark, title, chosen.suffix, make)
    return 1


def _rendered(form: str, article: PortableArticle) -> tuple[str, bytes]:
    """Return the suffix and the content of an article's own file."""
    if form == EACH_MARKDOWN:
        return ".md", note_file(article).encode("utf-8", "replace")
    out = io.BytesIO()
    WEB_PAGE.write_articles([article], (), out)
    return WEB_PAGE.suffix, out.getvalue()

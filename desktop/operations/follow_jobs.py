"""The exports that follow the library, as settings keep them: what goes where, in which form."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

from desktop.core.errors import QT_TRANSLATE_NOOP, NotFound
from desktop.core.ids import new_uuid
from desktop.library import portable, saved_searches, tags
from desktop.library.connection import Source

EACH_MARKDOWN, EACH_HTML = "each:md", "each:html"
ALL, SEARCH, TAG = "", "search:", "tag:"


@dataclass(frozen=True, slots=True)
class Job:
    """What is exported where. `format` is EACH_… or an exporter's name.

    `what` is ALL, or SEARCH or TAG with the uuid of a saved search or a tag. `library` is the file
    it is about; `begun` tells that the folder has had its files; `last` is when they last were as
    the library is (ISO-8601 UTC), or "".
    """

    id: str
    library: str
    format: str
    what: str
    folder: str
    paused: bool = False
    begun: bool = False
    last: str = ""


def new_job(library: Path, *, format: str, what: str, folder: Path) -> Job:
    """Return a job for the library in that file."""
    return Job(new_uuid(), str(library.absolute()), format, what, str(folder))


def jobs_in(kept: str) -> list[Job]:
    """Return the jobs that `as_kept` made a text of; those that cannot be read are left out."""
    try:
        found: Any = json.loads(kept)
    except ValueError:
        return []
    jobs: list[Job] = []
    for one in cast("list[Any]", found) if isinstance(found, list) else []:
        with suppress(TypeError):
            jobs.append(Job(**one))
    return jobs


def as_kept(jobs: Sequence[Job]) -> str:
    """Return *jobs* as a text."""
    return json.dumps([asdict(one) for one in jobs], ensure_ascii=False)


def name_of(source: Source, what: str) -> str:
    """Return what a job is called: "" for all articles, a saved search's name, a tag's path.

    NotFound when that is gone.
    """
    if what.startswith(SEARCH):
        return str(_search(source, what)["name"])
    if what.startswith(TAG):
        return tag_of(source, what)
    return ""


def query_of(source: Source, what: str) -> str:
    """Return the text of the saved search that *what* names; NotFound when that is gone."""
    return str(_search(source, what)["query"])


def tag_of(source: Source, what: str) -> str:
    """Return the path of the tag that *what* names; NotFound when that is gone."""
    key = portable.tag_with_uuid(source, what.removeprefix(TAG))
    if key is None:
        raise NotFound(QT_TRANSLATE_NOOP("Errors", "This tag is not there any more."))
    return tags.path_of(source, key)


def _search(source: Source, what: str) -> dict[str, Any]:
    uuid = what.removeprefix(SEARCH)
    for row in saved_searches.rows_by_uuid(source):
        if row["uuid"] == uuid:
            return row
    raise NotFound(QT_TRANSLATE_NOOP("Errors", "This saved search is not there any more."))

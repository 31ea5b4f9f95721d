"""Keeping the library whole: looking it over, mending what is derived, taking back from backups."""

import logging
from collections.abc import Callable, Collection, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from desktop.core.portable import PortableArticle
from desktop.library import (
    backup,
    check,
    differences,
    places,
    portable,
    restore,
    self_test,
    tags,
)
from desktop.library.backup import Backup
from desktop.library.library import Library
from desktop.library.salvage import Report, salvage
from desktop.library.stopping import never
from desktop.library.transaction import Transaction
from desktop.operations.merge import MergeReport, merge
from desktop.operations.step import QT_TRANSLATE_NOOP, step

_log = logging.getLogger("glosa")


@dataclass(frozen=True, slots=True)
class Health:
    """What was found: damage that cannot be mended here, and what was mended without a word."""

    damaged: tuple[str, ...] = ()
    mended: tuple[str, ...] = ()


def look_over(
    library: Library,
    tell: Callable[[int, int], None] = lambda _done, _all: None,
    is_stopped: Callable[[], bool] = lambda: False,
) -> Health:
    """Look at everything; mend what is derived; mark a damaged library, so that no backup goes.

    Damage is looked at twice before it counts. Raises Cancelled when stopped.
    """
    problems = check.whole(library.path, tell, is_stopped)
    if any(not check.is_derived(problem) for problem in problems):
        problems = check.whole(library.path, tell, is_stopped)
    health = _judge(library, problems)
    if not health.damaged and not library.read_only:
        places.unmark(library.path)
        library.with_writer(check.remember)
    return health


def look_quickly(library: Library, is_stopped: Callable[[], bool] = never) -> Health:
    """Look at pages and search index, after an end that was none of ours; Cancelled if stopped."""
    return _judge(library, check.quick(library.path, is_stopped))


def restore_damaged(library: Path, copy: Path) -> Path | None:
    """Put *copy* in the place of a damaged library; return where the damaged files are now."""
    return restore.restore(library, copy)


def restore_instead(library: Path, copy: Path) -> Path | None:
    """Back a whole library up, then put *copy* in its place; return where the old files are."""
    backup.make_if_due(library, after=backup.NOW)
    return restore.restore(library, copy)


def test_backup(
    library: Path, one: Backup | None = None, is_stopped: Callable[[], bool] = never
) -> datetime | None:
    """Put *one* (without it: the newest, if a month is over) back in a place of its own, and look.

    Returns when that was. BackupNotWhole when it is damaged: another one was made in its place.
    Cancelled when stopped: nothing was found out then.
    """
    folder = places.backups_of(library)
    if one is None:
        if not self_test.is_due(folder):
            return None
        one = backup.found_in(folder)[0]
    try:
        return self_test.put_to_test(one, stopped=is_stopped)
    except self_test.BackupNotWhole:
        backup.make(library)
        raise


def salvage_in_place(library: Path) -> tuple[Report, Path | None]:
    """Put what can be read of a damaged library, and of its newest backup, in its place."""
    spare = backup.newest_whole(library)
    part = restore.new_part(library)
    report = salvage(library, part, spare.path if spare else None)
    return report, restore.replace(library, part)


@step(QT_TRANSLATE_NOOP("Steps", "Take back from a backup"))
def take_back(
    tx: Transaction, *, source: Path, articles: Collection[str], annotations: Collection[str]
) -> MergeReport:
    """Take single articles (whole) and annotations, named by their uuids, out of a backup."""
    with closing(backup.reader(source)) as reader:
        ids = differences.article_ids(reader, articles, annotations)
        chosen = _chosen(
            portable.portable_articles(reader, ids, pictures=True), articles, annotations
        )
        incoming = list(chosen)
        used = {path for one in incoming for path in _tag_paths(one)}
        new_tags = [
            tag
            for tag in portable.portable_tags(reader)
            if tags.find(tx, tag.path) is None
            and any(path == tag.path or path.startswith(tag.path + "/") for path in used)
        ]
        return merge(tx, incoming=incoming, all_tags=new_tags)


def _judge(library: Library, problems: list[str]) -> Health:
    damaged = tuple(problem for problem in problems if not check.is_derived(problem))
    if damaged:
        places.mark_damaged(library.path, list(damaged))
        _log.error("the library is damaged: %d problems", len(damaged))
        return Health(damaged)
    if library.read_only:
        return Health()
    mended = tuple(library.with_writer(lambda db: check.mend(db, problems)))
    if mended:
        _log.warning("made anew: %s", "; ".join(mended[:5]))
    return Health((), mended)


def _chosen(
    found: Iterator[PortableArticle], articles: Collection[str], annotations: Collection[str]
) -> Iterator[PortableArticle]:
    for article in found:
        if article.uuid in articles:
            yield article
            continue
        marks = tuple(mark for mark in article.annotations if mark.uuid in annotations)
        # Only the marks are meant: what else the article says stays as it is now.
        yield replace(
            article, annotations=marks, tags=(), note="", starred=False, modified="", status="",
            settled=(),
        )  # fmt: skip


def _tag_paths(article: PortableArticle) -> Iterator[str]:
    yield from article.tags
    for mark in article.annotations:
        yield from mark.tags

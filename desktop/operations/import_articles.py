"""Import files: read one by one, store in small transactions, report on each."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from desktop.core.article import Document, Remark
from desktop.core.changes import Changes
from desktop.core.errors import QT_TRANSLATE_NOOP, LibraryUnusable, UserError
from desktop.core.portable import PortableTag
from desktop.formats import registry
from desktop.formats.api import Item, TableLook
from desktop.formats.isolation import Readers
from desktop.library import annotations, articles, tags
from desktop.library.library import Library, Outcome
from desktop.library.stopping import never
from desktop.library.transaction import Transaction
from desktop.operations.import_highlights import (
    add_to_known,
    find_known,
    store_quotes,
    take_tags,
)
from desktop.operations.import_many import Ready, parted, ready, store_new
from desktop.operations.unattended import Runner, run_here, unheard
from desktop.operations.versions import take_newer_text

STEP = QT_TRANSLATE_NOOP("Steps", "Import")
_NEWER = QT_TRANSLATE_NOOP(
    "Remarks",
    "Another text of an article with this address: it became a new version, the old one stays.",
)
# A click waits for a batch to be indexed and committed. Where nobody can click, bigger batches go
# in faster.
_BATCH_ARTICLES, _BATCH_CHARACTERS, _BATCH_SECONDS = 50, 1_000_000, 0.5
_BULK_ARTICLES, _BULK_CHARACTERS = 1_000, 4_000_000
_BETWEEN_LOOKS = 10
_PAUSE, _LONGEST_PAUSE = 0.001, 0.25
_Found = tuple[Path, Ready | PortableTag]


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that did not go in, and why."""

    path: Path
    reason: UserError


@dataclass(frozen=True, slots=True)
class FileRemark:
    """Something to know about a file that went in."""

    path: Path
    remark: Remark


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A highlight that came in without a place: the article's title, and the words."""

    title: str
    words: str


@dataclass(slots=True)
class ImportReport:
    """What an import did. `imported` are article ids; every document is counted exactly once.

    `attached` counts the highlights that articles got which were there already.
    `updated` are articles that got a newer text under the same address: a new version.
    `tags` counts the new tags of codebooks.
    `unplaced` are the highlights whose words are not in their article.
    `stopped_by` is why no more could be written (a full disk); the files left are failures too.
    """

    imported: list[int] = field(default_factory=list[int])
    duplicates: int = 0
    failures: list[Failure] = field(default_factory=list[Failure])
    remarks: list[FileRemark] = field(default_factory=list[FileRemark])
    cancelled: bool = False
    stopped_by: LibraryUnusable | None = None
    plugin_problems: tuple[UserError, ...] = ()
    attached: int = 0
    updated: list[int] = field(default_factory=list[int])
    unplaced: list[Unplaced] = field(default_factory=list[Unplaced])
    tags: int = 0


@dataclass(frozen=True, slots=True)
class Stored:
    """The ids of new articles, and how many documents were there already.

    `tags` counts new ones of a code book, `attached` the highlights that articles got which were
    there already.
    `updated` has the number of each document that became a new version, with its article's id.
    """

    imported: tuple[int, ...]
    duplicates: int
    attached: int = 0
    updated: tuple[tuple[int, int], ...] = ()
    tags: int = 0

    @property
    def taken(self) -> int:
        """How many documents were looked at; the others are still to be stored."""
        return len(self.imported) + len(self.updated) + self.duplicates


def import_paths(
    library: Library,
    paths: Iterable[Path],
    *,
    run: Runner = run_here,
    changed: Callable[[Changes], None] = unheard,
    progress: Callable[[int, int, str], None] = unheard,
    cancelled: Callable[[], bool] = never,
    counted: Callable[[int], None] = unheard,
    waiting: Callable[[], bool] = never,
    whole_page: bool = False,
    columns: Mapping[Path, Mapping[str, str]] | None = None,
) -> ImportReport:
    """Import files and folders as one undo step; a cancelled import leaves whole articles only.

    *run* does each writing job (the window hands them to the writer lane), *changed* is told of
    each batch, *progress* of (files done, files in all, name of the file), *counted* of how many
    articles were stored or known so far. When *waiting* says that somebody waits for the library, a
    batch ends early, and reading pauses. LibraryUnusable when the library cannot be changed at all;
    when it fails on the way, that is in the report.
    With *whole_page* saved pages are taken as they are, not their article alone; *columns* says,
    by file, which column of a table is which field, where that is not to be guessed.
    """
    report = ImportReport(plugin_problems=registry.plugin_problems())
    step = library.open_step(STEP)

    def save(batch: Sequence[_Found]) -> int:
        places = [at for at, (_, one) in enumerate(batch) if isinstance(one, Ready)]
        documents = [one for _, one in batch if isinstance(one, Ready)]
        codes = [one for _, one in batch if isinstance(one, PortableTag)]
        outcome: Outcome[Stored] = run(
            lambda: library.run_in(step, store, documents=documents, codes=codes, hurry=waiting)
        )
        stored = outcome.result
        report.imported += stored.imported
        report.duplicates += stored.duplicates
        report.attached += stored.attached
        report.tags += stored.tags
        for number, article_id in stored.updated:
            report.updated.append(article_id)
            report.remarks.append(FileRemark(batch[places[number]][0], Remark(_NEWER)))
        report.unplaced += _unplaced(library, outcome.changes)
        changed(outcome.changes)
        counted(len(report.imported) + len(report.updated) + report.duplicates)
        return len(batch) if stored.taken == len(documents) else places[stored.taken]

    try:
        with Readers(whole_page=whole_page, columns=columns, cancelled=cancelled) as readers:
            found = _pausing(_documents(paths, readers, report, progress, cancelled), waiting)
            _beside(_batches(found, bulk=run is run_here), lambda one: _save(one, save, report))
    finally:
        run(lambda: library.close_step(step))
    return report


def store(
    tx: Transaction,
    *,
    documents: Sequence[Document | Ready],
    codes: Sequence[PortableTag] = (),
    hurry: Callable[[], bool] = never,
) -> Stored:
    """Store documents that are new; one that lies in the trash is taken out of it.

    The tags of *codes* that are not there are made first.

    What is known already gets the highlights that it does not have yet, and nothing twice.
    Another text under an address that is known becomes a new version of that article.
    At least one is taken; once *hurry* says so, no more than those in hand are.
    """
    new_tags = take_tags(tx, codes)
    all_ready = [one if isinstance(one, Ready) else ready(one) for one in documents]
    imported: list[int] = []
    updated: list[tuple[int, int]] = []
    attached = taken = 0
    at_once = len(all_ready) if hurry is never else _BETWEEN_LOOKS
    for new, found in parted(tx, all_ready, at_once):
        if taken and hurry():
            break
        if new:
            imported += store_new(tx, found)
        else:
            one = store_maybe_known(tx, found[0].document)
            imported += one.imported
            attached += one.attached
            updated += [(taken, article_id) for _, article_id in one.updated]
        taken += len(found)
    there = taken - len(imported) - len(updated)
    return Stored(tuple(imported), there, attached, tuple(updated), new_tags)


def store_maybe_known(tx: Transaction, document: Document) -> Stored:
    """Store one document, or give what it has besides to the article that it is."""
    known = find_known(tx, document)
    if known is not None:
        there = not tx.update("article", known, trashed=0)
        attached = add_to_known(tx, known, document)
        return Stored(() if there else (known,), int(there), attached)
    if not document.excerpts and (newer := take_newer_text(tx, document)):
        attached = add_to_known(tx, newer[0], document)
        return Stored((), 0, attached, ((0, newer[0]),))
    return Stored((store_one(tx, document),), 0)


def store_one(tx: Transaction, document: Document) -> int:
    """Store one document with its tags and highlights; return the article's id."""
    article_id = articles.insert(tx, document)
    for path in document.tags:
        tags.attach(tx, "article", article_id, tags.ensure(tx, path))
    store_quotes(tx, article_id, document)
    return article_id


def _unplaced(library: Library, changes: Changes) -> list[Unplaced]:
    """Return the highlights among new rows that have no place."""
    ids = sorted(changes.inserted.get("annotation", ()))
    if not ids:
        return []
    with closing(library.reader()) as reader:
        found = annotations.without_place(reader, ids)
    return [Unplaced(row["title"], row["exact"]) for row in found]


def _pausing(found: Iterable[_Found], waiting: Callable[[], bool]) -> Iterator[_Found]:
    """Pass on what is found, but let who waits for the library have the interpreter to himself.

    Each statement of his lets go of it, and would wait for this thread to do so: 5 ms each time.
    """
    for one in found:
        yield one
        patience = time.monotonic() + _LONGEST_PAUSE
        while waiting() and time.monotonic() < patience:
            time.sleep(_PAUSE)


def _beside(batches: Iterable[Sequence[_Found]], save: Callable[[Sequence[_Found]], None]) -> None:
    """Save each batch while the next one is read."""
    with ThreadPoolExecutor(1, "import-saving") as saving:
        last: Future[None] | None = None
        for batch in batches:
            if last:
                last.result()
            last = saving.submit(save, batch)
        if last:
            last.result()


def _save(
    batch: Sequence[_Found], save: Callable[[Sequence[_Found]], int], report: ImportReport
) -> None:
    """Store a batch; when a document in it is refused, store the others one by one."""
    rest = list(batch)
    while rest:
        try:
            del rest[: save(rest)]
        except LibraryUnusable as reason:
            report.stopped_by = reason
            report.failures += [Failure(path, reason) for path, _ in rest]
            return
        except UserError as reason:
            if len(rest) > 1:
                for one in rest:
                    _save([one], save, report)
            else:
                report.failures.append(Failure(rest[0][0], reason))
            return


def _documents(
    paths: Iterable[Path],
    readers: Readers,
    report: ImportReport,
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
) -> Iterator[_Found]:
    found = list(registry.walk(paths))
    total = len(found)
    problems = [one for one in found if isinstance(one, registry.Problem)]
    report.failures += [Failure(one.path, one.reason) for one in problems]
    files = (one for one in found if isinstance(one, Path))
    for number, (file, items) in enumerate(readers.read(files), len(problems)):
        if report.cancelled or cancelled():
            report.cancelled = True
            return
        if report.stopped_by:
            report.failures.append(Failure(file, report.stopped_by))
            continue
        progress(number, total, file.name)
        for one in _noted(file, items, report):
            yield file, ready(one) if isinstance(one, Document) else one
            if cancelled():
                break
        report.cancelled = report.cancelled or cancelled()
    progress(total, total, "")


def _noted(
    file: Path, items: Iterator[Item], report: ImportReport
) -> Iterator[Document | PortableTag]:
    """Yield the documents and tags among *items*; what the others tell goes into the report."""
    for item in items:
        if isinstance(item, UserError):
            report.failures.append(Failure(file, item))
        elif isinstance(item, Remark):
            report.remarks.append(FileRemark(file, item))
        elif isinstance(item, PortableTag):
            yield item
        elif not isinstance(item, TableLook):
            report.remarks += [FileRemark(file, remark) for remark in item.remarks]
            yield item


def _size(one: Ready | PortableTag) -> int:
    if not isinstance(one, Ready):
        return 0
    return len(one.document.text) + sum(len(image.data) for image in one.document.images)


def _batches(found: Iterable[_Found], *, bulk: bool) -> Iterator[list[_Found]]:
    """Gather what is found until it is many, or much, or has waited for some time."""
    most = _BULK_ARTICLES if bulk else _BATCH_ARTICLES
    largest = _BULK_CHARACTERS if bulk else _BATCH_CHARACTERS
    batch: list[_Found] = []
    size, begun = 0, time.monotonic()
    for path, one in found:
        batch.append((path, one))
        size += _size(one)
        waited = time.monotonic() - begun
        if len(batch) >= most or size >= largest or (waited >= _BATCH_SECONDS and not bulk):
            yield batch
            batch, size, begun = [], 0, time.monotonic()
    if batch:
        yield batch

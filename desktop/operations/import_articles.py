"""Import files: read one by one, store in small transactions, report on each."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.core.anchoring import anchor
from desktop.core.article import Document, Quote, Remark
from desktop.core.canonical import clean
from desktop.core.changes import Changes
from desktop.core.colours import COLOURS, STYLES
from desktop.core.errors import QT_TRANSLATE_NOOP, LibraryUnusable, UserError
from desktop.core.selector import CONTEXT, Selector
from desktop.formats import registry
from desktop.library import annotations, articles, tags
from desktop.library.library import Library, Outcome
from desktop.library.transaction import Transaction

STEP = QT_TRANSLATE_NOOP("Steps", "Import")
# A click waits for a batch to be indexed and committed: 50 ms for a hundred articles. Where nobody
# can click, bigger batches go in by a fifth faster.
_BATCH_ARTICLES, _BULK_ARTICLES, _BATCH_CHARACTERS, _BATCH_SECONDS = 100, 1_000, 1_000_000, 0.5
Runner = Callable[[Callable[[], Any]], Any]
_Found = tuple[Path, Document]


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


@dataclass(slots=True)
class ImportReport:
    """What an import did. `imported` are article ids; every document is counted exactly once.

    `stopped_by` is why no more could be written (a full disk); the files left are failures too.
    """

    imported: list[int] = field(default_factory=list[int])
    duplicates: int = 0
    failures: list[Failure] = field(default_factory=list[Failure])
    remarks: list[FileRemark] = field(default_factory=list[FileRemark])
    cancelled: bool = False
    stopped_by: LibraryUnusable | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """The ids of new articles, and how many documents were looked at (the others: not yet)."""

    imported: tuple[int, ...]
    taken: int


def _run_here(job: Callable[[], Any]) -> Any:
    return job()


def _quietly(_changes: Changes) -> None:
    pass


def _without_progress(_done: int, _total: int, _name: str) -> None:
    pass


def _never() -> bool:
    return False


def import_paths(
    library: Library,
    paths: Iterable[Path],
    *,
    run: Runner = _run_here,
    changed: Callable[[Changes], None] = _quietly,
    progress: Callable[[int, int, str], None] = _without_progress,
    cancelled: Callable[[], bool] = _never,
    waiting: Callable[[], bool] = _never,
) -> ImportReport:
    """Import files and folders as one undo step; a cancelled import leaves whole articles only.

    *run* does each writing job (the window hands them to the writer lane), *changed* is told of
    each batch, *progress* of (files done, files in all, name of the file). When *waiting* says
    that somebody waits for the library, a batch ends early. LibraryUnusable when the library
    cannot be changed at all; when it fails on the way, that is in the report.
    """
    report = ImportReport()
    step = library.open_step(STEP)

    def save(documents: Sequence[Document]) -> int:
        outcome: Outcome[Stored] = run(
            lambda: library.run_in(step, store, documents=documents, hurry=waiting)
        )
        stored = outcome.result
        report.imported += stored.imported
        report.duplicates += stored.taken - len(stored.imported)
        changed(outcome.changes)
        return stored.taken

    try:
        most = _BULK_ARTICLES if run is _run_here else _BATCH_ARTICLES
        for batch in _batches(_documents(paths, report, progress, cancelled), most):
            _save(batch, save, report)
    finally:
        run(lambda: library.close_step(step))
    return report


def store(
    tx: Transaction, *, documents: Sequence[Document], hurry: Callable[[], bool] = _never
) -> Stored:
    """Store documents whose text is new; one whose text lies in the trash is taken out of it.

    At least one is taken; once *hurry* says so, no more are.
    """
    imported: list[int] = []
    taken = 0
    for document in documents:
        taken += 1
        known = articles.find_same_text(tx, articles.text_hash(document.text))
        if known is None:
            imported.append(store_one(tx, document))
        elif tx.update("article", known, trashed=0):
            imported.append(known)
        if hurry():
            break
    return Stored(tuple(imported), taken)


def store_one(tx: Transaction, document: Document) -> int:
    """Store one document with its tags and highlights; return the article's id."""
    article_id = articles.insert(tx, document)
    for path in document.tags:
        tags.attach(tx, "article", article_id, tags.ensure(tx, path))
    for quote in document.quotes:
        _store_quote(tx, article_id, document.text, quote)
    return article_id


def _store_quote(tx: Transaction, article_id: int, text: str, quote: Quote) -> None:
    wanted = Selector(0, 0, quote.exact, quote.prefix[-CONTEXT:], quote.suffix[:CONTEXT])
    place = anchor(text, wanted)
    annotation_id = annotations.insert(
        tx,
        article_id,
        place or wanted,
        version=1,
        colour=quote.colour if quote.colour in COLOURS else COLOURS[0],
        style=quote.style if quote.style in STYLES else STYLES[0],
        note=clean(quote.note).text,
        orphaned=place is None,
    )
    for path in quote.tags:
        tags.attach(tx, "annotation", annotation_id, tags.ensure(tx, path))


def _save(
    batch: Sequence[_Found], save: Callable[[Sequence[Document]], int], report: ImportReport
) -> None:
    """Store a batch; when a document in it is refused, store the others one by one."""
    rest = list(batch)
    while rest:
        try:
            del rest[: save([document for _, document in rest])]
        except LibraryUnusable as reason:
            report.stopped_by = reason
            report.failures += [Failure(path, reason) for path, _ in rest]
            return
        except UserError as reason:
            if len(rest) == 1:
                report.failures.append(Failure(rest[0][0], reason))
                return
            for one in rest:
                _save([one], save, report)
            return


def _documents(
    paths: Iterable[Path],
    report: ImportReport,
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
) -> Iterator[_Found]:
    files = list(registry.walk(paths))
    for number, file in enumerate(files):
        if report.cancelled or cancelled():
            report.cancelled = True
            return
        if isinstance(file, registry.Problem):
            report.failures.append(Failure(file.path, file.reason))
            continue
        if report.stopped_by:
            report.failures.append(Failure(file, report.stopped_by))
            continue
        progress(number, len(files), file.name)
        for document in _read(file, report):
            yield file, document
            if cancelled():
                report.cancelled = True
                break
    progress(len(files), len(files), "")


def _read(file: Path, report: ImportReport) -> Iterator[Document]:
    try:
        for item in registry.read(file):
            if isinstance(item, UserError):
                report.failures.append(Failure(file, item))
            elif isinstance(item, Remark):
                report.remarks.append(FileRemark(file, item))
            else:
                report.remarks += [FileRemark(file, remark) for remark in item.remarks]
                yield item
    except UserError as reason:
        report.failures.append(Failure(file, reason))


def _batches(found: Iterable[_Found], most: int) -> Iterator[list[_Found]]:
    """Gather what is found until it is *most*, or much, or some time has passed."""
    batch: list[_Found] = []
    size, begun = 0, time.monotonic()
    for path, document in found:
        batch.append((path, document))
        size += len(document.text)
        waited = time.monotonic() - begun
        if len(batch) >= most or size >= _BATCH_CHARACTERS or waited >= _BATCH_SECONDS:
            yield batch
            batch, size, begun = [], 0, time.monotonic()
    if batch:
        yield batch

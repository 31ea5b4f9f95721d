"""Import files: read them one by one, store them in small transactions, report what happened to each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.core.anchoring import anchor
from desktop.core.article import Document, Quote
from desktop.core.changes import Changes
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.selector import CONTEXT, Selector
from desktop.formats import registry
from desktop.library import annotations, articles, tags
from desktop.library.library import Library, Outcome
from desktop.library.transaction import Transaction

STEP = QT_TRANSLATE_NOOP("Steps", "Import")
_BATCH_ARTICLES, _BATCH_CHARACTERS = 25, 1_000_000
Runner = Callable[[Callable[[], Any]], Any]


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that did not go in, and why."""

    path: Path
    reason: UserError


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know about a file that went in."""

    path: Path
    text: str


@dataclass(slots=True)
class ImportReport:
    """What an import did. `imported` are article ids; every file is counted exactly once."""

    imported: list[int] = field(default_factory=list[int])
    duplicates: int = 0
    failures: list[Failure] = field(default_factory=list[Failure])
    remarks: list[Remark] = field(default_factory=list[Remark])
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Stored:
    """The ids of new articles, and how many documents were there already."""

    imported: tuple[int, ...]
    duplicates: int


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
) -> ImportReport:
    """Import files and folders as one undo step; a cancelled import leaves whole articles only.

    *run* does each writing job (the window hands them to the writer lane), *changed* is told of
    each batch, *progress* of (files done, files in all, name of the file).
    """
    report = ImportReport()
    step = library.open_step(STEP)
    try:
        for batch in _batches(_documents(paths, report, progress, cancelled)):
            outcome: Outcome[Stored] = run(
                lambda batch=batch: library.run_in(step, store, documents=batch)
            )
            report.imported += outcome.result.imported
            report.duplicates += outcome.result.duplicates
            changed(outcome.changes)
    finally:
        run(lambda: library.close_step(step))
    return report


def store(tx: Transaction, *, documents: Sequence[Document]) -> Stored:
    """Store documents whose text is new; one whose text lies in the trash is taken out of it."""
    imported: list[int] = []
    for document in documents:
        known = articles.find_same_text(tx, articles.text_hash(document.text))
        if known is None:
            imported.append(store_one(tx, document))
        elif tx.update("article", known, trashed=0):
            imported.append(known)
    return Stored(tuple(imported), len(documents) - len(imported))


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
        colour=quote.colour,
        style=quote.style,
        note=quote.note,
        orphaned=place is None,
    )
    for path in quote.tags:
        tags.attach(tx, "annotation", annotation_id, tags.ensure(tx, path))


def _documents(
    paths: Iterable[Path],
    report: ImportReport,
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
) -> Iterator[Document]:
    files = list(registry.walk(paths))
    for number, file in enumerate(files):
        if cancelled():
            report.cancelled = True
            return
        if isinstance(file, registry.Problem):
            report.failures.append(Failure(file.path, file.reason))
            continue
        progress(number, len(files), file.name)
        yield from _read(file, report)
    progress(len(files), len(files), "")


def _read(file: Path, report: ImportReport) -> Iterator[Document]:
    try:
        for document in registry.read(file):
            report.remarks += [Remark(file, remark) for remark in document.remarks]
            yield document
    except UserError as reason:
        report.failures.append(Failure(file, reason))


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if len(batch) >= _BATCH_ARTICLES or size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch

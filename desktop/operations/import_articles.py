"""Import files: read one by one, store in small transactions, report on each."""

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
from desktop.formats.api import Item
from desktop.formats.isolation import Readers
from desktop.library import annotations, articles, tags
from desktop.library.library import Library, Outcome
from desktop.library.transaction import Transaction
from desktop.operations.versions import take_newer_text

STEP = QT_TRANSLATE_NOOP("Steps", "Import")
_NEWER = QT_TRANSLATE_NOOP(
    "Remarks",
    "Another text of an article with this address: it became a new version, the old one stays.",
)
_BATCH_ARTICLES, _BATCH_CHARACTERS = 25, 1_000_000
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

    `updated` are articles that got a newer text under the same address: a new version.
    `stopped_by` is why no more could be written (a full disk); the files left are failures too.
    """

    imported: list[int] = field(default_factory=list[int])
    duplicates: int = 0
    failures: list[Failure] = field(default_factory=list[Failure])
    remarks: list[FileRemark] = field(default_factory=list[FileRemark])
    cancelled: bool = False
    stopped_by: LibraryUnusable | None = None
    plugin_problems: tuple[UserError, ...] = ()
    updated: list[int] = field(default_factory=list[int])


@dataclass(frozen=True, slots=True)
class Stored:
    """The ids of new articles, and how many documents were there already.

    `updated` has the number of each document that became a new version, with its article's id.
    """

    imported: tuple[int, ...]
    duplicates: int
    updated: tuple[tuple[int, int], ...] = ()


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
    whole_page: bool = False,
) -> ImportReport:
    """Import files and folders as one undo step; a cancelled import leaves whole articles only.

    *run* does each writing job (the window hands them to the writer lane), *changed* is told of
    each batch, *progress* of (files done, files in all, name of the file). LibraryUnusable when
    the library cannot be changed at all; when it fails on the way, that is in the report.
    With *whole_page* saved pages are taken as they are, not their article alone.
    """
    report = ImportReport(plugin_problems=registry.plugin_problems())
    step = library.open_step(STEP)

    def save(batch: Sequence[_Found]) -> None:
        documents = [document for _, document in batch]
        outcome: Outcome[Stored] = run(lambda: library.run_in(step, store, documents=documents))
        report.imported += outcome.result.imported
        report.duplicates += outcome.result.duplicates
        for number, article_id in outcome.result.updated:
            report.updated.append(article_id)
            report.remarks.append(FileRemark(batch[number][0], Remark(_NEWER)))
        changed(outcome.changes)

    try:
        with Readers(whole_page=whole_page, cancelled=cancelled) as readers:
            for batch in _batches(_documents(paths, readers, report, progress, cancelled)):
                _save(batch, save, report)
    finally:
        run(lambda: library.close_step(step))
    return report


def store(tx: Transaction, *, documents: Sequence[Document]) -> Stored:
    """Store documents whose text is new; one whose text lies in the trash is taken out of it.

    Another text under an address that is known becomes a new version of that article.
    """
    imported: list[int] = []
    updated: list[tuple[int, int]] = []
    for number, document in enumerate(documents):
        known = articles.find_same_text(tx, articles.text_hash(document.text))
        if known is not None:
            if tx.update("article", known, trashed=0):
                imported.append(known)
        elif newer := take_newer_text(tx, document):
            _add_marks(tx, newer[0], document, version=newer[1].version)
            updated.append((number, newer[0]))
        else:
            imported.append(store_one(tx, document))
    there = len(documents) - len(imported) - len(updated)
    return Stored(tuple(imported), there, tuple(updated))


def store_one(tx: Transaction, document: Document) -> int:
    """Store one document with its tags and highlights; return the article's id."""
    article_id = articles.insert(tx, document)
    _add_marks(tx, article_id, document, version=1)
    return article_id


def _add_marks(tx: Transaction, article_id: int, document: Document, *, version: int) -> None:
    """Add the document's tags and highlights; a passage highlighted already stays as it is."""
    for path in document.tags:
        tags.attach(tx, "article", article_id, tags.ensure(tx, path))
    if not document.quotes:
        return
    known = {(one.start, one.end) for one in annotations.of_article(tx, article_id)}
    for quote in document.quotes:
        _store_quote(tx, article_id, document.text, quote, version=version, known=known)


def _store_quote(
    tx: Transaction,
    article_id: int,
    text: str,
    quote: Quote,
    *,
    version: int,
    known: set[tuple[int, int]],
) -> None:
    wanted = Selector(0, 0, quote.exact, quote.prefix[-CONTEXT:], quote.suffix[:CONTEXT])
    place = anchor(text, wanted)
    if place and (place.start, place.end) in known:
        return
    annotation_id = annotations.insert(
        tx,
        article_id,
        place or wanted,
        version=version,
        colour=quote.colour if quote.colour in COLOURS else COLOURS[0],
        style=quote.style if quote.style in STYLES else STYLES[0],
        note=clean(quote.note).text,
        orphaned=place is None,
    )
    for path in quote.tags:
        tags.attach(tx, "annotation", annotation_id, tags.ensure(tx, path))


def _save(
    batch: Sequence[_Found], save: Callable[[Sequence[_Found]], None], report: ImportReport
) -> None:
    """Store a batch; when a document in it is refused, store the others one by one."""
    try:
        save(batch)
    except LibraryUnusable as reason:
        report.stopped_by = reason
        report.failures += [Failure(path, reason) for path, _ in batch]
    except UserError as reason:
        if len(batch) == 1:
            report.failures.append(Failure(batch[0][0], reason))
            return
        for one in batch:
            _save([one], save, report)


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
        for document in _noted(file, items, report):
            yield file, document
            if cancelled():
                break
        report.cancelled = report.cancelled or cancelled()
    progress(total, total, "")


def _noted(file: Path, items: Iterator[Item], report: ImportReport) -> Iterator[Document]:
    """Yield the documents among *items*; what the others tell goes into the report."""
    for item in items:
        if isinstance(item, UserError):
            report.failures.append(Failure(file, item))
        elif isinstance(item, Remark):
            report.remarks.append(FileRemark(file, item))
        else:
            report.remarks += [FileRemark(file, remark) for remark in item.remarks]
            yield item


def _batches(found: Iterable[_Found]) -> Iterator[list[_Found]]:
    batch: list[_Found] = []
    size = 0
    for path, document in found:
        batch.append((path, document))
        size += len(document.text)
        if len(batch) >= _BATCH_ARTICLES or size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch

"""Add pages from the web: fetch the addresses that the user gave, a few at a time, and store them.

The bytes are parsed in the process apart. One call is one undo step, whatever fails on the way.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from desktop.core.article import Document, Remark
from desktop.core.changes import Changes
from desktop.core.errors import QT_TRANSLATE_NOOP, Cancelled, UserError
from desktop.core.web_address import original, same_site
from desktop.formats.isolation import Readers
from desktop.formats.web import page_file
from desktop.formats.web.fetch import Answer, Rules, fetch
from desktop.library.library import Library
from desktop.library.stopping import never
from desktop.library.transaction import Transaction
from desktop.operations.import_articles import store
from desktop.operations.import_highlights import find_known
from desktop.operations.unattended import Runner, run_here, unheard

STEP = QT_TRANSLATE_NOOP("Steps", "Add from the web")
SNAPSHOT = QT_TRANSLATE_NOOP("Remarks", "This is an archived copy; its address is in the note.")
State = Literal["fetching", "new", "newer", "known", "failed", "cancelled"]
_AT_ONCE = 4
_PATIENCE = 0.1


@dataclass(frozen=True, slots=True)
class Page:
    """What became of one address: `article_id` when it is in the library, else the `reason`."""

    address: str
    state: State
    article_id: int = 0
    title: str = ""
    reason: UserError | None = None
    remarks: tuple[Remark, ...] = ()


def add_pages(
    library: Library,
    addresses: Sequence[str],
    *,
    rules: Rules | None = None,
    whole_page: bool = False,
    run: Runner = run_here,
    changed: Callable[[Changes], None] = unheard,
    told: Callable[[Page], None] = unheard,
    cancelled: Callable[[], bool] = never,
) -> list[Page]:
    """Fetch *addresses* and store their articles as one undo step; return what became of each.

    *told* hears of each page when it is begun and when it is done, on this thread. A known address
    with another text makes a new version; with the same text it is `known` and nothing changes.
    """
    done: list[Page] = []
    step = library.open_step(STEP)

    def save(documents: Sequence[Document]) -> tuple[State, int]:
        outcome = run(lambda: library.run_in(step, store_page, documents=documents))
        changed(outcome.changes)
        return outcome.result

    try:
        with (
            TemporaryDirectory(prefix="glosa-", ignore_cleanup_errors=True) as folder,
            Readers(whole_page=whole_page, cancelled=cancelled) as readers,
        ):
            for address, result in _fetched(addresses, rules or Rules(), told, cancelled):
                page = _page(address, result, readers, Path(folder), save)
                told(page)
                done.append(page)
    finally:
        run(lambda: library.close_step(step))
    return done


def store_page(tx: Transaction, *, documents: Sequence[Document]) -> tuple[State, int]:
    """Store the documents of one page; return what became of the first, and its article."""
    first: tuple[State, int] = ("known", 0)
    for number, document in enumerate(documents):
        stored = store(tx, documents=[document])
        if number:
            continue
        if stored.imported:
            first = "new", stored.imported[0]
        elif stored.updated:
            first = "newer", stored.updated[0][1]
        else:
            first = "known", find_known(tx, document) or 0
    return first


def with_address(document: Document, answer: Answer) -> Document:
    """Return *document* with the address it is known by, and with that of an archived copy.

    A page may name its own address only within its site: else any page could pass for another's.
    """
    snapshot = original(answer.url)
    base = snapshot or answer.url
    named = original(document.url) or document.url
    url = named if named and same_site(named, base) else base
    if not snapshot:
        return replace(document, url=url)
    note = "\n\n".join(filter(None, (document.note, answer.url)))
    remarks = (*document.remarks, Remark(SNAPSHOT))
    return replace(document, url=url, note=note, remarks=remarks)


def _fetched(
    addresses: Sequence[str],
    rules: Rules,
    told: Callable[[Page], None],
    cancelled: Callable[[], bool],
) -> Iterator[tuple[str, Answer | Exception]]:
    """Yield each address with its answer, as they come; a few are under way at the same time."""
    waiting = list(dict.fromkeys(addresses))[::-1]
    running: dict[Future[Answer], str] = {}
    with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="fetch") as pool:
        while waiting or running:
            while waiting and len(running) < _AT_ONCE:
                address = waiting.pop()
                told(Page(address, "fetching"))
                running[pool.submit(fetch, address, rules, cancelled=cancelled)] = address
            for future in wait(running, timeout=_PATIENCE, return_when=FIRST_COMPLETED).done:
                address = running.pop(future)
                error = future.exception()
                if error is None:
                    yield address, future.result()
                elif isinstance(error, (UserError, Cancelled)):
                    yield address, error
                else:
                    raise error


def _page(
    address: str,
    result: Answer | Exception,
    readers: Readers,
    folder: Path,
    save: Callable[[Sequence[Document]], tuple[State, int]],
) -> Page:
    if isinstance(result, Cancelled):
        return Page(address, "cancelled")
    if isinstance(result, UserError):
        return Page(address, "failed", reason=result)
    assert isinstance(result, Answer)
    try:
        documents, remarks = read(result, readers, folder)
        if not documents:
            return Page(address, "cancelled")
        state, article_id = save(documents)
    except UserError as error:
        return Page(address, "failed", reason=error)
    return Page(address, state, article_id, documents[0].title, remarks=remarks)


def read(
    answer: Answer, readers: Readers, folder: Path
) -> tuple[list[Document], tuple[Remark, ...]]:
    """Return what is to be read in *answer*; UserError when there is nothing, [] when cancelled."""
    path, remarks = page_file.write(answer, folder)
    documents: list[Document] = []
    try:
        for _, items in readers.read([path]):
            for item in items:
                if isinstance(item, UserError):
                    raise item
                if isinstance(item, Remark):
                    remarks = (*remarks, item)
                elif isinstance(item, Document):
                    documents.append(with_address(item, answer))
    finally:
        path.unlink(missing_ok=True)
    return documents, remarks + tuple(one for doc in documents for one in doc.remarks)

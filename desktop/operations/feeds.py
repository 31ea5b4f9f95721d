"""Follow feeds: add, name, order, forget them, and take in what is new.

Items come as unread articles, each once, whatever becomes of its article afterwards. What the
library has of an article under the item's address stays as it is.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from desktop.core.article import Document, Remark
from desktop.core.canonical import clean
from desktop.core.changes import Changes
from desktop.core.errors import QT_TRANSLATE_NOOP, Cancelled, LibraryUnusable, UserError
from desktop.core.ids import now
from desktop.core.web_address import as_address
from desktop.formats.importers.feed import FEED, ITEM
from desktop.formats.importers.opml import OUTLINE
from desktop.formats.isolation import Readers
from desktop.formats.web import discover, page_file
from desktop.formats.web.fetch import Answer, Rules, fetch
from desktop.library import feeds
from desktop.library.connection import Source
from desktop.library.feeds import Feed
from desktop.library.library import Library
from desktop.library.stopping import never
from desktop.library.transaction import Transaction
from desktop.operations.import_articles import store_one
from desktop.operations.import_highlights import find_known
from desktop.operations.step import step
from desktop.operations.unattended import Runner, run_here, unheard

REFRESH = QT_TRANSLATE_NOOP("Steps", "Refresh feeds")
FOLLOW = QT_TRANSLATE_NOOP("Steps", "Follow feed")
_ACCEPT = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, "
    "text/xml;q=0.9, text/html;q=0.5, */*;q=0.3"
)
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Contents:
    """A feed as it was read: its title, its home page, and its items with their identities."""

    title: str
    home: str
    items: tuple[tuple[str, Document], ...]


@dataclass(frozen=True, slots=True)
class Refreshed:
    """How asking one feed went: the ids of the new articles, or the `reason` there are none."""

    feed_id: int
    new: tuple[int, ...] = ()
    reason: UserError | None = None


@step(QT_TRANSLATE_NOOP("Steps", "Rename feed"))
def rename(tx: Transaction, *, feed_id: int, title: str) -> None:
    """Give a feed another name; an empty one changes nothing."""
    if wanted := _tidy(title):
        tx.update("feed", feeds.get(tx, feed_id).id, **feeds.named(title=wanted), modified=now())


@step(QT_TRANSLATE_NOOP("Steps", "Move feed"))
def move(tx: Transaction, *, feed_ids: Sequence[int], folder: str) -> None:
    """Put feeds into a folder (`/` between levels), or into none."""
    for feed_id in feed_ids:
        tx.update("feed", feed_id, **feeds.named(folder=_folder(folder)), modified=now())


@step(QT_TRANSLATE_NOOP("Steps", "Delete feed"))
def delete(tx: Transaction, *, feed_ids: Sequence[int]) -> None:
    """Stop following feeds; their articles stay."""
    for feed_id in feed_ids:
        tx.delete("feed", feed_id)


@step(QT_TRANSLATE_NOOP("Steps", "Import list of feeds"))
def add_many(tx: Transaction, *, outlines: Iterable[tuple[str, str, str]]) -> int:
    """Follow feeds given as (title, address, folder) that are not followed yet; return how many."""
    added = 0
    for title, url, folder in outlines:
        if feeds.with_url(tx, url) is None:
            name = _tidy(title) or url
            feeds.add(tx, url=url, title=name, folder=_folder(folder), home="", own_network=False)
            added += 1
    return added


def follow(
    library: Library,
    address: str,
    *,
    folder: str = "",
    rules: Rules | None = None,
    run: Runner = run_here,
    changed: Callable[[Changes], None] = unheard,
    cancelled: Callable[[], bool] = never,
) -> Refreshed:
    """Follow the feed at *address*, or the first that the page there names; one undo step.

    UserError when there is none, or it is followed already; Cancelled when it was stopped.
    """
    rules = rules or Rules()
    with (
        TemporaryDirectory(prefix="glosa-", ignore_cleanup_errors=True) as folder_of_file,
        Readers(cancelled=cancelled) as readers,
    ):
        answer = _found(address, rules, cancelled)
        contents = read(answer, readers, Path(folder_of_file))
    opened = library.open_step(FOLLOW)
    try:
        outcome = run(
            lambda: library.run_in(
                opened, store_new_feed, answer=answer, contents=contents, folder=folder,
                own_network=rules.own_network,
            )
        )  # fmt: skip
    finally:
        run(lambda: library.close_step(opened))
    changed(outcome.changes)
    return outcome.result


def refresh(
    library: Library,
    wanted: Sequence[Feed],
    *,
    rules: Rules | None = None,
    run: Runner = run_here,
    changed: Callable[[Changes], None] = unheard,
    told: Callable[[Refreshed], None] = unheard,
    cancelled: Callable[[], bool] = never,
) -> list[Refreshed]:
    """Ask each of *wanted* whether it has something new; all that is new is one undo step.

    LibraryUnusable when the library cannot be written. A stopped refresh ends early.
    """
    rules = rules or Rules()
    done: list[Refreshed] = []
    opened = library.open_step(REFRESH)
    try:
        with (
            TemporaryDirectory(prefix="glosa-", ignore_cleanup_errors=True) as folder,
            Readers(cancelled=cancelled) as readers,
        ):
            for feed in wanted:
                try:
                    answer = _asked(feed, rules, cancelled)
                    contents = None if answer.unchanged else read(answer, readers, Path(folder))
                    result = _store(library, opened, feed, answer, contents, run, changed)
                except Cancelled:
                    break
                except LibraryUnusable:
                    raise
                except UserError as error:
                    result = Refreshed(feed.id, reason=error)
                    _note(library, feed, feeds.outcome(error=error), run, changed)
                told(result)
                done.append(result)
    finally:
        run(lambda: library.close_step(opened))
    return done


def store_new_feed(
    tx: Transaction, *, answer: Answer, contents: Contents, folder: str, own_network: bool
) -> Refreshed:
    """Follow the feed that was read and take its items in; UserError if it is followed already."""
    if feeds.with_url(tx, answer.url) is not None:
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "You follow this feed already: {title}."),
            title=contents.title or answer.url,
        )
    feed_id = feeds.add(
        tx,
        url=answer.url,
        title=_tidy(contents.title) or answer.url,
        folder=_folder(folder),
        home=contents.home,
        own_network=own_network,
    )
    return store_items(tx, feed_id=feed_id, answer=answer, contents=contents)


def store_items(tx: Transaction, *, feed_id: int, answer: Answer, contents: Contents) -> Refreshed:
    """Take in the items that have not come yet, the oldest first; none when the feed is gone."""
    told = feeds.outcome(etag=answer.etag, last_modified=answer.modified)
    if not tx.update("feed", feed_id, **told):
        return Refreshed(feed_id)
    there = feeds.known_items(tx, feed_id)
    new: list[int] = []
    for guid, document in reversed(contents.items):
        key = feeds.item_key(guid)
        if key in there:
            continue
        there.add(key)
        article_id = find_known(tx, document)
        if article_id is None:
            article_id = store_one(tx, document)
            new.append(article_id)
        feeds.add_item(tx, feed_id, key, article_id)
    return Refreshed(feed_id, tuple(new))


def note_asked(tx: Transaction, *, feed_id: int, outcome: dict[str, Any]) -> None:
    """Note how asking a feed went that had nothing new (no undo step)."""
    tx.update("feed", feed_id, **outcome)


def read(answer: Answer, readers: Readers, folder: Path) -> Contents:
    """Return what is in a feed; UserError when it is none, Cancelled when reading was stopped."""
    path = folder / page_file.feed_name(answer)
    path.write_bytes(answer.data)
    title, home, ended = "", "", False
    items: list[tuple[str, Document]] = []
    for _, found in readers.read([path]):
        for item in found:
            if isinstance(item, UserError):
                raise item
            if isinstance(item, Document):
                guid = next(
                    (one.fields["guid"] for one in item.remarks if one.template == ITEM), ""
                )
                items.append((str(guid), item))
            elif isinstance(item, Remark) and item.template == FEED:
                title, home, ended = str(item.fields["title"]), str(item.fields["home"]), True
    if not ended:
        raise Cancelled
    return Contents(title, home, tuple(items))


def read_list(path: Path) -> list[tuple[str, str, str]]:
    """Return the feeds of an OPML file as (title, address, folder); UserError if it is none."""
    found: list[tuple[str, str, str]] = []
    with Readers() as readers:
        for _, items in readers.read([path]):
            for item in items:
                if isinstance(item, UserError):
                    raise item
                if isinstance(item, Remark) and item.template == OUTLINE:
                    title, url, folder = (item.fields[n] for n in ("title", "url", "folder"))
                    found.append((str(title), str(url), str(folder)))
    if not found:
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "There is no feed in “{name}”."), name=path.name
        )
    return found


def due(source: Source) -> list[Feed]:
    """Return the feeds, those first that have waited longest."""
    return sorted(feeds.all_feeds(source), key=lambda feed: feed.refreshed)


def _store(
    library: Library,
    opened: Any,
    feed: Feed,
    answer: Answer,
    contents: Contents | None,
    run: Runner,
    changed: Callable[[Changes], None],
) -> Refreshed:
    """Store what is new as part of the step; a feed without news leaves nothing to undo."""
    if contents is not None and (fresh := _fresh(library, feed, contents)):
        part = Contents(contents.title, contents.home, fresh)
        outcome = run(
            lambda: library.run_in(
                opened, store_items, feed_id=feed.id, answer=answer, contents=part
            )
        )
        changed(outcome.changes)
        return outcome.result
    told = feeds.outcome(
        etag=answer.etag or feed.etag, last_modified=answer.modified or feed.last_modified
    )
    _note(library, feed, told, run, changed)
    return Refreshed(feed.id)


def _note(
    library: Library,
    feed: Feed,
    outcome: dict[str, Any],
    run: Runner,
    changed: Callable[[Changes], None],
) -> None:
    changed(run(lambda: library.run(note_asked, feed_id=feed.id, outcome=outcome)).changes)


def _fresh(library: Library, feed: Feed, contents: Contents) -> tuple[tuple[str, Document], ...]:
    reader = library.reader()
    try:
        there = feeds.known_items(reader, feed.id)
    finally:
        reader.close()
    return tuple(one for one in contents.items if feeds.item_key(one[0]) not in there)


def _asked(feed: Feed, rules: Rules, cancelled: Callable[[], bool]) -> Answer:
    mine = replace(rules, own_network=feed.own_network)
    return fetch(
        feed.url, mine, etag=feed.etag, modified=feed.last_modified, accept=_ACCEPT,
        cancelled=cancelled,
    )  # fmt: skip


def _found(address: str, rules: Rules, cancelled: Callable[[], bool]) -> Answer:
    """Return the feed at *address*, or the first that the page there names."""
    answer = fetch(address, rules, accept=_ACCEPT, cancelled=cancelled)
    if page_file.is_feed(answer):
        return answer
    for named in discover.feeds_of(answer)[:3]:
        found = fetch(named, rules, accept=_ACCEPT, cancelled=cancelled)
        if page_file.is_feed(found):
            return found
    raise UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "There is no feed at {address}, and the page names none. Look on the page for “RSS” "
            "and copy the address of that link.",
        ),
        address=as_address(address) or address[:200],
    )


def _tidy(text: str) -> str:
    return " ".join(clean(text).text.split())[:_LONGEST_NAME].rstrip()


def _folder(text: str) -> str:
    return "/".join(filter(None, (_tidy(part) for part in text.split("/"))))

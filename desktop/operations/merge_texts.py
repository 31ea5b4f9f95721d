"""Which article of a library an incoming one is, and the versions of both as those of one.

A version is known by its text and the time it was stored. The later of two current texts is the
current one of both; highlights are carried to it, and nothing else about them is changed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.core.carrying import carry, carry_point
from desktop.core.portable import PortableAnnotation, PortableArticle
from desktop.core.portable_whole import PortableVersion, PortableWhole
from desktop.core.reading import count_words
from desktop.core.selector import select
from desktop.core.text_diff import LONGEST, Alignment
from desktop.library import annotations, articles, portable, portable_whole, versions
from desktop.library.articles import ArticleText
from desktop.library.connection import Source
from desktop.library.portable_whole import StoredVersion
from desktop.library.transaction import Transaction

Placed = tuple[int, PortableAnnotation]
_PLACE = ("start", "end", "exact", "prefix", "suffix", "confidence")
_NEW = PortableWhole()


class Carrier:
    """Carries places of an article to its current text; two texts are compared once."""

    def __init__(self, tx: Transaction, article_id: int) -> None:
        self._tx = tx
        self.article_id = article_id
        self._current: ArticleText | None = None
        self._alignments: dict[int, Alignment | None] = {}

    @property
    def current(self) -> ArticleText:
        """The current text."""
        if self._current is None:
            self._current = articles.text(self._tx, self.article_id)
        return self._current

    def mark(self, version: int, mark: PortableAnnotation) -> Placed:
        """Return *mark* in the current version; where that has no place for it, in its own."""
        if mark.orphaned or version == self.current.version:
            return version, mark
        alignment = self._from(version)
        found = carry(alignment, mark.start, mark.end) if alignment else None
        if found is None:
            return version, replace(mark, orphaned=True)
        there = select(self.current.text, found.start, found.end)
        return self.current.version, replace(
            mark,
            start=there.start,
            end=there.end,
            exact=there.exact,
            prefix=there.prefix,
            suffix=there.suffix,
            confidence=min(found.confidence, mark.confidence),
        )

    def point(self, version: int, point: int) -> int:
        """Return where *point* of a version is in the current one."""
        if version == self.current.version:
            return point
        alignment = self._from(version)
        return carry_point(alignment, point) if alignment else min(point, len(self.current.text))

    def _from(self, version: int) -> Alignment | None:
        if version not in self._alignments:
            old = versions.text(self._tx, self.article_id, version)
            short = max(len(old.text), len(self.current.text)) <= LONGEST
            alignment = Alignment(old.text, self.current.text) if short else None
            self._alignments[version] = alignment
        return self._alignments[version]


def find(source: Source, theirs: PortableArticle, taken: set[int]) -> int | None:
    """Return the article that *theirs* is; one of *taken* is another one's.

    The same id with a text that both have had, else such a text, the newest first.
    """
    others = theirs.whole.versions if theirs.whole else ()
    hashes = [theirs.sha256, *(one.sha256 for one in reversed(others))]
    same = portable.article_with_uuid(source, theirs.uuid)
    if same is not None and any(portable.version_of(source, same, one) for one in hashes):
        return same
    found = (key for one in hashes for key in portable.articles_with_text(source, one))
    return next((key for key in found if key not in taken), None)


def insert(tx: Transaction, theirs: PortableArticle, *, uuid: str) -> int:
    """Store a new article in all versions whose text it brings; return its id."""
    whole = theirs.whole or _NEW
    told = [one for one in whole.versions if one.text is not None]
    number = whole.version if told else 1
    article_id = portable.insert_article(tx, theirs, uuid=uuid, version=number)
    for one in told:
        portable_whole.insert_version(tx, article_id, one, one.version)
    if whole.trashed:
        tx.update("article", article_id, trashed=1)
    return article_id


def join(tx: Transaction, article_id: int, theirs: PortableArticle) -> int | None:
    """Give an article the versions that it lacks; return the one that is current no more."""
    current = portable_whole.current_version(tx, article_id)
    last = PortableVersion(0, theirs.sha256, theirs.text_created, theirs.text, theirs.blocks)
    incoming = [*(theirs.whole or _NEW).versions, last]
    mine = portable_whole.stored_versions(tx, article_id)
    number, their_current = max(one.version for one in mine), current
    for one, known in _paired(mine, incoming):
        if known:
            at = known.version
            created = min(known.created, one.created or known.created)
            tx.update("article_text", known.id, created=created)
        elif one.text is not None:
            number = at = number + 1
            dated = replace(one, created=one.created or theirs.added)
            portable_whole.insert_version(tx, article_id, dated, at)
        else:
            continue
        their_current = at if one is last else their_current
    return _choose(tx, article_id, current, their_current)


def bring_along(tx: Transaction, article_id: int, carrier: Carrier, left: int) -> None:
    """Carry to the current text what is still in another one; *left* was current before.

    A highlight without a place stays so.
    """
    for one in annotations.of_article(tx, article_id):
        if one.version != carrier.current.version and not one.orphaned:
            row = tx.row("annotation", one.id)
            assert row
            put(tx, one.id, carrier.mark(one.version, portable.mark_of(row)))
    if progress := tx.row("reading_progress", article_id):
        point = carrier.point(left, progress["position"])
        tx.update("reading_progress", article_id, position=point)


def put(tx: Transaction, annotation_id: int, placed: Placed) -> bool:
    """Give a highlight this place; False when it has it."""
    version, mark = placed
    values = {name: getattr(mark, name) for name in _PLACE}
    return tx.update(
        "annotation", annotation_id, **values, version=version, orphaned=int(mark.orphaned)
    )


def _choose(tx: Transaction, article_id: int, mine: int, theirs: int) -> int | None:
    stored = {one.version: one for one in portable_whole.stored_versions(tx, article_id)}
    latest = max((mine, theirs), key=lambda at: (stored[at].created, stored[at].sha256))
    if latest == mine:
        return None
    words = count_words(versions.text(tx, article_id, latest).text)
    tx.update("article", article_id, version=latest, word_count=words)
    return mine


def _paired(
    mine: Sequence[StoredVersion], theirs: Sequence[PortableVersion]
) -> Iterator[tuple[PortableVersion, StoredVersion | None]]:
    """Pair *theirs* with *mine* of the same text and time, then the others by text in order."""
    free, left = list(mine), list[PortableVersion]()
    for one in theirs:
        same = (it for it in free if (it.sha256, it.created) == (one.sha256, one.created))
        if known := next(same, None):
            free.remove(known)
            yield one, known
        else:
            left.append(one)
    for one in sorted(left, key=lambda one: (one.created, one.version)):
        known = next((it for it in free if it.sha256 == one.sha256), None)
        if known:
            free.remove(known)
        yield one, known

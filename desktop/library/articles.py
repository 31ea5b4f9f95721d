"""Articles: their rows for the list, their text for the reader, and how one is stored."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desktop.core.article import Block, Document
from desktop.core.collation import sort_key
from desktop.core.errors import QT_TRANSLATE_NOOP, NotFound
from desktop.core.folding import fold
from desktop.core.ids import new_uuid, now
from desktop.core.portable import PortableArticle
from desktop.core.reading import count_words
from desktop.library import images
from desktop.library.connection import Row, Source
from desktop.library.tags import CHUNK, TagLabel, labels_of
from desktop.library.transaction import Transaction


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What a list shows of an article. `fraction` is the reading progress, 0 to 1."""

    id: int
    uuid: str
    title: str
    author: str
    outlet: str
    agency: str
    url: str
    language: str
    published: str
    added: str
    word_count: int
    status: str
    starred: bool
    trashed: bool
    highlights: int
    fraction: float
    tags: tuple[TagLabel, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleText:
    """The frozen text of one version of an article, with its blocks."""

    article_id: int
    version: int
    sha256: str
    text: str
    blocks: tuple[Block, ...] = field(repr=False)


_ROW = """SELECT a.id, a.uuid, a.title, a.author, a.outlet, a.agency, a.url, a.language,
    a.published, a.added, a.word_count, a.status, a.starred, a.trashed, s.highlights,
    coalesce(p.fraction, 0) AS fraction
    FROM article a JOIN article_stats s ON s.article_id = a.id
    LEFT JOIN reading_progress p ON p.article_id = a.id"""


def rows(source: Source, ids: Sequence[int]) -> list[ArticleRow]:
    """Return the list rows of *ids*, in that order; ids that are gone are left out."""
    marks = ",".join("?" * len(ids))
    labels = labels_of(source, "article", ids)
    found = {
        row["id"]: _article_row(row, labels.get(row["id"], ()))
        for row in source.rows(f"{_ROW} WHERE a.id IN ({marks})", tuple(ids))
    }
    return [found[key] for key in ids if key in found]


def rows_of_many(source: Source, ids: Sequence[int]) -> Iterator[ArticleRow]:
    """Yield the list rows of any number of *ids*, in that order."""
    for at in range(0, len(ids), CHUNK):
        yield from rows(source, ids[at : at + CHUNK])


def names(source: Source, ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Return the uuid and title of each of *ids* that is there, in that order."""
    found: dict[int, tuple[str, str]] = {}
    for at in range(0, len(ids), CHUNK):
        part = tuple(ids[at : at + CHUNK])
        marks = ",".join("?" * len(part))
        sql = f"SELECT id, uuid, title FROM article WHERE id IN ({marks})"
        there = {row["id"]: (row["uuid"], row["title"]) for row in source.rows(sql, part)}
        found |= {one: there[one] for one in part if one in there}
    return found


def get(source: Source, article_id: int) -> ArticleRow:
    """Return one article's row; NotFound when it is gone."""
    found = rows(source, [article_id])
    if not found:
        raise NotFound(
            QT_TRANSLATE_NOOP("Errors", "There is no article with the number {id}."), id=article_id
        )
    return found[0]


def text(source: Source, article_id: int) -> ArticleText:
    """Return the current text of an article; NotFound when it is gone."""
    found = source.rows(
        """SELECT t.article_id, t.version, t.sha256, t.text, t.blocks FROM article_text t
        JOIN article a ON a.id = t.article_id AND a.version = t.version WHERE a.id = ?""",
        (article_id,),
    )
    if not found:
        raise _no_text(source, article_id)
    row = found[0]
    blocks = tuple(Block(*block) for block in json.loads(row["blocks"]))
    return ArticleText(row["article_id"], row["version"], row["sha256"], row["text"], blocks)


def words(source: Source, article_id: int) -> tuple[str, int]:
    """Return the current text of an article and its version; NotFound when it is gone.

    For who needs no blocks: those of a text of 1 MB take longer to parse than all else of a click.
    """
    found = source.rows(
        """SELECT t.text, t.version FROM article_text t
        JOIN article a ON a.id = t.article_id AND a.version = t.version WHERE a.id = ?""",
        (article_id,),
    )
    if not found:
        raise _no_text(source, article_id)
    return found[0]["text"], found[0]["version"]


def note(source: Source, article_id: int) -> str:
    """Return the user's note on an article, "" when there is none or no such article."""
    found = source.rows("SELECT note FROM article WHERE id = ?", (article_id,))
    return found[0]["note"] if found else ""


def _no_text(source: Source, article_id: int) -> NotFound:
    """Return what to raise for an article without a text; NotFound when there is none."""
    get(source, article_id)
    return NotFound(
        QT_TRANSLATE_NOOP("Errors", "The text of article {id} is missing."), id=article_id
    )


def find_same_text(source: Source, sha256: str) -> int | None:
    """Return the id of the article that has a version with this text, or None."""
    found = source.ids("SELECT article_id FROM article_text WHERE sha256 = ? LIMIT 1", (sha256,))
    return found[0] if found else None


def id_of_uuid(source: Source, uuid: str) -> int | None:
    """Return the id of the article with this uuid, or None."""
    found = source.ids("SELECT id FROM article WHERE uuid = ?", (uuid,))
    return found[0] if found else None


def ids_of_format(source: Source, source_format: str) -> list[int]:
    """Return the ids of the articles that came from this format."""
    return list(source.ids("SELECT id FROM article WHERE source_format = ?", (source_format,)))


def count(source: Source) -> int:
    """Return the number of articles outside the trash."""
    return source.ids("SELECT count(*) FROM article WHERE trashed = 0")[0]


def outlets(source: Source, *, limit: int = 200) -> list[str]:
    """Return the outlets there are, in alphabetical order."""
    found = source.rows(
        "SELECT DISTINCT outlet, outlet_key FROM article WHERE trashed = 0 AND outlet <> '' "
        "ORDER BY outlet_key LIMIT ?",
        (limit,),
    )
    return [row["outlet"] for row in found]


def text_hash(canonical: str) -> str:
    """Return the SHA-256 (hex) of a canonical text in UTF-8."""
    import hashlib  # loads OpenSSL, which a start of the window has no use for

    return hashlib.sha256(canonical.encode()).hexdigest()


def insert(tx: Transaction, document: Document) -> int:
    """Store *document* as a new article and return its id; it keeps an id that is free."""
    time = now()
    free = document.uuid and id_of_uuid(tx, document.uuid) is None
    return insert_row(
        tx,
        document,
        uuid=document.uuid if free else new_uuid(),
        added=document.added or time,
        modified=document.modified or time,
        sha256=text_hash(document.text),
        created=(document.added if document.uuid else "") or time,
    )


def insert_row(
    tx: Transaction,
    article: Document | PortableArticle,
    *,
    uuid: str,
    added: str,
    modified: str,
    sha256: str,
    created: str,
    version: int = 1,
) -> int:
    """Store *article*, its text and images, without tags and annotations; return its id.

    *sha256* is the hash of the text, *created* the time of this *version*.
    """
    values = article_values(article)
    times = {"added": added, "modified": modified}
    article_id = tx.insert("article", uuid=uuid, version=version, **times, **values)
    text_row = text_values(article, sha256=sha256) | {"version": version}
    tx.insert("article_text", article_id=article_id, created=created, **text_row)
    images.attach(tx, article_id, article.images)
    return article_id


def article_values(article: Document | PortableArticle) -> Row:
    """Return the columns of an article's row, but for its uuid and times."""
    return {
        **details(
            title=article.title,
            author=article.author,
            outlet=article.outlet,
            agency=article.agency,
            note=article.note,
        ),
        "status": article.status,
        "starred": int(article.starred),
        "url": article.url,
        "language": article.language,
        "published": article.published,
        "word_count": count_words(article.text),
        "source_format": article.source_format,
    }


def text_values(article: Document | PortableArticle, *, sha256: str) -> Row:
    """Return the columns of the row of its text, the first version, but for article and time."""
    return {
        "version": 1,
        "sha256": sha256,
        "text": article.text,
        "blocks": blocks_json(article.blocks),
    }


def details(**values: str) -> dict[str, str]:
    """Return metadata columns with the sort keys and folded forms that follow from them."""
    follows = {f"{n}_key": sort_key(values[n]) for n in ("title", "outlet") if n in values}
    folds = ("author", "outlet", "agency", "note")
    folded = {f"{n}_fold": fold(values[n]) for n in folds if n in values}
    return {**values, **follows, **folded}


def blocks_json(blocks: Sequence[Block]) -> str:
    """Return *blocks* as they are stored: [kind, start, end, attrs]."""
    compact = [[b.kind, b.start, b.end, dict(b.attrs)] for b in blocks]
    return json.dumps(compact, ensure_ascii=False, separators=(",", ":"))


def _article_row(row: Row, labels: tuple[TagLabel, ...]) -> ArticleRow:
    values: Row = {**row, "starred": bool(row["starred"]), "trashed": bool(row["trashed"])}
    return ArticleRow(**values, tags=labels)

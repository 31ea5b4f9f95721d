"""A query's tree as SQL: what the text index can answer goes into as few MATCH as possible."""

from collections.abc import Iterable, Sequence
from itertools import product

from desktop.core import tag_path
from desktop.core.folding import fold
from desktop.core.hits import Term, within_bounds
from desktop.core.query_tree import (
    IN_ARTICLE,
    And,
    Filter,
    Near,
    Node,
    Not,
    Or,
    Query,
    Words,
    all_of,
    leaves,
    terms_of,
)
from desktop.library.colour_labels import of_colour

Condition = tuple[str, tuple[object, ...]]
_COLUMNS = {"": "", "title": "title : ", "text": "body : ", "note": "note : ", "quote": "quote : "}


def leading(query: Query) -> tuple[str, list[Condition]]:
    """Return the MATCH that must hold ("" if there is none), and all else that must, of `a`."""
    root = query.root
    if isinstance(root, And):
        texts, rest = _divided(root)
        if found := _match_all(texts):
            return found, rest
        return "", _all(root)
    if root is None:
        return "", []
    found = _match(root)
    return (found, []) if found else ("", [_sql(root)])


def of_query(query: Query) -> list[Condition]:
    """Return the conditions on article `a` that all must hold."""
    found, rest = leading(query)
    return [in_articles(found), *rest] if found else rest


def in_articles(found: str) -> Condition:
    """Match the articles that FTS5 finds."""
    return "a.id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?)", (found,)


def wants_trash(query: Query) -> bool:
    """Tell whether a query asks for what is in the trash."""
    return any(wanted and leaf == Filter("is", "trashed") for leaf, wanted in leaves(query.root))


def match(query: Query) -> str:
    """Return the MATCH for what the article's text must have, "" when there is nothing."""
    root = query.root
    parts = root.parts if isinstance(root, And) else (root,) if root else ()
    node = all_of([part for part in parts if not isinstance(part, Not) and _match(part)])
    return (_match(node) if node else None) or ""


def match_near(query: Query, distance: int) -> str:
    """Return the MATCH for all words of a search near one another, "" unless there are several."""
    root = query.root
    parts = root.parts if isinstance(root, And) else ()
    terms = tuple(one.term for one in parts if isinstance(one, Words) and one.field == "")
    return _fts_near(Near(terms, distance)) if len(terms) > 1 else ""


def of_tag(path: str, *, begun: bool = False) -> Condition:
    """Match articles that carry, or have an annotation that carries, the tag or one below it.

    A path that is only *begun* stands for all that begin so.
    """
    sql, values = tagged(path, begun=begun)
    return f"a.id IN ({sql})", values


def tagged(path: str, *, begun: bool = False) -> Condition:
    """Select the ids of those articles (see `of_tag`); one may come several times."""
    bounds = _bounds(path, begun=begun)
    sql = (
        f"SELECT article_id AS id FROM article_tag WHERE tag_id IN ({_TAGS}) "
        f"UNION ALL SELECT n.article_id FROM annotation n JOIN annotation_tag x "
        f"ON x.annotation_id = n.id WHERE x.tag_id IN ({_TAGS})"
    )
    return sql, bounds + bounds


def carries(path: str) -> Condition:
    """Match those articles (see `of_tag`) by looking at each: quicker where many have the tag."""
    bounds = _bounds(path)
    sql = (
        f"EXISTS (SELECT 1 FROM article_tag x WHERE x.article_id = a.id AND x.tag_id IN ({_TAGS})) "
        f"OR EXISTS (SELECT 1 FROM annotation n JOIN annotation_tag x ON x.annotation_id = n.id "
        f"WHERE n.article_id = a.id AND x.tag_id IN ({_TAGS}))"
    )
    return sql, bounds + bounds


_TAGS = "SELECT id FROM tag WHERE path_fold = ? OR (path_fold > ? AND path_fold < ?)"


def _bounds(path: str, *, begun: bool = False) -> tuple[str, ...]:
    folded = tag_path.folded(path)
    below = (folded, folded + "\U0010ffff") if begun else (folded + "/", folded + "0")
    return (folded, *below)


def _sql(node: Node) -> Condition:
    if found := _match(node):
        return in_articles(found)
    if isinstance(node, And):
        return _joined(" AND ", _all(node))
    if isinstance(node, Or):
        return _any(node)
    if isinstance(node, Not):
        sql, values = _sql(node.part)
        return f"NOT ({sql})", values
    if isinstance(node, Filter):
        return _filter(node)
    return _in_annotations(node)


def _all(node: And) -> list[Condition]:
    """Return the conditions of *node*, those for the text index as one."""
    texts, rest = _divided(node)
    if not texts:
        return rest
    found = _match_all(texts)
    if found:
        return [in_articles(found), *rest]
    sql, values = in_articles(" OR ".join(_grouped([_bare(part) for part in texts])))
    return [(f"NOT ({sql})", values), *rest]


def _divided(node: And) -> tuple[list[Node], list[Condition]]:
    """Return the parts for the text index, and the conditions of the others."""
    texts = [part for part in node.parts if _match(_bare(part))]
    return texts, [_sql(part) for part in node.parts if part not in texts]


def _any(node: Or) -> Condition:
    texts = [part for part in node.parts if _match(part)]
    rest = [_sql(part) for part in node.parts if part not in texts]
    found = [in_articles(" OR ".join(_grouped(texts)))] if texts else []
    return _joined(" OR ", [*found, *rest])


def _bare(node: Node) -> Node:
    return node.part if isinstance(node, Not) else node


def _match(node: Node) -> str | None:
    """Return *node* as an FTS5 expression over the articles, None when it takes more than that."""
    if isinstance(node, Words) and node.field in IN_ARTICLE:
        return _COLUMNS[node.field] + _fts_term(node.term)
    if isinstance(node, Near) and node.field in IN_ARTICLE:
        return _COLUMNS[node.field] + _fts_near(node)
    if isinstance(node, And) and all(_match(_bare(part)) for part in node.parts):
        return _match_all(node.parts)
    if isinstance(node, Or) and all(_match(part) for part in node.parts):
        return " OR ".join(_grouped(node.parts))
    return None


def _match_all(parts: Sequence[Node]) -> str | None:
    """Join by AND, and NOT what is left out; None when all is: FTS5 has no such expression."""
    wanted = [part for part in parts if not isinstance(part, Not)]
    left_out = [part.part for part in parts if isinstance(part, Not)]
    if not wanted:
        return None
    found = " AND ".join(_grouped(wanted))
    if left_out:
        found = f"({found}) NOT ({' OR '.join(_grouped(left_out))})"
    return found


def _grouped(nodes: Sequence[Node]) -> list[str]:
    found = [(node, _match(node)) for node in nodes]
    return [f"({text})" if isinstance(node, And | Or) else text for node, text in found if text]


def _fts_term(term: Term) -> str:
    found = _fts_phrases(term)
    return f"({' OR '.join(found)})" if len(found) > 1 else found[0]


def _fts_phrases(term: Term) -> list[str]:
    """Quote a term and its other forms for FTS5; `indexed` and forms hold no quotation mark."""
    written = f'"{term.indexed}"' + ("*" if term.prefix else "")
    others = (f'"{" ".join(words)}"' for words in product(*term.forms)) if term.forms else ()
    return list(dict.fromkeys((written, *others)))


def _fts_near(near: Near) -> str:
    """Write NEAR for each choice of forms: FTS5 takes phrases in it, but no OR."""
    terms = within_bounds(near.terms)
    choices = product(*map(_fts_phrases, terms))
    found = [f"NEAR({' '.join(one)}, {near.distance})" for one in choices]
    return f"({' OR '.join(found)})" if len(found) > 1 else found[0]


def _in_annotations(node: Words | Near) -> Condition:
    sql = (
        "a.id IN (SELECT n.article_id FROM annotation_fts f JOIN annotation n ON n.id = f.rowid "
        "WHERE annotation_fts MATCH ?)"
    )
    text = _fts_near(node) if isinstance(node, Near) else _fts_term(node.term)
    found = _COLUMNS[node.field] + text
    if node.field == "quote":
        return sql, (found,)
    words = [word for one in terms_of(node) for word in _forms_of(one)]
    in_note, values = _joined(" AND ", [_in_note(forms) for forms in words])
    return f"{sql} OR (a.note_fold <> '' AND {in_note})", (found, *values)


def _forms_of(term: Term) -> Iterable[tuple[str, ...]]:
    return term.forms or ((word,) for word in term.words)


def _in_note(forms: Sequence[str]) -> Condition:
    """Match an article's note, which no index has: the word as typed anywhere, forms as words."""
    typed, *others = forms
    conditions: list[Condition] = [("a.note_fold LIKE ? ESCAPE '\\'", (f"%{_like(typed)}%",))]
    as_word = "' ' || a.note_fold || ' ' GLOB ?"
    conditions += [(as_word, (f"*[^a-z0-9]{form}[^a-z0-9]*",)) for form in others]
    return _joined(" OR ", conditions)


def _filter(wanted: Filter) -> Condition:
    if wanted.field == "tag":
        return of_tag(wanted.value, begun=wanted.begun)
    if wanted.field == "feed":
        return _FEED, (f"%{_like(fold(wanted.value))}%",) * 2
    if wanted.field == "status":
        return "a.status = ?", (wanted.value,)
    if wanted.field == "colour":
        coloured, values = of_colour(wanted.value, begun=wanted.begun)
        return _COLOUR.format(coloured), values
    if wanted.field == "published":
        return _published(wanted)
    if wanted.field in ("added", "words"):
        return _between(wanted)
    if wanted.field == "is":
        return ("a.starred = 1" if wanted.value == "starred" else "a.trashed = 1"), ()
    if wanted.field == "has":
        return _HAS[wanted.value], ()
    return _alike(wanted)


_FEED = (
    "a.id IN (SELECT i.article_id FROM feed_item i JOIN feed f ON f.id = i.feed_id "
    "WHERE f.title_fold LIKE ? ESCAPE '\\' OR f.folder_fold LIKE ? ESCAPE '\\')"
)
_COLOUR = "EXISTS (SELECT 1 FROM annotation n WHERE n.article_id = a.id AND {})"
_HAS = {
    "highlight": "EXISTS (SELECT 1 FROM annotation n WHERE n.article_id = a.id)",
    "note": "a.note <> '' OR EXISTS "
    "(SELECT 1 FROM annotation n WHERE n.article_id = a.id AND n.note <> '')",
    "tag": "EXISTS (SELECT 1 FROM article_tag x WHERE x.article_id = a.id) OR EXISTS "
    "(SELECT 1 FROM annotation n JOIN annotation_tag x ON x.annotation_id = n.id "
    "WHERE n.article_id = a.id)",
}


def _published(wanted: Filter) -> Condition:
    """Match when the period a partial date may mean overlaps the period asked for."""
    first_day = "a.published || substr('-01-01', 1 + length(a.published) - 4)"
    conditions = ["a.published <> ''"]
    values: list[str] = []
    if wanted.value:
        # As texts, "2023-09" < "2023-09-01": compare with as much of the day as is known.
        conditions.append("a.published >= substr(?, 1, length(a.published))")
        values.append(wanted.value)
    if wanted.until:
        conditions.append(f"{first_day} <= ?")
        values.append(wanted.until)
    return " AND ".join(conditions), tuple(values)


def _between(wanted: Filter) -> Condition:
    """Match a time added or a number of words between two limits, both inclusive."""
    column = "a.added" if wanted.field == "added" else "a.word_count"
    limits: list[Condition] = []
    if wanted.value:
        limits.append((f"{column} >= ?", (_limit(wanted.field, wanted.value),)))
    if wanted.until:
        limits.append((f"{column} <= ?", (_limit(wanted.field, wanted.until, end=True),)))
    return _joined(" AND ", limits)


def _limit(field: str, value: str, *, end: bool = False) -> object:
    if field == "words":
        return int(value)
    return f"{value}T\U0010ffff" if end else value


def _alike(wanted: Filter) -> Condition:
    """Match a metadata field that contains the value, whatever the case and accents."""
    if wanted.field == "language":
        code = wanted.value.lower()
        if wanted.begun:
            return "a.language LIKE ? ESCAPE '\\'", (f"{_like(code)}%",)
        return "a.language = ?", (code,)
    return f"a.{wanted.field}_fold LIKE ? ESCAPE '\\'", (f"%{_like(fold(wanted.value))}%",)


def _like(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _joined(operator: str, conditions: Sequence[Condition]) -> Condition:
    sql = operator.join(f"({one})" for one, _ in conditions)
    return sql, tuple(value for _, values in conditions for value in values)

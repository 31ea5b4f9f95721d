"""The notebook: which highlights of the whole library to list, in which order."""

from array import array
from dataclasses import dataclass, field, replace

from desktop.core import tag_path
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.hits import Term
from desktop.core.people import EVERYONE, People
from desktop.core.query_tree import And, Filter, Near, Node, Not, Or, Query, Words, leaves
from desktop.library import conditions
from desktop.library.annotations import written_by
from desktop.library.colour_labels import of_colour
from desktop.library.conditions import Condition
from desktop.library.connection import Source

GROUPS = ("article", "day", "tag")
FACETS = ("tag", "colour", "outlet", "author", "date", "note", "language", "coder")
UNTAGGED = "/"  # no path can be so
ID_BITS = 40
_ID_MASK = (1 << ID_BITS) - 1
_TEXTS = ("", "quote", "note")
_MORE = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Notes:
    """What the notebook asks for; None leaves a facet alone, "" asks for those without a value.

    `tag` is a path (with all below it) or UNTAGGED, `date` the beginning of the ISO date on which
    highlights were made, or two days parted by "..", `note` "yes" or "no", `author` the article's,
    `coder` the highlight's. Only highlights of `people` are there at all. `group` is one of GROUPS.
    """

    query: Query = field(default_factory=Query)
    tag: str | None = None
    colour: str | None = None
    outlet: str | None = None
    author: str | None = None
    date: str | None = None
    note: str | None = None
    language: str | None = None
    coder: str | None = None
    people: People = EVERYONE
    group: str = "article"

    @property
    def facets(self) -> dict[str, str]:
        """The facets that are chosen, with their values."""
        return {name: value for name in FACETS if isinstance(value := getattr(self, name), str)}

    def with_facet(self, name: str, value: str | None) -> "Notes":
        """Return these notes narrowed by a facet, or (None) not narrowed by it."""
        return replace(self, **{name: value})


def entries(source: Source, notes: Notes) -> "array[int]":
    """Return the entries of the list: `annotation_of` and `tag_of` tell what each stands for.

    By tag, a highlight is listed under each of its tags (within the tag that is asked for).
    """
    if notes.group not in GROUPS:
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "There is no order “{name}”. Choose one of: {known}."),
            name=notes.group,
            known=", ".join(GROUPS),
        )
    condition, parameters = where(notes)
    if notes.group == "tag":
        return _by_tag(source, notes, condition, parameters)
    return source.ids(_SELECT[notes.group].format(condition=condition), parameters)


def annotation_of(entry: int) -> int:
    """Return the annotation that an entry stands for."""
    return entry & _ID_MASK


def tag_of(entry: int) -> int:
    """Return the tag under which an entry is listed, 0 for none."""
    return entry >> ID_BITS


def where(notes: Notes, *, without: str = "") -> Condition:
    """Return the condition on annotation `n` and its article `a`, *without* one of the facets."""
    found: list[Condition] = [("a.trashed = 0", ())]
    found += [_facet(name, value) for name, value in notes.facets.items() if name != without]
    if notes.people.names is not None:
        found.append(written_by(notes.people))
    if notes.query.root:
        found.append(_of_node(notes.query.root))
    return _joined(" AND ", found)


def of_tag(path: str) -> Condition:
    """Match annotations `n` that carry the tag with *path* or one below it."""
    if path == UNTAGGED:
        return "NOT EXISTS (SELECT 1 FROM annotation_tag x WHERE x.annotation_id = n.id)", ()
    inside, values = _tags_in(path)
    return f"n.id IN (SELECT annotation_id FROM annotation_tag WHERE tag_id IN ({inside}))", values


_SELECT = {
    # From the article on, in the order of two indexes: nothing is sorted.
    "article": "SELECT n.id FROM article a CROSS JOIN annotation n ON n.article_id = a.id "
    'WHERE {condition} ORDER BY a.added DESC, a.id DESC, n."start", n."end", n.id',
    "day": "SELECT n.id FROM annotation n JOIN article a ON a.id = n.article_id "
    "WHERE {condition} ORDER BY n.created DESC, n.id DESC",
}


def _by_tag(
    source: Source, notes: Notes, condition: str, parameters: tuple[object, ...]
) -> "array[int]":
    """List tag by tag from an index: sorting a million entries by their tags takes seconds."""
    found = array("q")
    matching = source.ids(_SELECT["article"].format(condition=condition), parameters)
    wanted = set(matching)
    for tag in _listed_tags(source, notes):
        carriers = source.ids(
            "SELECT annotation_id FROM annotation_tag WHERE tag_id = ? ORDER BY annotation_id DESC",
            (tag,),
        )
        found.extend(tag << ID_BITS | one for one in carriers if one in wanted)
    if notes.tag in (None, UNTAGGED):
        tagged = {annotation_of(entry) for entry in found}
        found.extend(one for one in matching if one not in tagged)
    return found


def _listed_tags(source: Source, notes: Notes) -> "array[int]":
    if notes.tag in (None, UNTAGGED):
        return source.ids("SELECT id FROM tag ORDER BY path_key, id")
    inside, values = _tags_in(notes.tag or "")
    return source.ids(f"SELECT id FROM tag WHERE id IN ({inside}) ORDER BY path_key, id", values)


def _facet(name: str, value: str) -> Condition:
    if name == "tag":
        return of_tag(value)
    if name == "date":
        first, _, last = value.partition("..")
        return "n.created >= ? AND n.created < ?", (first, (last or first) + _MORE)
    if name == "note":
        return ("n.note <> ''" if value == "yes" else "n.note = ''"), ()
    if name == "colour":
        return of_colour(value)
    if name == "coder":
        return "n.author = ?", (value,)
    return f"a.{name} = ?", (value,)


def _tags_in(path: str) -> Condition:
    folded = tag_path.folded(path)
    sql = "SELECT id FROM tag WHERE path_fold = ? OR (path_fold > ? AND path_fold < ?)"
    return sql, (folded, folded + "/", folded + "0")


def _of_node(node: Node) -> Condition:
    """Return a search over quotes and notes as SQL; what asks for the article asks there."""
    if found := _match(node):
        return "n.id IN (SELECT rowid FROM annotation_fts WHERE annotation_fts MATCH ?)", (found,)
    if isinstance(node, And):
        return _all(node)
    if isinstance(node, Or):
        return _joined(" OR ", [_of_node(part) for part in node.parts])
    if isinstance(node, Not):
        sql, values = _of_node(node.part)
        return f"NOT ({sql})", values
    if isinstance(node, Filter) and not node.begun:
        own = {"tag": "tag", "colour": "colour"}.get(node.field)
        if own:
            return _facet(own, node.value)
        if node == Filter("has", "note"):
            return _facet("note", "yes")
        if node == Filter("has", "tag"):
            return f"NOT ({of_tag(UNTAGGED)[0]})", ()
    return _joined(" AND ", conditions.of_query(Query(node)))


def _all(node: And) -> Condition:
    """Ask the text index once for all words that must be there."""
    texts = [found for part in node.parts if (found := _match(part))]
    rest = [_of_node(part) for part in node.parts if not _match(part)]
    if texts:
        found = " AND ".join(f"({text})" for text in texts)
        sql = "n.id IN (SELECT rowid FROM annotation_fts WHERE annotation_fts MATCH ?)"
        rest.insert(0, (sql, (found,)))
    return _joined(" AND ", rest)


def _match(node: Node) -> str:
    """Return *node* as an FTS5 expression over the annotations, "" when it takes more than that."""
    if isinstance(node, Words) and node.field in _TEXTS:
        return _column(node.field) + _term(node.term)
    if isinstance(node, Near) and node.field in _TEXTS:
        words = " ".join(map(_term, node.terms))
        return f"{_column(node.field)}NEAR({words}, {node.distance})"
    if isinstance(node, Or) and all(map(_match, node.parts)):
        return " OR ".join(f"({_match(part)})" for part in node.parts)
    return ""


def _column(name: str) -> str:
    return f"{name} : " if name else ""


def _term(term: Term) -> str:
    return f'"{term.indexed}"' + ("*" if term.prefix else "")


def _joined(operator: str, parts: list[Condition]) -> Condition:
    sql = operator.join(f"({one})" for one, _ in parts)
    return sql, tuple(value for _, values in parts for value in values)


def marked(query: Query) -> tuple[Term, ...]:
    """Return the terms to mark in quotes and notes."""
    found: dict[Term, None] = {}
    for leaf, wanted in leaves(query.root):
        if wanted and isinstance(leaf, Words | Near) and leaf.field in _TEXTS:
            found.update(dict.fromkeys(leaf.terms if isinstance(leaf, Near) else (leaf.term,)))
    return tuple(found)

"""Collects the word forms of texts, titles and notes that are new or changed, with their keys."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.core.folding import composed, fold
from desktop.core.word_keys import LANGUAGES, SHORTEST, normal
from desktop.library.connection import Row, Source, execute
from desktop.library.word_process import key_process

if TYPE_CHECKING:
    from sqlite_utils import Database

ARTICLES = 100
STRETCH = 50_000
ASKED_AT_ONCE = 50
STORED_AT_ONCE = 200
_FORM = re.compile(rf"[^\W\d_]{{{SHORTEST},40}}")
# Whole batches in one statement each: Python lets the window's thread go on meanwhile.
_GIVEN = (
    "WITH given AS MATERIALIZED (SELECT json_extract(value, '$[0]') AS language, "
    "json_extract(value, '$[1]') AS form, json_extract(value, '$[2]') AS folded, "
    "json_extract(value, '$[3]') AS keys FROM json_each(?)) "
)
_STORE = (
    f"{_GIVEN} INSERT OR IGNORE INTO word_form (language, form, folded) "
    "SELECT language, form, folded FROM given",
    f"{_GIVEN} INSERT OR IGNORE INTO word_form_key (language, key, form_id) "
    "SELECT g.language, k.value, w.id FROM given g CROSS JOIN json_each(g.keys) k "
    "JOIN word_form w ON w.language = g.language AND w.form = g.form",
)
Form = tuple[str, str]
Store = Callable[["Callable[[Database], None]"], object]


@dataclass(frozen=True, slots=True)
class NewForms:
    """Forms that the library lacks, with their keys.

    `done` are the rows of word_todo they come from; `rest` are (article, byte of its text) to go
    on with.
    """

    keys: dict[Form, list[str]]
    done: tuple[int, ...] = ()
    rest: tuple[tuple[int, int], ...] = ()


def collect(source: Source, store: Store, stopped: Callable[[], bool]) -> int:
    """Collect all that is to do, in small steps; return how many forms were new.

    *store* runs a step with the writing connection; *stopped* is asked between slices of some
    milliseconds, and may take its time to answer. May raise OSError: without the key process
    nothing can be collected.
    """
    count = 0
    while not stopped() and (found := new_forms(source, stopped)):
        for part in parts(found):
            if stopped():
                return count
            store(lambda db, part=part: put(db, part))
        count += len(found.keys)
    return count


def new_forms(source: Source, stopped: Callable[[], bool] = lambda: False) -> NewForms | None:
    """Return the new forms of the next articles, None when there are no more (or when stopped).

    Computes keys in the key process: not for the GUI thread, nor for the writer lane.
    """
    rows = source.rows(
        "SELECT q.id, q.article_id, q.text_from, a.language, a.title, a.note, CASE "
        "WHEN q.text_from >= 0 "
        f"THEN substr(CAST(t.text AS BLOB), q.text_from + 1, {STRETCH}) END AS stretch "
        "FROM word_todo q LEFT JOIN article a ON a.id = q.article_id "
        "LEFT JOIN article_text t ON t.article_id = a.id AND t.version = a.version "
        f"ORDER BY q.id LIMIT {ARTICLES}"
    )
    if not rows:
        return None
    seen: dict[Form, None] = {}
    rest: list[tuple[int, int]] = []
    for row in rows:
        if stopped():
            return None
        if row["language"] in LANGUAGES:
            text, behind = _stretch(row)
            forms = _FORM.findall(composed("\n".join((text, *_titles_and_notes(source, row)))))
            seen.update(dict.fromkeys((row["language"], normal(form)) for form in forms))
            rest += [(row["article_id"], behind)] if behind else []
    keys = keys_of(_unknown(source, list(seen)), stopped)
    return None if stopped() else NewForms(keys, tuple(row["id"] for row in rows), tuple(rest))


def keys_of(forms: Sequence[Form], stopped: Callable[[], bool]) -> dict[Form, list[str]]:
    """Return the keys of (language, form) pairs, few at a time: a query may want its turn."""
    found: dict[Form, list[str]] = {}
    for some in _cut(forms, ASKED_AT_ONCE):
        if stopped():
            break
        asked = [(form, language, False) for language, form in some]
        found.update(zip(some, key_process().keys(asked, waiting=True), strict=True))
    return found


def parts(found: NewForms) -> Iterator[NewForms]:
    """Cut what was found into steps of some milliseconds; the last says that it is done."""
    for some in _cut(list(found.keys), STORED_AT_ONCE):
        yield NewForms({form: found.keys[form] for form in some})
    yield replace(found, keys={})


def put(db: Database, found: NewForms) -> None:
    """Store new forms. They are derived from the texts, so there is nothing to undo."""
    execute(db, "BEGIN IMMEDIATE")
    try:
        _insert(db, found)
        execute(db, "COMMIT")
    except BaseException:
        execute(db, "ROLLBACK")
        raise


def _insert(db: Database, found: NewForms) -> None:
    forms = [[language, form, fold(form), keys] for (language, form), keys in found.keys.items()]
    given = json.dumps(forms, ensure_ascii=False)
    for sql in _STORE if forms else ():
        execute(db, sql, (given,))
    for number in found.done:
        execute(db, "DELETE FROM word_todo WHERE id = ?", (number,))
    for one in found.rest:
        execute(db, "INSERT INTO word_todo (article_id, text_from) VALUES (?, ?)", one)


def _stretch(row: Row) -> tuple[str, int]:
    """Return the next piece of a text, cut at a space, and the byte behind it (0 at the end)."""
    found: bytes = row["stretch"] or b""
    if len(found) < STRETCH:
        return found.decode(errors="ignore"), 0
    end = found.rfind(b" ") if b" " in found[1:] else len(found)
    return found[:end].decode(errors="ignore"), row["text_from"] + end


def _titles_and_notes(source: Source, row: Row) -> list[str]:
    """Return what is read beside the text, once: quotes stand in the text unless it is gone."""
    if row["text_from"] > 0:
        return []
    found = source.rows(
        "SELECT note, CASE WHEN orphaned THEN exact ELSE '' END AS quote FROM annotation "
        "WHERE article_id = ? AND (note <> '' OR orphaned)",
        (row["article_id"],),
    )
    notes = [text for one in found for text in (one["note"], one["quote"])]
    return [row["title"], row["note"], *notes]


def _unknown(source: Source, forms: Sequence[Form]) -> list[Form]:
    unknown: list[Form] = []
    for some in _cut(forms, 400):
        values = ", ".join(["(?, ?)"] * len(some))
        rows = source.rows(
            f"WITH seen(language, form) AS (VALUES {values}) SELECT language, form FROM seen "
            "WHERE NOT EXISTS (SELECT 1 FROM word_form w "
            "WHERE w.language = seen.language AND w.form = seen.form)",
            tuple(itertools.chain.from_iterable(some)),
        )
        unknown += [(row["language"], row["form"]) for row in rows]
    return unknown


def _cut(forms: Sequence[Form], most: int) -> Iterator[Sequence[Form]]:
    return (forms[at : at + most] for at in range(0, len(forms), most))

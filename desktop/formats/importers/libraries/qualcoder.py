"""QualCoder projects: plain texts, codes in a tree of categories, positions by code points."""

from collections.abc import Iterator
from typing import Any

from desktop.core.portable import PortableTag
from desktop.formats.api import Item
from desktop.formats.importers.libraries import coded, values
from desktop.formats.importers.libraries.coded import Passage
from desktop.formats.importers.libraries.frozen_text import of_lines
from desktop.formats.importers.libraries.losses import Losses
from desktop.formats.importers.libraries.sqlite_file import SqliteFile

_FORMAT = "qualcoder"
_SOURCE = frozenset({"id", "name", "fulltext", "memo", "date", "mediapath"})
_CODED = frozenset(
    {"ctid", "cid", "fid", "seltext", "pos0", "pos1", "owner", "date", "memo", "avid"}
)
_CODE = frozenset({"cid", "name", "catid", "color", "supercid", "memo"})
_CATEGORY = frozenset({"catid", "name", "supercatid", "memo"})
_ANNOTATION = frozenset({"anid", "fid", "pos0", "pos1", "memo", "owner", "date"})
_OTHERS = ("code_image", "code_av", "cases", "attribute", "journal")


def read_project(file: SqliteFile) -> Iterator[Item]:
    """Yield the text sources with their coded passages and annotations."""
    losses = Losses()
    codes = _codes(file, losses)
    yield from _described(file)
    passages: dict[int, list[Passage]] = {}
    for row in file.rows("code_text"):
        losses.see(row, _CODED, "code_text.")
        passages.setdefault(row["fid"], []).append(_coded(row, codes))
    for row in file.rows("annotation"):
        losses.see(row, _ANNOTATION, "annotation.")
        passages.setdefault(row["fid"], []).append(_noted(row))
    for row in file.rows("source"):
        losses.see(row, _SOURCE, "source.")
        raw = row["fulltext"]
        if not isinstance(raw, str) or not raw.strip():
            losses.name(f"source: {row['name']}")
            continue
        yield coded.document(
            of_lines(raw),
            raw,
            passages.get(row["id"], []),
            title=str(row["name"] or ""),
            source_format=_FORMAT,
            note=values.lines(row["memo"]),
            added=values.time(row["date"]),
        )
    for table in _OTHERS:
        if next(file.rows(table), None):
            losses.name(table)
    yield from losses.remarks()


def _codes(file: SqliteFile, losses: Losses) -> dict[int, tuple[str, str]]:
    """Return the tag path and the colour of each code."""
    categories: dict[int, dict[str, Any]] = {}
    for row in file.rows("code_cat"):
        losses.see(row, _CATEGORY, "code_cat.")
        categories[row["catid"]] = row
    codes: dict[int, dict[str, Any]] = {}
    for row in file.rows("code_name"):
        losses.see(row, _CODE, "code_name.")
        codes[row["cid"]] = row
    return {
        key: (values.path(_branch(row, codes, categories)), values.colour(row["color"]))
        for key, row in codes.items()
    }


def _described(file: SqliteFile) -> Iterator[PortableTag]:
    """Yield the codes and categories that have a memo or a colour."""
    categories = {row["catid"]: row for row in file.rows("code_cat")}
    codes = {row["cid"]: row for row in file.rows("code_name")}
    for row in categories.values():
        above = {**row, "catid": row["supercatid"]}
        if (path := values.path(_branch(above, {}, categories))) and row.get("memo"):
            yield PortableTag("", path, description=values.lines(row["memo"]))
    for row in codes.values():
        if path := values.path(_branch(row, codes, categories)):
            colour = values.colour(row["color"]) if row.get("color") else ""
            yield PortableTag("", path, colour, values.lines(row.get("memo")))


def _branch(
    row: dict[str, Any], codes: dict[int, dict[str, Any]], categories: dict[int, dict[str, Any]]
) -> list[str]:
    """Return the names from the root to the code; a circle of categories ends."""
    names = [str(row["name"] or "")]
    seen: set[int] = set()
    while (above := row.get("supercid")) in codes and id(codes[above]) not in seen:
        row = codes[above]
        seen.add(id(row))
        names.insert(0, str(row["name"] or ""))
    key = row["catid"]
    while key in categories and key not in seen:
        seen.add(key)
        names.insert(0, str(categories[key]["name"] or ""))
        key = categories[key]["supercatid"]
    return names


def _coded(row: dict[str, Any], codes: dict[int, tuple[str, str]]) -> Passage:
    path, colour = codes.get(row["cid"], ("", "yellow"))
    return Passage(
        _position(row["pos0"]),
        _position(row["pos1"]),
        exact=str(row["seltext"] or ""),
        tags=(path,) if path else (),
        note=str(row["memo"] or ""),
        author=str(row["owner"] or ""),
        colour=colour,
        created=values.time(row["date"]),
    )


def _noted(row: dict[str, Any]) -> Passage:
    return Passage(
        _position(row["pos0"]),
        _position(row["pos1"]),
        note=str(row["memo"] or ""),
        author=str(row["owner"] or ""),
        created=values.time(row["date"]),
    )


def _position(value: object) -> int:
    return value if isinstance(value, int) else 0

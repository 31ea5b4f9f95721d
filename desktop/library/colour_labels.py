"""The labels of highlight colours: what each colour means to the user, in the user's words."""

from desktop.core.colours import COLOURS
from desktop.core.folding import fold
from desktop.core.ids import now
from desktop.library.connection import Row, Source
from desktop.library.transaction import Transaction

Condition = tuple[str, tuple[str, ...]]


def labels(source: Source) -> dict[str, str]:
    """Return the labels by colour, in the order of the colours; only of those that have one."""
    found = {row["colour"]: row["name"] for row in rows_by_colour(source)}
    return {colour: found[colour] for colour in COLOURS if colour in found}


def rows_by_colour(source: Source) -> list[Row]:
    """Return the rows as they are; none from a file that can only be read and is older."""
    if not source.rows("SELECT 1 FROM sqlite_master WHERE name = 'colour_label'"):
        return []
    return source.rows("SELECT * FROM colour_label ORDER BY colour")


def put(tx: Transaction, colour: str, name: str) -> None:
    """Let a colour be called *name*; "" takes its label away."""
    known = tx.rows("SELECT id, name FROM colour_label WHERE colour = ?", (colour,))
    if known and not name:
        tx.delete("colour_label", known[0]["id"])
    elif known and known[0]["name"] != name:
        key = known[0]["id"]
        tx.update("colour_label", key, name=name, name_fold=fold(name), modified=now())
    elif name and not known:
        tx.insert("colour_label", colour=colour, name=name, name_fold=fold(name), modified=now())


def of_colour(value: str, *, begun: bool = False) -> Condition:
    """Return the condition that annotation `n` has a colour, or one whose label is *value*."""
    if value in COLOURS:
        return "n.colour = ?", (value,)
    wanted = fold(value)
    inside = "n.colour IN (SELECT colour FROM colour_label WHERE {})"
    if begun:
        return inside.format("substr(name_fold, 1, length(?)) = ?"), (wanted, wanted)
    return inside.format("name_fold = ?"), (wanted,)

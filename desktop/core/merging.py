"""What two people's copies of the same thing come to: the same whoever takes in whose.

Each function is commutative and idempotent, and loses no word that a person wrote.
"""

import uuid

_RULE = "\n\n———\n\n"


def pick(mine: str, my_time: str, theirs: str, their_time: str) -> str:
    """Return the value that stays: one that is not empty, the later, the greater."""
    return max((mine != "", my_time, mine), (theirs != "", their_time, theirs))[2]


def join_notes(mine: str, theirs: str) -> str:
    """Return both notes as one; a part that both have stands there once."""
    parts = set(mine.split(_RULE)) | set(theirs.split(_RULE))
    parts.discard("")
    kept = [one for one in parts if not any(one != other and one in other for other in parts)]
    return _RULE.join(sorted(kept))


def second_id(taken: str, what: str) -> str:
    """Return the id for *what* when the id *taken* stands for something else already."""
    return str(uuid.uuid5(uuid.UUID(taken), what))

"""Notes that were typed and are not saved yet, in a small file that outlives a crash."""

import json
import os
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class Draft:
    """`text` was typed as the note on the highlight or article `uuid`; `stored` is the old note."""

    kind: Literal["annotation", "article"]
    uuid: str
    text: str
    stored: str


class DraftFile:
    """The drafts of one library, beside it or, when there is no room, in *other_folder*."""

    def __init__(self, library: Path, other_folder: Path) -> None:
        self._places = (
            library.with_name(library.name + ".drafts"),
            other_folder / f"{library.name}.drafts",
        )
        self._library = str(library.absolute())
        self._guard = threading.Lock()
        self._newest = 0

    def read(self) -> list[Draft]:
        """Return what was left; nothing when there is none or it cannot be read."""
        for place in self._places:
            with suppress(OSError, ValueError, TypeError, KeyError):
                content = json.loads(place.read_text(encoding="utf-8"))
                if content["library"] in ("", self._library):
                    return [Draft(**one) for one in content["drafts"]]
        return []

    def write(self, drafts: Sequence[Draft], number: int) -> bool:
        """Keep *drafts* and no others; an older *number* than the last is passed over.

        From any thread. False when no place takes them.
        """
        with self._guard:
            if number < self._newest:
                return True
            self._newest = number
            if not drafts:
                _delete(self._places)
                return True
            for place in self._places:
                try:
                    _replace(place, self._content(place, drafts))
                except OSError:
                    continue
                _delete(other for other in self._places if other != place)
                return True
            return False

    def _content(self, place: Path, drafts: Sequence[Draft]) -> bytes:
        beside = place == self._places[0]  # there the name says it, also when all is moved
        content = {
            "library": "" if beside else self._library,
            "drafts": [asdict(one) for one in drafts],
        }
        return json.dumps(content, ensure_ascii=False).encode("utf-8", "replace")


def _replace(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = place.with_name(place.name + ".part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _delete(places: Iterable[Path]) -> None:
    for place in places:
        for one in (place, place.with_name(place.name + ".part")):
            with suppress(OSError):
                one.unlink(missing_ok=True)

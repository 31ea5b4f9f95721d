"""The process that parses files which nobody vouches for. It knows no library and no Qt.

Requests and answers are JSON lines (see `wire`): `{"id", "path", "whole_page", "columns",
"look"}` in; out `{"id", "document" | "remark" | "table" | "error"}` any number of times, then
`{"id", "done"}`; in between `{"id", "pulse"}` while there is work.
"""

import os
import sys
from pathlib import Path
from typing import Any

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats import limits, wire
from desktop.formats.desk import Desk

_BROKEN = QT_TRANSLATE_NOOP(
    "Errors",
    "“{name}” is damaged or not what its name says ({reason}). "
    "Open it in its own program, save it anew and import that file.",
)


def main() -> None:
    """Answer requests until the program closes the pipe."""
    desk = Desk()
    fence = desk.guard()
    for request in desk.requests():
        fence.input = request["path"]
        desk.begin(id=request["id"])
        _answer(request, desk)
        fence.input = ""
        desk.done()


def _answer(request: dict[str, Any], desk: Desk) -> None:
    from desktop.formats import registry

    path = Path(request["path"])
    try:
        found = registry.read(
            path,
            whole_page=request["whole_page"],
            columns=request["columns"],
            look=request["look"],
        )
        for item in found:
            desk.send(wire.of_item(item))
            limits.start_clock()
        return
    except UserError as error:
        reason = error
    except MemoryError:  # what is left of the heap may be too little for the next file
        os._exit(limits.TOO_MUCH_MEMORY)
    except Exception as error:  # a parser may raise anything at a hostile file
        reason = UserError(_BROKEN, name=path.name, reason=type(error).__name__)
    desk.send(wire.of_item(reason))


if __name__ == "__main__":
    sys.exit(main())

"""The process that parses files which nobody vouches for. It knows no library and no Qt.

Requests and answers are JSON lines (see `wire`): `{"id", "path", "whole_page", "columns",
"look"}` in; out `{"id", "document" | "remark" | "table" | "error"}` any number of times, then
`{"id", "done"}`; in between `{"id", "pulse"}` while there is work.
"""

import os
import sys
import threading
from pathlib import Path
from typing import Any, BinaryIO

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats import limits, wire

_SENDING = threading.Lock()
_BROKEN = QT_TRANSLATE_NOOP(
    "Errors",
    "“{name}” is damaged or not what its name says ({reason}). "
    "Open it in its own program, save it anew and import that file.",
)


def main() -> None:
    """Answer requests until the program closes the pipe."""
    requests, answers = _pipes()
    fence = limits.Fence(limits.module_roots())
    limits.lower_priority()
    limits.hold_memory()
    at_hand: list[object] = []
    limits.start_pulse(lambda: _beat(answers, at_hand))
    fence.install()
    for line in requests:
        request = wire.load(line)
        fence.input = request["path"]
        limits.start_clock()
        at_hand[:] = [request["id"]]
        _answer(request, answers)
        fence.input = ""
        with _SENDING:  # no pulse may follow
            at_hand.clear()
            _write(answers, {"id": request["id"], "done": True})


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Return the pipes to the program; what a library prints goes nowhere near them."""
    requests, answers = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1):
        os.dup2(nowhere, number)
    return os.fdopen(requests, "rb"), os.fdopen(answers, "wb", 1 << 16)


def _answer(request: dict[str, Any], answers: BinaryIO) -> None:
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
            _send(answers, {"id": request["id"], **wire.of_item(item)})
            limits.start_clock()
        return
    except UserError as error:
        reason = error
    except MemoryError:  # what is left of the heap may be too little for the next file
        os._exit(limits.TOO_MUCH_MEMORY)
    except Exception as error:  # a parser may raise anything at a hostile file
        reason = UserError(_BROKEN, name=path.name, reason=type(error).__name__)
    _send(answers, {"id": request["id"], **wire.of_item(reason)})


def _beat(answers: BinaryIO, at_hand: list[object]) -> None:
    with _SENDING:
        if at_hand:
            _write(answers, {"id": at_hand[0], "pulse": True})


def _send(answers: BinaryIO, message: dict[str, Any]) -> None:
    with _SENDING:
        _write(answers, message)


def _write(answers: BinaryIO, message: dict[str, Any]) -> None:
    answers.write(wire.dump(message))
    answers.flush()


if __name__ == "__main__":
    sys.exit(main())

"""A text stream on a binary file that stays open, for exporters that write text."""

import io
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, BinaryIO, TextIO, cast


@contextmanager
def text_out(out: BinaryIO, *, newline: str = "\n") -> Generator[TextIO]:
    """Give *out* as UTF-8 text; it is flushed, not closed."""
    text = io.TextIOWrapper(cast(Any, out), encoding="utf-8", newline=newline)
    try:
        yield text
    finally:
        text.detach()  # or the wrapper would close a file that is not its own

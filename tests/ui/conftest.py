"""A real context on a new library for each test of the window's parts."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from desktop.core.article import Block, Document
from desktop.core.canonical import paragraphs
from desktop.library.lane import WriterLane
from desktop.library.library import Library
from desktop.library.pool import ReaderPool
from desktop.operations.import_articles import store
from desktop.ui.context import Context
from desktop.ui.dispatch import Dispatch
from desktop.ui.garbage import Garbage
from desktop.ui.jobs import Jobs
from desktop.ui.settings import Settings
from desktop.ui.theme import Theme


@pytest.fixture
def context(qapp: QApplication, tmp_path: Path) -> Iterator[Context]:
    QLocale.setDefault(QLocale("en"))
    garbage = Garbage(qapp)
    library = Library(tmp_path / "library.db")
    lane = WriterLane()
    pool = ReaderPool(library.reader)
    settings = Settings(tmp_path / "settings.ini")
    settings.set("theme", "light")
    told: list[tuple[str, str]] = []
    context = Context(
        library=library,
        reader=library.reader(),
        dispatch=Dispatch(library, lane),
        jobs=Jobs(pool),
        settings=settings,
        theme=Theme(qapp, settings),
        tell=lambda text, kind: told.append((text, kind)),
    )
    yield context
    context.jobs.wait()
    lane.close()
    pool.close()
    context.reader.close()
    library.close()
    garbage.stop()


@pytest.fixture
def add_article(context: Context) -> Callable[..., int]:
    """Store an article in the context's library; return its id."""

    def add(text: str, **details: Any) -> int:
        parts = paragraphs(text)
        blocks: list[Block] = []
        at = 0
        for part in parts:
            blocks.append(Block("paragraph", at, at + len(part)))
            at += len(part) + 1
        given = {"title": parts[0][:80], "language": "pl", **details}
        document = Document(
            text="\n".join(parts), blocks=tuple(blocks), source_format="text", **given
        )
        return context.library.run(store, documents=[document]).result.imported[0]

    return add

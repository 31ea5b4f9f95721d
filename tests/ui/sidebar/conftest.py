"""A sidebar that follows the library as the window makes it do."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.core.changes import Changes
from desktop.library import annotations, articles
from desktop.library.annotations import Annotation
from desktop.operations import annotate
from desktop.ui.context import Context
from desktop.ui.sidebar.card_list import CardList
from desktop.ui.sidebar.sidebar import Sidebar

TEXT = "Zażółć gęślą jaźń. 🦊 W Łodzi padał śnieg.\n\n" + " ".join(
    f"Zdanie numer {n} mówi o rzece i o moście." for n in range(60)
)


class Desk:
    """The sidebar with what a test asks of it."""

    def __init__(self, context: Context, qtbot: QtBot, article_id: int) -> None:
        self.told: list[tuple[str, str]] = []
        self.chosen: list[int] = []
        self.returned: list[bool] = []
        self.context = replace(context, tell=lambda text, kind: self.told.append((text, kind)))
        self.qtbot = qtbot
        self.article_id = article_id
        self.sidebar = Sidebar(self.context)
        qtbot.addWidget(self.sidebar, before_close_func=self.leave)
        self.sidebar.annotation_chosen.connect(self.chosen.append)
        self.sidebar.return_to_reader.connect(lambda: self.returned.append(True))
        context.dispatch.changed.connect(self.reload)
        self.sidebar.resize(320, 700)
        self.reload()
        self.sidebar.show()
        qtbot.waitExposed(self.sidebar)

    @property
    def cards(self) -> CardList:
        found = self.sidebar.findChild(CardList, "annotationList")
        assert found is not None
        return found

    @property
    def note(self) -> QPlainTextEdit:
        found = self.sidebar.findChild(QPlainTextEdit, "noteEditor")
        assert found is not None
        return found

    @property
    def article_note(self) -> QPlainTextEdit:
        found = self.sidebar.findChild(QPlainTextEdit, "articleNote")
        assert found is not None
        return found

    @property
    def tag_editor(self) -> QLineEdit:
        found = self.sidebar.findChild(QLineEdit, "tagEditor")
        assert found is not None
        return found

    def settle(self) -> None:
        """Wait until all is written and shown again."""
        self.context.dispatch.settle()
        self.qtbot.wait(20)

    def leave(self, _sidebar: Sidebar) -> None:
        """Save what is open, as the window does when it is closed."""
        self.sidebar.flush()
        self.settle()
        self.context.dispatch.changed.disconnect(self.reload)

    def highlight(self, start: int, end: int, **looks: Any) -> int:
        """Add a highlight behind the sidebar's back."""
        return self.context.library.run(
            annotate.add_highlight, article_id=self.article_id, start=start, end=end, **looks
        ).result

    def reload(self, _changes: Changes | None = None) -> None:
        """Do what the window does after each change."""
        reader = self.context.reader
        row = articles.get(reader, self.article_id)
        self.sidebar.set_article(row, articles.note(reader, self.article_id))
        self.sidebar.set_annotations(self.stored())

    def stored(self) -> list[Annotation]:
        """Return what the library has."""
        return annotations.of_article(self.context.reader, self.article_id)

    def stored_note(self, annotation_id: int) -> str:
        """Return a highlight's note as the library has it."""
        return annotations.get(self.context.reader, annotation_id).note

    def many(self, count: int, **looks: Any) -> list[int]:
        """Add *count* highlights, one after another in the text."""
        ids = [self.highlight(50 + 30 * n, 70 + 30 * n, **looks) for n in range(count)]
        self.reload()
        return ids


@pytest.fixture
def desk(context: Context, qtbot: QtBot, add_article: Callable[..., int]) -> Iterator[Desk]:
    yield Desk(context, qtbot, add_article(TEXT))
    context.settings.set("text_scale", 100)
    QLocale.setDefault(QLocale("en"))

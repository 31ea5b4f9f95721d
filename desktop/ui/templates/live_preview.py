"""What a template makes of a few articles, worked out anew after each rest in typing."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.core.errors import Cancelled, UserError
from desktop.core.portable import PortableArticle
from desktop.formats.text_templates.template import TextTemplate
from desktop.library.connection import Reader
from desktop.operations import templates
from desktop.ui.context import Context
from desktop.ui.dialogs.parts import while_there

_REST_MS = 300
Pick = Callable[[Reader], tuple[PortableArticle, ...]]


class LivePreview(QObject):
    """`shown(str)` or `failed(UserError)`; what was asked before the last question is stopped.

    *pick* reads the articles to show, once.
    """

    shown = Signal(str)
    failed = Signal(object)

    def __init__(self, context: Context, pick: Pick, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = context.jobs
        self._articles: tuple[PortableArticle, ...] | None = None
        self._template: TextTemplate | None = None
        self._stop = threading.Event()
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(self._start)
        self._jobs.ask("template-preview", pick, while_there(self, self._on_articles))

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show a template on."""
        return self._articles == ()

    def ask(self, template: TextTemplate, *, soon: bool = False) -> None:
        """Show what *template* makes, after a rest unless it is to be *soon*."""
        self._template = template
        self._stop.set()
        self._timer.start(0 if soon else _REST_MS)

    def stop(self) -> None:
        """Stop what runs."""
        self._timer.stop()
        self._stop.set()

    def _on_articles(self, articles: tuple[PortableArticle, ...]) -> None:
        self._articles = articles
        self._start()

    def _start(self) -> None:
        template, articles = self._template, self._articles
        if template is None or articles is None:
            return
        stop = self._stop = threading.Event()

        def done(text: str) -> None:
            if not stop.is_set():
                self.shown.emit(text)

        def failed(error: Exception) -> None:
            if isinstance(error, Cancelled) or stop.is_set():
                return
            if not isinstance(error, UserError):
                raise error
            self.failed.emit(error)

        self._jobs.start(
            lambda: templates.preview(template, articles, cancelled=stop.is_set),
            while_there(self, done),
            while_there(self, failed),
        )

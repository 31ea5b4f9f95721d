"""Read the open article aloud from the caret, sentence by sentence, each marked as it is spoken."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QProcess, Signal

from desktop.core.hits import Span
from desktop.core.sentences import sentences
from desktop.library.articles import ArticleText
from desktop.ui.context import Context
from desktop.ui.reader.pane import ReaderPane
from desktop.ui.reader.readers import Readers
from desktop.ui.speech import Speaker, speaker

_STOP_MS = 2_000


class ReadAloud(QObject):
    """`changed` when it begins or ends. Another article, or its end, ends it."""

    changed = Signal()

    def __init__(self, context: Context, readers: Readers, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._readers = readers
        self._reader = readers.active  # it goes on in the text where it began
        self._speaker: Speaker | None = None
        self._process: QProcess | None = None
        self._left: Iterator[Span] = iter(())
        readers.text_left.connect(self._on_left)

    @property
    def on(self) -> bool:
        """Whether it reads."""
        return self._process is not None

    def toggle(self) -> None:
        """Begin at the caret, or stop."""
        if self.on:
            self.stop()
        else:
            self._begin()

    def stop(self) -> None:
        """Be silent."""
        process, self._process = self._process, None
        if process is None:
            return
        process.finished.disconnect(self._on_finished)
        process.errorOccurred.disconnect(self._on_error)
        process.kill()
        process.waitForFinished(_STOP_MS)
        process.deleteLater()
        if self._speaker and self._speaker.hush:
            QProcess.startDetached(self._speaker.hush[0], list(self._speaker.hush[1:]))
        self._end()

    def _on_left(self, pane: ReaderPane) -> None:
        if pane is self._reader:
            self.stop()

    def _begin(self) -> None:
        self._reader = self._readers.active
        text, article = self._reader.article_text, self._reader.article
        if text is None or article is None:
            return
        self._speaker = speaker(article.language)
        if self._speaker is None:
            self._context.tell(
                self.tr(
                    "This computer has no voice that Glosa can use. Install “espeak-ng”, then try "
                    "again."
                ),
                "info",
            )
            return
        self._left = spoken(text, self._reader.view.visible_caret(), article.language)
        self._next()
        self.changed.emit()

    def _next(self) -> None:
        """Speak the next sentence; behind the last one, end."""
        span, text = next(self._left, None), self._reader.text
        if span is None or self._speaker is None:
            self._process = None
            self._end()
            return
        self._reader.show_spoken(span)
        sentence = " ".join(text[slice(*span)].split())
        process = self._process = QProcess(self)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        process.start(self._speaker.program, self._speaker.arguments_for(sentence))
        if self._speaker.by_input and self.on:  # it may have failed at once
            process.write(sentence.encode())
            process.closeWriteChannel()

    def _on_finished(self, code: int) -> None:
        process = self._process
        if process is None:
            return
        process.deleteLater()
        if code == 0:
            self._next()
        else:
            self._fail()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        # What happens to a process that runs is told by its end as well.
        if error == QProcess.ProcessError.FailedToStart and self._process:
            self._process.deleteLater()
            self._fail()

    def _fail(self) -> None:
        self._process = None
        self._end()
        self._context.tell(
            self.tr("The computer's voice stopped with an error. Is it set up for this language?"),
            "warning",
        )

    def _end(self) -> None:
        self._reader.show_spoken(None)
        self.changed.emit()


def spoken(text: ArticleText, point: int, language: str) -> Iterator[Span]:
    """Yield the sentences of a text from the one that holds code point *point*."""
    for block in text.blocks:
        if block.end > point:
            for start, end in sentences(text.text, block.start, block.end, language):
                if end > point:
                    yield start, end

"""The window's way to change something: ask the lane for an operation, hear of the change."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from desktop.core.changes import Changes
from desktop.core.errors import UserError
from desktop.library.history import Step
from desktop.library.lane import Priority, WriterLane
from desktop.library.library import Library, Outcome


class Dispatch(QObject):
    """Hands operations to the lane; all signals arrive on the GUI thread.

    `changed(Changes)` is the one signal that views redraw from, `failed(Exception)` goes to the
    message bar, `history_changed()` to the undo and redo actions, `done(Changes)` follows each
    new step (not undo and redo).
    """

    changed = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    history_changed = Signal()
    _finished = Signal(object, object)

    def __init__(self, library: Library, lane: WriterLane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._lane = lane
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def do(
        self,
        operation: Callable[..., Any],
        *,
        then: Callable[[Any], None] | None = None,
        **arguments: Any,
    ) -> None:
        """Run *operation*; call *then* with its result on the GUI thread when all went well."""
        self._submit(lambda: self._library.run(operation, **arguments), then)

    def undo(self) -> None:
        """Take the last step back."""
        self._submit(self._library.undo, None)

    def undo_if_last(self, step: Step | None) -> None:
        """Take *step* back unless others came after it (the button of an older message)."""
        if step and self._library.undoable == step:
            self.undo()

    def redo(self) -> None:
        """Do the step that was taken back again."""
        self._submit(self._library.redo, None)

    def clicks_wait(self) -> bool:
        """Tell whether a click waits for the lane. From any thread."""
        return self._lane.clicks_wait

    def wind(self, steps: int) -> None:
        """Take so many steps back, or do (negative) so many again, until one cannot be."""
        if steps > 0:
            self._submit(self._library.undo, lambda _step: self.wind(steps - 1))
        elif steps < 0:
            self._submit(self._library.redo, lambda _step: self.wind(steps + 1))

    def in_background(self, job: Callable[[], Any]) -> Any:
        """Run *job* on the lane behind the user's clicks, and wait. Not for the GUI thread."""
        return self._lane.submit(job, priority=Priority.BACKGROUND).result()

    def announce(self, changes: Changes) -> None:
        """Tell of changes made by a job of its own (an import). From any thread."""
        self._finished.emit(Outcome(None, changes), None)

    def settle(self) -> None:
        """Wait until all that was asked for so far is written."""
        self._lane.submit(lambda: None, priority=Priority.LAST).result()

    def _submit(self, job: Callable[[], Any], then: Callable[[Any], None] | None) -> None:
        future: Future[Any] = self._lane.submit(job)
        future.add_done_callback(lambda done: self._finished.emit(done, then))

    def _on_finished(self, done: Any, then: Callable[[Any], None] | None) -> None:
        if isinstance(done, Future):
            if done.cancelled():  # asked for after the lane was closed
                return
            error = done.exception()
            if isinstance(error, UserError):
                self.failed.emit(error)
                return
            if error:
                raise error
            done = done.result()
        if done is not None:
            self._tell(done, then)

    def _tell(self, outcome: Outcome[Any], then: Callable[[Any], None] | None) -> None:
        if outcome.changes.rows:
            self.changed.emit(outcome.changes)
        self.history_changed.emit()
        if then:
            then(outcome.result)
        if outcome.changes.step and not isinstance(outcome.result, Step):
            self.done.emit(outcome.changes)

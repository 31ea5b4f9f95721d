"""Python's cyclic garbage is collected on the window's thread alone, between events.

Left to itself, Python collects in whichever thread makes an object; there, a dialog that was
closed is destroyed beside the thread that draws, and the program dies.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1_000


class Garbage(QObject):
    """Collects what Python's own thresholds call due, as long as it lives or until `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect_due)
        self._timer.start()

    def collect_due(self) -> None:
        """Collect the oldest generation that is due, and those below it."""
        due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        for generation in (2, 1, 0):
            if due[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Leave it to Python again, once no other thread of ours is there."""
        self._timer.stop()
        self.deleteLater()
        gc.enable()

"""A second start for the same library raises the window of the first."""

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop.core.glosa_link import LONGEST, SCHEME

_WAIT_MS = 500


def raise_running(library: Path, link: str = "") -> bool:
    """Ask the window that has *library* open to come to the front; False if there is none.

    A `glosa:` *link* is handed over to it.
    """
    socket = QLocalSocket()
    socket.connectToServer(_name(library))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.write((link[:LONGEST] or "raise").encode(errors="replace") + b"\n")
    socket.waitForBytesWritten(_WAIT_MS)
    socket.disconnectFromServer()
    return True


class Doorbell(QObject):
    """Calls *answer* whenever another start rings for *library*, *take* with a link it brings."""

    def __init__(
        self,
        library: Path,
        answer: Callable[[], None],
        parent: QObject,
        *,
        take: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self._answer = answer
        self._take = take
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_ring)
        # We hold the library's lock, so a name that is left over is nobody's.
        QLocalServer.removeServer(_name(library))
        self._server.listen(_name(library))

    def _on_ring(self) -> None:
        while connection := self._server.nextPendingConnection():
            connection.disconnected.connect(connection.deleteLater)
            self._answer()
            if self._take:
                connection.readyRead.connect(partial(self._read, connection))
                self._read(connection)

    def _read(self, connection: QLocalSocket) -> None:
        """Take the line that was sent, once all of it is there."""
        if connection.canReadLine() and self._take:
            told = bytes(connection.readLine(LONGEST * 4).data()).decode(errors="replace").strip()
            if told.startswith(SCHEME):
                self._take(told)


def _name(library: Path) -> str:
    digest = hashlib.sha256(str(library.resolve()).encode(errors="surrogateescape")).hexdigest()
    return f"glosa-{digest[:20]}"

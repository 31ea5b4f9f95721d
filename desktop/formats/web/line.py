"""A connection to the very address that was checked, read so that no server can make us wait."""

import io
import queue
import socket
import ssl
import threading
from typing import Any

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.formats.web.rules import Clock, Rules

Address = tuple[int, str, Any]  # family, IP address, what `connect` takes


class Line:
    """What `http.client` needs of a socket; `private` tells whose address is at the other end."""

    def __init__(self, sock: socket.socket, clock: Clock, *, private: bool) -> None:
        self.private = private
        self._sock = sock
        self._clock = clock

    def sendall(self, data: bytes) -> None:
        """Send the request."""
        self._sock.settimeout(self._clock.left())
        self._sock.sendall(data)

    def makefile(self, *_mode: Any) -> io.BufferedReader:
        """Return what the answer is read from."""
        return io.BufferedReader(_Timed(self._sock, self._clock))

    def close(self) -> None:
        """Stay open: `http.client` closes before the answer's body has been read."""

    def hang_up(self) -> None:
        """Close the connection."""
        self._sock.close()


class _Timed(io.RawIOBase):
    def __init__(self, sock: socket.socket, clock: Clock) -> None:
        super().__init__()
        self._sock = sock
        self._clock = clock

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while True:
            self._sock.settimeout(self._clock.step())
            try:
                count = self._sock.recv_into(buffer)
            except TimeoutError:
                continue
            self._clock.heard()
            return count


def dial(host: str, port: int, clock: Clock, rules: Rules, *, secure: bool, trusted: bool) -> Line:
    """Connect to *host*; without *trusted* only to a public address. UserError when it fails."""
    found = _resolve(host, port, clock)
    allowed = [one for one in found if trusted or not rules.private(one[1])]
    if not allowed:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "{host} is in your own network or on this computer, and was not asked. If you "
                "mean it, allow addresses in your own network.",
            ),
            host=host,
        )
    sock, address = _connected(allowed, clock)
    try:
        if secure:
            sock.settimeout(clock.left())
            sock = _context().wrap_socket(sock, server_hostname=host)
        clock.heard()
    except BaseException:
        sock.close()
        raise
    return Line(sock, clock, private=rules.private(address))


def _connected(addresses: list[Address], clock: Clock) -> tuple[socket.socket, str]:
    error: OSError | None = None
    for family, address, place in addresses:
        sock = socket.socket(family, socket.SOCK_STREAM)
        try:
            sock.settimeout(min(5.0, clock.left()))
            sock.connect(place)
            return sock, address
        except OSError as failed:
            sock.close()
            error = failed
        except BaseException:
            sock.close()
            raise
    assert error
    raise error


def _resolve(host: str, port: int, clock: Clock) -> list[Address]:
    """Look *host* up in a thread, for the system may take its time; IPv4 and IPv6 in its order."""
    answers: queue.Queue[list[Address] | OSError] = queue.Queue(1)

    def look_up() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put([(one[0], str(one[4][0]), one[4]) for one in found])
        except (OSError, UnicodeError) as error:
            answers.put(error if isinstance(error, OSError) else OSError(str(error)))

    threading.Thread(target=look_up, name="look up", daemon=True).start()
    while True:
        try:
            found = answers.get(timeout=clock.step())
        except queue.Empty:
            continue
        if isinstance(found, OSError):
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "There is no computer called {host}, or this one is not connected to the "
                    "internet. Check the address and the connection.",
                ),
                host=host,
            ) from found
        return found


def _context() -> ssl.SSLContext:
    """Return the system's trust in certificates; some Pythons come without: then certifi's."""
    context = ssl.create_default_context()
    if not context.get_ca_certs() and not ssl.get_default_verify_paths().capath:
        from certifi import where

        context.load_verify_locations(where())
    return context

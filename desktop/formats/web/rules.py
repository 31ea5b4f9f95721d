"""What fetching one address may cost, and which computers may be asked at all.

A page must never make the program talk to the router, the printer or a service that listens on this
computer alone: what counts is the address that is connected to, not the name.
"""

import ipaddress
import time
from collections.abc import Callable
from dataclasses import dataclass

from desktop.core.errors import QT_TRANSLATE_NOOP, Cancelled, UserError

_SLICE = 0.2
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_private(address: str) -> bool:
    """Tell whether an IP address is in one's own network, on this computer, or no single host."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return True
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour
        if found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_private(str(inner))
        if found.is_site_local or found.teredo:
            return True
    return not found.is_global or found.is_multicast or found.is_reserved


@dataclass(frozen=True, slots=True)
class Rules:
    """Limits of one fetch, with all its redirects: seconds, bytes, and who may be asked.

    `silence` is how long a server may say nothing; `largest` counts what is sent and what is
    unpacked. `own_network` is the user's leave to ask the computers that `private` knows.
    """

    own_network: bool = False
    seconds: float = 30.0
    silence: float = 10.0
    largest: int = 25 * 1024**2
    redirects: int = 5
    private: Callable[[str], bool] = is_private


class Clock:
    """Knows how long a fetch may still take; everything that waits asks it in between."""

    def __init__(self, rules: Rules, host: str, cancelled: Callable[[], bool]) -> None:
        self.host = host
        self._rules = rules
        self._cancelled = cancelled
        self._end = time.monotonic() + rules.seconds
        self._heard = time.monotonic()

    def heard(self) -> None:
        """Note that the server has said something."""
        self._heard = time.monotonic()

    def step(self) -> float:
        """Return how long to wait before asking again; UserError or Cancelled when it is over."""
        if self._cancelled():
            raise Cancelled
        now = time.monotonic()
        if now >= self._end or now - self._heard >= self._rules.silence:
            raise self._too_slow(now)
        return max(0.001, min(_SLICE, self._end - now))

    def left(self) -> float:
        """Return the seconds that one step in the system may take as a whole."""
        self.step()
        return max(0.001, min(self._end - time.monotonic(), self._rules.silence))

    def _too_slow(self, now: float) -> UserError:
        if now < self._end:
            return UserError(
                QT_TRANSLATE_NOOP(
                    "Errors", "{host} did not answer for {seconds} seconds. Try again later."
                ),
                host=self.host,
                seconds=round(self._rules.silence),
            )
        return UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The page of {host} did not arrive within {seconds} seconds. Try again later, or "
                "save it in the browser and import that file.",
            ),
            host=self.host,
            seconds=round(self._rules.seconds),
        )

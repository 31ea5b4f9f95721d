"""Identity and time of what travels: UUIDv7 texts and ISO-8601 UTC times."""

import os
import time
from datetime import UTC, datetime


def new_uuid() -> str:
    """Return a UUIDv7 (RFC 9562): sorts by time of making."""
    value = (time.time_ns() // 1_000_000) << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    digits = f"{value:032x}"  # importing uuid for this would slow every start of the window
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def now() -> str:
    """Return the time now as ISO-8601 UTC with milliseconds and `Z`."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

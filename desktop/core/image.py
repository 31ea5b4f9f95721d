"""The bytes of a picture, known by their hash, and what is kept of pictures at all."""

from collections.abc import Sequence
from dataclasses import dataclass, field

KINDS = {"image/png": ".png", "image/jpeg": ".jpg"}
LARGEST = 5 * 1024**2  # bytes of one picture
LARGEST_TOGETHER = 20 * 1024**2  # bytes of all pictures of one article
MOST = 300
MOST_PIXELS = 50_000_000
_BEGINNINGS = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}


@dataclass(frozen=True, slots=True)
class Image:
    """What is stored of a picture once, however many articles have it; sizes are in pixels."""

    sha256: str
    media_type: str
    width: int
    height: int
    data: bytes = field(repr=False)


def image(media_type: str, width: int, height: int, data: bytes) -> Image:
    """Return an image with its hash."""
    return Image(_hash(data), media_type, width, height, data)


def are_sound(images: Sequence[Image]) -> bool:
    """Tell whether images from elsewhere may be those of one article, without decoding them."""
    together = sum(len(one.data) for one in images)
    return len(images) <= MOST and together <= LARGEST_TOGETHER and all(map(_is_sound, images))


def _is_sound(one: Image) -> bool:
    return (
        one.media_type in KINDS
        and one.data.startswith(_BEGINNINGS[one.media_type])
        and len(one.data) <= LARGEST
        and min(one.width, one.height) > 0
        and one.width * one.height <= MOST_PIXELS
        and _hash(one.data) == one.sha256
    )


def _hash(data: bytes) -> str:
    import hashlib  # loads OpenSSL, which a start of the window has no use for

    return hashlib.sha256(data).hexdigest()

"""Images as plain JSON values, and back: what comes from elsewhere is checked."""

import binascii
from base64 import b64decode, b64encode
from typing import Any, cast

from desktop.core.image import Image, are_sound

_NUMBERS = ("width", "height")
_TEXTS = ("sha256", "media_type", "data")


def of_image(one: Image) -> dict[str, Any]:
    """Return *one* as values; `data` is Base64."""
    return {
        "sha256": one.sha256,
        "media_type": one.media_type,
        "width": one.width,
        "height": one.height,
        "data": b64encode(one.data).decode(),
    }


def to_images(values: Any) -> tuple[Image, ...]:
    """Return what `of_image` made each of *values* of.

    ValueError, TypeError or KeyError when one is not so.
    """
    if not isinstance(values, list):
        raise ValueError("images")
    made = tuple(_image(one) for one in cast("list[Any]", values))
    if not are_sound(made):
        raise ValueError("image")
    return made


def _image(values: Any) -> Image:
    sha256, media_type, encoded = (values[name] for name in _TEXTS)
    width, height = (values[name] for name in _NUMBERS)
    for text in (sha256, media_type, encoded):
        if not isinstance(text, str):
            raise ValueError("image")
    for size in (width, height):
        if not isinstance(size, int) or isinstance(size, bool):
            raise ValueError("image")
    try:
        return Image(sha256, media_type, width, height, b64decode(encoded, validate=True))
    except binascii.Error as error:
        raise ValueError("image") from error

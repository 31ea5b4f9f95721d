"""Look at the bytes of a picture as a whole, in the process that parses: nothing else decodes them
before they have proved sound.

PNG and JPEG stay byte for byte; of a GIF the first frame becomes PNG, WebP becomes JPEG or, with
transparency, PNG: every window and every export can show those. SVG is a program, and refused.
"""

import io
import warnings
from enum import Enum
from typing import Any

from desktop.core.image import LARGEST, MOST_PIXELS, Image, image

_FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
_SMALLEST = 24  # pixels: a line, a dot, a smiley
_TURNED = 0x0112  # EXIF: how the camera was held
_QUALITY = 92
_COSTS = {"PNG": 1.0, "JPEG": 0.25}
_MADE_ANEW = 3.0


class Refusal(Enum):
    """Why a picture was left out; `DECORATION` is not worth a word."""

    DAMAGED = "damaged"
    TOO_LARGE = "too large"
    DECORATION = "decoration"


class RefusedError(Exception):
    """This picture is not kept; `why` says the reason."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why.value)
        self.why = why


def cost_of(data: bytes) -> int:
    """Return what looking at *data* costs, in pixels of a PNG.

    RefusedError when it is no picture, or one that is not kept.
    """
    with _opened(data) as found:
        width, height = found.size
        if width * height > MOST_PIXELS:
            raise RefusedError(Refusal.TOO_LARGE)
        if min(width, height) < _SMALLEST:
            raise RefusedError(Refusal.DECORATION)
        return round(width * height * _COSTS.get(found.format, _MADE_ANEW))


def checked(data: bytes) -> Image:
    """Return the picture in *data*, decoded from end to end; RefusedError when it is not kept."""
    try:
        with _opened(data) as found:
            made = _jpeg(found, data) if _is_jpeg(found) else _other(found, data)
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError, KeyError,
            AttributeError, OverflowError, ZeroDivisionError) as error:  # fmt: skip
        raise RefusedError(Refusal.DAMAGED) from error
    except MemoryError as error:
        raise RefusedError(Refusal.TOO_LARGE) from error
    if len(made.data) > LARGEST:
        raise RefusedError(Refusal.TOO_LARGE)
    return made


def _opened(data: bytes) -> Any:
    from PIL import Image as Pillow  # 60 ms, for documents that have pictures

    Pillow.MAX_IMAGE_PIXELS = MOST_PIXELS
    if len(data) > LARGEST:
        raise RefusedError(Refusal.TOO_LARGE)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Pillow.DecompressionBombWarning)
            return Pillow.open(io.BytesIO(data), formats=_FORMATS)
    except (Pillow.DecompressionBombError, Pillow.DecompressionBombWarning, MemoryError) as error:
        raise RefusedError(Refusal.TOO_LARGE) from error
    except Exception as error:  # a header may lie in any way
        raise RefusedError(Refusal.DAMAGED) from error


def _is_jpeg(found: Any) -> bool:
    return found.format in ("JPEG", "MPO")


def _jpeg(found: Any, data: bytes) -> Image:
    """Take a JPEG as it is, unless it is for printers, or lies on its side."""
    turned = found.getexif().get(_TURNED, 1) not in (0, 1)
    if not turned and found.mode in ("L", "RGB"):
        width, height = found.size
        found.draft(None, (1, 1))  # every bit is read, an eighth of the pixels is made
        found.load()
        return image("image/jpeg", width, height, data)
    from PIL import ImageOps

    found.load()
    return _saved_jpeg(ImageOps.exif_transpose(found).convert("RGB"))


def _other(found: Any, data: bytes) -> Image:
    kind, (width, height) = found.format, found.size
    found.load()
    if kind == "PNG":
        return image("image/png", width, height, data)
    if kind == "WEBP" and found.mode == "RGB":
        return _saved_jpeg(found)
    out = io.BytesIO()
    _plain(found).save(out, "PNG", optimize=True)
    return image("image/png", width, height, out.getvalue())


def _plain(found: Any) -> Any:
    """Return a frame without what else the file says: its palette may have a clear colour."""
    return found.convert("RGBA" if found.has_transparency_data else "RGB")


def _saved_jpeg(found: Any) -> Image:
    out = io.BytesIO()
    found.save(out, "JPEG", quality=_QUALITY)
    width, height = found.size
    return image("image/jpeg", width, height, out.getvalue())

"""The pictures of one document: found where it says, looked at, counted, within limits."""

from base64 import b64decode
from collections.abc import Callable
from urllib.parse import unquote, unquote_to_bytes

from desktop.core.article import Remark
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.image import LARGEST, LARGEST_TOGETHER, MOST, Image
from desktop.formats.importers.image_check import Refusal, RefusedError, checked, cost_of

Find = Callable[[str], bytes | None]
_MOST_DECODED = 300_000_000  # pixels, of all pictures of a document
_MOST_LOOKED_AT = 2_000
_MOST_READ = 10 * LARGEST_TOGETHER
_DAMAGED = QT_TRANSLATE_NOOP(
    "Remarks",
    "Pictures that are damaged, or no PNG, JPEG, GIF or WebP, were left out: {count}.",
)
_TOO_LARGE = QT_TRANSLATE_NOOP(
    "Remarks", "Pictures that are too large (over {largest} MB) were left out: {count}."
)
_TOO_MANY = QT_TRANSLATE_NOOP(
    "Remarks", "Pictures beyond what one article may have ({largest} MB) were left out: {count}."
)
_MISSING = QT_TRANSLATE_NOOP("Remarks", "Pictures that are not with the file: {count}.")


def nowhere(_name: str) -> None:
    """Find nothing: for documents whose only pictures stand in their own text."""


class Pictures:
    """`find` gives the bytes of what a document names, None when it has no such thing."""

    def __init__(self, find: Find) -> None:
        self._find = find
        self._known: dict[str, Image | None] = {}
        self._images: dict[str, Image] = {}
        self._together = self._decoded = self._looked_at = self._read = 0
        self._counts = {"damaged": 0, "large": 0, "many": 0, "missing": 0}

    @property
    def images(self) -> tuple[Image, ...]:
        """Those that were kept, each once."""
        return tuple(self._images.values())

    def take(self, name: str) -> Image | None:
        """Return the picture that a document calls *name* (or a `data:` address), if it is kept."""
        name = name.strip()
        if _is_data(name):
            return self._look(name)
        if name not in self._known:
            self._known[name] = self._look(name)
        return self._known[name]

    def remarks(self) -> tuple[Remark, ...]:
        """Return what was left out."""
        counts = self._counts
        told = (
            (_DAMAGED, {"count": counts["damaged"]}),
            (_TOO_LARGE, {"count": counts["large"], "largest": LARGEST // 1024**2}),
            (_TOO_MANY, {"count": counts["many"], "largest": LARGEST_TOGETHER // 1024**2}),
            (_MISSING, {"count": counts["missing"]}),
        )
        return tuple(Remark(template, fields) for template, fields in told if fields["count"])

    @property
    def _is_full(self) -> bool:
        return (
            len(self._images) >= MOST
            or self._looked_at >= _MOST_LOOKED_AT
            or self._read >= _MOST_READ
            or self._decoded >= _MOST_DECODED
        )

    def _look(self, name: str) -> Image | None:
        if not name:
            return None
        if self._is_full:
            self._counts["many"] += 1
            return None
        try:
            data = _data(name) if _is_data(name) else self._find(name)
        except UserError:  # a member that cannot be unpacked
            self._counts["damaged"] += 1
            return None
        if data is None:
            self._counts["missing"] += not is_remote(name)
            return None
        self._looked_at, self._read = self._looked_at + 1, self._read + len(data)
        try:
            return self._kept(data)
        except RefusedError as refused:
            kinds = {Refusal.DAMAGED: "damaged", Refusal.TOO_LARGE: "large"}
            if refused.why in kinds:
                self._counts[kinds[refused.why]] += 1
            return None

    def _kept(self, data: bytes) -> Image | None:
        self._decoded += cost_of(data)
        if self._decoded > _MOST_DECODED:
            self._counts["many"] += 1
            return None
        one = checked(data)
        if one.sha256 not in self._images:
            if self._together + len(one.data) > LARGEST_TOGETHER:
                self._counts["many"] += 1
                return None
            self._together += len(one.data)
            self._images[one.sha256] = one
        return one


def decoded(text: str) -> bytes:
    """Return the bytes of Base64, cut off where a picture is too large; none when it is broken."""
    if len(text) > LARGEST * 2:
        return bytes(LARGEST + 1)  # found to be too large without being decoded
    try:
        return b64decode("".join(text.split()) + "==")
    except ValueError:
        return b""


def _is_data(name: str) -> bool:
    return name[:5].lower() == "data:"


def is_remote(name: str) -> bool:
    """Tell whether *name* is an address of the net, which nobody asks."""
    return name.lower().startswith(("http://", "https://", "//"))


def _data(address: str) -> bytes:
    """Return the bytes in a `data:` address; none when it is not well-formed."""
    head, _, body = address.partition(",")
    if head.lower().rstrip().endswith(";base64"):
        return decoded(unquote(body))
    return unquote_to_bytes(body)

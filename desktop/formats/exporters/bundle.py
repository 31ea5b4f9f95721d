"""A bundle (.glosa) to share: articles, tags and annotations that another library can merge.

A ZIP of `library.jsonl` (as `json_lines` writes it) and `manifest.json` with its SHA-256.
"""

import hashlib
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, cast

from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.core.ids import now
from desktop.core.portable import PortableArticle, PortableTag
from desktop.formats.api import OWN_LEFT_OUT
from desktop.formats.exporters.archive_out import entry
from desktop.formats.exporters.json_lines import JSON_LINES

FORMAT = "glosa-bundle"
VERSION = 1
CONTENT, MANIFEST = "library.jsonl", "manifest.json"


@dataclass(frozen=True, eq=False)
class Bundle:
    """The exporter of whole articles for another person's Glosa."""

    name = QT_TRANSLATE_NOOP("Formats", "Glosa bundle, to share")
    suffix = ".glosa"
    takes_pictures = True
    leaves_out = OWN_LEFT_OUT

    labels: Mapping[str, str] = field(default_factory=dict[str, str])

    def with_labels(self, labels: Mapping[str, str]) -> "Bundle":
        """Return the exporter that says what colours mean."""
        return Bundle(labels)

    def write_articles(
        self, articles: Iterable[PortableArticle], tags: Sequence[PortableTag], out: BinaryIO
    ) -> int:
        """Write *articles* and *tags* to the archive *out*; return how many annotations."""
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            with archive.open(entry(CONTENT), "w", force_zip64=True) as inside:
                hashed = Hashed(cast(BinaryIO, inside))
                lines = JSON_LINES.with_labels(self.labels)
                count = lines.write_articles(articles, tags, cast(BinaryIO, hashed))
            manifest = {
                "format": FORMAT,
                "version": VERSION,
                "created": now(),
                "annotations": count,
                "files": {CONTENT: hashed.sha256},
            }
            archive.writestr(entry(MANIFEST), json.dumps(manifest, indent=1) + "\n")
        return count


class Hashed:
    """A file to write to that hashes what goes through it, with as much as a text stream asks."""

    closed = False

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._hash = hashlib.sha256()

    @property
    def sha256(self) -> str:
        """The hash (hex) of all that was written."""
        return self._hash.hexdigest()

    def write(self, data: bytes) -> int:
        """Write and hash *data*."""
        self._hash.update(data)
        return self._out.write(data)

    def flush(self) -> None:
        """Nothing waits here."""

    def readable(self) -> bool:
        """Tell that this is not for reading."""
        return False

    def writable(self) -> bool:
        """Tell that this is for writing."""
        return True

    def seekable(self) -> bool:
        """Tell that there is no way back."""
        return False


BUNDLE = Bundle()

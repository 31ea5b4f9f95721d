"""The pictures of articles in exports: which stand where, how large, and each file once."""

import zipfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from desktop.core.article import Block
from desktop.core.image import KINDS, Image
from desktop.core.pictures import Picture, of_block
from desktop.core.portable import PortableArticle
from desktop.formats.exporters.archive_out import entry

_WIDE, _HIGH = 605, 830  # pixels of 1/96 inch that a page has room for
_IN_MEMORY = 8_000_000


class Shown:
    """The pictures over and under the blocks of *article*, as far as their images came along."""

    def __init__(self, article: PortableArticle) -> None:
        self._images = {one.sha256: one for one in article.images}

    def above(self, block: Block) -> Iterator[tuple[Picture, Image]]:
        """Yield the pictures over the words of *block*."""
        return self._of(block, below=False)

    def below(self, block: Block) -> Iterator[tuple[Picture, Image]]:
        """Yield the pictures under the words of *block*."""
        return self._of(block, below=True)

    def _of(self, block: Block, *, below: bool) -> Iterator[tuple[Picture, Image]]:
        for one in of_block(block) if self._images else ():
            if one.below == below and one.sha256 in self._images:
                yield one, self._images[one.sha256]


class Media:
    """Files that wait until an archive has room for them: ZIP takes one member at a time."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._known: dict[str, tuple[int, int, int, str]] = {}
        self._at = 0

    def number(self, image: Image) -> int:
        """Keep *image*, if it is new, and return its number from 1."""
        if image.sha256 not in self._known:
            self._file.write(image.data)
            number, length = len(self._known) + 1, len(image.data)
            self._known[image.sha256] = (number, self._at, length, image.media_type)
            self._at += length
        return self._known[image.sha256][0]

    def names(self) -> Iterator[tuple[int, str, str]]:
        """Yield number, file name and media type of each."""
        for number, _, _, media_type in self._known.values():
            yield number, file_name(number, media_type), media_type

    def write_to(self, archive: zipfile.ZipFile, folder: str) -> None:
        """Write the files to *folder* of *archive*."""
        for number, at, length, media_type in self._known.values():
            self._file.seek(at)
            name = f"{folder}/{file_name(number, media_type)}"
            archive.writestr(entry(name, stored=True), self._file.read(length))


@contextmanager
def open_media() -> Generator[Media]:
    """Give a place for the files of one export; it goes with it."""
    with SpooledTemporaryFile(_IN_MEMORY) as file:
        yield Media(cast(BinaryIO, file))


def file_name(number: int, media_type: str) -> str:
    """Return the name of the file with the picture so numbered."""
    return f"image{number}{KINDS[media_type]}"


def on_paper(picture: Picture) -> tuple[float, float]:
    """Return the size in inches that *picture* has on a page."""
    scale = min(1.0, _WIDE / picture.width, _HIGH / picture.height) / 96
    return picture.width * scale, picture.height * scale

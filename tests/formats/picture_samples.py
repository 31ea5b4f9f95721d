"""Pictures made from scratch, whole ones and hostile ones, and documents that show them."""

import base64
import io
import struct
import zlib
from typing import Any

from PIL import Image as Pillow

from tests.formats.document_samples import FIRST, SECOND, packed

_WORD = "http://schemas.openxmlformats.org"


def drawn(kind: str, size: tuple[int, int] = (64, 48), mode: str = "RGB", **how: Any) -> bytes:
    """Return a picture with a gradient in it, so that no two sizes have the same bytes."""
    out = io.BytesIO()
    grey = Pillow.linear_gradient("L").resize(size)
    made = grey.convert(mode)
    if mode == "RGBA":
        made.putalpha(grey)
    made.save(out, kind, **how)
    return out.getvalue()


PNG, JPEG = drawn("PNG"), drawn("JPEG")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'


def lying_png(width: int, height: int) -> bytes:
    """Return a PNG whose header declares any size, with hardly any pixels behind it."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b""))
    )


def inline(data: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def page(*images: str) -> str:
    """Return a saved page with `images` (tags) between its two paragraphs."""
    return (
        '<html lang="pl"><head><title>Most zamknięty</title></head><body><article>'
        f"<h1>Most zamknięty</h1><p>{FIRST}</p>{''.join(images)}<p>{SECOND}</p>"
        f"<p>{FIRST[::-1]}</p></article></body></html>"
    )


def epub(chapter: str, pictures: dict[str, bytes]) -> bytes:
    """Return a book of one chapter in `text/`, with pictures (names from the root)."""
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="book.opf"/>'
        "</rootfiles></container>",
        "book.opf": '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        "<dc:title>Książka</dc:title><dc:language>pl</dc:language></metadata><manifest>"
        '<item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>',
        "text/a.xhtml": f"<html><body>{chapter}</body></html>",
    }
    return packed(members | pictures)


def docx(*runs: str, media: dict[str, bytes], external: str = "") -> bytes:
    """Return a Word document with a paragraph for each of `runs`; `r1`… name the media."""
    body = "".join(f"<w:p>{run}</w:p>" for run in runs)
    relations = "".join(
        f'<Relationship Id="r{number}" Target="media/{name}" Type="{_WORD}/officeDocument/2006/'
        'relationships/image"/>'
        for number, name in enumerate(media, 1)
    )
    if external:
        relations += (
            f'<Relationship Id="x" Target="{external}" TargetMode="External" Type="{_WORD}/'
            'officeDocument/2006/relationships/image"/>'
        )
    return packed(
        {
            "word/document.xml": f'<w:document xmlns:w="{_WORD}/wordprocessingml/2006/main" '
            f'xmlns:r="{_WORD}/officeDocument/2006/relationships" xmlns:a="{_WORD}/drawingml/2006/'
            f'main" xmlns:wp="{_WORD}/drawingml/2006/wordprocessingDrawing"><w:body>{body}'
            "</w:body></w:document>",
            "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
            **{f"word/media/{name}": data for name, data in media.items()},
        }
    )


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def drawing(picture_id: str, description: str = "") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr descr="{description}"/><a:graphic>'
        f'<a:blip r:embed="{picture_id}"/></a:graphic></wp:inline></w:drawing></w:r>'
    )

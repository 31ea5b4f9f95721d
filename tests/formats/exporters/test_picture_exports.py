"""Pictures in exports: each format that shows them, and the way back in where there is one."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from desktop.core.article import Document
from desktop.core.image import image
from desktop.core.pictures import of_block, picture, with_pictures
from desktop.core.portable import PortableArticle
from desktop.formats import registry
from desktop.formats.api import ArticleExporter, takes_pictures
from desktop.formats.exporters.all import EXPORTERS
from desktop.formats.exporters.media import on_paper
from desktop.operations.exporters import SQLITE, exporter
from tests.formats.exporters.sample import TAGS, article
from tests.formats.picture_samples import JPEG, PNG

ONE, OTHER = image("image/png", 64, 48, PNG), image("image/jpeg", 64, 48, JPEG)


def shown() -> PortableArticle:
    """Return an article with two pictures over its second block, and one below the last."""
    plain = article()
    blocks = list(plain.blocks)
    blocks[1] = with_pictures(blocks[1], [picture(ONE), picture(OTHER, 'Most & "rzeka" <x>')])
    blocks[-1] = with_pictures(blocks[-1], [replace(picture(ONE), below=True)])
    return replace(plain, blocks=tuple(blocks), images=(ONE, OTHER))


def written(suffix: str, *articles: PortableArticle) -> bytes:
    out = io.BytesIO()
    made = exporter(suffix)
    assert isinstance(made, ArticleExporter) and takes_pictures(made)
    made.write_articles(iter(articles or (shown(), shown())), TAGS, out)
    return out.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == len(set(names))
        return {name: archive.read(name) for name in names}


def test_which_formats_take_them() -> None:
    taking = {one.name for one in (*EXPORTERS, SQLITE) if takes_pictures(one)}
    assert taking == {
        "HTML", "Word (DOCX)", "OpenDocument (ODT)", "JSON Lines", "Glosa bundle, to share",
        "Markdown, a file for each article (ZIP)", "Evidence pack (ZIP)", "SQLite, for Datasette",
    }  # fmt: skip


def test_a_web_page_has_them_in_itself(tmp_path: Path) -> None:
    page = written("html").decode()
    assert page.count('<img src="data:image/png;base64,') == 4
    assert 'alt="Most &amp; &quot;rzeka&quot; &lt;x&gt;"' in page and "img-src data:" in page
    (tmp_path / "a.html").write_text(written("html", shown()).decode(), encoding="utf-8")
    found = registry.read(tmp_path / "a.html", whole_page=True)
    (one,) = (item for item in found if isinstance(item, Document))
    assert {i.data for i in one.images} == {PNG, JPEG}


def _blips(document: Any) -> Iterator[str]:
    for blip in document.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip"):
        yield from blip.attrib.values()


def test_a_word_document_has_each_file_once_and_comes_back(tmp_path: Path) -> None:
    data = written("docx")
    files = members(data)
    media = {name: files[name] for name in files if name.startswith("word/media/")}
    assert media == {"word/media/image1.png": PNG, "word/media/image2.jpg": JPEG}
    related = etree.fromstring(files["word/_rels/document.xml.rels"])
    targets = {one.get("Id"): one.get("Target") for one in related}
    used = [targets[name] for name in _blips(etree.fromstring(files["word/document.xml"]))]
    assert used == ["media/image1.png", "media/image2.jpg", "media/image1.png"] * 2
    (tmp_path / "a.docx").write_bytes(written("docx", shown()))
    (one,) = registry.read(tmp_path / "a.docx")
    assert isinstance(one, Document)
    by_size = [[p.sha256 for p in of_block(b)] for b in one.blocks if of_block(b)]
    assert sum(map(len, by_size)) == 3 and {i.data for i in one.images} == {PNG, JPEG}


def test_an_opendocument_text_names_each_file() -> None:
    files = members(written("odt"))
    assert next(iter(files)) == "mimetype"
    assert files["Pictures/image1.png"] == PNG and files["Pictures/image2.jpg"] == JPEG
    manifest = etree.fromstring(files["META-INF/manifest.xml"])
    named = {value for one in manifest for value in one.attrib.values()}
    assert {"Pictures/image1.png", "Pictures/image2.jpg", "image/jpeg"} <= named
    content = etree.fromstring(files["content.xml"])
    assert len(list(content.iter("{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}image"))) == 6


def test_markdown_notes_lie_beside_their_pictures() -> None:
    files = members(written("Markdown, a file for each article (ZIP)"))
    pictures = {name: data for name, data in files.items() if name.startswith("pictures/")}
    assert sorted(pictures.values()) == sorted((PNG, JPEG))
    note = next(data.decode() for name, data in files.items() if name.endswith(".md"))
    for name in pictures:
        assert f"]({name})" in note


def test_an_evidence_pack_chains_them() -> None:
    files = members(written("Evidence pack (ZIP)"))
    assert files[f"pictures/{ONE.sha256}.png"] == PNG
    assert f"pictures/{OTHER.sha256}.jpg" in files["chain.txt"].decode()
    about = json.loads(next(files[name] for name in files if name.startswith("annotations/")))
    assert about["pictures"] == [f"pictures/{ONE.sha256}.png", f"pictures/{OTHER.sha256}.jpg"]


def test_a_plain_copy_has_a_table_of_them(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").write_bytes(written("sqlite"))
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as db:
        found = db.execute("SELECT sha256, width, data FROM image ORDER BY media_type").fetchall()
    assert found == [(OTHER.sha256, 64, JPEG), (ONE.sha256, 64, PNG)]


@pytest.mark.parametrize("suffix", ["html", "docx", "odt"])
def test_an_image_that_did_not_come_along_is_left_out(suffix: str) -> None:
    without = written(suffix, replace(shown(), images=()))
    plain = written(suffix, article())
    assert members(without) == members(plain) if suffix != "html" else without == plain


def test_nothing_is_wider_or_higher_than_a_page() -> None:
    for width, height in ((64, 48), (5000, 20), (20, 5000), (3000, 2000)):
        wide, high = on_paper(picture(image("image/png", width, height, PNG)))
        assert wide <= 6.31 and high <= 8.65 and wide / high == pytest.approx(width / height)

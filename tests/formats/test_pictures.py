"""Pictures of documents: which block shows which, what is kept of them, and what never is."""

import base64
import io
from email.message import EmailMessage
from pathlib import Path

import pytest
from PIL import Image as Pillow

from desktop.core.article import Document
from desktop.core.image import LARGEST
from desktop.core.pictures import of_block, of_blocks
from desktop.formats import page_folder, registry, wire
from desktop.formats.importers import image_check
from desktop.formats.importers.image_check import Refusal, RefusedError, checked
from desktop.formats.isolation import Readers
from tests.formats import picture_samples as samples
from tests.formats.document_samples import FIRST, SECOND, packed
from tests.formats.picture_samples import JPEG, PNG, drawn, inline

PARAGRAPHS = f"<p>{FIRST}</p><p>{SECOND}</p>"


def read(path: Path, data: bytes | str, *, whole_page: bool = False) -> Document:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    (one,) = (
        item for item in registry.read(path, whole_page=whole_page) if isinstance(item, Document)
    )
    assert one.text == "\n".join(one.text[b.start : b.end] for b in one.blocks)
    assert {p.sha256 for p in of_blocks(one.blocks)} == {i.sha256 for i in one.images}
    return one


def shown(one: Document) -> list[tuple[str, list[tuple[int, int]]]]:
    """Return the first word of each block, and the sizes of its pictures."""
    return [
        (one.text[b.start : b.end].split()[0], [(p.width, p.height) for p in of_block(b)])
        for b in one.blocks
    ]


def told(one: Document) -> str:
    return " ".join(str(remark) for remark in one.remarks)


def test_png_and_jpeg_stay_as_they_are() -> None:
    for data, kind in ((PNG, "image/png"), (JPEG, "image/jpeg")):
        one = checked(data)
        assert (one.data, one.media_type, one.width, one.height) == (data, kind, 64, 48)


def test_what_not_every_export_can_show_becomes_what_it_can() -> None:
    clear = drawn("WEBP", mode="RGBA", lossless=True)
    frames = [Pillow.new("P", (64, 48), number) for number in (3, 9)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    kinds = [checked(data).media_type for data in (drawn("WEBP"), clear, out.getvalue())]
    assert kinds == ["image/jpeg", "image/png", "image/png"]
    first = Pillow.open(io.BytesIO(checked(out.getvalue()).data))
    assert first.format == "PNG" and getattr(first, "n_frames", 1) == 1


def test_a_picture_that_lies_on_its_side_is_put_upright() -> None:
    exif = Pillow.Exif()
    exif[0x0112] = 6
    one = checked(drawn("JPEG", exif=exif))
    assert (one.width, one.height) == (48, 64)
    assert checked(drawn("JPEG", mode="CMYK")).media_type == "image/jpeg"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (samples.SVG, Refusal.DAMAGED),
        (b"", Refusal.DAMAGED),
        (b"\x89PNG\r\n\x1a\n", Refusal.DAMAGED),
        (samples.lying_png(64, 64), Refusal.DAMAGED),
        (PNG[:-30], Refusal.DAMAGED),
        (JPEG[: len(JPEG) // 2], Refusal.DAMAGED),
        (drawn("GIF")[:60], Refusal.DAMAGED),
        (drawn("WEBP")[:60], Refusal.DAMAGED),
        (drawn("BMP"), Refusal.DAMAGED),
        (samples.lying_png(50_000, 50_000), Refusal.TOO_LARGE),
        (samples.lying_png(8_000, 8_000), Refusal.TOO_LARGE),
        (PNG + bytes(LARGEST), Refusal.TOO_LARGE),
        (drawn("PNG", (16, 400)), Refusal.DECORATION),
    ],
)
def test_what_is_refused(data: bytes, why: Refusal) -> None:
    with pytest.raises(RefusedError) as refused:
        image_check.cost_of(data)
        checked(data)
    assert refused.value.why == why


def test_a_book(tmp_path: Path) -> None:
    chapter = (
        '<svg><image xlink:href="../img/cover.jpg"/></svg><h2>Rozdział</h2>'
        f'<p>{FIRST}<img src="../img/a%20b.png"/> Dalej.</p>'
        f'<figure><img src="../img/c.png" alt="Most o świcie"/></figure><p>{SECOND}</p>'
        '<p><img src="../img/gone.png" alt="Czego nie ma"/></p><img src="../img/a%20b.png"/>'
    )
    pictures = {
        "img/cover.jpg": drawn("JPEG", (100, 150)),
        "img/a b.png": PNG,
        "img/c.png": drawn("PNG", (80, 60)),
    }
    one = read(tmp_path / "a.epub", samples.epub(chapter, pictures))
    assert shown(one) == [
        ("Rozdział", [(100, 150)]),
        ("Zażółć", []),
        ("Most", [(64, 48), (80, 60)]),
        ("Kierowcy", []),
        ("Czego", [(64, 48)]),
    ]
    assert [p.below for p in of_block(one.blocks[-1])] == [True]
    assert len(one.images) == 3
    assert told(one) == "Pictures that are not with the file: 1."


def test_a_word_document(tmp_path: Path) -> None:
    data = samples.docx(
        samples.run(FIRST) + samples.drawing("r1", "W środku akapitu"),
        samples.drawing("r2", "Most o świcie"),
        samples.drawing("r2"),
        samples.run(SECOND) + samples.drawing("x") + samples.drawing("r3"),
        media={"a.png": PNG, "b.jpeg": JPEG, "c.emf": b"\x01\0\0\0"},
        external="file:///etc/hostname",
    )
    one = read(tmp_path / "a.docx", data)
    assert shown(one) == [
        ("Zażółć", []),
        ("Most", [(64, 48), (64, 48)]),
        ("Kierowcy", [(64, 48)]),
    ]
    assert [p.alt for p in of_blocks(one.blocks)] == ["W środku akapitu", "", ""]
    assert "no PNG, JPEG, GIF or WebP, were left out: 1" in told(one)


def test_the_heading_that_is_the_title_leaves_its_picture(tmp_path: Path) -> None:
    chapter = f'<img src="../a.png"/><h1>Książka</h1>{PARAGRAPHS}'
    one = read(tmp_path / "a.epub", samples.epub(chapter, {"a.png": PNG}))
    assert shown(one) == [("Zażółć", [(64, 48)]), ("Kierowcy", [])]


@pytest.mark.parametrize("folder", ["Strona_files", "Strona_pliki", "Strona-Dateien"])
@pytest.mark.parametrize("whole_page", [True, False])
def test_a_saved_page_and_its_folder(tmp_path: Path, folder: str, whole_page: bool) -> None:
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "most 1.axd").write_bytes(PNG)
    tag = f'<img class="x" src="./{folder}/most%201.axd?v=1" alt="Most o świcie">'
    page = samples.page(tag, f'<img src="{inline(JPEG)}" alt="Rzeka w mieście">')
    one = read(tmp_path / "Strona.html", page, whole_page=whole_page)
    by_caption = {one.text[b.start : b.end]: of_block(b) for b in one.blocks if b.kind == "caption"}
    assert [len(by_caption[name]) for name in ("Most o świcie", "Rzeka w mieście")] == [1, 1]
    assert {i.data for i in one.images} == {PNG, JPEG}
    assert "glosa-" not in one.text and not told(one)


def test_nothing_outside_of_the_folder_is_read(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    (inside / "Strona_files").mkdir(parents=True)
    (inside / "Strona i inne").mkdir()
    places = ("../a.png", "a.png", "Strona i inne/a.png", "Strona_files/../a.png")
    for place in places:
        (inside / place).resolve().write_bytes(PNG)
    (inside / "Strona_files" / "link.png").symlink_to(tmp_path / "a.png")
    (inside / "Strona_more").symlink_to(tmp_path)
    sources = [*places, f"file://{tmp_path}/a.png", str(tmp_path / "a.png"), "Strona_files"]
    sources += ["Strona_files/link.png", "Strona_more/a.png", "Strona_files/a\0.png", "//h/a.png"]
    page = samples.page(*(f'<img src="{source}" alt="Obraz">' for source in sources))
    path = inside / "Strona.html"
    for whole_page in (True, False):
        assert read(path, page, whole_page=whole_page).images == ()
    with Readers(whole_page=True) as readers:
        ((_, items),) = readers.read([path])
        (one,) = (item for item in items if isinstance(item, Document))
        assert one.images == () and SECOND in one.text


def test_the_process_apart_reads_the_folder_and_hands_the_pictures_over(tmp_path: Path) -> None:
    (tmp_path / "Strona_files").mkdir()
    (tmp_path / "Strona_files" / "a.png").write_bytes(PNG)
    path = tmp_path / "Strona.html"
    path.write_text(samples.page('<img src="Strona_files/a.png" alt="Most o świcie">'))
    with Readers() as readers:
        ((_, items),) = readers.read([path])
        (one,) = items
    assert isinstance(one, Document) and [i.data for i in one.images] == [PNG]


def test_a_page_that_is_no_page_has_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a_files").mkdir()
    (tmp_path / "a_files" / "b.png").write_bytes(PNG)
    assert page_folder.belongs(tmp_path / "a.html", tmp_path / "a_files" / "b.png")
    assert not page_folder.belongs(tmp_path / "a.epub", tmp_path / "a_files" / "b.png")
    assert not page_folder.belongs(tmp_path / "a.html", tmp_path / "a_files")
    assert not page_folder.belongs(tmp_path / "a.html", Path("/etc/hostname"))
    assert page_folder.finder(tmp_path / "a.html")("a_files/b.png") == PNG


def test_a_picture_in_the_net_is_a_link(tmp_path: Path) -> None:
    one = read(tmp_path / "a.html", samples.page('<img src="https://x.example/1" alt="Most tam">'))
    (caption,) = (block for block in one.blocks if block.kind == "caption")
    assert caption.attrs["spans"][0]["href"] == "https://x.example/1"
    assert not one.images and not told(one)


def test_pages_in_a_zip_and_a_web_archive(tmp_path: Path) -> None:
    page = samples.page('<img src="Strona_files/a.png" alt="Most o świcie">')
    data = packed({"x/Strona.html": page, "x/Strona_files/a.png": PNG, "a.png": JPEG})
    assert [i.data for i in read(tmp_path / "a.zip", data).images] == [PNG]
    outside = packed({"x/Strona.html": samples.page('<img src="../../a.png">'), "a.png": JPEG})
    assert read(tmp_path / "b.zip", outside).images == ()


@pytest.mark.parametrize("name", ["a.mhtml", "a.eml"])
def test_parts_of_a_message(tmp_path: Path, name: str) -> None:
    message = EmailMessage()
    message["Subject"] = "Most zamknięty"
    message["Snapshot-Content-Location"] = "https://gazeta.example/most/"
    sources = ("cid:a@x", "https://gazeta.example/b.jpg", "../b.jpg")
    tags = (f'<img src="{source}" alt="Obraz mostu">' for source in sources)
    message.set_content(samples.page(*tags), subtype="html")
    message.add_related(PNG, "image", "png", cid="<a@x>", filename="a.png")
    message.add_related(JPEG, "image", "jpeg")
    message.get_payload()[-1]["Content-Location"] = "https://gazeta.example/b.jpg"  # type: ignore[index]
    message.add_attachment(b"x", "application", "pdf", filename="umowa.pdf")
    one = read(tmp_path / name, message.as_bytes())
    assert {i.data for i in one.images} == {PNG, JPEG}
    if name.endswith("eml"):
        assert told(one) == (
            "Attachments were left out: umowa.pdf. Pictures that are not with the file: 1."
        )


def test_limits_of_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop.formats.importers import pictures

    many = [drawn("PNG", (64, 48 + number)) for number in range(6)]
    chapter = PARAGRAPHS + "".join(f'<img src="../{n}.png"/>' for n in range(6))
    data = samples.epub(chapter, {f"{n}.png": one for n, one in enumerate(many)})
    monkeypatch.setattr(pictures, "LARGEST_TOGETHER", sum(map(len, many[:3])))
    one = read(tmp_path / "a.epub", data)
    assert len(one.images) == 3 and told(one).endswith("were left out: 3.")
    for name, value in (("MOST", 2), ("_MOST_LOOKED_AT", 2), ("_MOST_DECODED", 64 * 49 * 2)):
        with monkeypatch.context() as patched:
            patched.setattr(pictures, "LARGEST_TOGETHER", 10**9)
            patched.setattr(pictures, name, value)
            one = read(tmp_path / "a.epub", data)
            assert len(one.images) == 2 and told(one).endswith("were left out: 4.")


def test_hostile_pictures_cost_only_themselves(tmp_path: Path) -> None:
    bad = {"a.png": samples.lying_png(50_000, 50_000), "b.svg": samples.SVG, "c.png": PNG[:-60]}
    chapter = PARAGRAPHS + "".join(f'<img src="../{name}"/>' for name in (*bad, "d.png"))
    path = tmp_path / "a.epub"
    path.write_bytes(samples.epub(chapter, {**bad, "d.png": PNG}))
    with Readers() as readers:
        ((_, items),) = readers.read([path])
        (one,) = items
    assert isinstance(one, Document) and [i.data for i in one.images] == [PNG]
    assert "(over 5 MB) were left out: 1" in told(one) and "WebP, were left out: 2" in told(one)


@pytest.mark.parametrize(
    "change",
    [
        {"sha256": "0" * 64},
        {"media_type": "image/svg+xml"},
        {"width": -64},
        {"width": True},
        {"height": 10**9},
        {"data": "AAAA"},
        {"data": "?"},
        {"data": 5},
    ],
)
def test_a_process_that_lies_about_a_picture_is_not_believed(
    tmp_path: Path, change: dict[str, object]
) -> None:
    one = read(
        tmp_path / "a.epub", samples.epub(f'{PARAGRAPHS}<img src="../a.png"/>', {"a.png": PNG})
    )
    message = wire.load(wire.dump(wire.of_item(one)))
    assert wire.to_item(message) == one
    message["document"]["images"][0].update(change)
    with pytest.raises(wire.BadMessage):
        wire.to_item(message)
    for images in ("x", ["x"]):
        message["document"]["images"] = images
        with pytest.raises(wire.BadMessage):
            wire.to_item(message)


def test_a_fictionbook(tmp_path: Path) -> None:
    def binary(name: str, data: bytes) -> str:
        return f'<binary id="{name}">{base64.encodebytes(data).decode()}</binary>'

    link = 'xmlns:l="http://www.w3.org/1999/xlink"'
    cover = '<coverpage><image l:href="#cover.jpg"/></coverpage>'
    data = (
        f"<FictionBook {link}><description><title-info><book-title>Książka</book-title>{cover}"
        f"</title-info></description><body><section><p>{FIRST}</p>"
        f'<image l:href="#a.png" alt="Most o świcie"/><p>{SECOND} <image l:href="#gone"/></p>'
        f'<image l:href="http://x.example/a.png"/></section></body>'
        f"{binary('cover.jpg', JPEG)}{binary('a.png', PNG)}{binary('b.png', PNG[:9])}</FictionBook>"
    )
    one = read(tmp_path / "a.fb2", data)
    assert shown(one) == [("Zażółć", [(64, 48)]), ("Kierowcy", [(64, 48)])]
    assert [(p.alt, i.data) for p, i in zip(of_blocks(one.blocks), one.images, strict=True)] == [
        ("", JPEG),
        ("Most o świcie", PNG),
    ]
    assert told(one) == "Pictures that are not with the file: 1."


def test_an_opendocument_text(tmp_path: Path) -> None:
    names = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (
            ("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible"),
        )
    )  # fmt: skip
    frame = '<draw:frame><draw:image xlink:href="{}"/><svg:title>{}</svg:title></draw:frame>'
    body = (
        f"<text:p>{FIRST}{frame.format('Pictures/a.png', 'Most o świcie')}</text:p>"
        f"<text:p>{frame.format('./Pictures/b.jpg', '')}</text:p><text:p>{SECOND}</text:p>"
        f"<text:p>{frame.format('../../etc/passwd', '')}</text:p>"
    )
    content = (
        f'<office:document-content xmlns:xlink="http://www.w3.org/1999/xlink"{names}>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    data = packed({"content.xml": content, "Pictures/a.png": PNG, "Pictures/b.jpg": JPEG})
    one = read(tmp_path / "a.odt", data)
    assert shown(one) == [("Zażółć", []), ("Kierowcy", [(64, 48), (64, 48)])]
    assert [p.alt for p in of_blocks(one.blocks)] == ["Most o świcie", ""]
    assert told(one) == "Pictures that are not with the file: 1."


@pytest.mark.parametrize("body", ["?", "AAAA", "A", "A" * (LARGEST * 2 + 8), "%%%", ""])
def test_a_data_address_may_hold_anything(tmp_path: Path, body: str) -> None:
    tags = (f'<img src="data:image/png;base64,{body}">', f'<img src="data:image/png,{body}">')
    assert read(tmp_path / "a.html", samples.page(*tags)).images == ()


def test_rich_text(tmp_path: Path) -> None:
    def picture(kind: str, data: bytes) -> str:
        digits = data.hex()
        lines = "\n".join(digits[at : at + 100] for at in range(0, len(digits), 100))
        return f"{{\\pict{{\\*\\picprop x}}\\{kind}\\picw64\\pich48\n{lines}}}"

    data = (
        r"{\rtf1\ansi Pierwszy akapit {\*\shppict" + picture("pngblip", PNG) + "}"
        r"{\nonshppict" + picture("wmetafile8", b"\1\2") + r"} jeden.\par "
        r"" + picture("jpegblip", JPEG) + r"\par Drugi.\par "
        r"{\pict\pngblip abc}{\pict\pngblip zz}" + picture("emfblip", b"\1\2") + "}"
    )
    one = read(tmp_path / "a.rtf", data)
    assert shown(one) == [("Pierwszy", []), ("Drugi.", [(64, 48), (64, 48)])]
    assert one.text == "Pierwszy akapit jeden.\nDrugi."
    assert [i.data for i in one.images] == [PNG, JPEG]
    assert "were left out: 1" in told(one)


def test_many_articles_with_large_pictures_come_one_by_one(tmp_path: Path) -> None:
    """Each is several MB on the way from the process apart, which waits for who reads them."""
    noise = Pillow.effect_noise((1400, 1400), 90)
    out = io.BytesIO()
    noise.save(out, "PNG")
    assert len(out.getvalue()) > 1 << 20
    page = samples.page('<img src="Strona_files/a.png">')
    members: dict[str, str | bytes] = {"Strona_files/a.png": out.getvalue()}
    members |= {f"{number}.html": page.replace("roku", f"roku {number}") for number in range(4)}
    path = tmp_path / "a.zip"
    path.write_bytes(packed(members))
    with Readers(whole_page=True) as readers:
        ((_, items),) = readers.read([path])
        found = [item for item in items if isinstance(item, Document)]
    assert [len(one.images) for one in found] == [1] * 4


def test_a_picture_that_cannot_be_unpacked_costs_only_itself(tmp_path: Path) -> None:
    chapter = f'{PARAGRAPHS}<img src="../a.png"/><img src=""/><img src="../b.jpg"/>'
    data = samples.epub(chapter, {"a.png": PNG, "b.jpg": JPEG})
    broken = data.replace(PNG[40:60], bytes(20))
    assert broken != data
    one = read(tmp_path / "a.epub", broken)
    assert [i.data for i in one.images] == [JPEG]
    assert "WebP, were left out: 1" in told(one)

"""One small article in every format that is read, made from scratch: Polish letters, emoji, CRLF."""

# ruff: noqa: E501, UP031 - markup in one line is easier to read
import gzip
import io
import zipfile
from typing import Any

FIRST = "Zażółć gęślą jaźń 😀 i remont mostu w Łodzi, który potrwa do końca roku kalendarzowego."
SECOND = "Kierowcy muszą liczyć się z objazdami, a pasażerowie autobusów z dużymi opóźnieniami."
QUOTE = "Nie ma innej drogi, powiedział wczoraj burmistrz na konferencji prasowej w ratuszu."

HTML = f"""<!doctype html><html lang="pl-PL"><head><meta charset="utf-8">
<title>Most zamknięty | Gazeta</title><meta property="og:site_name" content="Gazeta">
<meta name="author" content="Jan Łoś"><meta property="article:published_time"
content="2023-09-07T10:00:00+02:00"><link rel="canonical" href="https://gazeta.example/most">
<script>alert("nie")</script></head><body><nav><ul><li><a href="/x">Menu główne</a></li></ul></nav>
<article><h1>Most zamknięty</h1><p>{
    FIRST.replace("remont mostu", '<b>remont</b> <a href="/remont?a=1&amp;b=2">mostu</a>')
}</p><p>{SECOND}</p><h2>Co dalej</h2>
<ol><li>Najpierw przyjadą robotnicy z firmy budowlanej</li><li>Potem <em>nowa</em> nawierzchnia</li></ol>
<blockquote><p>{QUOTE}</p></blockquote>
<table><tr><th>Rok</th><th>Koszt</th></tr><tr><td>2023</td><td>5 mln</td></tr></table>
<img src="http://gazeta.example/1.png" alt="Most o świcie"></article>
<footer>Regulamin</footer></body></html>"""

MARKDOWN = f"""---
title: Most zamknięty
author: Jan Łoś
date: 2023-09-07
---
# Most zamknięty

{FIRST.replace("remont mostu", "**remont** [mostu](https://gazeta.example/remont)")}

{SECOND}

## Co dalej

1. Najpierw przyjadą robotnicy
2. Potem *nowa* nawierzchnia

> {QUOTE}

| Rok | Koszt |
|-----|-------|
| 2023 | 5 mln |
"""

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_O = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style", "meta")
)
_FO = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
_LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
_DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'


_WORDS = ("Lublin", "Radom", "Kielce", "Opole")


def packed(members: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def docx() -> bytes:
    before, _, after = FIRST.partition("remont mostu")
    body = f"""<w:document {_W} {_R}><w:body>
<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>Most zamknięty</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">{before}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>remont</w:t></w:r>
<w:r><w:t xml:space="preserve"> </w:t></w:r><w:hyperlink r:id="r1"><w:r><w:t>mostu</w:t></w:r></w:hyperlink>
<w:r><w:t xml:space="preserve">{after}</w:t></w:r></w:p>
<w:p><w:r><w:t>{SECOND}</w:t></w:r><w:del><w:r><w:delText>skreślone</w:delText></w:r></w:del></w:p>
<w:p><w:pPr><w:pStyle w:val="H2"/></w:pPr><w:r><w:t>Co dalej</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Robotnicy</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Nawierzchnia</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Q"/></w:pPr><w:r><w:t>{QUOTE}</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>2023</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>5 mln</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>"""
    styles = f"""<w:styles {_W}><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="Q"><w:name w:val="Quote"/></w:style></w:styles>"""
    numbers = f"""<w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
    return packed({
        "word/document.xml": body,
        "word/styles.xml": styles,
        "word/numbering.xml": numbers,
        "word/_rels/document.xml.rels": '<Relationships><Relationship Id="r1" Target="https://gazeta.example/remont"/></Relationships>',
        "docProps/core.xml": f'<p {_DC} xmlns:t="http://purl.org/dc/terms/"><dc:creator>Jan Łoś</dc:creator>'
        "<t:created>2023-09-07T10:00:00Z</t:created></p>",
    })  # fmt: skip


def odt() -> bytes:
    before, _, after = FIRST.partition("remont mostu")
    content = f"""<office:document-content {_O} {_FO} {_LINK}><office:automatic-styles>
<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="L1" xmlns:s="x"><text:list-level-style-number/></text:list-style></office:automatic-styles>
<office:body><office:text><text:h text:outline-level="1">Most zamknięty</text:h>
<text:p>{before}<text:span text:style-name="T1">remont</text:span> <text:a xlink:href="https://gazeta.example/remont">mostu</text:a>{after}</text:p>
<text:p>{SECOND}</text:p><text:h text:outline-level="2">Co dalej</text:h>
<text:list text:style-name="L1"><text:list-item><text:p>Robotnicy</text:p></text:list-item>
<text:list-item><text:p>Nawierzchnia</text:p></text:list-item></text:list>
<text:p text:style-name="Quotations">{QUOTE}</text:p>
<table:table><table:table-row><table:table-cell><text:p>2023</text:p></table:table-cell>
<table:table-cell><text:p>5 mln</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>"""
    meta = f"""<office:document-meta {_O} {_DC}><office:meta><meta:initial-creator>Jan Łoś</meta:initial-creator>
<meta:creation-date>2023-09-07T10:00:00</meta:creation-date></office:meta></office:document-meta>"""
    return packed({"content.xml": content, "meta.xml": meta})


def epub() -> bytes:
    page = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{}</body></html>'
    package = f"""<package xmlns="http://www.idpf.org/2007/opf" {_DC}><metadata><dc:title>Most zamknięty</dc:title>
<dc:creator>Jan Łoś</dc:creator><dc:language>pl</dc:language><dc:date>2023-09-07</dc:date></metadata>
<manifest><item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>
<item id="a" href="t/1.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="t/2%20b.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>"""
    return packed({
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="O/p.opf"/></rootfiles></container>',
        "O/p.opf": package,
        "O/nav.xhtml": page.format("<p>Spis treści</p>"),
        "O/t/1.xhtml": page.format(f"<h1>Rozdział I</h1><p>{FIRST}</p>"),
        "O/t/2 b.xhtml": page.format(f"<h1>Rozdział II</h1><p>{SECOND}</p><blockquote>{QUOTE}</blockquote>"),
    })  # fmt: skip


def fb2() -> str:
    return f"""<?xml version="1.0" encoding="utf-8"?><FictionBook {_LINK}><description><title-info>
<author><first-name>Jan</first-name><last-name>Łoś</last-name></author><book-title>Most zamknięty</book-title>
<lang>pl</lang><date>2023</date></title-info></description><body><section><title><p>Rozdział I</p></title>
<p>{FIRST.replace("remont", "<strong>remont</strong>")}</p><p>{SECOND}</p><cite><p>{QUOTE}</p></cite></section></body>
<binary id="i">AAAA</binary></FictionBook>"""


def rtf() -> bytes:
    def spelled(text: str) -> str:
        units = text.encode("utf-16-le")
        numbers = (int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2))
        return "".join(chr(n) if n < 128 else f"\\u{n - 65536 * (n > 32767)}?" for n in numbers)

    second = "".join(c if ord(c) < 128 else f"\\'{c.encode('cp1250').hex()}" for c in SECOND)
    return (
        "{\\rtf1\\ansi\\ansicpg1250\\deff0{\\fonttbl{\\f0\\fcharset238 Arial;}}{\\info{\\title Most}"
        "{\\author Jan Nowak}{\\creatim\\yr2023\\mo9\\dy7}}{\\colortbl;\\red0;}\\uc1\n"
        + "\\pard\\outlinelevel0 " + spelled("Most zamknięty") + "\\par\\pard\r\n"
        + spelled(FIRST).replace("remont mostu", "{\\b remont} {\\field{\\*\\fldinst HYPERLINK "
          '"https://gazeta.example/remont"}{\\fldrslt mostu}}') + "\\par\n"
        + "\\f0 " + second + "\\par}"
    ).encode("ascii")  # fmt: skip


def eml() -> bytes:
    from email.message import EmailMessage

    message = EmailMessage()
    message["Subject"] = "Most zamknięty"
    message["From"] = "Jan Łoś <jan@gazeta.example>"
    message["Date"] = "Thu, 07 Sep 2023 10:00:00 +0200"
    message.set_content(f"{FIRST}\n\n{SECOND}\n\n> {QUOTE}\n")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="most.png")
    return message.as_bytes()


def mhtml() -> bytes:
    from email.message import EmailMessage

    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://gazeta.example/most"
    message.set_content(HTML, subtype="html", cte="quoted-printable")
    message.make_mixed()
    return message.as_bytes()


def warc() -> bytes:
    body = HTML.encode()
    http = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n\r\n"
        + gzip.compress(body)
    )
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://gazeta.example/most\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    ).encode()
    info = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n"
    return gzip.compress(info) + gzip.compress(head + http + b"\r\n\r\n")


def pdf(lines: list[tuple[float, float, int, str]], *, pages: int = 1) -> bytes:
    """Return a PDF with (x, y, size, ASCII text) on each of its pages."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(pages))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number in range(pages):
        drawn = "".join(
            f"BT /F1 {size} Tf {x} {y} Td ({text.replace('#', str(number + 1)).replace('@', _WORDS[number % 4])}) Tj ET\n"
            for x, y, size, text in lines
        ).encode()
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {5 + 2 * number} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n".encode() + drawn + b"endstream")
    out = b"%PDF-1.4\n"
    places: list[int] = []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + one + b"\nendobj\n"
    table = b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    size = len(objects) + 1
    return (
        out + f"xref\n0 {size}\n0000000000 65535 f \n".encode() + table
        + f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF".encode()
    )  # fmt: skip


PRINT = [
    (50.0, 700.0, 22, "The bridge of @ is closed"),
    (50.0, 660.0, 11, "Drivers of @ have to reckon with detours, and passen-"),
    (50.0, 646.0, 11, "gers of the buses with long delays until winter."),
    (50.0, 616.0, 11, "A second paragraph about @ is short."),
    (50.0, 30.0, 9, "Daily News, page #"),
]


def all_samples() -> dict[str, bytes]:
    rows = f'tytuł;treść;autor;źródło;data\r\nMost zamknięty;"{FIRST}\n\n{SECOND}";Jan Łoś;Gazeta;07.09.2023\r\n'
    json_text = (
        '{"articles":[{"headline":"Most zamknięty","body":"%s","author":{"name":"Jan Łoś"},'
        '"date":"2023-09-07T10:00:00Z","url":"https://gazeta.example/most","tags":["A/B","C"]}]}'
        % FIRST
    )
    crlf = MARKDOWN.replace("\n", "\r\n")
    found: dict[str, Any] = {
        "page.html": HTML,
        "page-cp1250.html": HTML.replace("utf-8", "windows-1250").replace("😀", "").encode("cp1250"),
        "page-lying.html": HTML.replace('charset="utf-8"', 'charset="iso-8859-1"'),
        "page.mhtml": mhtml(),
        "note.md": b"\xef\xbb\xbf" + crlf.encode(),
        "book.epub": epub(),
        "word.docx": docx(),
        "open.odt": odt(),
        "rich.rtf": rtf(),
        "mail.eml": eml(),
        "book.fb2": fb2(),
        "print.pdf": pdf(PRINT, pages=4),
        "table.csv": b"\xef\xbb\xbf" + rows.encode(),
        "list.json": json_text,
        "crawl.warc.gz": warc(),
        "some.zip": packed({"../../a.html": HTML, "b/c.txt": f"{FIRST}\r\n\r\n{SECOND}", "x.png": "?"}),
        "packed.md.gz": gzip.compress(crlf.encode(), mtime=0),
    }  # fmt: skip
    return {name: data.encode() if isinstance(data, str) else data for name, data in found.items()}

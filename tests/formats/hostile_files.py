"""Files made to do harm, or merely broken: more than a hundred, small on disk."""

# ruff: noqa: E501 - markup in one line is easier to read
import gzip
import io
import json
import struct
import zipfile
import zlib

from tests.formats import document_samples as samples

_DOCUMENT = (
    '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>'
)
_BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)
_XXE = '<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/hostname"><!ENTITY h SYSTEM "http://127.0.0.1:9/x">]>'


def _zip(*members: tuple[str, bytes], level: int = 1) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as file:
        for name, data in members:
            file.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _lying_size(data: bytes) -> bytes:
    """Make the central directory say that each member has ten bytes."""
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data = data[: at + 24] + struct.pack("<I", 10) + data[at + 28 :]
        at = data.find(b"PK\x01\x02", at + 4)
    return data


def _png(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    return (
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    )


def _bombs() -> dict[str, bytes]:
    zeros = bytes(140 * 1024**2)
    packed = gzip.compress(zeros, 1, mtime=0)
    text = b"tekst " * 11_500_000
    return {
        "bomb.txt.gz": packed,
        "bomb.html.gz": packed,
        "bomb.warc.gz": packed,
        "twice.gz.gz": gzip.compress(packed, mtime=0),
        "bomb.zip": _zip(("a.txt", text)),
        "bomb.docx": _zip(("word/document.xml", text)),
        "bomb.odt": _zip(("content.xml", text)),
        "bomb.epub": _zip(("META-INF/container.xml", text)),
        "styles.docx": _zip(("word/document.xml", _DOCUMENT.format("a").encode()), ("word/styles.xml", text)),
        "many.zip": _zip(*((f"{n}.txt", b"a") for n in range(6_000)), level=1),
        "nested.zip": _zip(("a.zip", _zip(("b.zip", _zip(("c.txt", text[:2_000_000])))))),
        "lying.zip": _lying_size(_zip(("a.txt", b"tekst " * 100_000))),
        "lying.docx": _lying_size(_zip(("word/document.xml", _DOCUMENT.format("a" * 5_000).encode()))),
        "slip.zip": _zip(*((n, b"Tekst.") for n in ("../../evil.txt", "/etc/evil.txt", "..\\..\\w.txt", "C:\\e.txt"))),
        "names.zip": _zip(*((n, b"Tekst.") for n in ("a\n.txt", "\u202etxt.txt", "con.txt", "a" * 250 + ".txt"))),
        "nothing.zip": _zip(),
        "pictures.zip": _zip(("a.png", _png(50_000, 50_000))),
    }  # fmt: skip


def _markup() -> dict[str, bytes]:
    word = "słowo " * 40
    found = {
        "divs.html": "<div>" * 100_000 + word,
        "spans.html": "<b><i>" * 50_000 + word,
        "tables.html": "<table><tr><td>" * 3_000 + word,
        "lists.html": "<ul><li>" * 50_000 + word,
        "links.html": '<a href="http://x.example/">' * 50_000 + word,
        "paragraphs.html": "<p>x" * 200_000,
        "bold-paragraphs.html": "<b>" * 3_000 + "<p>x" * 50_000,
        "attributes.html": "<p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">" + word,
        "attribute.html": f'<p title="{"x" * 5_000_000}">{word}',
        "word.html": "<p>" + "x" * 5_000_000,
        "line.html": "<p>" + "słowo " * 1_000_000,
        "entities.html": "<p>" + "&lt;" * 1_000_000,
        "comment.html": word + "<!-- " * 200_000,
        "script.html": word + "<script>" * 100_000,
        "title.html": f"<title>{'x' * 3_000_000}</title><p>{word}",
        "svg.html": "<svg><defs>" + "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 12)) + f"</svg><p>{word}",
        "remote.html": f'<base href="http://127.0.0.1:9/"><link rel=stylesheet href=a.css><img src="http://127.0.0.1:9/a.png"><iframe src="file:///etc/passwd"></iframe><p>{word}',
        "xxe.xhtml": _XXE + f"<html><body><p>&j;&h;{word}</p></body></html>",
        "bomb.xhtml": _BOMB + f"<html><body><p>&j;{word}</p></body></html>",
        "refresh.html": f'<meta http-equiv=refresh content="0;url=file:///etc/passwd"><p>{word}',
        "json-ld.html": f'<script type="application/ld+json">{"[" * 100_000}</script><p>{word}',
        "bomb.fb2": _BOMB + "<FictionBook><body><section><p>&j;</p></section></body></FictionBook>",
        "xxe.fb2": _XXE + f"<FictionBook><body><section><p>&j;{word}&h;</p></section></body></FictionBook>",
        "deep.fb2": "<FictionBook>" + "<section>" * 100_000,
        "quotes.md": "> " * 100_000 + word,
        "brackets.md": "[" * 40_000 + word,
        "stars.md": "*a_ " * 100_000,
        "backticks.md": "".join("`" * n + " " for n in range(1_000)),
        "links.md": "[a](" * 50_000 + word,
        "list.md": "".join("  " * n + "- a\n" for n in range(500)),
        "html.md": "<div>" * 50_000 + word,
        "front.md": "---\n" + "a: b\n" * 50_000 + word,
        "table.md": "|a" * 20_000 + "\n" + "|-" * 20_000 + "\n" + "|x" * 20_000,
        "braces.rtf": "{\\rtf1 " + "{" * 500_000 + word.replace("ł", "l"),
        "bin.rtf": "{\\rtf1 Tekst. \\bin2147483647 " + "x" * 1_000_000,
        "numbers.rtf": "{\\rtf1 Tekst. " + "\\u99999999 ?\\f999999999 \\uc99999 " * 10_000,
        "cells.rtf": "{\\rtf1 " + "\\trowd\\intbl a\\cell " * 100_000,
    }  # fmt: skip
    return {name: text.encode() for name, text in found.items()}


def _office() -> dict[str, bytes]:
    nested = '<w:document xmlns:w="w">' + "<w:tbl><w:tr><w:tc>" * 30_000
    return {
        "entities.docx": _zip(("word/document.xml", (_BOMB + _DOCUMENT.format("&j;")).encode())),
        "xxe.docx": _zip(("word/document.xml", (_XXE + _DOCUMENT.format("Tekst. &j;")).encode())),
        "deep.docx": _zip(("word/document.xml", nested.encode())),
        "empty.docx": _zip(("word/document.xml", b"")),
        "other.docx": _zip(("xl/workbook.xml", b"<x/>")),
        "entities.odt": _zip(("content.xml", (_BOMB + "<x>&j;</x>").encode())),
        "spaces.odt": _zip(("content.xml", b'<o:body xmlns:o="o" xmlns:t="t"><t:p>a<t:s t:c="999999999"/>b</t:p></o:body>')),
        "loop.epub": _zip(("META-INF/container.xml", b'<c><rootfile full-path="META-INF/container.xml"/></c>')),
        "slip.epub": _zip(
            ("META-INF/container.xml", b'<c><rootfile full-path="../../etc/passwd"/></c>'), ("a.opf", b"<p/>")
        ),
        "spine.epub": _zip(
            ("p.opf", b'<p><item id="a" href="../../../etc/passwd" media-type="text/html"/><itemref idref="a"/></p>')
        ),
    }  # fmt: skip


def _pdfs() -> dict[str, bytes]:
    good = samples.pdf(samples.PRINT)
    loop = good.replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")
    return {
        "loop.pdf": loop,
        "count.pdf": good.replace(b"/Count 1", b"/Count 999999999"),
        "box.pdf": good.replace(b"[0 0 600 800]", b"[0 0 1e9 1e9]"),
        "no-pages.pdf": good.replace(b"/Pages 2 0 R", b"/Pages 9 0 R"),
        "parent.pdf": good.replace(b"/Parent 2 0 R", b"/Parent 4 0 R"),
        "length.pdf": good.replace(b"/Length ", b"/Length 99999999"),
        "header.pdf": b"%PDF-1.7\n" + b"\0" * 1_000,
        "deep.pdf": b"%PDF-1.4\n1 0 obj\n" + b"[" * 500_000,
        "dictionaries.pdf": b"%PDF-1.4\n1 0 obj\n" + b"<</A" * 200_000,
        "pages.pdf": samples.pdf(samples.PRINT[:1], pages=1_500),
        "letters.pdf": samples.pdf([(1.0, 400.0, 8, "abc " * 60_000)]),
        "program.pdf": b"MZ" + b"\0" * 5_000,
    }


def _tables() -> dict[str, bytes]:
    return {
        "deep.json": b"[" * 100_000,
        "objects.json": b'{"a":' * 100_000,
        "digits.json": b'[{"text":"a","date":' + b"1" * 5_000 + b"}]",
        "nan.json": b'[{"text":NaN}]',
        "surrogate.json": b'[{"title":"\\ud800","text":"A lone \\udfff one and \\u0000."}]',
        "wide.json": json.dumps([{"x": n} for n in range(200_000)]).encode(),
        "twice.json": b'{"text":"first","text":"Some second text."}',
        "cell.csv": b"title,text\na," + b"x" * 17_000_000,
        "columns.csv": b"text," + b"a," * 500_000 + b"\nSome words.,",
        "quote.csv": b'title,text\na,"' + b"line\n" * 200_000,
        "nul.csv": b"title,text\na,b\0c\n",
        "formula.csv": b"title,text\n=cmd|' /C calc'!A0,=1+1 and words\n",
        "header.csv": b"x" * 3_000_000,
    }


def _texts() -> dict[str, bytes]:
    words = "Zażółć gęślą jaźń, powiedział król Łokietek. " * 20
    page = f"<html><body><p>{words}</p><p>{words}</p></body></html>"
    lying = page.replace("<html>", '<html><meta charset="utf-8">')
    found = {
        f"text-{name}.txt": words.encode(name)
        for name in ("cp1250", "iso-8859-2", "cp852", "utf-16-le", "utf-16-be")
    }
    found |= {
        f"page-{name}.html": page.encode(name)
        for name in ("cp1250", "iso-8859-2", "cp852", "utf-16-le", "utf-16-be")
    }
    found |= {
        f"lying-{name}.html": lying.encode(name) for name in ("cp1250", "iso-8859-2", "utf-16-le")
    }
    found["codec.html"] = page.replace("<html>", '<html><meta charset="rot13">').encode("cp1250")
    found["idna.html"] = page.replace("<html>", '<html><meta charset="unicode_escape">').encode(
        "cp1250"
    )
    return found  # fmt: skip


def _truncated() -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for name, data in samples.all_samples().items():
        found[f"half-{name}"] = data[: len(data) // 2]
        found[f"begin-{name}"] = data[:20]
    return found


def _disguised() -> dict[str, bytes]:
    suffixes = (
        "html",
        "docx",
        "odt",
        "epub",
        "rtf",
        "pdf",
        "json",
        "csv",
        "zip",
        "gz",
        "warc",
        "mhtml",
    )
    found = {f"picture.{suffix}": _png(50_000, 50_000) for suffix in suffixes}
    found |= {f"zeros.{suffix}": bytes(100_000) for suffix in suffixes}
    found["parts.eml"] = (
        b"Content-Type: multipart/mixed; boundary=a\n\n"
        + b"--a\nContent-Type: multipart/mixed; boundary=a\n\n" * 5_000
    )
    found["headers.eml"] = b"X-A: b\n" * 200_000 + b"\nSome words."
    found["date.eml"] = (
        b"Date: Thu, 99 Foo 99999 99:99\nFrom: =?utf-8?q?=FF?= <\nSubject: =?x?b?zzz?=\n\nSome words."
    )
    found["charset.eml"] = b"Content-Type: text/plain; charset=rot13\n\nSome words."
    return found  # fmt: skip


def all_files() -> dict[str, bytes]:
    """Return names and contents."""
    makers = (_bombs, _markup, _office, _pdfs, _tables, _texts, _truncated, _disguised)
    return {name: data for make in makers for name, data in make().items()}

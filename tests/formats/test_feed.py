"""Feeds of all kinds, good and bad, read in the process apart; lists of feeds; feeds of a page."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desktop.core.article import Document, Remark
from desktop.core.errors import UserError
from desktop.formats.api import Item
from desktop.formats.importers import feed, opml
from desktop.formats.importers.source import Source
from desktop.formats.isolation import Readers
from desktop.formats.web.answers import Answer
from desktop.formats.web.discover import feeds_of
from desktop.formats.web.opml_out import opml as opml_of

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Kresy &amp; świat</title><link>https://kresy.pl/</link><language>pl-PL</language>
<item><title>Pierwszy &lt;b&gt;tytuł&lt;/b&gt;</title><link>https://kresy.pl/1</link>
<guid isPermaLink="false">id-1</guid><pubDate>Thu, 07 Sep 2023 23:30:00 +0200</pubDate>
<dc:creator>Jan Nowak</dc:creator><description>Skrót.</description>
<content:encoded><![CDATA[<p>Całość <b>tekstu</b>.</p><p>Druga część.</p>
<script>alert(1)</script>]]></content:encoded></item>
<item><title>Drugi</title><guid>https://kresy.pl/2</guid><description>Sam skrót &amp;amp; koniec.
</description></item>
<item><title></title><description></description></item>
</channel></rss>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://a.pl/"><title>Stary</title><link>https://a.pl/</link></channel>
<item rdf:about="https://a.pl/1"><title>Jeden</title><link>https://a.pl/1</link>
<dc:date>2005-03-04T10:00:00Z</dc:date></item></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Atomowy</title>
<link rel="self" href="https://b.pl/feed"/><link href="https://b.pl/"/>
<entry><title type="html">A &amp;amp; B</title><id>tag:b.pl,2023:1</id>
<link rel="enclosure" href="https://b.pl/1.mp3"/><link rel="alternate" href="/1"/>
<published>2023-09-07T10:00:00Z</published><updated>2024-01-01T10:00:00Z</updated>
<author><name>Anna Kowalska</name></author><summary>Krótko</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Jeden.</p><p>Dwa.</p></div>
</content></entry></feed>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Dżejson",
        "home_page_url": "https://c.pl/",
        "items": [
            {"id": "1", "url": "https://c.pl/1", "title": "T <1>", "content_text": "A\n\nB & C",
             "authors": [{"name": "Ewa"}, {"name": "Adam"}, 5],
             "date_published": "2023-09-07T10:00:00Z"},
            {"id": 2, "content_html": "<p>Tylko treść.</p>"},
            "nonsense",
        ],
    }
)  # fmt: skip


def parse(text: str | bytes, url: str = "https://b.pl/feed") -> list[Item]:
    data = text.encode() if isinstance(text, str) else text
    return list(feed.parse(Source(data, "a.rss", url=url)))


def documents(items: list[Item]) -> list[Document]:
    return [one for one in items if isinstance(one, Document)]


def guids(items: list[Item]) -> list[str]:
    return [one.remarks[0].fields["guid"] for one in documents(items)]


def test_rss():
    items = parse(RSS)
    assert items[0] == Remark(feed.FEED, {"title": "Kresy & świat", "home": "https://kresy.pl/"})
    first, second = documents(items)
    assert (first.title, first.text) == ("Pierwszy tytuł", "Całość tekstu.\nDruga część.")
    assert (first.author, first.url, first.outlet) == (
        "Jan Nowak", "https://kresy.pl/1", "Kresy & świat",
    )  # fmt: skip
    assert (first.published, first.language) == ("2023-09-07", "pl")
    assert (second.url, second.text) == ("https://kresy.pl/2", "Sam skrót & koniec.")
    assert guids(items) == ["id-1", "https://kresy.pl/2"] and first.excerpts


def test_rss_1():
    items = parse(RDF)
    (only,) = documents(items)
    assert (only.title, only.text, only.published) == ("Jeden", "Jeden", "2005-03-04")
    assert guids(items) == ["https://a.pl/1"]


def test_atom():
    items = parse(ATOM)
    (only,) = documents(items)
    assert (only.title, only.text, only.url) == ("A & B", "Jeden.\nDwa.", "https://b.pl/1")
    assert (only.author, only.published) == ("Anna Kowalska", "2023-09-07")
    assert only.language == "en" and guids(items) == ["tag:b.pl,2023:1"]


def test_json_feed():
    items = parse(JSON)
    first, second = documents(items)
    assert (first.title, first.text, first.author) == ("T <1>", "A\nB & C", "Ewa, Adam")
    assert second.text == "Tylko treść." and guids(items) == ["1", "2"]
    assert items[0] == Remark(feed.FEED, {"title": "Dżejson", "home": "https://c.pl/"})


@pytest.mark.parametrize(
    "text",
    ["", "<html><p>no", "{", "{}", '{"items": 5}', '{"items": [], "version": "x"}', "[" * 5,
     "{" + '"a":[' * 5_000, "<rss", "plain"],
)  # fmt: skip
def test_what_is_no_feed_is_refused(text: str):
    with pytest.raises(UserError):
        parse(text or "\0")


def test_a_feed_with_faults_is_read_as_far_as_it_goes():
    broken = RSS.replace("Skrót.", "Skrót&nbsp;i Q&A.").replace("</channel></rss>", "")
    assert [one.title for one in documents(parse(broken))] == ["Pierwszy tytuł", "Drugi"]
    latin = RSS.replace("UTF-8", "windows-1250").encode("cp1250")
    assert documents(parse(latin))[0].text.startswith("Całość")


def test_entities_are_not_expanded_and_no_file_is_read(tmp_path: Path):
    secret = tmp_path / "secret.txt"
    secret.write_text("TAJNE", encoding="utf-8")
    bombs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY a0 "BUM">{bombs}]>'
    text = RSS.replace("<rss", f"{head}<rss", 1).replace("Skrót.", "&x;&a9;").replace(
        "<title>Drugi", "<title>&x;&a9;Drugi"
    )  # fmt: skip
    file = tmp_path / "a.rss"
    file.write_text(text, encoding="utf-8")
    with Readers() as readers:
        items = [item for _, found in readers.read([file]) for item in found]
    assert "TAJNE" not in repr(items) and "BUMBUM" not in repr(items)
    assert len(repr(items)) < 10_000


def test_a_feed_without_end_gives_a_thousand_items():
    item = "<item><title>Tytuł {}</title></item>"
    many = (
        f"<rss><channel><title>a</title>{''.join(map(item.format, range(1_500)))}</channel></rss>"
    )
    assert len(documents(parse(many))) == 1_000


OPML = """<opml version="1.0"><head><title>x</title></head><body>
<outline text="Prasa"><outline text="Polska/kraj">
<outline type="rss" title="Kresy" xmlUrl="https://kresy.pl/feed"/></outline></outline>
<outline text="Luzem" xmlurl="http://b.pl/feed" category="/Świat,inne"/>
<outline text="Zły" xmlUrl="file:///etc/passwd"/></body></opml>"""


def test_lists_of_feeds_come_in():
    found = list(opml.parse(Source(OPML.encode(), "a.opml")))
    assert [one.fields for one in found if isinstance(one, Remark)] == [
        {"title": "Kresy", "url": "https://kresy.pl/feed", "folder": "Prasa/Polska-kraj"},
        {"title": "Luzem", "url": "http://b.pl/feed", "folder": "Świat"},
    ]
    with pytest.raises(UserError):
        list(opml.parse(Source(b"<rss/>", "a.opml")))


def test_lists_of_feeds_go_out_and_come_in_again():
    feeds = [("A & B", "https://a.pl/f?x=1&y=2", "https://a.pl/", "Prasa/Kraj"),
             ("Ł", "https://l.pl/f", "", "Prasa"), ("C", "https://c.pl/f", "", "")]  # fmt: skip
    data = opml_of(feeds)
    assert ElementTree.fromstring(data).get("version") == "2.0"
    again = [one.fields for one in opml.parse(Source(data, "a.opml")) if isinstance(one, Remark)]
    assert [(f["title"], f["url"], f["folder"]) for f in again] == [
        (title, url, folder) for title, url, _, folder in feeds
    ]


def test_a_page_names_its_feeds():
    page = """<head><link rel="alternate" type="application/rss+xml" title="Comments" href="/c">
    <LINK REL='alternate' TYPE='application/atom+xml; charset=utf-8' HREF='/a?x=1&amp;y=2'>
    <link rel=alternate type=application/json href=/wp-json/1>
    <link rel="stylesheet" type="application/rss+xml" href="/no">
    <link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">
    <link rel="alternate" type="application/rss+xml" href="http://[::1">"""
    answer = Answer("https://a.pl/", "https://a.pl/x/", page.encode(), "text/html")
    assert feeds_of(answer) == ["https://a.pl/a?x=1&y=2", "https://a.pl/c"]

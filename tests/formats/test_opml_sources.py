"""Sources as OPML: well-formed whatever is in them, outlets in order, and readable again."""

import io
from dataclasses import replace
from xml.etree import ElementTree

from desktop.core.portable import PortableArticle
from desktop.formats.exporters.opml_sources import OPML_SOURCES
from tests.formats.exporters.sample import article


def _written(*articles: PortableArticle) -> ElementTree.Element:
    out = io.BytesIO()
    assert OPML_SOURCES.write_articles(iter(articles), (), out) == 0
    body = ElementTree.fromstring(out.getvalue()).find("body")
    assert body is not None
    return body


def test_outlets_with_their_pages():
    odd = 'Tytuł "a"\n\x01'
    one = replace(article(), outlet="Źródło & <s>", title=odd, url="https://a.pl/x?b=1&c")
    other = replace(article(), outlet="", title="", url="http://b.example:8080/y")
    bare = replace(article(), outlet="", title="Bez adresu", url="urn:isbn:1")
    broken = replace(article(), outlet="Źródło & <s>", url="http://[")
    body = _written(one, other, bare, broken)
    assert [(one.get("text"), one.get("htmlUrl")) for one in body] == [
        ("—", None),
        ("b.example", "http://b.example:8080/"),
        ("Źródło & <s>", "https://a.pl/"),
    ]
    first, second = body[2]
    assert (first.get("type"), first.get("url")) == ("link", "https://a.pl/x?b=1&c")
    assert first.get("text") == 'Tytuł "a"\n\ufffd'
    assert second.get("type") is None
    assert body[1][0].get("text") == "http://b.example:8080/y"


def test_nothing_at_all():
    assert len(_written()) == 0

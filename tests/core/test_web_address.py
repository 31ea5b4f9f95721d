"""Addresses in what people paste, and the page behind a snapshot."""

import pytest

from desktop.core.web_address import as_address, in_text, original, same_site


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://kresy.pl/a", ["https://kresy.pl/a"]),
        ("kresy.pl/a\nwww.pap.pl", ["https://kresy.pl/a", "https://www.pap.pl/"]),
        (
            "Zobacz (https://a.pl/x_(y)), i www.b.pl/z!",
            ["https://a.pl/x_(y)", "https://www.b.pl/z"],
        ),
        ("„https://a.pl/x”, http://a.pl/y…", ["https://a.pl/x", "http://a.pl/y"]),
        ("https://a.pl/x https://a.pl/x", ["https://a.pl/x"]),
        ("https://a.pl/x#part", ["https://a.pl/x"]),
        ("jan@www.pl nie", []),
        ("e.g. nothing here", []),
        ("file:///etc/passwd\nftp://a.pl/x", []),
        ("", []),
    ],
)
def test_addresses_are_found_in_text(text: str, found: list[str]):
    assert in_text(text) == found


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("  HTTPS://Kresy.PL  ", "https://kresy.pl/"),
        (
            "https://żółw.pl/żółć?ą=ę",
            "https://xn--w-uga1v8h.pl/%C5%BC%C3%B3%C5%82%C4%87?%C4%85=%C4%99",
        ),
        ("https://a.pl/%C5%BC?x=%20", "https://a.pl/%C5%BC?x=%20"),
        ("https://user:word@a.pl/", "https://a.pl/"),
        ("http://[::1]:80/x", "http://[::1]:80/x"),
        ("http://[::1", ""),
        ("http://a.pl:99999/", ""),
        ("https://a..pl/", ""),
        ("http:///x", ""),
        ("http://a b/", ""),
        ("javascript:1", ""),
    ],
)
def test_addresses_are_put_into_one_form(typed: str, address: str):
    assert as_address(typed) == address


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("https://web.archive.org/web/20230907101112/https://kresy.pl/a?b=c", "https://kresy.pl/a?b=c"),
        ("https://web.archive.org/web/20230907id_/http:/kresy.pl/a", "http://kresy.pl/a"),
        ("https://archive.ph/20230907/https://kresy.pl/a", "https://kresy.pl/a"),
        ("https://web.archive.org/web/20230907/ftp://kresy.pl/a", ""),
        ("https://kresy.pl/web/20230907/https://a.pl", ""),
    ],
)  # fmt: skip
def test_the_page_behind_a_snapshot(url: str, page: str):
    assert original(url) == page


def test_sites():
    assert same_site("https://www.a.pl/x", "http://a.pl/y")
    assert same_site("https://m.a.pl/x", "https://a.pl/y")
    assert not same_site("https://aa.pl/x", "https://a.pl/x")
    assert not same_site("https://b.a.pl/x", "https://c.a.pl/x")
    assert not same_site("", "https://a.pl") and not same_site("http://[::1", "https://a.pl")

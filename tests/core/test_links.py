import pytest

from desktop.core.links import target, visible

REFUSED = (
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\nscript:alert(1)", "data:text/html,x",
    "file:///etc/passwd", "file://host/share", "ftp://a.pl/x", "smb://a/b", "vbscript:x",
    "about:blank", "blob:https://a.pl/1", "ws://a.pl", "tel:+48123", "sms:1", "ssh://a.pl",
    "ms-settings:", "search-ms:query=x", "steam://run/1", "chrome://settings", "view-source:http://a",
    "//evil.example/x", "\\\\evil\\share", "https:\\\\evil.example", "http://", "https:///x",
    "http://a b.pl", "http://a.pl:x/", "mailto:", "mailto:@x", "", "   ", "article.html",
    "http://%65vil.pl/", "http://a.pl\x00.evil.pl", "http://.a.pl", "http://[::1",
)  # fmt: skip


@pytest.mark.parametrize("url", REFUSED)
def test_what_is_not_opened(url: str):
    assert target(url) is None


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("https://www.kresy.pl/a?b=1#c", "www.kresy.pl"),
        ("HTTP://KRESY.PL", "kresy.pl"),
        ("https://bank.pl@zly.example/", "zly.example"),
        ("https://bank.pl:443@zly.example:8080/", "zly.example:8080"),
        ("http://127.0.0.1:80/x", "127.0.0.1:80"),
        ("http://[::1]/x", "::1"),
        ("mailto:jan@kresy.pl?subject=x", "jan@kresy.pl"),
    ],
)
def test_who_is_asked(url: str, place: str):
    found = target(f" {url} ")
    assert found is not None
    assert (found.url, found.place) == (url, place)


@pytest.mark.parametrize(
    ("url", "place", "written"),
    [
        ("https://xn--80ak6aa92e.com/", "аррӏе.com", "xn--80ak6aa92e.com"),  # not Latin letters
        ("https://łódź.pl/", "łódź.pl", "xn--d-uga0v4h.pl"),
        ("https://xn--d-uga0v4h.pl/", "łódź.pl", "xn--d-uga0v4h.pl"),
        ("https://kresy.pl/", "kresy.pl", ""),
    ],
)
def test_names_in_other_letters_are_shown_both_ways(url: str, place: str, written: str):
    found = target(url)
    assert found is not None
    assert (found.place, found.written) == (place, written)


def test_a_broken_punycode_stays_as_it_is():
    found = target("https://xn--999999999.pl/")
    assert found is None or "xn--" in found.place


def test_hidden_characters_are_written_out():
    assert visible("a\u202eb\u200bc\u00a0d") == "a‹U+202E›b‹U+200B›c‹U+00A0›d"
    found = target("https://kresy.pl/\u202efdp.exe")
    assert found and "‹U+202E›" in found.shown
    assert target("mailto:a\u2066b@kresy.pl").place == "a‹U+2066›b@kresy.pl"  # type: ignore[union-attr]

"""Fetching one address: each kind of answer, good, bad and hostile, and who is asked at all."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.core.errors import Cancelled, UserError
from desktop.formats.web import line, page_file
from desktop.formats.web.answers import Answer
from desktop.formats.web.fetch import fetch
from desktop.formats.web.rules import Rules, is_private
from tests.web_server import Server, running

RULES = Rules(own_network=True, seconds=20, silence=20, largest=8 * 1024**2)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as one:
        yield one


def reason(server: Server, path: str, rules: Rules = RULES) -> str:
    with pytest.raises(UserError) as caught:
        fetch(server / path, rules)
    return str(caught.value)


@pytest.mark.parametrize(
    "path", ["article", "gzip", "gzip-twice", "deflate", "raw-deflate", "chunked", "no-type"]
)
def test_a_page_arrives_whole_however_it_is_sent(server: Server, path: str):
    answer = fetch(server / path, RULES)
    assert answer.data.startswith(b"<!doctype html") and answer.data.endswith(b"</html>")
    assert "Zażółć gęślą".encode() in answer.data
    assert answer.asked == answer.url == server / path


def test_redirects_are_followed_and_counted(server: Server):
    assert fetch(server / "to-article", RULES).url == server / "article"
    assert fetch(server / "to-article", RULES).asked == server / "to-article"
    assert fetch(server / "hops/5", RULES).url == server / "hops/0"
    assert "more than 5 times" in reason(server, "hops/6")
    assert "more than 5 times" in reason(server, "loop")


@pytest.mark.parametrize("path", ["to-file", "to-script", "to-data", "to-nowhere"])
def test_a_redirect_to_what_is_no_page_is_not_followed(server: Server, path: str):
    assert "no web page" in reason(server, path)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("status/401", "does not give this page to Glosa (401 Unauthorized)"),
        ("status/403", "does not give this page to Glosa (403 Forbidden)"),
        ("status/404", "no page at this address (404 Not Found)"),
        ("status/410", "no page at this address (410 Gone)"),
        ("status/418", "gave no page (418"),
        ("status/429", "in peace (429 Too Many Requests)"),
        ("status/500", "fault of its own (500 Internal Server Error)"),
        ("status/503", "in peace (503 Service Unavailable)"),
        ("304", "gave no page (304 Not Modified)"),
        ("garbage", "cannot be understood"),
        ("many-headers", "cannot be understood"),
        ("long-header", "cannot be understood"),
        ("not-gzip", "cannot be understood"),
        ("brotli", "cannot be understood"),
        ("half-gzip", "broke off"),
        ("short", "broke off"),
        ("hang-up", "cannot be reached"),
        ("bomb", "more than 8 MB"),
        ("bombs", "more than 8 MB"),
        ("endless", "more than 8 MB"),
        ("huge", "more than 8 MB"),
    ],
)
def test_what_went_wrong_is_said_in_words(server: Server, path: str, words: str):
    assert words in reason(server, path)


@pytest.mark.parametrize("path", ["drip", "drip-header"])
def test_a_slow_drip_ends_with_the_time(server: Server, path: str):
    assert "within 1 seconds" in reason(server, path, Rules(own_network=True, seconds=1))


def test_a_silent_server_is_left(server: Server):
    rules = Rules(own_network=True, seconds=60, silence=0.6)
    assert "did not answer for 1 seconds" in reason(server, "silent", rules)


def test_a_fetch_can_be_stopped(server: Server):
    stop = threading.Event()
    threading.Timer(0.3, stop.set).start()
    with pytest.raises(Cancelled):
        fetch(server / "drip", RULES, cancelled=stop.is_set)


def test_asking_again_is_conditional(server: Server):
    first = fetch(server / "conditional", RULES)
    assert (first.etag, first.modified) == ('"v1"', "Tue, 24 Nov 2026 10:00:00 GMT")
    again = fetch(server / "conditional", RULES, etag=first.etag, modified=first.modified)
    assert again.unchanged and not again.data
    assert server.requests[-1][1]["If-Modified-Since"] == first.modified


def test_the_request_says_who_asks_and_carries_nothing_else(server: Server):
    before = len(server.requests)
    fetch(server / "cookie", RULES)
    asked = server.requests[before:]
    assert [path for path, _ in asked] == ["/cookie", "/article"]
    for _, headers in asked:
        assert set(headers) == {
            "Host", "User-Agent", "Accept", "Accept-Language", "Accept-Encoding", "Connection"
        }  # fmt: skip
        assert headers["User-Agent"].startswith("Glosa/")


@pytest.mark.parametrize(
    "typed",
    ["file:///etc/passwd", "ftp://a.pl/", "javascript:1", "data:text/html,a", "", "https://"],
)
def test_only_pages_of_the_web_are_asked_for(typed: str):
    with pytest.raises(UserError, match="no address of a web page"):
        fetch(typed)


def test_ones_own_network_is_not_asked_without_leave(server: Server):
    before = len(server.requests)
    assert "your own network" in reason(server, "article", Rules())
    port = server.server_address[1]
    for host in ("localhost", "127.1", "0x7f.0.0.1", "2130706433", "[::ffff:127.0.0.1]"):
        with pytest.raises(UserError, match=r"own network|no computer"):
            fetch(f"http://{host}:{port}/article", Rules())
    assert len(server.requests) == before


def test_the_open_net_does_not_lead_into_ones_own(server: Server):
    """127.0.0.1 stands for a public address here, 127.0.0.2 for the printer."""
    rules = Rules(own_network=True, private=lambda address: address != "127.0.0.1")
    port = server.server_address[1]
    server.table["/inward"] = lambda h: h.give(
        b"", status=302, Location=f"http://127.0.0.2:{port}/article"
    )
    assert "your own network" in reason(server, "inward", rules)
    assert fetch(server / "to-article", rules).data


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",
     "100.64.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1", "::1", "::", "fe80::1%eth0",
     "fc00::1", "fec0::1", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
     "2001:0:4136:e378:8000:63bf:3fff:fdd2", "no address"],
)  # fmt: skip
def test_private_addresses_are_known(address: str):
    assert is_private(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_public_addresses_are_known(address: str):
    assert not is_private(address)


def test_unknown_and_closed_places_are_explained(server: Server):
    with pytest.raises(UserError, match="no computer called"):
        fetch("http://nothing.invalid/", RULES)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    with pytest.raises(UserError, match="cannot be reached"):
        fetch(f"http://127.0.0.1:{port}/", RULES)


def test_a_server_without_a_certificate_is_not_trusted(server: Server):
    port = server.server_address[1]
    with pytest.raises(UserError, match="not safe"):
        fetch(f"https://127.0.0.1:{port}/article", RULES)


def test_certificates_are_asked_for():
    context = line._context()
    assert context.check_hostname and context.verify_mode.name == "CERT_REQUIRED"


def test_no_connection_stays_open(server: Server, monkeypatch: pytest.MonkeyPatch):
    made: list[socket.socket] = []
    real = socket.socket.connect

    def connect(sock: socket.socket, place: object) -> None:
        made.append(sock)
        real(sock, place)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(socket.socket, "connect", connect)
    fetch(server / "to-article", RULES)
    reason(server, "bomb")
    assert len(made) == 3 and all(sock.fileno() == -1 for sock in made)


def _answer(data: bytes, kind: str = "", url: str = "https://a.pl/x", charset: str = "") -> Answer:
    return Answer(url, url, data, kind, charset)


@pytest.mark.parametrize(
    ("answer", "suffix"),
    [
        (_answer(b"<p>x", "text/html"), ".html"),
        (_answer(b"x", "text/plain"), ".txt"),
        (_answer(b"%PDF-1.7", "application/octet-stream"), ".pdf"),
        (_answer(b"%PDF-1.7", "text/html"), ".pdf"),
        (_answer(b"PK", "", "https://a.pl/book.epub"), ".epub"),
        (_answer(b"\xef\xbb\xbf<!DOCTYPE html><p>"), ".html"),
        (_answer(b"Hello <p>you"), ".html"),
        (_answer(b"Hello you"), ".txt"),
    ],
)
def test_the_right_importer_is_found(answer: Answer, suffix: str):
    assert page_file.suffix_of(answer) == suffix


@pytest.mark.parametrize("kind", ["video/mp4", "image/png", "application/json", ""])
def test_what_is_no_article_is_refused(kind: str):
    with pytest.raises(UserError, match="no article"):
        page_file.suffix_of(_answer(b"\0\0", kind))


def test_a_feed_is_named_as_one():
    with pytest.raises(UserError, match="address of a feed"):
        page_file.suffix_of(_answer(b"<?xml version='1.0'?><rss>", "application/rss+xml"))
    assert not page_file.is_feed(_answer(b"<html><feed", "text/html"))


def test_a_page_keeps_its_address_and_cannot_leave_its_comment(tmp_path: Path):
    url = "https://a.pl/x-->y--z"
    path, _ = page_file.write(_answer(b"<p>x", "text/html", url), tmp_path)
    first = path.read_text("utf-8").split("\n")[0]
    assert first.startswith("<!-- saved from url=(") and first.count("--") == 2
    assert path.parent == tmp_path
    path, _ = page_file.write(_answer(b"%PDF-1", "", "https://a.pl/..%2f..%2fetc.pdf"), tmp_path)
    assert path.parent == tmp_path and path.read_bytes() == b"%PDF-1"

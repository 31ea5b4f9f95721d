"""A web server on 127.0.0.1 with good, bad and hostile answers, and a count of what was asked."""

import gzip
import socket
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

WORDS = "Zażółć gęślą jaźń, powiedział rzecznik, a potem dodał jeszcze kilka zdań o tej sprawie. "
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
Answer = Callable[["Handler"], None]


def article(title: str, words: str = WORDS, *, head: str = "") -> str:
    """Return a page with an article in it."""
    body = "".join(f"<p>{words}{number} {words}</p>" for number in range(4))
    return (
        f"<!doctype html><html lang=pl><head><title>{title}</title>{head}</head>"
        f"<body><nav>Menu</nav><article><h1>{title}</h1>{body}</article></body></html>"
    )


class Handler(BaseHTTPRequestHandler):
    """Answers from the server's table; `/hops/3` sends on three times."""

    server: "Server"
    protocol_version = "HTTP/1.0"

    def do_GET(self) -> None:
        self.server.requests.append((self.path, dict(self.headers)))
        answer = self.server.table.get(self.path.partition("?")[0])
        with suppress(ConnectionError, TimeoutError):
            if answer is None:
                self.give(b"nothing", status=404)
            else:
                answer(self)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def give(
        self, data: bytes, kind: str = "text/html; charset=utf-8", *, status: int = 200,
        length: int | None = None, **headers: str,
    ) -> None:  # fmt: skip
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        if length != -1:
            self.send_header("Content-Length", str(len(data) if length is None else length))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def trickle(self, part: bytes, seconds: float) -> None:
        """Send *part* again and again until the other side has enough."""
        with suppress(OSError):
            while not self.server.ending.wait(seconds):
                self.wfile.write(part)


class Server(ThreadingHTTPServer):
    """`table` has the answers by path, `requests` what was asked, with its headers."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.ending = threading.Event()
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.table: dict[str, Answer] = {}
        self.base = f"http://127.0.0.1:{self.server_address[1]}"
        _fill(self)

    def __truediv__(self, path: str) -> str:
        return f"{self.base}/{path}"

    def page(self, path: str, text: str | bytes, kind: str = "text/html; charset=utf-8") -> str:
        """Put a page at *path*; return its address."""
        data = text.encode() if isinstance(text, str) else text
        self.table[f"/{path}"] = lambda handler: handler.give(data, kind)
        return self / path

    def paths(self) -> list[str]:
        """Return the paths that were asked for, in order."""
        return [path for path, _ in self.requests]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of clients that hang up."""


@contextmanager
def running() -> Iterator[Server]:
    """Serve on a free port of 127.0.0.1."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.ending.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _to(target: str, status: int = 302) -> Answer:
    return lambda h: h.give(b"", status=status, Location=target)


def _raw(data: bytes) -> Answer:
    def answer(handler: Handler) -> None:
        handler.wfile.write(data)
        handler.wfile.flush()
        handler.connection.shutdown(socket.SHUT_RDWR)

    return answer


def _packed(data: bytes, encoding: str) -> Answer:
    return lambda h: h.give(data, Content_Encoding=encoding)


def _chunked(handler: Handler) -> None:
    data = article("W kawałkach").encode()
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html; charset=utf-8")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    for at in range(0, len(data), 100):
        part = data[at : at + 100]
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
    handler.wfile.write(b"0\r\n\r\n")


def _endless(handler: Handler) -> None:
    handler.give(b"<p>", length=-1)
    handler.trickle(b"x" * 65_536, 0)


def _dripping(handler: Handler) -> None:
    handler.give(b"<p>", length=-1)
    handler.trickle(b"x", 0.05)


def _dripping_header(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.0 200 OK\r\nX-Long: ")
    handler.trickle(b"x", 0.05)


def _silent(handler: Handler) -> None:
    handler.server.ending.wait()


def _conditional(handler: Handler) -> None:
    same = handler.headers.get("If-None-Match") == '"v1"'
    data = b"" if same else article("Warunkowa").encode()
    handler.give(
        data, status=304 if same else 200, ETag='"v1"',
        Last_Modified="Tue, 24 Nov 2026 10:00:00 GMT",
    )  # fmt: skip


def _fill(server: Server) -> None:
    table, page = server.table, article("Tytuł").encode()
    bomb = gzip.compress(bytes(64 * 1024**2))
    raw = zlib.compressobj(wbits=-15)
    server.page("article", page)
    server.page("cp1250", article("Żółw").encode("cp1250"), "text/html; charset=windows-1250")
    server.page("latin2", article("Żółw").encode("iso-8859-2"), "text/html; charset=ISO-8859-2")
    meta = '<meta charset="windows-1250">'
    server.page("meta", article("Żółw", head=meta).encode("cp1250"), "text/html")
    server.page("wrong", article("Żółw").encode(), "text/html; charset=iso-8859-1")
    server.page("nonsense", article("Żółw").encode(), "text/html; charset=klingon")
    server.page("utf16", article("Żółw").encode("utf-16"), "text/html")
    server.page("no-type", page, "")
    server.page("plain", ("Żółw szedł.\n\n" + WORDS).encode("cp1250"), "text/plain; charset=cp1250")
    server.page("paper.pdf", PDF, "application/pdf")
    server.page("film", b"\0\0\0\x18ftypmp42", "video/mp4")
    server.page("empty", b"")
    for status in (401, 403, 404, 410, 418, 429, 500, 503):
        table[f"/status/{status}"] = lambda h, status=status: h.give(b"no", status=status)
    table["/304"] = lambda h: h.give(b"", status=304)
    table["/conditional"] = _conditional
    table["/to-article"] = _to("/article", 301)
    for number in range(1, 9):
        table[f"/hops/{number}"] = _to(f"/hops/{number - 1}", 307)
    table["/hops/0"] = table["/article"]
    table["/loop"] = _to("/loop")
    table["/to-file"] = _to("file:///etc/passwd")
    table["/to-script"] = _to("javascript:alert(1)")
    table["/to-data"] = _to("data:text/html,hello")
    table["/to-nowhere"] = _to("http://[::1")
    table["/gzip"] = _packed(gzip.compress(page), "gzip")
    table["/gzip-twice"] = _packed(gzip.compress(page[:300]) + gzip.compress(page[300:]), "gzip")
    table["/deflate"] = _packed(zlib.compress(page), "deflate")
    table["/raw-deflate"] = _packed(raw.compress(page) + raw.flush(), "deflate")
    table["/bomb"] = _packed(bomb, "gzip")
    table["/bombs"] = _packed(bomb + bomb, "gzip")
    table["/not-gzip"] = _packed(page, "gzip")
    table["/half-gzip"] = _packed(gzip.compress(page)[:-40], "gzip")
    table["/brotli"] = _packed(page, "br")
    table["/chunked"] = _chunked
    table["/endless"] = _endless
    table["/drip"] = _dripping
    table["/drip-header"] = _dripping_header
    table["/silent"] = _silent
    table["/huge"] = lambda h: h.give(b"x", length=1 << 40)
    table["/short"] = lambda h: h.give(page, length=len(page) + 1_000)
    table["/garbage"] = _raw(b"\x16\x03\x01 this is no web server\r\n\r\n")
    table["/many-headers"] = _raw(b"HTTP/1.0 200 OK\r\n" + b"X-A: b\r\n" * 5_000 + b"\r\nhello")
    table["/long-header"] = _raw(b"HTTP/1.0 200 OK\r\nX-A: " + b"b" * 200_000 + b"\r\n\r\nhello")
    table["/hang-up"] = _raw(b"")
    table["/cookie"] = lambda h: h.give(b"", status=302, Location="/article", Set_Cookie="id=1")

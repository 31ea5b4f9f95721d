"""The program makes no request that the user did not ask for: a whole journey is counted."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.app import Session
from desktop.library.feeds import all_feeds
from desktop.operations import feeds as following
from desktop.ui.web.add_dialog import AddFromWeb
from tests.journeys.hands import count, highlight, verb
from tests.operations.test_feeds import KIND, rss
from tests.web_server import WORDS, Server, article, running


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as one:
        yield one


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return what is connected to or looked up, from now on."""
    found: list[object] = []
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def counted_connect(sock: socket.socket, place: object) -> None:
        if sock.family in (socket.AF_INET, socket.AF_INET6):
            found.append(place)
        connect(sock, place)  # pyright: ignore[reportArgumentType]

    def counted_look_up(host: object, *rest: object, **more: object) -> object:
        found.append(host)
        return look_up(host, *rest, **more)  # pyright: ignore

    monkeypatch.setattr(socket.socket, "connect", counted_connect)
    monkeypatch.setattr(socket, "getaddrinfo", counted_look_up)
    return found


def _rich_page(server: Server) -> str:
    """Return a page that wants to load this and that from *server*."""
    head = (
        f'<link rel="stylesheet" href="{server / "a.css"}">'
        f'<script src="{server / "b.js"}"></script>'
        f'<link rel="icon" href="{server / "c.ico"}"><base href="{server.base}/">'
        f'<link rel="alternate" type="application/rss+xml" href="{server / "feed"}">'
    )
    words = f'{WORDS}<img src="{server / "d.png"}"><a href="{server / "article"}">dalej</a>'
    return article("Bogata strona", words, head=head)


def test_a_whole_journey_asks_nobody(
    session: Session, qtbot: QtBot, tmp_path: Path, server: Server, asked: list[object]
) -> None:
    window = session.window
    session.begin()
    server.page("feed", rss("a"), KIND)
    page = tmp_path / "page.html"
    page.write_text(_rich_page(server), encoding="utf-8")
    (tmp_path / "feed.rss").write_text(rss("b"), encoding="utf-8")
    with qtbot.waitSignal(window.strip.finished):
        window.importing.start([page, tmp_path / "feed.rss"])
    rich = next(
        row["id"]
        for row in window.context.reader.rows("SELECT id FROM article WHERE source_format = 'html'")
    )
    window.open_article(rich)
    qtbot.waitUntil(lambda: "Zażółć" in window.reader.text)
    highlight(window, qtbot, "Zażółć gęślą jaźń")
    outlines = [("Kresy", server / "feed", "")]
    window.context.dispatch.do(following.add_many, outlines=outlines)
    qtbot.waitUntil(lambda: count(window, "feed") == 1)
    window.outside.web().refresher.look()
    window.list.set_query("feed:kresy OR jaźń")
    qtbot.waitUntil(lambda: rich in window.list.result_ids())
    verb(window, "library.notebook").trigger()
    verb(window, "library.notebook").trigger()
    window.outside.web().show_feeds().close()
    dialog = window.outside.web().ask([server / "article"])
    window.context.dispatch.settle()
    qtbot.wait(300)
    assert asked == [] and server.requests == []
    _the_counting_counts(dialog, qtbot, asked, server)
    assert all_feeds(window.context.reader)[0].refreshed == ""


def _the_counting_counts(
    dialog: AddFromWeb, qtbot: QtBot, asked: list[object], server: Server
) -> None:
    dialog.own_network.setChecked(True)
    with qtbot.waitSignal(dialog.finished_adding):
        dialog.add.click()
    assert asked == ["127.0.0.1", ("127.0.0.1", server.server_address[1])]
    assert server.paths() == ["/article"]

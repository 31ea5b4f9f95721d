"""Following feeds: what is new comes once, as unread; names, folders, lists, faults, undo."""

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.core.errors import Cancelled, NotFound, UserError
from desktop.core.query import parse
from desktop.formats.web.rules import Rules
from desktop.library import articles, feeds
from desktop.library.dump import lines
from desktop.library.feeds import Feed
from desktop.library.library import Library
from desktop.library.query_values import values
from desktop.library.search import Listing, article_ids
from desktop.operations import feeds as following
from desktop.operations.feeds import Refreshed, follow, refresh
from desktop.operations.web import add_pages
from tests.builders import all_rows
from tests.web_server import Handler, Server, running

RULES = Rules(own_network=True, seconds=20)
KIND = "application/rss+xml"


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as one:
        yield one


def rss(*items: str, title: str = "Kresy") -> str:
    found = "".join(
        f"<item><title>{one}</title><link>https://kresy.pl/{one}</link><guid>{one}</guid>"
        f"<description>Treść wpisu {one}.</description></item>"
        for one in items
    )
    return f"<rss><channel><title>{title}</title>{found}</channel></rss>"


def all_feeds(library: Library) -> list[Feed]:
    with closing(library.reader()) as reader:
        return feeds.all_feeds(reader)


def ask(library: Library, **more: object) -> list[Refreshed]:
    return refresh(library, all_feeds(library), **more)  # pyright: ignore[reportArgumentType]


def found(library: Library, query: str) -> int:
    with closing(library.reader()) as reader:
        return len(article_ids(reader, Listing(parse(query))))


def test_items_come_as_unread_articles_and_nothing_comes_twice(library: Library, server: Server):
    address = server.page("feed", rss("b", "a"), KIND)
    first = follow(library, address, folder=" Prasa / Kraj ", rules=RULES)
    (feed,) = all_feeds(library)
    assert (feed.title, feed.folder, feed.articles, feed.unread) == ("Kresy", "Prasa/Kraj", 2, 2)
    with closing(library.reader()) as reader:
        assert [articles.get(reader, one).title for one in first.new] == ["a", "b"]
    assert ask(library) == [Refreshed(feed.id)]
    server.page("feed", rss("c", "b", "a"), KIND)
    (again,) = ask(library)
    assert len(again.new) == 1 and found(library, "status:unread") == 3
    library.undo()
    assert found(library, "") == 2
    (again,) = ask(library)
    assert len(again.new) == 1


def test_what_was_deleted_for_good_stays_away(library: Library, server: Server):
    address = server.page("feed", rss("a"), KIND)
    (article,) = follow(library, address, rules=RULES).new
    library.run(lambda tx: tx.delete("article", article))
    assert ask(library)[0].new == () and not all_rows(library)["article"]


def test_an_article_that_is_there_is_not_touched(library: Library, server: Server):
    page = add_pages(library, [server / "article"], rules=RULES)[0]
    item = f"<item><link>{server / 'article'}</link><description>Skrót.</description></item>"
    address = server.page("feed", f"<rss><channel><title>K</title>{item}</channel></rss>", KIND)
    rows = all_rows(library)["article_text"]
    assert follow(library, address, rules=RULES).new == ()
    assert all_rows(library)["article_text"] == rows
    assert all_rows(library)["feed_item"][0]["article_id"] == page.article_id


def test_asking_again_is_conditional_and_leaves_nothing_to_undo(library: Library, server: Server):
    def answer(handler: Handler) -> None:
        same = handler.headers.get("If-None-Match") == '"1"'
        data = b"" if same else rss("a").encode()
        handler.give(data, KIND, status=304 if same else 200, ETag='"1"')

    server.table["/feed"] = answer
    follow(library, server / "feed", rules=RULES)
    step = library.undoable
    before = all_feeds(library)[0]
    assert ask(library)[0] == Refreshed(before.id)
    assert server.requests[-1][1]["If-None-Match"] == '"1"'
    after = all_feeds(library)[0]
    assert after.etag == '"1"' and library.undoable == step


def test_a_page_leads_to_its_feed(library: Library, server: Server):
    server.page("feed", rss("a"), KIND)
    link = '<link rel="alternate" type="application/rss+xml" href="/{}">'
    page = server.page("page", f"<html>{link.format('article')}{link.format('feed')}<p>Strona.")
    assert len(follow(library, page, rules=RULES).new) == 1
    assert all_feeds(library)[0].url == server / "feed"
    with pytest.raises(UserError, match="follow this feed already"):
        follow(library, page, rules=RULES)
    with pytest.raises(UserError, match="no feed"):
        follow(library, server / "article", rules=RULES)
    assert len(all_feeds(library)) == 1


def test_faults_are_kept_with_the_feed_until_it_answers(library: Library, server: Server):
    good = server.page("feed", rss("a"), KIND)
    other = server.page("other", rss("b", title="Inny"), KIND)
    follow(library, good, rules=RULES)
    follow(library, other, rules=RULES)
    del server.table["/other"]
    told: list[Refreshed] = []
    ask(library, told=told.append)
    assert [one.reason is None for one in told] == [False, True]
    broken = next(one for one in all_feeds(library) if one.title == "Inny")
    assert broken.error and "404" in str(broken.error) and broken.refreshed
    server.page("other", "<rss><channel>broken", KIND)
    server.page("other", rss("b", "c"), KIND)
    assert [len(one.new) for one in ask(library)] == [1, 0]
    assert all(one.error is None for one in all_feeds(library))
    server.page("other", "this is no feed", KIND)
    assert ask(library)[0].reason


def test_the_network_at_home_needs_leave_with_each_feed(library: Library, server: Server):
    server.page("feed", rss("a"), KIND)
    with pytest.raises(UserError, match="own network"):
        follow(library, server / "feed")
    follow(library, server / "feed", rules=RULES)
    library.run(lambda tx: tx.update("feed", 1, own_network=0))
    assert "own network" in str(ask(library)[0].reason)


def test_it_can_be_stopped(library: Library, server: Server):
    follow(library, server.page("feed", rss("a"), KIND), rules=RULES)
    server.table["/feed"] = server.table["/drip"]
    stop = threading.Event()
    threading.Timer(0.3, stop.set).start()
    assert ask(library, cancelled=stop.is_set) == []
    with pytest.raises(Cancelled):
        follow(library, server / "drip", rules=RULES, cancelled=stop.is_set)


def test_names_folders_and_deletion_can_be_undone(library: Library, server: Server):
    follow(library, server.page("feed", rss("a"), KIND), rules=RULES)
    rows = all_rows(library)
    library.run(following.rename, feed_id=1, title="  Kresy   Wschodnie ")
    library.run(following.rename, feed_id=1, title=" ")
    library.run(following.move, feed_ids=[1], folder="Prasa//Kraj/")
    feed = all_feeds(library)[0]
    assert (feed.title, feed.folder) == ("Kresy Wschodnie", "Prasa/Kraj")
    assert feeds.folders([feed]) == ["Prasa/Kraj"]
    library.run(following.delete, feed_ids=[1])
    assert all_feeds(library) == [] and found(library, "") == 1
    with pytest.raises(NotFound):
        library.run(following.rename, feed_id=1, title="x")
    while library.undoable and library.undoable.name != "Follow feed":
        library.undo()
    without_times = [{k: v for k, v in r.items() if k != "modified"} for r in rows["feed"]]
    now = [{k: v for k, v in r.items() if k != "modified"} for r in all_rows(library)["feed"]]
    assert now == without_times and all_rows(library)["feed_item"] == rows["feed_item"]
    library.undo()
    assert not all_rows(library)["feed"] and not all_rows(library)["article"]


def test_lists_come_in_once(library: Library, tmp_path: Path, server: Server):
    file = tmp_path / "a.opml"
    outline = f'<outline text="Kresy" xmlUrl="{server / "feed"}"/>'
    file.write_text(f'<opml><body><outline text="Prasa">{outline}</outline></body></opml>')
    outlines = following.read_list(file)
    assert library.run(following.add_many, outlines=outlines).result == 1
    assert library.run(following.add_many, outlines=outlines).result == 0
    assert all_feeds(library)[0].folder == "Prasa" and server.requests == []
    for text in ("<opml><body/></opml>", "<html/>"):
        file.write_text(text)
        with pytest.raises(UserError):
            following.read_list(file)


def test_feeds_are_searched_for_completed_and_dumped(library: Library, server: Server):
    follow(library, server.page("feed", rss("a"), KIND), folder="Łódź", rules=RULES)
    assert found(library, "feed:KRESY") == found(library, "feed:lodz") == 1
    assert found(library, "-feed:kresy") == found(library, "feed:inny") == 0
    with closing(library.reader()) as reader:
        assert values(reader, "feed", "k") == ["Kresy"] and values(reader, "feed", "l") == ["Łódź"]
        dumped = [line for line in lines(reader) if '"type": "feed"' in line]
        assert following.due(reader)[0].id == 1
    assert len(dumped) == 1 and "guid_sha256" in dumped[0]

"""Pages from the web in the library: new, known, newer, refused; with their right addresses."""

import threading
from collections.abc import Iterator
from contextlib import closing

import pytest

from desktop.core.errors import LibraryUnusable
from desktop.formats.web.answers import Answer
from desktop.formats.web.rules import Rules
from desktop.library import articles
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.operations.web import Page, add_pages, with_address
from tests.builders import all_rows, document
from tests.web_server import WORDS, Server, article, running

RULES = Rules(own_network=True, seconds=20)


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as one:
        yield one


def add(library: Library, *addresses: str) -> list[Page]:
    return add_pages(library, addresses, rules=RULES)


def texts(reader: Reader, pages: list[Page]) -> list[str]:
    return [articles.text(reader, page.article_id).text for page in pages]


def test_a_page_becomes_an_article_and_goes_out_again(library: Library, server: Server):
    told: list[Page] = []
    pages = add_pages(library, [server / "to-article"], rules=RULES, told=told.append)
    assert [page.state for page in told] == ["fetching", "new"]
    assert (pages[0].title, pages[0].state) == ("Tytuł", "new")
    with closing(library.reader()) as reader:
        found = articles.get(reader, pages[0].article_id)
        assert (found.url, found.status, found.language) == (server / "article", "unread", "pl")
        assert "Menu" not in articles.text(reader, found.id).text
    library.undo()
    assert not all_rows(library)["article"]


@pytest.mark.parametrize(
    "path", ["cp1250", "latin2", "meta", "wrong", "nonsense", "utf16", "plain"]
)
def test_every_charset_gives_polish_letters(
    library: Library, server: Server, reader: Reader, path: str
):
    pages = add(library, server / path)
    assert pages[0].state == "new", pages[0].reason
    assert "Zażółć gęślą jaźń" in texts(reader, pages)[0]
    assert pages[0].title.startswith("Ż")


def test_the_same_again_is_known_and_changes_nothing(library: Library, server: Server):
    first = add(library, server / "article")
    rows = all_rows(library)
    again = add(library, server / "article")
    assert (again[0].state, again[0].article_id) == ("known", first[0].article_id)
    assert all_rows(library) == rows


def test_another_text_is_a_new_version(library: Library, server: Server, reader: Reader):
    first = add(library, server / "article")
    server.page("article", article("Tytuł", WORDS + "Dopisano sprostowanie. "))
    again = add(library, server / "article")
    assert (again[0].state, again[0].article_id) == ("newer", first[0].article_id)
    assert "sprostowanie" in texts(reader, again)[0]
    assert len(all_rows(library)["article_text"]) == 2


def test_each_address_has_its_own_fate(library: Library, server: Server):
    wanted = [server / path for path in ("article", "status/404", "film", "empty", "paper.pdf")]
    pages = {page.address: page for page in add(library, *wanted, wanted[0])}
    assert list(pages) != [] and set(pages) == set(wanted)
    assert [pages[one].state for one in wanted] == ["new", *["failed"] * 4]
    assert "404" in str(pages[wanted[1]].reason)
    assert "video/mp4" in str(pages[wanted[2]].reason)
    assert len(all_rows(library)["article"]) == 1
    assert server.paths().count("/article") == 1


def test_nothing_of_a_page_is_fetched_besides(library: Library, server: Server):
    head = '<link rel=stylesheet href="/a.css"><script src="/b.js"></script>'
    server.page("rich", article("Bogata", WORDS + '<img src="/c.png">', head=head))
    assert add(library, server / "rich")[0].state == "new"
    assert server.paths() == ["/rich"]


def test_it_can_be_stopped(library: Library, server: Server):
    stop = threading.Event()

    def told(page: Page) -> None:
        if page.state == "new":
            stop.set()

    wanted = [server / "article", *(f"{server / 'drip'}?{number}" for number in range(9))]
    pages = add_pages(library, wanted, rules=RULES, told=told, cancelled=stop.is_set)
    assert [page.state for page in pages] == ["new", *["cancelled"] * 9]


def test_a_library_that_is_only_read_asks_nobody(library: Library, server: Server):
    library.close()
    with (
        closing(Library(library.path, read_only=True)) as shown,
        pytest.raises(LibraryUnusable),
    ):
        add(shown, server / "article")
    assert server.paths() == []


def _address(named: str, url: str) -> str:
    return with_address(document("Tekst.", url=named), Answer(url, url, b"")).url


def test_a_page_may_name_its_own_address_and_no_other():
    url = "https://www.a.pl/x?utm_source=y"
    assert _address("https://a.pl/x", url) == "https://a.pl/x"
    assert _address("https://gazeta.pl/x", url) == url
    assert _address("", url) == url


def test_a_snapshot_is_known_by_its_page_and_kept_in_the_note():
    url = "https://web.archive.org/web/20230907101112/https://kresy.pl/a"
    answer = Answer(url, url, b"")
    for named in ("", url, "https://kresy.pl/a", "https://web.archive.org/else"):
        found = with_address(document("Tekst."), answer) if not named else with_address(
            document("Tekst.", url=named), answer
        )  # fmt: skip
        assert (found.url, found.note) == ("https://kresy.pl/a", url)
        assert len(found.remarks) == 1

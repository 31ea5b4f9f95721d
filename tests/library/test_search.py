import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.core.article import STATUSES
from desktop.core.errors import UserError
from desktop.core.query import parse
from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.library.search import SORTS, Listing, article_ids
from desktop.library.snippets import snippet, snippets
from desktop.operations import annotate, read, tag
from tests.core.test_query import queries

Add = Callable[..., int]
NFD = "Zażółć gęślą jaźń\n\nŻółw w Łodzi, dzien\u00adnik.\n\nhindi हिन्दी"


def found(reader: Reader, text: str, **listing: Any) -> list[int]:
    return list(
        article_ids(reader, Listing(parse(text), sort="added", descending=False, **listing))
    )


@pytest.fixture
def three(library: Library, add_article: Add) -> None:
    """1: Łódź and Jake’a; 2: quotes and C++; 3: in NFD, trashed later by some tests."""
    add_article(
        "Łódź leży nad Łódką\n\nWedług Jake’a Sullivana to wielo-wątkowa sprawa. Straße.",
        outlet="Kresy.pl", agency="TASS", author="Żaneta Łoś", published="2023-09", language="pl",
    )  # fmt: skip
    add_article(
        "Rosja planuje dostaw broni\n\nSullivan mówi o C++ i „dostawach broni” Putina 😀.",
        outlet="New York Times", agency="PAP", published="2023-10-07", language="en",
    )  # fmt: skip
    add_article(
        unicodedata.normalize("NFD", NFD),
        published="2022",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("lodz", [1]),
        ("ŁÓDŹ", [1]),
        ("lod*", [1, 3]),
        (unicodedata.normalize("NFD", "łódź"), [1]),
        ("zolw", [3]),
        ("żółw", [3]),
        (unicodedata.normalize("NFD", "zażółć"), [3]),
        ("dziennik", [3]),
        ("हिन्दी", [3]),
        ("strasse", [1]),
        ("jake'a", [1]),
        ("Jake’a", [1]),
        ("wielo-wątkowa", [1]),
        ('"wielo wątkowa"', [1]),
        ("wątkowa", [1]),
        ("sullivan", [2]),
        ("sullivan*", [1, 2]),
        ("sullivan* -putina", [1]),
        ("-putina", [1, 3]),
        ("-putina -zolw", [1]),
        ('"dostaw broni"', [2]),
        ("„dostawach broni”", [2]),
        ('"broni dostaw"', []),
        ('"dostaw broni', [2]),
        ("C++", [2]),
        ("c", [2]),
        ("😀", [1, 2, 3]),
        ("title:rosja", [2]),
        ("title:sullivan", []),
        ("-title:rosja", [1, 3]),
        ("outlet:kresy", [1]),
        ('outlet:"new york"', [2]),
        ("-outlet:kresy", [2, 3]),
        ("outlet:%", []),
        ("agency:pap", [2]),
        ("author:los", [1]),
        ("language:PL", [1]),
        ("published:2023", [1, 2]),
        ("published:2023-09", [1]),
        ("published:2023-09-07", [1]),
        ("published:2023-10-07", [2]),
        ("published:2023-10-08", []),
        ("published:2022-05", [3]),
        ("published:2023-09..2023-10", [1, 2]),
        ("published:2023-09-30..2023-10-06", [1]),
        ("published:2023-10..", [2]),
        ("published:..2022", [3]),
        ("published:..2021", []),
        ("-published:2023", [3]),
        ("status:unread", [1, 2, 3]),
        ("status:read", []),
        ("is:trashed", []),
        ("NEAR(planuje broni, 1)", [2]),
        ("planuje NEAR/1 broni", [2]),
        ("broni NEAR/0 planuje", []),
        ("-(planuje NEAR/1 broni)", [1, 3]),
        ("rosja AND broni", [2]),
        ("rosja OR łódź", [1, 2]),
        ("rosja LUB żółw", [2, 3]),
        ("(rosja OR łódź) broni", [2]),
        ("rosja OR łódź wątkowa", [1, 2]),
        ("-(rosja OR łódź)", [3]),
        ("-(rosja -łódź)", [1, 3]),
        ("rosja OR outlet:kresy", [1, 2]),
        ("rosja OR -outlet:kresy", [2, 3]),
        ("-rosja OR -łódź", [1, 2, 3]),
        ("(rosja outlet:new) OR (łódź outlet:kresy)", [1, 2]),
        ("-(rosja outlet:new)", [1, 3]),
        ("text:rosja", [2]),
        ("text:(putina OR wątkowa)", [1, 2]),
        ("title:(rosja NEAR/2 dostaw)", [2]),
        ("outlet:(kresy OR times)", [1, 2]),
        ("language:p*", [1]),
        ("words:>11", [2, 3]),
        ("words:..11", [1]),
        ("added:1d", [1, 2, 3]),
        ("added:..2020", []),
        ("-added:7d", []),
        ("^rosja", [2]),
        ('" OR 1', []),
        ("', DROP", []),
        ("\0rosja\0", [2]),
    ],
)
@pytest.mark.usefixtures("three")
def test_the_query_language(reader: Reader, query: str, ids: list[int]):
    assert found(reader, query) == ids


@pytest.mark.usefixtures("three")
def test_filters_on_what_the_user_did(library: Library, reader: Reader):
    library.run(
        annotate.add_highlight,
        article_id=1,
        start=0,
        end=4,
        note="Ważny żubr",
        tag_paths=["Claim/Sporne"],
    )
    library.run(tag.tag_articles, article_ids=[2], add=["claim", "Inne/Rzeczy"])
    library.run(tag.tag_articles, article_ids=[3], add=["claims"])
    library.run(read.set_article_note, article_id=3, note="uwaga o łosiu")
    library.run(read.set_starred, article_ids=[2], starred=True)
    library.run(read.set_status, article_ids=[1], status="read")
    assert found(reader, "tag:Claim") == [1, 2]
    assert found(reader, "tag:CLAIM/sporne") == [1]
    assert found(reader, 'tag:" claim / sporne/"') == [1]
    assert found(reader, "-tag:claim") == [3]
    assert found(reader, "tag:cla") == []
    assert found(reader, "tag:cla*") == [1, 2, 3]
    assert list(article_ids(reader, Listing(parse("tag:Claim/s", typing=True)))) == [1]
    assert found(reader, "tag:(claims OR claim/sporne)") == [1, 3]
    assert found(reader, "colour:yellow") == [1]
    assert found(reader, "-colour:yellow -colour:red") == [2, 3]
    assert found(reader, "note:(losiu OR zubr)") == [1, 3]
    assert found(reader, "note:(wazny NEAR/2 zubr)") == [1]
    assert found(reader, "quote:lodz OR is:starred") == [1, 2]
    assert found(reader, "", tag="Inne") == [2]
    assert found(reader, "note:zubr") == [1]
    assert found(reader, "note:losiu") == [3]
    assert found(reader, '-note:"uwaga o"') == [1, 2]
    assert found(reader, "quote:lodz") == [1]
    assert found(reader, "-quote:lodz note:uwaga") == [3]
    assert found(reader, "has:note") == [1, 3]
    assert found(reader, "has:highlight") == [1]
    assert found(reader, "has:tag -is:starred") == [1, 3]
    assert found(reader, "is:starred") == found(reader, "", starred=True) == [2]
    assert found(reader, "status:read") == found(reader, "", status="read") == [1]
    assert found(reader, "note:losiu has:note tag:claims published:2022") == [3]


@pytest.mark.usefixtures("three")
def test_the_trash_is_a_place_of_its_own(library: Library, reader: Reader):
    library.run(read.trash, article_ids=[3])
    assert found(reader, "") == [1, 2]
    assert found(reader, "", trashed=True) == found(reader, "is:trashed") == [3]
    assert found(reader, "-is:trashed") == [1, 2]
    assert found(reader, "is:trashed zolw") == [3]


@pytest.mark.usefixtures("three")
def test_the_index_follows_changes(library: Library, reader: Reader):
    details = {"author": "", "outlet": "", "agency": "", "url": "", "language": "", "published": ""}
    library.run(read.edit_details, article_id=1, title="Gdańsk", **details)
    assert found(reader, "title:gdansk") == [1]
    assert found(reader, "title:lodz") == []
    library.undo()
    assert found(reader, "title:lodz") == [1]
    library.run(read.delete_for_good, article_ids=[1])
    assert found(reader, "lodz") == []
    library.undo()
    assert found(reader, "lodz") == [1]


def test_orders(library: Library, reader: Reader, add_article: Add):
    for title, outlet, published in (
        ("Ćma", "B", "2023-09"),
        ("cena", "Ą", "2023"),
        ("dom", "", ""),
    ):
        add_article(f"{title} {outlet}\n\ntekst", title=title, outlet=outlet, published=published)
    library.run(annotate.add_highlight, article_id=2, start=0, end=3)
    library.run(tag.tag_articles, article_ids=[3], add=["A"])
    library.run(read.set_status, article_ids=[3], status="archived")

    def order(sort: str, descending: bool = False) -> list[int]:
        return list(article_ids(reader, Listing(sort=sort, descending=descending)))

    assert order("title") == [2, 1, 3]
    assert order("title", True) == [3, 1, 2]
    assert order("outlet") == [3, 2, 1]
    assert order("published") == [3, 2, 1]
    assert order("added", True) == [3, 2, 1]
    assert order("highlights", True)[0] == 2
    assert order("tags", True)[0] == 3
    assert order("status")[0] == 3
    assert set(SORTS) == {"title", "outlet", "published", "added", "status", "highlights", "tags"}
    with pytest.raises(UserError, match="Choose one of"):
        order("colour")


def test_the_best_match_comes_first(
    library: Library, reader: Reader, add_article: Add, monkeypatch: pytest.MonkeyPatch
):
    add_article("Zapora na rzece\n\nTekst o zaporze.")
    add_article("Ryby\n\nBył dom. " + "Słowa. " * 50 + "zapora")
    ranked = Listing(parse("zapora"), sort="relevance")
    assert list(article_ids(reader, ranked)) == [1, 2]
    assert list(article_ids(reader, Listing(parse("-ryby"), sort="relevance"))) == [1]
    assert list(article_ids(reader, Listing(parse("note:x"), sort="relevance"))) == []
    monkeypatch.setattr("desktop.library.search.RANKED_AT_MOST", 1)
    assert list(article_ids(reader, ranked)) == [2, 1]


def test_snippets(reader: Reader, add_article: Add):
    add_article("Początek\n\n" + "słowo " * 200 + "Łódź i dalej " + "słowo " * 99)
    add_article("Drugi\n\ntekst z NUL \0 i Łódź")
    query = parse("lodz")
    shown = list(snippets(reader, [1, 2], query))
    assert [one.title for one in shown] == ["Początek", "Drugi"]
    for one in shown:
        assert [one.snippet.text[a:b] for a, b in one.snippet.hits] == ["Łódź"]
    assert snippet(reader, 99, query).text == ""
    assert snippet(reader, 1, parse("")).text.startswith("Początek słowo")


def plan(reader: Reader, listing: Listing) -> str:
    asked: list[str] = []

    class Spy:
        def ids(self, sql: str, parameters: Any = ()) -> list[int]:
            asked.extend(
                row["detail"] for row in reader.rows(f"EXPLAIN QUERY PLAN {sql}", parameters)
            )  # type: ignore[arg-type]
            return []

        rows = ids

    article_ids(Spy(), listing)  # type: ignore[arg-type]
    return "\n".join(asked)


@pytest.mark.parametrize("sort", ["added", "title", "outlet", "published"])
@pytest.mark.parametrize("descending", [True, False])
def test_a_million_articles_are_listed_from_an_index(reader: Reader, sort: str, descending: bool):
    steps = plan(reader, Listing(sort=sort, descending=descending))
    assert f"article_{sort}" in steps
    assert "TEMP B-TREE" not in steps


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_is_listed_from_an_index(reader: Reader, status: str):
    steps = plan(reader, Listing(status=status))
    assert "article_status" in steps
    assert "TEMP B-TREE" not in steps


def test_tags_are_looked_up_in_indexes(reader: Reader):
    steps = plan(reader, Listing(parse("tag:a/b")))
    assert "tag_fold" in steps and "article_tag_tag" in steps and "annotation_tag_tag" in steps
    assert "SCAN tag" not in steps


LISTINGS = st.builds(
    Listing,
    status=st.sampled_from(["", *STATUSES]),
    tag=st.text(max_size=5).filter(lambda text: text.isprintable()),
    starred=st.booleans(),
    trashed=st.booleans(),
    sort=st.sampled_from([*SORTS, "relevance"]),
)


@pytest.mark.usefixtures("three")
@given(text=queries, typing=st.booleans(), listing=LISTINGS)
@example(text='" OR x', typing=False, listing=Listing())
@example(text="NEAR(a b, 2) * ^a {title}: -", typing=False, listing=Listing(sort="relevance"))
@example(text='title:- note:* quote:"', typing=True, listing=Listing())
def test_any_text_can_be_searched_for(reader: Reader, text: str, typing: bool, listing: Listing):
    try:
        query = parse(text, typing=typing)
    except UserError:
        return
    wanted = Listing(
        query, listing.status, listing.tag, listing.starred, listing.trashed, listing.sort
    )
    for key in article_ids(reader, wanted):
        snippet(reader, key, query)


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    "text",
    [
        " OR ".join(f"(a{n} -b{n})" for n in range(50)),
        " OR ".join(f"(tag:a{n} -note:b{n})" for n in range(50)),
        "-(" * 9 + "a" + " b)" * 9,
        "(a OR " * 19 + "b" + ")" * 19,
        "NEAR(" + "a " * 97 + ", 5)",
        " ".join(f"-a{n}" for n in range(100)),
        " NEAR ".join(f"a{n}" for n in range(100)),
        " ".join(f'tag:"a{n}"' for n in range(100)),
    ],
)
def test_the_longest_searches_run(reader: Reader, text: str):
    found(reader, text)
    article_ids(reader, Listing(parse(text), sort="relevance"))

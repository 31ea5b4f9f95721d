"""Highlights of other programs: to the right article, to the right place, none lost, none twice."""

import json
import random
from pathlib import Path

import pytest

from desktop.core.article import Quote
from desktop.formats import registry
from desktop.library import annotations, articles
from desktop.library.library import Library
from desktop.operations import annotate
from desktop.operations.import_articles import import_paths, store
from tests.builders import all_rows, document
from tests.formats import document_samples
from tests.formats import library_samples as samples

_WORDS = (
    "żółw", "łódź", "gęś", "ćma", "źródło", "świt", "wojna", "pokój", "rząd", "sejm", "Kijów",
    "ludzie", "mówią", "dziś", "wczoraj", "miasto", "rzeka", "most", "droga", "🙂", "„cytat”", "-",
    "–", "nowe", "stare", "pięć", "tysięcy", "euro", "raport", "źle", "dobrze",
)  # fmt: skip


def put(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


@pytest.mark.parametrize("name", samples.SAMPLES)
def test_importing_again_adds_no_row(tmp_path: Path, library: Library, name: str) -> None:
    path = put(tmp_path, name, samples.SAMPLES[name])
    first = import_paths(library, [path])
    assert first.imported and not first.failures
    before = all_rows(library)
    again = import_paths(library, [path])
    assert not again.imported and not again.attached and not again.failures
    assert all_rows(library) == before


@pytest.mark.parametrize("name", document_samples.all_samples())
def test_a_document_again_adds_no_row(tmp_path: Path, library: Library, name: str) -> None:
    path = put(tmp_path, name, document_samples.all_samples()[name])
    assert import_paths(library, [path]).imported
    before = all_rows(library)
    again = import_paths(library, [path])
    assert not again.imported and not again.updated and again.duplicates
    assert all_rows(library) == before


def test_no_highlight_of_a_sample_is_lost(tmp_path: Path, library: Library) -> None:
    import_paths(library, [put(tmp_path, "o.zip", samples.omnivore())])
    rows = all_rows(library)["annotation"]
    assert [(r["exact"], r["orphaned"], r["note"]) for r in rows] == [
        (samples.POLISH, 0, "Moja uwaga"),
        ("nie ma tego w tekście", 1, ""),
    ]


def test_what_came_with_an_entry_is_stored(tmp_path: Path, library: Library) -> None:
    import_paths(library, [put(tmp_path, "r.csv", samples.raindrop())])
    rows = all_rows(library)
    first = rows["article"][0]
    assert (first["title"], first["url"], first["note"], first["starred"], first["added"]) == (
        "Tytuł", "https://a.example/r", "Uwaga", 1, "2024-01-02T03:04:05.000Z",
    )  # fmt: skip
    assert {row["path"] for row in rows["tag"]} == {"Prasa", "Prasa/Kraj", "łódź", "b"}
    assert [row["exact"] for row in rows["annotation"]] == [samples.POLISH, "Drugi cytat"]


def test_highlights_go_to_the_article_with_the_address(tmp_path: Path, library: Library) -> None:
    text = f"Na początku.\n\nPotem: {samples.POLISH}, a dalej nic."
    known = document(text, url="http://www.a.example/h/")
    library.run(store, documents=[known])
    report = import_paths(library, [put(tmp_path, "h.json", samples.hypothesis())])
    assert (len(report.imported), report.duplicates, report.attached) == (0, 1, 1)
    (row,) = all_rows(library)["annotation"]
    assert row["exact"] == samples.POLISH and not row["orphaned"]
    assert row["note"] == "Uwaga\n\njan@hypothes.is: Nie zgadzam się"
    assert row["author"] == "ewa@hypothes.is"


def test_more_highlights_of_a_book_join_the_first(tmp_path: Path, library: Library) -> None:
    header = "Highlight,Book Title,Book Author,Location"
    path = put(tmp_path, "a.csv", samples.table(header, "Jeden,Książka,Jan,1"))
    import_paths(library, [path])
    put(tmp_path, "a.csv", samples.table(header, "Jeden,Książka,Jan,1", "Dwa,Książka,Jan,2"))
    report = import_paths(library, [path])
    assert (len(report.imported), report.attached) == (0, 1)
    rows = all_rows(library)["annotation"]
    assert [(row["exact"], row["orphaned"]) for row in rows] == [("Jeden", 0), ("Dwa", 1)]


def test_the_same_title_by_another_author_is_another_article(
    tmp_path: Path, library: Library
) -> None:
    library.run(store, documents=[document("Zima\n\nInny tekst.", author="Ewa")])
    header = "Highlight,Book Title,Book Author,Location"
    path = put(tmp_path, "a.csv", samples.table(header, "Cytat,Zima,Jan,1", "Obcy,Wiosna,,1"))
    assert len(import_paths(library, [path]).imported) == 2


def test_notes_that_the_user_changed_stay(tmp_path: Path, library: Library) -> None:
    path = put(tmp_path, "h.json", samples.hypothesis())
    import_paths(library, [path])
    key = all_rows(library)["annotation"][0]["id"]
    library.run(annotate.set_note, annotation_id=key, note="moje")
    library.run(annotate.set_colour, annotation_ids=[key], colour="red")
    before = all_rows(library)
    import_paths(library, [path])
    assert all_rows(library) == before


def test_own_csv_is_a_no_op_where_it_came_from(tmp_path: Path, library: Library) -> None:
    from desktop.operations.export import export_annotations

    quote = Quote("gęś", note="=1+1", tags=("a/b",), author="Ewa")
    one = document("Tytuł\n\nŻółta gęś 🙂 i łódź.", quotes=(quote,))
    library.run(store, documents=[one])
    target = tmp_path / "own.csv"
    reader = library.reader()
    ids = [row["id"] for row in all_rows(library)["article"]]
    export_annotations(reader, target, exporter=registry.exporter("csv"), article_ids=ids)
    reader.close()
    before = all_rows(library)
    report = import_paths(library, [target])
    assert not report.failures and all_rows(library) == before


def test_500_quotes_over_100_articles(tmp_path: Path, library: Library) -> None:
    chance = random.Random(6)
    texts = [
        "\n\n".join(" ".join(chance.choices(_WORDS, k=60)) for _ in range(6)) for _ in range(100)
    ]
    known = [
        document(f"Tytuł {n}\n\n{text}", url=f"https://a.example/{n}")
        for n, text in enumerate(texts)
    ]
    library.run(store, documents=known)
    wanted: list[tuple[int, int, str]] = []
    found: list[dict[str, object]] = []
    for number in range(500):
        at = number % 100
        text = known[at].text
        start = chance.randrange(20, len(text) - 90)
        exact = text[start : start + chance.randrange(8, 80)].strip()
        start = text.index(exact, start)
        said = exact
        if number % 50 == 7:
            said = f"Tego nie ma nigdzie, {number}"
        elif number % 10 == 3:  # as other programs give it back
            said = exact.replace("\n", " ").replace("„", '"').replace("”", '"').replace("–", "-")
        else:
            wanted.append((at, start, exact))
        selector = {"type": "TextQuoteSelector", "exact": said, "prefix": text[start - 20 : start],
                    "suffix": text[start + len(exact) :][:20]}  # fmt: skip
        found.append({"id": str(number), "uri": f"https://a.example/{at}", "user": "acct:e@h",
                      "text": str(number), "target": [{"selector": [selector]}]})  # fmt: skip
    path = put(tmp_path, "h.json", json.dumps({"annotations": found}).encode())
    report = import_paths(library, [path])
    assert not report.failures and report.attached == 500
    rows = all_rows(library)["annotation"]
    assert {row["note"] for row in rows} == {str(number) for number in range(500)}
    with_place = [row for row in rows if not row["orphaned"]]
    assert len(with_place) >= 475 and len(rows) - len(with_place) == 10
    reader = library.reader()
    by_id = {row["id"]: row for row in all_rows(library)["article"]}
    urls = {key: int(row["url"].rpartition("/")[2]) for key, row in by_id.items()}
    places = {(urls[row["article_id"]], row["start"], row["exact"]) for row in with_place}
    exact = sum(one in places for one in wanted)
    assert exact >= 0.95 * len(wanted)
    assert annotations.count(reader) == 500
    for row in with_place:
        text = articles.text(reader, row["article_id"]).text
        assert text[row["start"] : row["end"]] == row["exact"]
    reader.close()
    assert not import_paths(library, [path]).attached


def test_books_with_the_same_only_quote_stay_two(tmp_path: Path, library: Library) -> None:
    header = "Highlight,Book Title,Book Author,Location"
    path = put(tmp_path, "a.csv", samples.table(header, "Cytat,Zima,Jan,1", "Cytat,Lato,Jan,1"))
    assert len(import_paths(library, [path]).imported) == 2


def test_two_programs_know_one_page(tmp_path: Path, library: Library) -> None:
    import_paths(library, [put(tmp_path, "bookmarks.html", samples.bookmarks())])
    row = "7,Inny,Uwaga,,https://a.example/1,,nowy,2024-01-02T03:04:05.000Z,,Cytat,false"
    header = "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite"
    path = put(tmp_path, "r.csv", samples.table(header, row))
    report = import_paths(library, [path])
    assert (len(report.imported), report.attached) == (0, 1)
    rows = all_rows(library)
    assert rows["article"][0]["note"] == "Uwaga"
    assert {"nowy", "łódź", "Prasa"} <= {tag["path"] for tag in rows["tag"]}
    import_paths(library, [path])
    assert all_rows(library) == rows

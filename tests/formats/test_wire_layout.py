"""The layout of saved wire stories: date, title, paragraphs, credit; and what only looks so."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.canonical import clean
from desktop.formats.credit_line import credit_in, credit_line
from desktop.formats.lead_title import lead_title
from desktop.formats.wire_layout import Layout, parse

LEAD = "Rada miasta przyjęła w środę budżet, w którym najwięcej pieniędzy przeznaczono na remonty"
BODY = "Radni spierali się do późnej nocy o szkoły, drogi i szpital, zanim doszło do głosowania."
LONG = f"{BODY} {BODY}"


def texts(layout: Layout) -> list[str]:
    return [layout.text[block.start : block.end] for block in layout.blocks]


def kinds(layout: Layout) -> list[str]:
    return [block.kind for block in layout.blocks]


def test_a_wire_story() -> None:
    layout = parse(
        f" date 2023-09 {LEAD} szkół i mostów, powiedział skarbnik.\n\n{BODY}\n\nAb.pl/TASS"
    )
    assert layout.title == f"{LEAD} szkół i mostów, powiedział…"
    assert (layout.published, layout.outlet, layout.agency) == ("2023-09", "Ab.pl", "TASS")
    assert texts(layout) == [f"{LEAD} szkół i mostów, powiedział skarbnik.", BODY, "Ab.pl/TASS"]
    assert [dict(block.attrs) for block in layout.blocks] == [{}, {}, {"role": "source"}]


@pytest.mark.parametrize(
    ("mark", "published"),
    [
        (" date 2023 ", "2023"),
        ("date 2023-09 ", "2023-09"),
        (" date 2023-09-07 ", "2023-09-07"),
        ("date 2024-02-29\n", "2024-02-29"),
        ("\n date 2023-09\n\n", "2023-09"),
    ],
)
def test_the_date_is_taken_off(mark: str, published: str) -> None:
    layout = parse(f"{mark}{LONG}\n\nKoniec sprawy.")
    assert (layout.published, texts(layout)[0]) == (published, LONG)
    assert not layout.remarks


@pytest.mark.parametrize("date", ["2023-13", "2023-02-30", "0000", "2023-09-07-01"])
def test_an_impossible_date_stays(date: str) -> None:
    layout = parse(f" date {date} {LONG}\n\nKoniec.")
    assert (layout.published, layout.text.split("\n")[0]) == ("", f"date {date} {LONG}")
    assert date in str(layout.remarks[0])


@pytest.mark.parametrize("start", ["date 20 people met", "dates 2023 are", "date 12345 is", "Date"])
def test_other_words_are_no_date(start: str) -> None:
    layout = parse(f"{start} on.\n\nEnd.")
    assert (layout.published, layout.remarks) == ("", ())
    assert layout.text.startswith(start)


def test_a_date_alone_is_an_empty_text() -> None:
    assert parse(" date 2023-09 ") == Layout("", "", (), "2023-09")
    assert parse("") == parse(" \n\t\n\xa0") == Layout("", "", ())


def test_lines_are_paragraphs_where_no_line_is_blank() -> None:
    assert texts(parse("Jeden.\nDwa. \n\tTrzy.\n")) == ["Jeden.", "Dwa.", "Trzy."]


def test_hard_wrapped_text_is_unwrapped() -> None:
    wrapped = f"{BODY}\n{BODY}\n– powiedział radny.\n\n{BODY} \n{BODY}\nA."
    assert texts(parse(wrapped)) == [f"{BODY} {BODY} – powiedział radny.", f"{BODY} {BODY} A."]


def test_a_wrapped_list_keeps_its_items() -> None:
    item = f"- {BODY[:70]}"
    layout = parse(f"{BODY}\n{BODY}\nA.\n\n{item}\n{item}\ndalej.\n{item}")
    assert texts(layout)[1] == f"{item}\n{item} dalej.\n{item}"


def test_a_poem_keeps_its_lines() -> None:
    poem = "Noc zapada nad miastem,\ngasną światła w oknach,\ntylko deszcz jeszcze pada."
    assert texts(parse(f"{poem}\n\n{poem}")) == [poem, poem]


def test_long_lines_are_paragraphs_even_with_one_blank_line() -> None:
    assert texts(parse(f"{LONG}\n{LONG}\nKrótki.\n\nPAP")) == [LONG, LONG, "Krótki.", "PAP"]
    assert texts(parse(f"{LONG}\n{LONG}\n\nPAP")) == [LONG, LONG, "PAP"]


def test_a_source_line_needs_no_blank_line_before_it() -> None:
    layout = parse(f"{LONG}\n\nNoc.\nDzień.\nKresy.pl/TASS")
    assert texts(layout) == [LONG, "Noc.\nDzień.", "Kresy.pl/TASS"]
    assert layout.agency == "TASS"


def test_several_source_lines_and_signs() -> None:
    layout = parse(f"{LONG}\n\n{BODY} (PAP)\n\nźródło: Onet\n\nReuters\n\njk/ adj/")
    assert (layout.outlet, layout.agency) == ("Onet", "Reuters/PAP")
    assert [block.attrs.get("role") for block in layout.blocks] == [None, None, *["source"] * 3]


def test_signs_below_an_inline_agency_only() -> None:
    assert parse(f"{LONG}\n\n{BODY} (PAP)\n\nmal/ zm/").blocks[-1].attrs == {"role": "source"}
    assert parse(f"{LONG}\n\n{BODY}\n\ntak/ nie").blocks[-1].attrs == {}


def test_a_credit_alone_is_the_text() -> None:
    layout = parse("(PAP)")
    assert (layout.title, layout.text, layout.blocks[0].attrs) == ("(PAP)", "(PAP)", {})


@pytest.mark.parametrize(
    ("line", "outlet", "agency"),
    [
        ("Kresy.pl/TASS", "Kresy.pl", "TASS"),
        ("onet.pl / PAP", "onet.pl", "PAP"),
        ("Onet/PAP/Reuters", "Onet", "PAP/Reuters"),
        ("PAP / Kresy.pl", "Kresy.pl", "PAP"),
        ("Gazeta Wyborcza/dpa.", "Gazeta Wyborcza", "dpa"),
        ("Kresy.pl/Washington Post", "Kresy.pl", "Washington Post"),
        ("kresy.pl/unian.info", "kresy.pl", "unian.info"),
        ("jk/PAP", "", "PAP"),
        ("za: RIA Nowosti", "", "RIA Nowosti"),
        ("Źródło: PAP, Onet", "Onet", "PAP"),
        ("źródło: https://www.onet.pl/a/b?c", "onet.pl", ""),
        ("source: The Guardian", "The Guardian", ""),
        ("(PAP)", "", "PAP"),
        ("/PAP/", "", "PAP"),
        ("(PAP/Reuters)", "", "PAP/Reuters"),
        ("PAP, ČTK", "", "PAP/ČTK"),
        ("Kresy.pl", "Kresy.pl", ""),
        ("Kurier Nadwarliński/NAW", "Kurier Nadwarliński", "NAW"),
        ("(LWS)", "", "LWS"),
        ("TASS", "", "TASS"),
    ],
)
def test_credits(line: str, outlet: str, agency: str) -> None:
    found = credit_line(line)
    assert found
    assert (found.outlet, found.agency) == (outlet, agency)
    layout = parse(f"{LONG}\n\n{BODY}\n\n{line}")
    assert (layout.outlet, layout.agency, texts(layout)[-1]) == (outlet, agency, line)


@pytest.mark.parametrize(
    "line",
    [
        "", "Auto jechało 120 km/h", "12/09/2023", "Wybierz i/lub odrzuć", "Mecz Polska/Niemcy",
        "https://kresy.pl/TASS", "onet.pl/wiadomosci/kraj", "youtu.be/Xy/abc", "Warszawa, PAP",
        "Za: 230 głosów, przeciw: 200", "Tak mówił w rozmowie z PAP/TASS.", "fot. PAP/EPA",
        "(fot. PAP)", "(red.)", "24/7", "Koniec.", "ap", "źródło: fot. Jan", "PAP/TASS?",
        "(CDN)", "KONIEC",
        "Rosja/USA", "PO/PSL",
        "źródło: podręcznik, który kupiłem w antykwariacie na rogu", f"{BODY} A/PAP", "PAP\nTASS",
    ],
)  # fmt: skip
def test_no_credits(line: str) -> None:
    assert credit_line(line) is None


@pytest.mark.parametrize(
    ("paragraph", "agency"),
    [
        ("Warszawa (PAP) – Rząd przyjął budżet.", "PAP"),
        ("MOSCOW, Sept. 6 (Reuters) - The Kremlin said.", "Reuters"),
        ("Kijów /PAP/Ukrinform/ – Rada odrzuciła weto.", "PAP/Ukrinform"),
        ("Tak powiedział. (PAP)", "PAP"),
        ("Tak powiedział /PAP/.", "PAP"),
        ("Tak powiedział [PAP/dpa]", "PAP/dpa"),
    ],
)
def test_agencies_within_a_paragraph(paragraph: str, agency: str) -> None:
    found = credit_in(paragraph)
    assert found
    assert found.agency == agency


@pytest.mark.parametrize(
    "paragraph", ["Jechał 120 km/h", "To ważne (bardzo).", "Tak i/lub/", "Jan (PiS) – poseł", ""]
)
def test_no_agencies_within_a_paragraph(paragraph: str) -> None:
    assert credit_in(paragraph) is None


@pytest.mark.parametrize(
    ("paragraph", "title"),
    [
        ("Krótko. Potem dłużej.", "Krótko"),
        ("W 2023 r. Sejm powołał prof. J. Nowaka. Nie.", "W 2023 r. Sejm powołał prof. J. Nowaka"),
        ("Ul. św. Jana, m.in. gen. Bema. Dalej.", "Ul. św. Jana, m.in. gen. Bema"),
        ("Stopy są o 3.5 proc. Bank milczy. Rynek też.", "Stopy są o 3.5 proc. Bank milczy"),
        ("7. Pułk wraca do domu! Nareszcie.", "7. Pułk wraca do domu!"),
        ("Było to w 1989. Potem przyszły zmiany.", "Było to w 1989"),
        ("„Co dalej?” – zapytał premier. Cisza.", "„Co dalej?” – zapytał premier"),
        ("Mówił: „Nie wiem.” Wyszedł.", "Mówił: „Nie wiem.”"),
        ("To koniec... Naprawdę.", "To koniec..."),
        ("Urodził się w 1950 r.", "Urodził się w 1950 r."),
        ("政府は予算案を承認した。次の文。", "政府は予算案を承認した。"),
        ("... i tak dalej. Koniec.", "... i tak dalej"),
        (".", "."),
        ("x" * 200, "x" * 119 + "…"),
        ("słowo " * 60, "słowo " * 19 + "słowo…"),
    ],
)  # fmt: skip
def test_titles(paragraph: str, title: str) -> None:
    assert lead_title(paragraph) == title
    assert len(title) <= 120


def test_a_short_first_line_is_the_title_and_a_heading() -> None:
    layout = parse(f"Budżet miasta  przyjęty\n\n{LONG}\n\n{LONG}")
    assert layout.title == "Budżet miasta przyjęty"
    assert texts(layout)[0] == "Budżet miasta  przyjęty"
    assert kinds(layout) == ["heading", "paragraph", "paragraph"]


def test_a_title_line_above_its_lead_without_a_blank_line() -> None:
    assert parse(f"Budżet przyjęty\nkrótki wers\nA.\n\n{LONG}").title == "Budżet przyjęty"
    assert parse(f"Pierwsze zdanie.\n\n{LONG}").title == "Pierwsze zdanie"
    assert parse("Ostatnie słowo\n\nPAP").title == "Ostatnie słowo"


def test_the_agency_at_the_end_is_not_in_the_title() -> None:
    assert parse("Rząd przyjął budżet (PAP).\n\nKoniec.").title == "Rząd przyjął budżet"


def test_headings_stand_between_long_paragraphs() -> None:
    layout = parse(f"{LONG}\n\nCo dalej z budżetem\n\n{LONG}\n\n– Nie wiem\n\n{LONG}\n\nKoniec")
    assert kinds(layout) == ["paragraph", "heading", *["paragraph"] * 4]
    assert "heading" not in kinds(parse(f"{LONG}\n\nRaz\n\nDwa\n\n{LONG}\n\nTrzy.\n\n{LONG}"))


@given(st.text(st.sampled_from("aZł. \n\t\xa0\u2028\ufeff/(PAP)–-dte2023 "), max_size=300))
def test_blocks_cover_any_text_in_order(text: str) -> None:
    layout = parse(clean(text).text)
    assert "\n".join(texts(layout)) == layout.text
    assert all(one.end + 1 == two.start for one, two in pairwise(layout.blocks))
    assert all(part.strip() for part in texts(layout))
    assert bool(layout.text) == bool(layout.blocks)
    assert len(layout.title) <= 150


@pytest.mark.parametrize(
    "unit", ["a" * 9 + " ", " ", "\t", "(", "/", ". ", "a.", "słowo\n", "\n\n"]
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    text = "x" + unit * (600_000 // len(unit)) + "x"
    layout = parse(text)  # a quadratic pattern would not come back
    assert (layout.text[0], layout.text[-1]) == ("x", "x")
    assert layout.blocks[-1].end == len(layout.text)

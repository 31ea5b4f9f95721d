"""The charset chain on sentences of our own, in every charset that Polish texts come in."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.formats.charset import Decoded, decode, looks_binary

SENTENCES = """\
Rząd przyjął wczoraj projekt ustawy o ochronie źródeł wody pitnej.
Sąd w Łodzi odroczył ogłoszenie wyroku do piątku.
Mieszkańcy skarżą się na hałas z nowej obwodnicy.
Zażółć gęślą jaźń, powiedział z uśmiechem korektor.
„Nie wycofamy się z żadnej obietnicy” – zapewniła rzeczniczka.
Strażacy gasili pożar składowiska całą noc.
W Gdańsku otwarto wystawę poświęconą żeglarzom.
Ceny węgla wzrosły o 12 proc., a gazu – o 7 proc.
Minister nie odpowiedział na pytania dziennikarzy.
Śnieg sparaliżował ruch na południu województwa.
Piłkarze Śląska wygrali trzeci mecz z rzędu.
Pociąg do Rzeszowa spóźnił się o dwie godziny.
Prokuratura bada, kto zlecił wycięcie drzew w parku.
Źle oznakowany objazd wprowadził kierowców w błąd.
Ćwiczenia potrwają do końca października.
Świadek zeznał, że widział oskarżonego na dworcu.
Uczeń klasy ósmej napisał powieść o powstaniu.
Nikt nie chciał wziąć odpowiedzialności za opóźnienie…
Łącznie zebrano ponad 300 tys. podpisów.
Wójt gminy ogłosił alarm przeciwpowodziowy.
Badacze odkryli nieznany list Chopina do siostry.
Policja zatrzymała trzech podejrzanych o włamania.
Żołnierze pomagają usuwać skutki wichury.
Kraków i Toruń walczą o miano stolicy kultury.
Rozmowy z górnikami zakończyły się fiaskiem.
Pięć osób zostało rannych w zderzeniu z ciężarówką.
Dzień był słoneczny, lecz wiał silny wiatr.
Radni odrzucili wniosek „w obecnym kształcie”.
Kto zapłaci za błędy urzędników?
Według GUS inflacja wyniosła we wrześniu 8,2 proc.
Ambasador złożył kwiaty przed pomnikiem Poległych.
Wiceszefowa resortu zdrowia podała się do dymisji.
Zwierzęta ze schroniska czekają na nowy dom.
Święto plonów przyciągnęło tłumy turystów.
Spółka ogłosiła upadłość, choć zyski rosły.
Lekarze ostrzegają przed wczesną falą grypy.
Most zamknięto na pół roku § 4 umowy na to pozwala.
Próba generalna odbędzie się w niedzielę o 18°.
Jak ustaliliśmy, pieniędzy wciąż brakuje.
Rosja zwiększyła eksport ropy — wynika z danych portu.
Biegły ocenił szkody na pół miliona złotych.
Młodzież przejęła na jeden dzień władzę w mieście.""".splitlines()
EXACT = (
    "utf-8", "utf-8-sig", "cp1250", "iso-8859-2", "utf-16", "utf-16-le", "utf-16-be",
    "utf-16-be-bom", "utf-32", "utf-32-le", "utf-32-be",
)  # fmt: skip


def encoded(text: str, charset: str) -> bytes:
    if charset == "utf-16-be-bom":
        return codecs.BOM_UTF16_BE + text.encode("utf-16-be")
    if charset == "iso-8859-2":  # the quotes and dashes are not in it
        text = text.translate(str.maketrans("„”–—…", '""---'))
    return text.encode(charset)


def plain(text: str, charset: str) -> str:
    return encoded(text, charset).decode(charset) if charset == "iso-8859-2" else text


@pytest.mark.parametrize("charset", EXACT)
def test_polish_sentences_come_out_exactly(charset: str) -> None:
    wrong = [s for s in SENTENCES if decode(encoded(s, charset)).text != plain(s, charset)]
    assert len(SENTENCES) >= 40
    assert not wrong


@pytest.mark.parametrize("charset", ["cp852", "mac_latin2"])
def test_old_polish_charsets_mostly_come_out(charset: str) -> None:
    data = [s.encode(charset, "replace") for s in SENTENCES]
    right = sum(decode(one).text == one.decode(charset) for one in data)
    assert right >= 0.9 * len(data)


@pytest.mark.parametrize("charset", ["cp1250", "iso-8859-2"])
def test_a_whole_polish_text_is_certain(charset: str) -> None:
    found = decode(encoded("\n".join(SENTENCES), charset))
    assert (found.charset, found.certain) == (charset, True)


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        ("Правительство России вчера приняло закон о бюджете.", "cp1251"),
        ("Правительство России вчера приняло закон о бюджете.", "koi8-r"),
        ("Le président a déclaré que la réunion était très utile à l’économie.", "cp1252"),
        ("Die Bundesregierung will höhere Löhne für Ärzte, sagte Müller am Montag.", "cp1252"),
        ("日本政府は昨日、新しい予算案を承認したと発表した。", "shift_jis"),
        ("Spotkanie w sprawie rent: Orbán i Wałęsa są już w Świdnicy, gdzie wręczą "
         "nagrodę dziewięciu młodszym kolegom zza Odry.", "cp1250"),
        ("The firm’s profit rose to £5m – “a record”, the company said on Monday.", "cp1252"),
    ],
)  # fmt: skip
def test_other_languages_are_guessed_with_doubt(text: str, charset: str) -> None:
    found = decode(text.encode(charset))
    assert (found.text, found.certain) == (text, False)


def test_cyrillic_and_emoji_in_utf16_without_mark() -> None:
    text = "Уряд України ухвалив закон 😀 про бюджет.\nДруга фраза."
    assert decode(text.encode("utf-16-le")).text == text
    assert decode(text.encode("utf-16-be")).text == text


def test_ascii_and_nothing_are_utf8() -> None:
    assert decode(b"plain") == Decoded("plain", "utf-8", True)
    assert decode(b"") == Decoded("", "utf-8", True)


def test_nul_between_words_is_not_utf16() -> None:
    assert decode(b"ab\0c") == Decoded("ab\0c", "utf-8", True)


def test_surrogates_in_utf8_are_not_mojibake() -> None:
    lone = decode("Łódź ".encode() + b"\xed\xa0\x80 koniec")
    assert (lone.text, lone.charset) == ("Łódź \ud800 koniec", "utf-8")
    assert decode("Łódź ".encode() + b"\xed\xa0\xbd\xed\xb8\x80").text == "Łódź 😀"
    assert decode("a\ud800bcd".encode("utf-16-le", "surrogatepass")).text == "a\ud800bcd"


def test_broken_utf8_stays_utf8_and_says_how_much_is_lost() -> None:
    found = decode("Zażółć gęślą jaźń\ufffd".encode() + b"\xc5")
    assert found == Decoded("Zażółć gęślą jaźń\ufffd\ufffd", "utf-8", False, damaged=1)


def test_utf16_cut_in_the_middle_of_a_character() -> None:
    found = decode("Zażółć gęślą".encode("utf-16")[:-1])
    assert found.text.startswith("Zażółć gęśl\u0105"[:11])
    assert (found.certain, found.damaged) == (False, 1)


@pytest.mark.parametrize(
    "data",
    [
        "日本政府は昨日、予算案を承認した。新しい法も。".encode("utf-16-le"),
        b"\x81",
        b"\xaa",
        b"\xff\xfa",
    ],
)
def test_what_no_rule_knows_is_read_with_doubt(data: bytes) -> None:
    found = decode(data)
    assert found.text
    assert not found.certain


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3", b"PK\x03\x04abcd", b"\x89PNG\r\n\x1a\n", b"\x7fELF\x02\x01\x01",
        b"RIFF\x24\0\0\0WAVEfmt ", b"\0" * 500, bytes(range(256)) * 4, b"\x01\x02\x03\x04\x05",
        b"{\\rtf1\\ansi abc}", b"\xff\xfe" + bytes([1, 0, 2, 0, 3, 0]) * 50,
    ],
)  # fmt: skip
def test_binary_files_are_told(data: bytes) -> None:
    assert looks_binary(data)


@pytest.mark.parametrize("charset", [*EXACT, "cp852"])
def test_texts_are_not_binary(charset: str) -> None:
    assert not any(looks_binary(encoded(s, charset)) for s in SENTENCES if charset != "cp852")
    assert not looks_binary("\n".join(SENTENCES).encode(charset.removesuffix("-bom"), "replace"))


def test_a_text_with_a_few_nuls_is_text() -> None:
    assert not looks_binary(b"Tekst\0 z\0 zerami")
    assert not looks_binary(b"RIFF is a word at the start of a text")
    assert not looks_binary(b"")


@given(st.one_of(st.binary(max_size=80), st.binary(max_size=8).map(lambda part: part * 20)))
def test_any_bytes_give_some_text(data: bytes) -> None:
    assert isinstance(decode(data).text, str)
    assert looks_binary(data) in (True, False)

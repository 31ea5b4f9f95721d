"""Plain text files of every sort: the good, the odd and the unreadable."""

import os
import tracemalloc
from pathlib import Path

import pytest

from desktop.core.article import Document
from desktop.core.errors import UserError
from desktop.formats.importers import plain_text
from desktop.formats.importers.plain_text import PLAIN_TEXT

STORY = (
    " date 2023-09 Burmistrz zapowiedział wczoraj, że remont mostu potrwa do końca roku.\r\n\r\n"
    "Kierowcy muszą liczyć się z objazdami, a pasażerowie autobusów z opóźnieniami.\r\n\r\n"
    "Kresy.pl/PAP"
)


def read(folder: Path, data: bytes, name: str = "a.txt") -> Document:
    path = folder / name
    path.write_bytes(data)
    (document,) = PLAIN_TEXT.read(path)
    assert isinstance(document, Document)
    return document


def reason(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        list(PLAIN_TEXT.read(path))
    assert str(caught.value) == caught.value.template.format(**caught.value.fields)
    assert path.name in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "cp1250", "iso-8859-2", "utf-16"])
def test_a_story_in_any_charset(tmp_path: Path, charset: str) -> None:
    document = read(tmp_path, STORY.encode(charset))
    assert document.title == "Burmistrz zapowiedział wczoraj, że remont mostu potrwa do końca roku"
    assert (document.published, document.outlet, document.agency) == ("2023-09", "Kresy.pl", "PAP")
    assert (document.language, document.source_format) == ("pl", "text")
    assert "\r" not in document.text
    assert len(document.blocks) == 3
    assert document.remarks == ()


def test_letters_are_not_normalised_and_marks_stay(tmp_path: Path) -> None:
    text = "Z\u0307o\u0301\u0142w \u202eabc\u202c i \u200fkoniec\u200e."
    assert read(tmp_path, text.encode()).text == text


def test_what_cannot_be_stored_is_replaced_and_counted(tmp_path: Path) -> None:
    document = read(tmp_path, "Łódź\0 \ufdd0 ".encode() + b"\xed\xa0\x80 koniec")
    assert document.text == "Łódź\ufffd \ufffd \ufffd koniec"
    assert [str(one) for one in document.remarks] == [
        "Characters that cannot be stored were replaced: 3."
    ]


def test_broken_bytes_are_counted(tmp_path: Path) -> None:
    document = read(tmp_path, "Zażółć gęślą jaźń".encode() + b"\xc5")
    assert str(document.remarks[0]) == "The character encoding was guessed as utf-8."
    assert document.remarks[1].fields == {"count": 1}


def test_a_guess_is_said(tmp_path: Path) -> None:
    document = read(tmp_path, "Правительство России приняло закон.".encode("cp1251"))
    assert document.text == "Правительство России приняло закон."
    assert [str(one) for one in document.remarks] == [
        "The character encoding was guessed as cp1251."
    ]


def test_an_impossible_date_is_said(tmp_path: Path) -> None:
    document = read(tmp_path, b" date 2023-13 Some words stand here.")
    assert document.published == ""
    assert "2023-13" in str(document.remarks[0])


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b" date 2023-09 "])
def test_empty_files(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(data)
    assert "is empty" in reason(path)


@pytest.mark.parametrize("data", [b"%PDF-1.7 abc", b"PK\x03\x04", b"\x7fELF", b"\x89PNG\r\n"])
def test_binary_files(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    assert "not a text file" in reason(path)


def test_missing_files_folders_and_devices(tmp_path: Path) -> None:
    assert "was not found" in reason(tmp_path / "none.txt")
    assert "is a folder" in reason(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    assert "is a device" in reason(tmp_path / "pipe.txt")


def test_other_failures_of_the_system(tmp_path: Path) -> None:
    assert "could not be read" in reason(tmp_path / ("a" * 300 + ".txt"))


def test_no_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> bytes:  # chmod does not keep root out
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text("secret")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "no right to read" in reason(tmp_path / "a.txt")


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_text, "_LARGEST", 10)
    (tmp_path / "a.txt").write_text("12345678901")
    assert "too large" in reason(tmp_path / "a.txt")


@pytest.mark.parametrize("charset", ["utf-8", "cp1250"])
def test_twenty_megabytes(tmp_path: Path, charset: str) -> None:
    size = 20_000_000
    path = tmp_path / "large.txt"
    path.write_bytes((STORY.encode(charset) + b"\n\n") * (size // len(STORY)))
    (document,) = PLAIN_TEXT.read(path)
    assert isinstance(document, Document)
    assert len(document.blocks) > 200_000


def test_memory_is_a_small_multiple_of_the_size(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes((STORY.encode() + b"\n\n") * 10_000)
    tracemalloc.start()
    list(PLAIN_TEXT.read(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10 * path.stat().st_size

"""Sixty names that were made to break out, on any system; whatever the title, the name is safe."""

import re

from hypothesis import given
from hypothesis import strategies as st

from desktop.formats.file_names import Names, safe_name

RESERVED = ("con", "PRN", "aux", "NUL", "com1", "COM9", "lpt1", "LPT³", "CONIN$", "conout$")
HARD = (
    *RESERVED, *(f"{name}.txt" for name in RESERVED), *(f"{name} " for name in RESERVED),
    "", " ", ".", "..", "...", "../../etc/passwd", "..\\..\\x", "/etc/passwd", "C:\\x", "C:x",
    "\\\\host\\share", "a/b", "a\\b", "a:b", "a*b?", '"a"', "<a>", "a|b", "a\nb", "a\tb", "a\0b",
    "-rf", "--help", "~", "~/x", "a.", "a ", "a. .", ".hidden", "ż" * 300, "😀" * 200, "x" * 500,
    "a\u202efdp.exe", "a\u200b", "a\u2028b", "e\u0301", "\ud800", "\ufeffa", "Łódź – „most”",
)  # fmt: skip
_BAD = re.compile(r'[\x00-\x1f<>:"/\\|?*]')


def check(name: str, suffix: str) -> None:
    stem = name.removesuffix(suffix)
    assert name.endswith(suffix) and stem
    assert len(name.encode()) <= 255
    assert not _BAD.search(name)
    assert not name.startswith((".", "-", "~", " "))
    assert not name.endswith((".", " "))
    assert stem == stem.rstrip(" .")
    assert name.split(".")[0].upper() not in {one.upper() for one in RESERVED}


def test_sixty_hard_names():
    assert len(HARD) >= 60
    for wanted in HARD:
        check(safe_name(wanted) + ".csv", ".csv")


@given(wanted=st.text(max_size=300), suffix=st.sampled_from(["", ".csv", ".annotations.json"]))
def test_any_name(wanted: str, suffix: str):
    check(safe_name(wanted) + suffix, suffix)


def test_letters_stay():
    assert safe_name("Łódź – „most”") == "Łódź – „most”"


def test_no_name_twice():
    names, taken = Names(".md"), set[str]()
    for wanted in (*HARD, *HARD, "Raport", "RAPORT", "raport"):
        name = names.fresh(wanted)
        assert name.casefold() not in taken
        check(name, ".md")
        taken.add(name.casefold())

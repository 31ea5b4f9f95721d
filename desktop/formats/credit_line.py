"""Who published an article and which agency it comes from, by the credit that wire stories carry.

A credit is believed when it names a known agency or a site (`Kresy.pl`), or has the form of one
(`Dziennik Zarzecza/AGW`); a last sentence with a slash, a date or an address is none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_AGENCIES = frozenset(
    re.split(
        r"\s*[|\n]\s*",
        """pap|polska agencja prasowa|iar|kai|tass|itar-tass|reuters|reuter|agencja reutera|afp|ap
        agence france-presse|associated press|the associated press|dpa|deutsche presse-agentur
        apa|efe|europa press|lusa|ansa|agi|adnkronos|xinhua|interfax|interfax-ukraina|regnum|ria
        interfax-ukraine|ria nowosti|ria novosti|sputnik|belta|biełta|ukrinform|unian|rbk-ukraina
        тасс|интерфакс|риа новости|белта|укринформ|укрінформ|уніан|униан|ctk|čtk|tasr|sita|mti|ats
        jiji|yonhap|kcna|anadolu|anadolu agency|aa|irna|isna|tasnim|wafa|sana|mena|pti|ani|upi|bta
        bloomberg|dow jones|belga|anp|ntb|ritzau|stt|tt|bns|elta|leta|tanjug|hina|sta|agerpres|epa
        mediafax|moldpres|epd|kna|sid|aap|canadian press|the canadian press|pa media|armenpress
        press association|azertac|kazinform|keystone-sda|fena|kyodo""",
    )
)
# Names this short are words too, unless in capitals; these agencies write themselves otherwise.
_SHORT = 4
_ANY_CASE = frozenset({"dpa", "epd", "afp", "tass", "ansa", "efe", "elta", "leta", "hina"})
# Capitals at the end of articles that name no agency.
_OTHER_CAPITALS = frozenset(
    ["USA", "UE", "EU", "UK", "ONZ", "NATO", "CDN", "FOTO", "WIDEO", "VIDEO", "AUDIO", "SONDA"]
)
_LONGEST_LINE, _LONGEST_NAME, _MOST_WORDS = 90, 45, 5
_LABELLED = re.compile(
    r"(?:za|źródł[oa]|zrodlo|źr\.|sources?|via|quelle|zdroj|джерело|источник)[ \t]*:[ \t]*(\S.*)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://)(?:www\.)?([\w.-]+)\S*|www\.([\w.-]+)\S*", re.IGNORECASE)
_SITE = re.compile(r"[\w-]{2,}(?:\.[\w-]{2,})*\.[a-z]{2,9}")
_NAME = re.compile(r"[\w„“\"«‘'][\w .&'’‘+„“”\"«»-]*")
_BRACKETED = re.compile(r"(?:\(([^()]+)\)|\[([^\[\]]+)\]|/([^()]+)/)\.?")
_INITIALS = re.compile(r"(?:[a-ząćęłńóśźż]{2,4}/ ?)+(?:[a-ząćęłńóśźż]{2,4}/?)?")
# Who made the picture is no source.
_OTHER_CREDIT = re.compile(
    r"(?:fot|foto|photo|zdj|rys|graf|autor|oprac|opr|tekst|rozmawiała?)\b", re.IGNORECASE
)
_TAIL = re.compile(r"\s*(?:\(([^()]+)\)|\[([^\[\]]+)\]|(?<!\S)/([^()/]+(?:/[^()/]+)*)/)\s*\.?\s*$")
_DATELINE = re.compile(r"[^\n!?()/]{2,60}(?:\(([^()]+)\)|/([^()/]+(?:/[^()/]+)*)/)\s*[-–—:.]")


@dataclass(frozen=True, slots=True)
class Credit:
    """The outlet and the agencies (parted by `/`) of a credit, as written; "" where not named."""

    outlet: str = ""
    agency: str = ""


def is_agency(name: str) -> bool:
    """Tell whether *name* is that of a news agency (a short one as written: “AP”, not “ap”)."""
    key = name.casefold().strip(' ."„”')
    if _SITE.fullmatch(key):
        return key.split(".")[0] in _AGENCIES
    return key in _AGENCIES and (len(key) > _SHORT or name.isupper() or key in _ANY_CASE)


def credit_line(line: str) -> Credit | None:
    """Return the credit that *line* consists of (`Kresy.pl/TASS`, `za: PAP`, `(PAP)`), or None."""
    line = line[: _LONGEST_LINE + 1].strip()
    if not line or len(line) > _LONGEST_LINE or "\n" in line or _OTHER_CREDIT.match(line):
        return None
    if labelled := _LABELLED.fullmatch(line):
        return _labelled(labelled[1])
    if bracketed := _BRACKETED.fullmatch(line):
        inside = _inside(bracketed).strip()
        return Credit(agency=inside) if _is_acronym(inside) else _by_place(inside)
    if _INITIALS.fullmatch(line) and not any(map(is_agency, _names(line))):
        return Credit()  # the editors' signs below an agency's story
    return _by_place(line.removesuffix("."))


def credit_in(paragraph: str) -> Credit | None:
    """Return the agency in the dateline (`Warszawa (PAP) – `) or at the end of *paragraph*."""
    for found in (_DATELINE.match(paragraph[:150]), _TAIL.search(paragraph[-60:])):
        if agencies := _agencies(found):
            return Credit(agency="/".join(agencies))
    return None


def without_credit(paragraph: str) -> str:
    """Return *paragraph* without the agency at its end."""
    found = _TAIL.search(paragraph[-60:])
    return paragraph[: len(paragraph) - len(found[0])] if found and _agencies(found) else paragraph


def merged(credits: Sequence[Credit]) -> Credit:
    """Return the first outlet and all agencies of *credits*, each once."""
    outlet = next((credit.outlet for credit in credits if credit.outlet), "")
    agencies = dict.fromkeys(name for c in credits for name in c.agency.split("/") if name)
    return Credit(outlet, "/".join(agencies))


def _agencies(found: re.Match[str] | None) -> list[str]:
    """Return the names in the bracket that was found if all are agencies."""
    names = _names(_inside(found)) if found else []
    return names if all(map(is_agency, names)) else []


def _inside(found: re.Match[str]) -> str:
    return next(group for group in found.groups() if group)


def _names(text: str) -> list[str]:
    return [name for part in re.split("[/,|]", text) if (name := part.strip())]


def _labelled(value: str) -> Credit | None:
    if address := _ADDRESS.fullmatch(value):
        value = address[1] or address[2]
    names = [name for name in _names(value.removesuffix(".")) if not _OTHER_CREDIT.match(name)]
    if not names or not all(map(_is_name, names)):
        return None
    agencies = [name for name in names if is_agency(name)]
    return Credit(", ".join(name for name in names if name not in agencies), "/".join(agencies))


def _by_place(text: str) -> Credit | None:
    """Take the first name that is no agency for the outlet, and what is left for agencies."""
    written = _names(text)
    names = [name for name in written if is_agency(name) or not _INITIALS.fullmatch(f"{name}/")]
    agencies = [name for name in names if is_agency(name)]
    sites = [name for name in names if _SITE.fullmatch(name)]
    if not names or not all(map(_is_name, names)):
        return None
    if "," in text and not all(name in agencies or name in sites for name in names):
        return None  # “Warszawa, PAP” are words of the text
    if not agencies and not _has_form(names) and (names != written or names[0] not in sites):
        return None  # so are “Rosja/USA”; `site.pl/path/x` is an address
    outlet = next((name for name in names if name not in agencies), "")
    return Credit(outlet, "/".join(name for name in names if name != outlet))


def _has_form(names: list[str]) -> bool:
    """Tell whether *names* are an outlet and acronyms of agencies that we do not know."""
    first, *others = names
    return bool(others) and not first.isupper() and all(map(_is_acronym, others))


def _is_acronym(name: str) -> bool:
    letters = name.isalpha() and name.isupper() and 2 <= len(name) <= 6
    return letters and name not in _OTHER_CAPITALS


def _is_name(name: str) -> bool:
    """Tell whether *name* looks like an agency, a site or a proper name."""
    if is_agency(name) or _SITE.fullmatch(name):
        return True
    short = len(name) <= _LONGEST_NAME and len(name.split()) <= _MOST_WORDS
    proper = name.lstrip("„“\"«‘'")[:1].isupper()
    return short and proper and _NAME.fullmatch(name) is not None

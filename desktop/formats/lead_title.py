"""A title for a text that has none: its lead sentence, cut where a list row ends."""

import re

LONGEST = 120
_SAMPLE = 600
_SENTENCE_END = re.compile(r"[.!?…]+[\"”»’')\]]*(?=\s|$)|[。！？]")
_LAST_WORD = re.compile(r"[\w.]+$")
_DOTTED = re.compile(r"(?:\w\.)*\w")
# A full stop after these ends no sentence (“itd.” and “zł” are left out: they mostly do).
_ABBREVIATIONS = frozenset(
    """r w m.in prof św np dr hab inż mgr lek med ul al pl os gen im tys mln mld bln proc płk ppłk
    kpt mjr por ppor sierż kpr st mł asp nadkom kom insp podkom ks bp abp kard red adw tzw tzn tj
    godz min sek gr ok ur zm br ub bm wg pkt ust art poz nr tel str woj pow gm płn płd wsch zach jw
    cd ds dot ws ang fr niem ros łac pt marsz hr ww z.o.o o.o s.a n.e p.n.e
    mr mrs ms sr jr sen gov rep lt col maj sgt capt hon vs no inc ltd co corp u.s jan feb mar apr
    aug sep sept oct nov dec bzw ca z.b d.h""".split()  # noqa: SIM905 - as a list it fills a page
)


def lead_title(paragraph: str) -> str:
    """Return the first sentence of *paragraph* in at most 120 characters, without its full stop."""
    words = " ".join(paragraph[:_SAMPLE].split())
    sentence = _first_sentence(words)
    return shortened(_without_full_stop(sentence) or words)


def shortened(title: str) -> str:
    """Return *title*, cut at a word with an ellipsis when it is longer than 120 characters."""
    if len(title) <= LONGEST:
        return title
    head = title[:LONGEST]
    kept = head.rpartition(" ")[0] or head[:-1]
    return kept.rstrip(" ,;:–—-") + "…"


def _first_sentence(text: str) -> str:
    ends = (found.end() for found in _SENTENCE_END.finditer(text) if _is_end(text, found))
    return text[: next(ends, len(text))]


def _is_end(text: str, found: re.Match[str]) -> bool:
    rest = text[found.end() :].lstrip(" –—-")
    if not rest or found[0] in "。！？":
        return True
    if rest[0].islower():  # “Co dalej?” – zapytał
        return False
    return found[0] != "." or not _is_abbreviation(text[: found.start()])


def _is_abbreviation(before: str) -> bool:
    """Tell whether *before* ends in a word whose full stop is its own: “św”, an initial, “7”."""
    word = _LAST_WORD.search(before[-20:])
    if not word:
        return False
    key = word[0].casefold()
    ordinal = key.isdecimal() and len(key) <= 2
    return key in _ABBREVIATIONS or ordinal or _DOTTED.fullmatch(key) is not None


def _without_full_stop(sentence: str) -> str:
    if sentence.endswith("..") or not sentence.endswith("."):
        return sentence
    return sentence if _is_abbreviation(sentence[:-1]) else sentence[:-1]

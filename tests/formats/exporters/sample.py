"""Articles with everything in them that an exporter could trip over."""

import hashlib

from desktop.core.article import Block
from desktop.core.portable import Decision, PortableAnnotation, PortableArticle, PortableTag

TITLE = "=Zażółć & <gęślą> jaźń: „Łódź” 😀"
LINES = (
    ("heading", "Śródtytuł *z gwiazdką* i _kreską_"),
    (
        "paragraph",
        "Pierwszy akapit: 😀 ważne zdanie, a w nim drugie ważne słowo. Koniec <b>akapitu</b>.",
    ),
    ("list_item", "1. punkt & przecinek; średnik"),
    ("quotation", "– Nie wiem – powiedział. #nie-tag [nie](link)"),
    ("paragraph", "Dwie  spacje,\ttabulator i znak \x0b sterujący."),
)
TEXT = "\n".join(line for _, line in LINES)
SHA = hashlib.sha256(TEXT.encode()).hexdigest()
TAGS = [
    PortableTag("01900000-0000-7000-8000-0000000000a1", "Rosja", "red", "Co dotyczy\nRosji"),
    PortableTag("01900000-0000-7000-8000-0000000000a2", "Rosja/dyplomacja", "", ""),
    PortableTag("01900000-0000-7000-8000-0000000000a3", "Rosja i świat", "#123456", "=1+1"),
]


def blocks() -> tuple[Block, ...]:
    made: list[Block] = []
    at = 0
    for kind, line in LINES:
        made.append(Block(kind, at, at + len(line)))  # type: ignore[arg-type]
        at += len(line) + 1
    return tuple(made)


def annotation(number: int, words: str, **values: object) -> PortableAnnotation:
    start = TEXT.index(words)
    given: dict[str, object] = {
        "uuid": f"01900000-0000-7000-8000-{number:012d}",
        "version_sha256": SHA,
        "start": start,
        "end": start + len(words),
        "exact": words,
        "prefix": TEXT[max(0, start - 32) : start],
        "suffix": TEXT[start + len(words) : start + len(words) + 32],
        "colour": "yellow",
        "style": "highlight",
        "note": "",
        "author": "",
        "created": "2024-05-14T10:00:00Z",
        "modified": "2024-05-15T11:30:00Z",
        "orphaned": False,
        "tags": (),
        **values,
    }
    return PortableAnnotation(**given)  # type: ignore[arg-type]


def article() -> PortableArticle:
    across = "powiedział. #nie-tag [nie](link)\nDwie"
    return PortableArticle(
        uuid="01900000-0000-7000-8000-00000000a001",
        title=TITLE,
        author="Anna Żuk; Jan {Kot}",
        outlet="Kresy.pl",
        agency="TASS",
        url="https://example.org/a?b=1&c=ł",
        language="pl",
        published="2023-09",
        added="2024-05-14T09:00:00Z",
        modified="2024-05-14T09:00:00Z",
        status="reading",
        starred=True,
        note="Uwaga do *artykułu*\ndrugi wiersz",
        source_format="text",
        sha256=SHA,
        text=TEXT,
        blocks=blocks(),
        tags=("Rosja/dyplomacja",),
        annotations=(
            annotation(1, "ważne zdanie, a w nim drugie", note="=SUMA(A1)\nd > c", tags=("Rosja",)),
            annotation(
                2, "drugie ważne słowo", colour="blue", author="Ewa", tags=("Rosja i świat",)
            ),
            annotation(3, "punkt", style="underline", colour="green"),
            annotation(4, across, colour="pink", note="przez dwa akapity"),
            annotation(
                5, "Koniec", exact="czego już nie ma", start=0, end=0, orphaned=True, note="sierota"
            ),
        ),
        settled=(Decision("0" * 32, "f" * 32, "2024-05-16T12:00:00Z"),),
    )  # fmt: skip


def second() -> PortableArticle:
    return PortableArticle(
        uuid="01900000-0000-7000-8000-00000000a002", title=TITLE, author="", outlet="", agency="",
        url="", language="", published="", added="2024-05-14T09:00:00Z",
        modified="2024-05-14T09:00:00Z", status="unread", starred=False, note="",
        source_format="text", sha256=hashlib.sha256(b"x").hexdigest(), text="x",
        blocks=(Block("paragraph", 0, 1),), tags=(), annotations=(),
    )  # fmt: skip

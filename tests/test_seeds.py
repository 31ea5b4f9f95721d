"""The sample articles are what a new user sees first: their layout and highlights must hold."""

import json
import re
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import pytest

SEEDS = Path(__file__).parent.parent / "seeds"
FILES = sorted(SEEDS.glob("*.txt"))
SAMPLES: list[dict[str, Any]] = json.loads((SEEDS / "highlights.json").read_text(encoding="utf-8"))
HIGHLIGHTS = [
    (sample["article"], highlight) for sample in SAMPLES for highlight in sample["highlights"]
]

FIRST_LINE = re.compile(r" date \d{4}(-\d{2}(-\d{2})?)? \S.*[.!?]")
SOURCE_LINE = re.compile(r"[^/.]+/[A-Z]{2,5}|\([A-Z]{2,5}\)|(za|źródło): \S.*[^.]")
COLOURS = {"yellow", "green", "blue", "pink", "purple", "orange", "red", "grey"}


def read_seed(name: str) -> str:
    return (SEEDS / name).read_bytes().decode("utf-8")


def body_of(name: str) -> list[str]:
    return read_seed(name).removesuffix("\n").split("\n\n")[1:-1]


def all_tags() -> set[str]:
    return set(chain(*(s["tags"] for s in SAMPLES), *(h["tags"] for _, h in HIGHLIGHTS)))


def test_there_are_enough_articles_in_both_languages():
    polish = [path for path in FILES if re.search("[ąęłżź]", read_seed(path.name))]
    assert len(polish) >= 5
    assert len(FILES) - len(polish) >= 2


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_layout(path: Path):
    text = read_seed(path.name)
    assert re.fullmatch(r"\d{3}-[a-z0-9-]+\.txt", path.name)
    assert "\r" not in text and "\ufeff" not in text and "\t" not in text
    assert 1_800 <= len(text) <= 4_000
    first, *body, last = text.removesuffix("\n").split("\n\n")
    assert FIRST_LINE.fullmatch(first)
    assert SOURCE_LINE.fullmatch(last)
    assert len(body) >= 5
    for paragraph in body:
        assert paragraph == paragraph.strip() and "\n" not in paragraph and "  " not in paragraph


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["article"])
def test_sample_annotations_name_known_things(sample: dict[str, Any]):
    assert set(sample) == {"article", "tags", "status", "starred", "note", "highlights"}
    assert (SEEDS / sample["article"]).is_file()
    assert sample["status"] in {"unread", "reading", "read", "archived"}
    assert isinstance(sample["starred"], bool)


@pytest.mark.parametrize(("name", "highlight"), HIGHLIGHTS)
def test_each_quote_is_in_one_place(name: str, highlight: dict[str, Any]):
    assert set(highlight) == {"exact", "prefix", "colour", "style", "note", "tags"}
    assert read_seed(name).count(highlight["exact"]) == 1
    assert (
        sum(highlight["prefix"] + highlight["exact"] in paragraph for paragraph in body_of(name))
        == 1
    )
    assert highlight["colour"] in COLOURS
    assert highlight["style"] in {"highlight", "underline"}


def test_samples_show_the_whole_range():
    assert {highlight["colour"] for _, highlight in HIGHLIGHTS} == COLOURS
    assert {highlight["style"] for _, highlight in HIGHLIGHTS} == {"highlight", "underline"}
    assert any(highlight["note"] for _, highlight in HIGHLIGHTS)
    assert any(overlapping(sample) for sample in SAMPLES)


def overlapping(sample: dict[str, Any]) -> bool:
    text = read_seed(sample["article"])
    spans = sorted(
        (text.index(h["exact"]), text.index(h["exact"]) + len(h["exact"]))
        for h in sample["highlights"]
    )
    return any(start < end for (_, end), (start, _) in pairwise(spans))


def test_tags_form_a_small_tree():
    tags = all_tags()
    assert 4 <= len(tags) <= 8
    assert all(re.fullmatch(r"[^/;]+/[^/;]+", tag) for tag in tags)

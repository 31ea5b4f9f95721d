"""The layout that wire stories are saved in, read into blocks and metadata.

An optional first line ` date YYYY[-MM[-DD]] lead`, paragraphs parted by blank lines, optional
last lines that name the outlet and the agency.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.article import Block, BlockKind, Remark
from desktop.core.canonical import paragraphs
from desktop.core.dates import parse_partial
from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.formats.credit_line import Credit, credit_in, credit_line, merged, without_credit
from desktop.formats.lead_title import lead_title

_DATE = re.compile(r"\s*date[ \t]+([0-9]{4}(?:-[0-9]+)*)(?:[ \t\n]+|$)")
_IMPOSSIBLE_DATE = QT_TRANSLATE_NOOP(
    "Remarks", "The date “{date}” does not exist; it was left in the text."
)
_WRAPPED = range(50, 101)
_LONGEST_TITLE_LINE, _LONGEST_HEADING, _SHORTEST_BODY = 150, 80, 100
_MOST_SOURCE_LINES = 3
_FINAL = (".", "!", "?", "…", ":", ";", ",", "”", '"', "»", ")", "-", "–", "—")
_BULLETS = ("- ", "– ", "— ", "* ", "• ")


@dataclass(frozen=True, slots=True)
class Layout:
    """What was read out of a text: `blocks` cover `text`, whose paragraphs are joined by LF."""

    title: str
    text: str
    blocks: tuple[Block, ...]
    published: str = ""
    outlet: str = ""
    agency: str = ""
    remarks: tuple[Remark, ...] = ()


def parse(text: str) -> Layout:
    """Read cleaned *text* (see `core.canonical`); one without any word gives an empty layout."""
    published, start, remarks = _date(text)
    parts = _paragraphs(text[start:])
    credits = _source_lines(parts)
    body = parts[: len(parts) - len(credits)]
    credit = merged([*credits, *_inline_credits(body)])
    return Layout(
        title=_title(body),
        text="\n".join(parts),
        blocks=_blocks(body, parts[len(body) :]),
        published=published,
        outlet=credit.outlet,
        agency=credit.agency,
        remarks=remarks,
    )


def _date(text: str) -> tuple[str, int, tuple[Remark, ...]]:
    """Return the date of the first line, where the text after it starts, and remarks."""
    found = _DATE.match(text)
    if not found:
        return "", 0, ()
    published = parse_partial(found[1])
    if published is None:
        return "", 0, (Remark(_IMPOSSIBLE_DATE, {"date": found[1]}),)
    return published, found.end(), ()


def _paragraphs(text: str) -> list[str]:
    parts = paragraphs(text)
    if len(parts) == 1:  # no blank line at all: each line is a paragraph
        parts = [line.strip(" \t") for line in parts[0].split("\n")]
    else:
        parts = _split_last_line(parts)
        wrapped = _is_wrapped(parts)
        parts = [piece for part in parts for piece in _pieces(part, wrapped=wrapped)]
    return [part for part in parts if part.strip()]


def _split_last_line(parts: list[str]) -> list[str]:
    """Make a source line that follows the last paragraph without a blank line its own part."""
    body, line_end, last = parts[-1].rpartition("\n") if parts else ("", "", "")
    return [*parts[:-1], body, last] if line_end and credit_line(last) else parts


def _is_wrapped(parts: Sequence[str]) -> bool:
    """Tell whether the lines within paragraphs were broken by a program at a fixed width."""
    inner = [line for part in parts if "\n" in part for line in part.split("\n")[:-1]]
    return len(inner) > 1 and _share(inner, _WRAPPED) >= 0.7


def _share(lines: Sequence[str], lengths: range) -> float:
    return sum(len(line.strip(" \t")) in lengths for line in lines) / len(lines)


def _pieces(part: str, *, wrapped: bool) -> list[str]:
    """Return the paragraphs in *part*: unwrapped, line by line if they are long, or as it is."""
    if "\n" not in part:
        return [part]
    lines = [line.strip(" \t") for line in part.split("\n")]
    if wrapped and _share(lines[:-1], _WRAPPED) >= 0.5:
        return [_unwrapped(lines)]
    if all(len(line) not in range(_WRAPPED.stop) for line in lines[:-1]):
        return lines
    return [part]


def _unwrapped(lines: Sequence[str]) -> str:
    is_list = lines[0].startswith(_BULLETS)
    breaks = ("\n" if is_list and line.startswith(_BULLETS) else " " for line in lines[1:])
    return lines[0] + "".join(end + line for end, line in zip(breaks, lines[1:], strict=True))


def _source_lines(parts: Sequence[str]) -> list[Credit]:
    """Return the credits of the last lines that name the source; some text must stand before."""
    credits: list[Credit] = []
    for part in parts[:0:-1][:_MOST_SOURCE_LINES]:
        credit = credit_line(part)
        if credit is None:
            break
        credits.insert(0, credit)
    named = any(credit != Credit() for credit in credits)
    # Editors' signs alone are a credit only below an agency's name: “tak/nie” looks like them.
    return credits if named or (credits and credit_in(parts[-len(credits) - 1])) else []


def _inline_credits(body: Sequence[str]) -> list[Credit]:
    ends = dict.fromkeys((body[0], body[-1])) if body else ()
    return [credit for part in ends if (credit := credit_in(part))]


def _title(body: Sequence[str]) -> str:
    if not body:
        return ""
    if _is_title_line(body):
        return " ".join(body[0].split("\n", 1)[0].split())
    lead = body[0].split("\n", 1)[0]
    return lead_title(without_credit(lead) or lead)


def _is_title_line(body: Sequence[str]) -> bool:
    """Tell whether the first line is a title: short, no sentence, and followed by a longer one."""
    lines = [*body[0].split("\n")[:2], *body[1:2]][:2]
    first, following = lines[0], lines[-1]
    sentence = first.endswith(".") or first.startswith(_BULLETS)
    return len(first) <= _LONGEST_TITLE_LINE and not sentence and len(following) > len(first)


def _blocks(body: Sequence[str], sources: Sequence[str]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    start = 0
    for number, part in enumerate([*body, *sources]):
        source = number >= len(body)
        kind: BlockKind = "heading" if not source and _is_heading(body, number) else "paragraph"
        attrs = {"role": "source"} if source else {}
        blocks.append(Block(kind, start, start + len(part), attrs))
        start += len(part) + 1
    return tuple(blocks)


def _is_heading(body: Sequence[str], number: int) -> bool:
    """Tell whether a part is surely a heading: a short line without an end between long ones."""
    part = body[number]
    longest = _LONGEST_HEADING if number else _LONGEST_TITLE_LINE
    if len(part) > longest or "\n" in part or part.endswith(_FINAL) or not part[0].isalnum():
        return False
    around = [*body[max(0, number - 1) : number], *body[number + 1 : number + 2]]
    follows = number + 1 < len(body)
    return follows and all(len(other) >= max(_SHORTEST_BODY, len(part) + 1) for other in around)

"""The search language: words, `"phrases"`, `-not`, `OR`, brackets, `NEAR` and fields like `tag:`.

    search   = both (OR both)*
    both     = part ([AND] part)*
    part     = "-" part | "(" search ")" | field:"(" search ")" | words (NEAR[/n] words)*
             | NEAR"("words words ... [, n]")" | field:value

OR binds weaker than standing side by side. Words of one field are joined by one NEAR.
"""

import re

from desktop.core import query_fields
from desktop.core.canonical import clean
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.hits import term
from desktop.core.query_fields import FIELDS, IN_WORDS
from desktop.core.query_tokens import Token, tokens
from desktop.core.query_tree import (
    And,
    Filter,
    Near,
    Node,
    Not,
    Or,
    Query,
    Words,
    all_of,
    any_of,
    negated,
)

__all__ = ["FIELDS", "And", "Filter", "Near", "Not", "Or", "Query", "Words", "parse"]
MAX_PARTS = 100
MAX_DEPTH = 20
NEAR = 10
_QUOTES = str.maketrans("„”“«»", '"""""')
_DISTANCE = re.compile(r"\d{1,4}")
_LONGEST_DISTANCE = 1000


def parse(text: str, *, typing: bool = False) -> Query:
    """Parse what a person typed; UserError says in words what is wrong.

    With *typing*, what stands last counts as begun: words and values match as prefixes, and what is
    not complete yet (an open bracket, `OR` without its right side) is no mistake.
    """
    text = clean(text).text.translate(_QUOTES)
    found = list(tokens(text)) if len(text) <= 100 * MAX_PARTS else None
    if found is None or sum(token.kind == "value" for token in found) > MAX_PARTS:
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "This is too long to search for. Use up to {count} words."),
            count=MAX_PARTS,
        )
    return Query(_Parser(found, typing).whole())


class _Parser:
    """Reads tokens from left to right; `None` stands for what says nothing (an emoji, a dash)."""

    def __init__(self, found: list[Token], typing: bool) -> None:
        self._tokens = found
        self._typing = typing
        self._at = 0
        self._depth = 0

    def whole(self) -> Node | None:
        node = self._search("", wanted=True)
        if self._peek():
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "Errors", "There is a “)” without its “(”. Take it out, or write the “(”."
                )
            )
        return node

    def _search(self, field: str, *, wanted: bool) -> Node | None:
        parts = [self._both(field, wanted)]
        while token := self._take("or"):
            self._needs_sides(token)
            parts.append(self._both(field, wanted))
        return any_of([part for part in parts if part])

    def _both(self, field: str, wanted: bool) -> Node | None:
        parts: list[Node] = []
        while (token := self._peek()) and token.kind not in ("or", "close"):
            if joined := self._take("and"):
                self._needs_sides(joined)
                continue
            parts += [part for part in [self._part(field, wanted)] if part]
        return all_of(parts)

    def _part(self, field: str, wanted: bool) -> Node | None:
        if token := self._take("not"):
            if not self._needs_right(token):
                return None
            self._deeper()
            part = self._part(field, not wanted)
            self._depth -= 1
            return negated(part) if part else None
        if token := self._take("open"):
            return self._group(self._field(token, field), wanted)
        if token := self._take("near"):
            return self._near_group(token, field, wanted)
        return self._near_chain(self._value(field, wanted), field, wanted)

    def _group(self, field: str, wanted: bool) -> Node | None:
        self._deeper()
        node = self._search(field, wanted=wanted)
        self._depth -= 1
        self._close()
        return node

    def _close(self) -> None:
        if not self._take("close") and not self._typing:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "A bracket is open: write the “)” that is missing, or take the “(” out.",
                )
            )

    def _near_chain(self, node: Node | None, field: str, wanted: bool) -> Node | None:
        """Read `a NEAR/5 b NEAR c`: each word near the one before it."""
        parts: list[Node] = []
        left = node
        while (token := self._peek()) and token.kind == "near" and not self._opens(1):
            self._at += 1
            if not self._needs_right(token):
                break
            right = self._value(field, wanted) if self._next_is("value") else None
            parts.append(_near([left, right], _distance(token)))
            left = right
        return all_of(parts) if parts else node

    def _near_group(self, token: Token, field: str, wanted: bool) -> Node | None:
        """Read `NEAR(a b, 5)`, of which "NEAR" is read."""
        if not self._take("open"):
            if self._typing and not self._peek():
                return None
            raise _near_error()
        distance, words = _distance(token), list[Node]()
        while self._next_is("value"):
            written = self._tokens[self._at]
            if written.text.isdecimal() and _after_comma(self._tokens, self._at):
                distance = _number(written.text)
                self._at += 1
            else:
                words += [word for word in [self._value(field, wanted)] if word]
        self._close()
        if self._typing and not self._peek() and len(words) < 2:
            return words[0] if words else None
        return _near([*words], distance)

    def _value(self, field: str, wanted: bool) -> Node | None:
        token = self._tokens[self._at]
        self._at += 1
        name, text = self._field(token, field), token.text
        typed = self._typing and token.touches_end
        if not token.quoted and not text.strip():
            return self._nothing_after(token, typed)
        # While a word to leave out is being typed, its beginning must not empty the list.
        begun = (typed and wanted) or (not token.quoted and text.endswith("*"))
        if not name or name in IN_WORDS:
            return _words(text, begun, name)
        text = text if token.quoted else text.rstrip("*").rstrip(",")
        if not text.strip():
            return self._nothing_after(token, typed)
        return query_fields.condition(name, query_fields.Value(text, begun, typed))

    def _field(self, token: Token, outer: str) -> str:
        if not token.field:
            return outer
        if token.kind == "value" and not token.quoted and not token.text:
            lower = token.field.lower()
            return lower if lower in FIELDS else ""
        return query_fields.known(token.field)

    def _nothing_after(self, token: Token, typed: bool) -> Node | None:
        if token.field and token.field.lower() not in FIELDS:
            return _words(token.field, False, "")
        if not token.field or typed:
            return None
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "Write what to look for after “{name}:”, without a space."),
            name=token.field.lower(),
        )

    def _needs_sides(self, token: Token) -> None:
        """Check that something stands left and right of the operator just read."""
        left = self._tokens[self._at - 2] if self._at > 1 else None
        if left is None or left.kind not in ("value", "close"):
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "Errors",
                    "Write what to look for before “{word}”, or put “{word}” in quotation marks.",
                ),
                word=token.text,
            )
        self._needs_right(token)

    def _needs_right(self, token: Token) -> bool:
        """Tell whether something follows; UserError when it should and nothing is being typed."""
        following = self._peek()
        if following and following.kind in ("value", "open", "not", "near"):
            return True
        if following is None and self._typing:
            return False
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "Write what to look for after “{word}”, or put “{word}” in quotation marks.",
            ),
            word=token.text,
        )

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise UserError(
                QT_TRANSLATE_NOOP("Errors", "There are too many brackets within brackets.")
            )

    def _peek(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _next_is(self, kind: str) -> bool:
        token = self._peek()
        return token is not None and token.kind == kind

    def _opens(self, ahead: int) -> bool:
        at = self._at + ahead
        return at < len(self._tokens) and self._tokens[at].kind == "open"

    def _take(self, kind: str) -> Token | None:
        token = self._peek()
        if token is None or token.kind != kind:
            return None
        self._at += 1
        return token


def _words(text: str, begun: bool, field: str) -> Words | None:
    text = text.rstrip("*")
    wanted = term(text, prefix=begun and text[-1:].isalnum())
    return Words(wanted, field) if wanted.words else None


def _near(parts: list[Node | None], distance: int) -> Node:
    """Join words of one field; UserError for anything else."""
    words = [part for part in parts if isinstance(part, Words)]
    fields = {part.field for part in words}
    if len(words) < 2 or len(words) < len(parts) or len(fields) > 1:
        raise _near_error()
    return Near(tuple(part.term for part in words), distance, words[0].field)


def _near_error() -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "NEAR needs words or phrases on both sides: "
            "wojna NEAR/5 Rosja, or NEAR(wojna Rosja, 5).",
        )
    )


def _distance(token: Token) -> int:
    number = token.text.partition("/")[2]
    return _number(number) if number else NEAR


def _number(text: str) -> int:
    return min(int(text), _LONGEST_DISTANCE) if _DISTANCE.fullmatch(text) else _LONGEST_DISTANCE


def _after_comma(found: list[Token], at: int) -> bool:
    """Tell whether token *at* is the distance of `NEAR(a b, 5)`: a comma before, nothing behind."""
    before = found[at - 1]
    last = at + 1 == len(found) or found[at + 1].kind == "close"
    return last and before.kind == "value" and not before.quoted and before.text.endswith(",")

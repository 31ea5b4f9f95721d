"""Rich text (RTF): words, emphasis, links and tables; charsets as its font table says."""

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Literal, cast

from desktop.core.article import SpanKind
from desktop.core.image import LARGEST
from desktop.formats.api import Item
from desktop.formats.importers.html_metadata import day
from desktop.formats.importers.source import Source, damaged
from desktop.formats.importers.text_builder import TextBuilder, one_line

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}]+)|\\"
)
_SKIPPED = frozenset(
    b"""colortbl stylesheet object themedata colorschememapping datastore latentstyles
    listtable
    listoverridetable rsidtbl generator filetbl header headerl headerr headerf footer footerl
    footerr footerf xmlnstbl mmathPr blipuid nonshppict pntext listtext revtbl userprops
    bkmkstart bkmkend fldtype private themedata wgrffmtfilter pgptbl xe tc""".split()
)
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5",
    161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 255: "cp437",
}  # fmt: skip
_SIGNS = {
    b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“",
    b"rdblquote": "”", b"bullet": "•", b"emspace": "\u2003", b"enspace": "\u2002", b"tab": " ",
}  # fmt: skip
_HREF = re.compile(r'HYPERLINK\s+(?:\\l\s+)?"([^"]+)"', re.IGNORECASE)
_DEEPEST = 2_000
_KEPT_STARS = (b"fldinst", b"shptxt", b"pn", b"shppict")
_Where = Literal["text", "skip", "fonts", "info", "title", "author", "instruction", "picture"]


@dataclass(frozen=True, slots=True)
class _State:
    """What a brace restores."""

    where: _Where = "text"
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    skip_after: int = 1
    charset: str = ""
    link: bool = False


@dataclass(slots=True)
class _Found:
    title: str = ""
    author: str = ""
    published: str = ""
    fonts: dict[int, str] = field(default_factory=dict[int, str])


def parse(source: Source) -> Iterator[Item]:
    """Yield the one document in *source*."""
    if not source.data.lstrip().startswith(b"{\\rtf"):
        raise damaged(source.name, "RTF")
    pictures: list[bytes] = []
    builder = TextBuilder(source.name, lambda number: pictures[int(number)])
    reader = _Reader(builder, pictures)
    reader.read(source.data)
    found = reader.found
    yield reader.builder.document(
        "rtf",
        title=one_line(found.title),
        author=one_line(found.author),
        published=found.published,
    )


class _Reader:
    """Reads token by token; the stack is ours, so depth costs memory only up to a limit."""

    def __init__(self, builder: TextBuilder, pictures: list[bytes]) -> None:
        self.builder = builder
        self._pictures = pictures
        self._hex: list[str] = []
        self.found = _Found()
        self._state: _State = _State()
        self._stack: list[_State] = []
        self._too_deep = 0
        self._charset = "cp1252"
        self._bytes = bytearray()
        self._pending: int = 0
        self._font = 0
        self._style: tuple[bool, bool] = (False, False)
        self._in_table = False
        self._row_open = False
        self._href = ""
        self._level = 0
        self._list = False
        self._star = False
        self._high = ""

    def read(self, data: bytes) -> None:
        """Take all of *data*."""
        self.builder.begin("paragraph")
        for token in _TOKEN.finditer(data):
            word, number, code, sign, brace, text = token.groups()
            if code:
                self._byte(int(code, 16))
                continue
            if text is not None:
                self._plain(text.replace(b"\r", b"").replace(b"\n", b""))
                continue
            self._flush()
            if brace == b"{":
                self._enter()
            elif brace == b"}":
                self._leave()
            elif word:
                self._word(word, int(number) if number else None)
            elif sign:
                self._sign(sign)
        self._flush()
        self.builder.end()

    def _plain(self, text: bytes) -> None:
        passed = min(self._pending, len(text))
        self._pending -= passed
        self._bytes += text[passed:]

    def _byte(self, byte: int) -> None:
        if self._pending:
            self._pending -= 1
        else:
            self._bytes.append(byte)

    def _flush(self) -> None:
        if self._bytes:
            charset = self._state.charset or self._charset
            self._say(bytes(self._bytes).decode(charset, "replace"))
            self._bytes.clear()

    def _say(self, text: str) -> None:
        where = self._state.where
        if self._state.hidden:
            return
        if where == "text":
            self._mark()
            self.builder.text(text)
        elif where == "picture":
            self._hex.append(text)
        elif where == "title":
            self.found.title += text
        elif where == "author":
            self.found.author += text
        elif where == "instruction" and (match := _HREF.search(text)):
            self._href = match[1]

    def _mark(self) -> None:
        """Make the builder's spans those of the state."""
        wanted = (self._state.bold, self._state.italic)
        kinds: tuple[SpanKind, SpanKind] = ("strong", "emphasis")
        for kind, wants, has in zip(kinds, wanted, self._style, strict=True):
            if wants and not has:
                self.builder.push(kind)
            elif has and not wants:
                self.builder.pop(kind)
        self._style = wanted

    def _enter(self) -> None:
        if len(self._stack) >= _DEEPEST:
            self._too_deep += 1
            return
        self._stack.append(self._state)
        self._star = False

    def _leave(self) -> None:
        if self._too_deep:
            self._too_deep -= 1
            return
        was = self._state
        if self._stack:
            self._state = self._stack.pop()
        if was.where == "picture" and self._state.where != "picture":
            self._show()
        if was.link and not self._state.link:
            self._mark()
            self.builder.pop("link")
        self._pending = 0

    def _show(self) -> None:
        """Show the picture that the group just left has the bytes of."""
        digits, self._hex = "".join(self._hex), []
        with suppress(ValueError):
            self._pictures.append(bytes.fromhex(digits[: 2 * LARGEST + 2]))
            self.builder.picture(str(len(self._pictures) - 1))

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._star = True
        elif sign in b"\r\n":
            self._word(b"par", None)
        elif sign == b"~":
            self._say("\xa0")
        elif sign == b"_":
            self._say("\u2011")
        elif sign in b"\\{}":
            self._say(sign.decode())

    def _word(self, word: bytes, number: int | None) -> None:
        star, self._star = self._star, False
        state = self._state
        if word == b"u" and number is not None:
            self._unicode(number & 0xFFFF)
        elif word == b"uc" and number is not None:
            self._state = replace(state, skip_after=max(0, min(number, 8)))
        elif word == b"bin":
            self._pending = min(max(number or 0, 0), 1 << 30)
        elif word in _SKIPPED or (star and word not in _KEPT_STARS):
            self._state = replace(state, where="skip")
        elif word == b"fonttbl":
            self._state = replace(state, where="fonts")
        elif word == b"pict":
            self._state = replace(state, where="picture" if state.where == "text" else "skip")
        elif word == b"info":
            self._state = replace(state, where="info")
        elif word in (b"title", b"author") and state.where == "info":
            self._state = replace(state, where=cast(_Where, word.decode()))
        elif word == b"yr" and state.where == "info" and number and not self.found.published:
            self.found.published = day(f"{number:04}")
        elif word == b"fldinst":
            self._state = replace(state, where="instruction")
        elif word == b"fldrslt" and state.where != "skip":
            self._result()
        elif word in (b"ansicpg", b"mac", b"pc", b"pca"):
            self._code_page(word, number)
        elif state.where in ("text", "fonts"):
            self._format(word, number)

    def _format(self, word: bytes, number: int | None) -> None:
        state = self._state
        if word == b"f":
            self._font = number or 0
            if state.where == "text":
                self._state = replace(state, charset=self.found.fonts.get(self._font, ""))
        elif word == b"fcharset" and state.where == "fonts":
            if name := _CHARSETS.get(number or 0):
                self.found.fonts[self._font] = name if number else ""
        elif state.where == "fonts":
            return
        elif word == b"b":
            self._state = replace(state, bold=number != 0)
        elif word == b"i":
            self._state = replace(state, italic=number != 0)
        elif word == b"v":
            self._state = replace(state, hidden=number != 0)
        elif word == b"plain":
            self._state = replace(state, bold=False, italic=False, hidden=False)
        elif word in _SIGNS:
            self._say(_SIGNS[word])
        elif word in (b"par", b"sect", b"page", b"line", b"cell", b"row", b"nestcell", b"nestrow"):
            self._end_of(word)
        elif word == b"pard":
            self._in_table, self._level, self._list = False, 0, False
            self._set_block()
        elif word == b"intbl":
            self._in_table = True
        elif word == b"outlinelevel" and number is not None:
            self._level = number + 1 if number < 6 else 0
            self._set_block()
        elif word in (b"ls", b"pn", b"pnlvlblt", b"pnlvlbody"):
            self._list = True
            self._set_block()

    def _end_of(self, word: bytes) -> None:
        if word == b"line":
            self.builder.line_break()
        elif word in (b"cell", b"nestcell"):
            if not self._row_open:
                self.builder.text(" ")
            self.builder.text("")
            self.builder.cell()
        elif word in (b"row", b"nestrow"):
            self.builder.begin("paragraph")
            self._row_open = False
        elif self._in_table and self._row_open:
            self.builder.text(" ")
        else:
            self.builder.end()
            self._set_block()

    def _set_block(self) -> None:
        if not self.builder.blank or self._row_open:
            return
        if self._in_table:
            self.builder.begin("table_row")
        elif self._level:
            self.builder.begin("heading", {"level": self._level})
        elif self._list:
            self.builder.begin("list_item", {"depth": 1})
        else:
            self.builder.begin("paragraph")

    def _unicode(self, number: int) -> None:
        """Say a UTF-16 unit; the stand-in that follows is passed over."""
        unit = chr(number)
        if "\ud800" <= unit <= "\udbff":
            self._high = unit
        else:
            pair = self._high + unit
            self._say(pair.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
            self._high = ""
        self._pending = self._state.skip_after

    def _code_page(self, word: bytes, number: int | None) -> None:
        name = {b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}.get(word, f"cp{number}")
        try:
            self._charset = codecs.lookup("utf-8" if number == 65001 else name).name
        except LookupError:
            return

    def _result(self) -> None:
        href, self._href = self._href, ""
        if href.lower().startswith(("http://", "https://", "mailto:")):
            self._mark()
            self.builder.push("link", href)
            self._state = replace(self._state, where="text", link=True)
        else:
            self._state = replace(self._state, where="text")

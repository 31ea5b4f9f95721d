"""Random input for everything that reads what strangers wrote; what breaks is kept as a file.

Each target takes bytes and must either work or raise a UserError. A failure is written to
`regressions/TARGET-HASH.bin`, which the tests replay for ever. Run by `python tests/faults` or as
`python -m tests.faults.fuzz SECONDS [TARGET ...]`.
"""

import hashlib
import io
import itertools
import json
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from desktop.core import dates, hits, tag_path
from desktop.core.anchoring import anchor
from desktop.core.annotation_columns import COLUMNS, NUMBERS
from desktop.core.article import Document
from desktop.core.canonical import clean
from desktop.core.errors import UserError
from desktop.core.query import parse
from desktop.core.selector import Selector, select, trim
from desktop.core.utf16 import utf16_map
from desktop.formats import csv_cells, registry, wire
from desktop.formats.charset import decode
from desktop.formats.exporters import csv_annotations
from desktop.library.library import Library
from desktop.library.search import Listing, article_ids
from desktop.library.snippets import snippets
from desktop.operations.import_articles import store
from tests.builders import document
from tests.faults import fuzz_files

REGRESSIONS = Path(__file__).parent / "regressions"
SEEDS = Path(__file__).parents[2] / "seeds"
_SLOW = 10.0  # seconds of the processor for one small file
_HARD = (
    "\0\t\r\n\x0b\x0c\x1c\x85\xa0\xad\u200b\u200d\u202e\u2028\u2029\ufdd0\ufeff\ufffd\ud800\udfff"
    "😀👩‍👩‍👧İßŁłżąŻ́'\"„”«»<>&;:-_*()=+@#/\\%.,0129"
)
_PIECES = (
    " date 2023-09 ", "\n\n", "(PAP)", "Kurier/NAW", "tag:", "published:2023-09..", "is:", '"', "-",
    "author:", "* ", "NOT ", "<p>", "</p>", "<![CDATA[", "&#0;", "&amp;", "<div>" * 50, "a" * 300,
    "Łódź ", "mam y ", "'=1+1", '""', "\r\n", "{", "[", "\\u0000", "1e999", "\ufeff",
)  # fmt: skip
_TEXT = st.lists(
    st.one_of(st.text(max_size=20), st.text(_HARD, max_size=12), st.sampled_from(_PIECES)),
    max_size=12,
).map(lambda parts: "".join(parts).encode("utf-8", "surrogatepass"))


@dataclass
class Figures:
    """How much was tried, and what failed (target, error, the file that shows it)."""

    seconds: float = 0.0
    inputs: dict[str, int] = field(default_factory=dict)
    failures: list[tuple[str, str, str]] = field(default_factory=list)


class BrokenError(Exception):
    """A target did not keep what it promises."""


def hold(promise: bool, what: str) -> None:
    """Raise BrokenError unless *promise* holds."""
    if not promise:
        raise BrokenError(what)


def text_of(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass" if _decodes(data) else "replace")


def _decodes(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def halves(data: bytes) -> tuple[str, str]:
    """Return two texts: before and after the first NUL (or the middle)."""
    text = text_of(data)
    at = text.find("\0") if "\0" in text else len(text) // 2
    return text[:at], text[at:].removeprefix("\0")


class Targets:
    """The things under attack, with the folder and the library they need."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.library = Library(folder / "library.db")
        texts = [f"Łódź i most numer {n}.\n\nDruga część: „cytat” {n} 😀." for n in range(20)]
        self.library.run(store, documents=[document(text, tags=("A/B",)) for text in texts])
        self._reader = self.library.reader()

    def close(self) -> None:
        self._reader.close()
        self.library.close()

    def importers(self, data: bytes) -> None:
        """Each importer: documents that are canonical and can be stored, or a UserError."""
        suffixes = sorted({one for importer in registry.importers() for one in importer.suffixes})
        for suffix in [*suffixes, ".unknown"]:
            path = self._folder / f"fuzz{suffix}"
            path.write_bytes(data)
            with suppress(UserError):
                for found in registry.read(path):
                    if isinstance(found, Document):
                        _check_document(found)
                        self.library.run(_store_and_forget, found)

    def documents(self, data: bytes) -> None:
        """A file of any kind, broken as its kind is: what can be read of it, or a UserError."""
        name, content = fuzz_files.parts(data)
        path = self._folder / name
        path.write_bytes(content)
        begin = time.process_time()
        with suppress(UserError):
            for found in registry.read(path):
                sent = wire.load(wire.dump(wire.of_item(found)))
                hold(wire.of_item(wire.to_item(sent)) == wire.of_item(found), "lost on the way")
                if isinstance(found, Document):
                    _check_document(found)
                    self.library.run(_store_and_forget, found)
                else:
                    hold(bool(str(found)), "a message without words")
        hold(time.process_time() - begin < _SLOW, "too slow")

    def charset(self, data: bytes) -> None:
        """Any bytes are decoded to something."""
        found = decode(data)
        hold(isinstance(found.text, str), "no text")

    def canonical(self, data: bytes) -> None:
        """Cleaning twice is cleaning once, and the result can be stored."""
        once = clean(text_of(data)).text
        hold(clean(once).text == once, "clean is not stable")
        once.encode("utf-8")

    def queries(self, data: bytes) -> None:
        """A query is understood or explained; what is understood can be asked."""
        with suppress(UserError):
            query = parse(clean(text_of(data)).text)
            ids = article_ids(self._reader, Listing(query, sort="relevance"))
            for found in snippets(self._reader, ids[:5], query):
                shown = found.snippet
                hold(all(0 <= a <= b <= len(shown.text) for a, b in shown.hits), "hit outside")

    def raw_queries(self, data: bytes) -> None:
        """Not even lone surrogates or NULs in the search field are a crash."""
        with suppress(UserError):
            article_ids(self._reader, Listing(parse(text_of(data)), sort="added"))

    def anchoring(self, data: bytes) -> None:
        """A place is only ever given where the quote stands; unchanged text keeps the place."""
        text, other = halves(data)
        chance = Random(len(data))
        start = chance.randint(0, len(text))
        start, end = trim(text, start, chance.randint(start, len(text)))
        selector = select(text, start, end)
        if start < end:
            hold(anchor(text, selector) == selector, "the unchanged text moved it")
        at = chance.randint(0, len(text))
        for changed in (text[:at] + other + text[at:], other, text[:at] + text[at + 9 :]):
            place = anchor(changed, selector)
            hold(place is None or changed[place.start : place.end] == selector.exact, "misplaced")
        wild = Selector(chance.randint(-9, 999), chance.randint(-9, 999), other, text, other)
        place = anchor(text, wild)
        hold(place is None or text[place.start : place.end] == other, "misplaced")

    def hits(self, data: bytes) -> None:
        """Hits lie in the text, in order."""
        text, wanted = halves(data)
        for found in (
            hits.find_string(text, wanted),
            hits.find_terms(text, [hits.term(wanted), hits.term(text[:9], prefix=True)]),
        ):
            ends = [-1, *itertools.chain.from_iterable(found)]
            hold(all(0 <= at <= len(text) for at in ends[1:]), "hit outside")
            hold(ends == sorted(ends), "hits out of order")

    def utf16(self, data: bytes) -> None:
        """Code points and Qt's units map to each other and back."""
        text = clean(text_of(data)).text
        units = utf16_map(text)
        for point in range(len(text) + 1):
            hold(units.to_points(units.to_utf16(point)) == point, "no round trip")

    def csv_values(self, data: bytes) -> None:
        """Rows come back as they were, and no cell is a formula."""
        one, other = halves(clean(text_of(data)).text.encode())
        row: dict[str, object] = {name: 1 if name in NUMBERS else one for name in COLUMNS}
        row[next(name for name in COLUMNS if name not in NUMBERS)] = other
        out = io.BytesIO()
        csv_annotations.CSV.write([row], out)
        out.seek(0)
        back = next(csv_annotations.read(out))
        hold(all(back[name] == row[name] for name in COLUMNS), "a value was changed")
        guarded = csv_cells.guard(one)
        hold(not guarded.lstrip(" ").startswith(tuple("=+-@\t\r\n\0＝＋－＠")), "a formula")

    def csv_files(self, data: bytes) -> None:
        """Any file is read or explained."""
        with suppress(UserError):
            for _ in csv_annotations.read(io.BytesIO(data)):
                pass

    def small(self, data: bytes) -> None:
        """Tag paths and dates: understood or explained."""
        text = text_of(data)
        with suppress(UserError):
            tag_path.parse(text)
        dates.parse_partial(text[:40])


@dataclass(frozen=True, slots=True)
class Target:
    """A name, where its inputs come from and what is done with them."""

    name: str
    inputs: st.SearchStrategy[bytes]
    run: Callable[[bytes], None]


def targets(of: Targets) -> tuple[Target, ...]:
    files = [path.read_bytes() for path in sorted(SEEDS.glob("*.txt"))[:12]]
    mixed = st.one_of(_TEXT, st.binary(max_size=400), mutations(files))
    return (
        Target("importers", mixed, of.importers),
        Target("documents", st.integers(0, 1 << 48).map(fuzz_files.made), of.documents),
        Target("charset", mixed, of.charset),
        Target("canonical", _TEXT, of.canonical),
        Target("queries", _TEXT, of.queries),
        Target("raw_queries", _TEXT, of.raw_queries),
        Target("anchoring", _TEXT, of.anchoring),
        Target("hits", _TEXT, of.hits),
        Target("utf16", _TEXT, of.utf16),
        Target("csv_values", _TEXT, of.csv_values),
        Target("csv_files", mixed, of.csv_files),
        Target("small", _TEXT, of.small),
    )


@st.composite
def mutations(draw: st.DrawFn, files: list[bytes]) -> bytes:
    """A real file with some bytes changed, cut out, doubled or put in."""
    data = bytearray(draw(st.sampled_from(files))[: draw(st.integers(1, 3_000))])
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        kind = draw(st.integers(0, 3))
        if kind == 0 and data:
            data[at] = draw(st.integers(0, 255))
        elif kind == 1:
            del data[at : at + draw(st.integers(1, 40))]
        elif kind == 2:
            data[at:at] = data[at : at + draw(st.integers(1, 40))]
        else:
            data[at:at] = draw(st.binary(max_size=12))
    return bytes(data)


def run(
    seconds: float, names: tuple[str, ...] = (), *, examples: int = 300, start: int = 0
) -> Figures:
    """Attack the targets in turn for *seconds*; failures are kept under `regressions`."""
    figures = Figures()
    begin = time.monotonic()
    with TemporaryDirectory(prefix="glosa-fuzz-") as name:
        of = Targets(Path(name))
        try:
            chosen = [one for one in targets(of) if not names or one.name in names]
            failed: set[str] = set()
            for number in itertools.count(start):
                for target in chosen:
                    if target.name not in failed and not _round(target, number, examples, figures):
                        failed.add(target.name)
                if time.monotonic() - begin >= seconds or len(failed) == len(chosen):
                    break
        finally:
            of.close()
    figures.seconds = time.monotonic() - begin
    return figures


def replay(file: Path) -> None:
    """Give a kept input to the target it once broke."""
    with TemporaryDirectory(prefix="glosa-fuzz-") as name:
        of = Targets(Path(name))
        try:
            target = next(t for t in targets(of) if t.name == file.stem.partition("-")[0])
            target.run(file.read_bytes())
        finally:
            of.close()


def _round(target: Target, number: int, examples: int, figures: Figures) -> bool:
    broke: list[bytes] = []

    @seed(number)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(data=target.inputs)
    def attack(data: bytes) -> None:
        figures.inputs[target.name] = figures.inputs.get(target.name, 0) + 1
        try:
            target.run(data)
        except Exception:
            broke[:] = [data]
            raise

    try:
        attack()
    except Exception as error:  # whatever it is, it is a finding
        figures.failures.append(_keep(target, broke[0] if broke else b"", error))
        return False
    return True


def _keep(target: Target, data: bytes, error: Exception) -> tuple[str, str, str]:
    file = REGRESSIONS / f"{target.name}-{hashlib.sha256(data).hexdigest()[:10]}.bin"
    file.write_bytes(data)
    said = "".join(traceback.format_exception(error)[-3:])
    return target.name, said, file.name


def _check_document(found: Document) -> None:
    hold(clean(found.text).text == found.text, "the text is not canonical")
    hold(bool(found.text.strip()), "an empty text")
    at = 0
    for block in found.blocks:
        hold(at <= block.start <= block.end <= len(found.text), "blocks overlap or lie outside")
        at = block.end
    for value in (found.title, found.author, found.outlet, found.agency, found.url):
        value.encode("utf-8")
        hold("\n" not in value, "a line end in the details")
    hold(dates.parse_partial(found.published) == found.published or not found.published, "date")


class _ForgetError(UserError):
    """Rolls a store back that went well."""


def _store_and_forget(tx: object, found: Document) -> None:
    store(tx, documents=[found])  # type: ignore[arg-type]
    raise _ForgetError("stored")


def kept() -> Iterator[Path]:
    """Yield the inputs that once broke something."""
    yield from sorted(REGRESSIONS.glob("*.bin"))


def main(arguments: list[str]) -> int:
    figures = run(float(arguments[0]), tuple(arguments[1:]), start=int(time.time()) % 10_000_000)
    print(json.dumps(figures.__dict__, indent=1))
    return 1 if figures.failures else 0


if __name__ == "__main__":
    with closing(sys.stdout):
        sys.exit(main(sys.argv[1:]))

"""What harms costs one file, in words, within the limits; the others go in."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.core.article import Document
from desktop.core.errors import UserError
from desktop.formats import isolation, limits
from desktop.formats.api import Item
from desktop.formats.isolation import Readers
from tests.formats.hostile_files import all_files

_UNHARMED = "Zażółć gęślą jaźń, powiedział król Łokietek."


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[list[Item], float]]:
    """Read all hostile files once; the items and the seconds of each."""
    folder = tmp_path_factory.mktemp("hostile")
    files = all_files()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    (folder / "last.html").write_text("<p>To ostatni plik i ma on całkiem zwykły tekst.</p>")
    found: dict[str, tuple[list[Item], float]] = {}
    with Readers() as readers:
        begun = time.monotonic()
        for path, items in readers.read([*(folder / n for n in files), folder / "last.html"]):
            found[path.name] = (list(items), time.monotonic() - begun)
            begun = time.monotonic()
    return found


def test_each_file_has_text_or_a_reason(outcome: dict[str, tuple[list[Item], float]]) -> None:
    assert len(outcome) > 140
    for name, (items, _) in outcome.items():
        assert any(isinstance(item, Document | UserError) for item in items), name
        for item in items:
            if isinstance(item, UserError):
                assert item.template.format(**item.fields) == str(item)
    assert isinstance(outcome["last.html"][0][0], Document)


def test_most_are_read_or_refused_by_the_parser_not_by_the_clock(
    outcome: dict[str, tuple[list[Item], float]],
) -> None:
    killed = [n for n, (items, _) in outcome.items() if "longer than" in str(items[-1])]
    assert killed == []


def test_the_memory_of_the_child_stays_within_its_limit(
    outcome: dict[str, tuple[list[Item], float]],
) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("no peak of children here")
    import resource

    assert outcome
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 <= limits.MEMORY


@pytest.mark.parametrize("name", ["text", "page"])
@pytest.mark.parametrize("charset", ["cp1250", "iso-8859-2", "cp852", "utf-16-le", "utf-16-be"])
def test_charsets(outcome: dict[str, tuple[list[Item], float]], name: str, charset: str) -> None:
    suffix = "txt" if name == "text" else "html"
    (item,) = outcome[f"{name}-{charset}.{suffix}"][0]
    assert isinstance(item, Document) and _UNHARMED in item.text


@pytest.mark.parametrize(
    "name", ["lying-cp1250", "lying-iso-8859-2", "lying-utf-16-le", "codec", "idna"]
)
def test_lying_charsets(outcome: dict[str, tuple[list[Item], float]], name: str) -> None:
    (item,) = outcome[f"{name}.html"][0]
    assert isinstance(item, Document) and _UNHARMED in item.text


@pytest.mark.parametrize("name", ["xxe.xhtml", "xxe.fb2", "xxe.docx", "remote.html", "slip.epub"])
def test_nothing_else_is_read(outcome: dict[str, tuple[list[Item], float]], name: str) -> None:
    host = Path("/etc/hostname")
    secret = host.read_text().strip() if host.exists() else "root:"
    for item in outcome[name][0]:
        assert not isinstance(item, Document) or (
            secret not in item.text and "root:" not in item.text
        )


@pytest.mark.parametrize(
    ("name", "words"),
    [("bomb.zip", "far more"), ("bomb.docx", "far more"), ("bomb.txt.gz", "far more"),
     ("deep.json", "damaged"), ("loop.pdf", "no text"), ("twice.gz.gz", "packed twice"),
     ("picture.docx", "damaged"), ("nothing.zip", "nothing")],
)  # fmt: skip
def test_reasons(outcome: dict[str, tuple[list[Item], float]], name: str, words: str) -> None:
    assert words in str(outcome[name][0][-1])


class Sleeper:
    """A plug-in that hangs, dies, swells, connects, writes or reads what it should not."""

    name = "Sleeper"
    suffixes = (".bad",)

    def read(self, path: Path) -> Iterator[Document]:
        deed = path.stem
        if deed == "compute":
            while True:
                pass
        elif deed == "work":
            begun = time.process_time()
            while time.process_time() - begun < 6:
                pass
        elif deed == "sleep":
            time.sleep(600)
        elif deed == "die":
            import os

            os._exit(3)
        elif deed == "swell":
            _ = bytearray(2 * limits.MEMORY)
        elif deed == "connect":
            import socket

            socket.create_connection(("127.0.0.1", 9))
        elif deed == "write":
            path.with_name("written").write_text("x")
        elif deed == "look":
            (path.parent / "neighbour.txt").read_text()
        elif deed == "print":
            print("Not a message")
        yield Document("Title", "Some text.", (), "bad")


@pytest.fixture
def plugged_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A real entry point, found by the child process on its path."""
    from desktop.formats import registry

    info = tmp_path / "site" / "bad-1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: bad\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[glosa.importers]\nbad = bad_importer:BAD\n")
    code = Path(__file__).read_text(encoding="utf-8")
    start, end = code.index("class Sleeper"), code.index("@pytest.fixture\ndef plugged_in")
    heading = (
        "import time\nfrom desktop.core.article import Document\n"
        "from desktop.formats import limits\n"
    )
    body = code[start:end].replace("path: Path) -> Iterator[Document]", "path)")
    (tmp_path / "site" / "bad_importer.py").write_text(f"{heading}{body}BAD = Sleeper()\n")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    registry.plugins.cache_clear()
    yield tmp_path
    registry.plugins.cache_clear()


def test_a_crash_a_hang_and_a_swelling_cost_one_file_each(
    plugged_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "SECONDS", 4.0)  # here; what computes is ended by the child's clock
    names = [
        "a.html",
        "sleep.bad",
        "compute.bad",
        "b.html",
        "die.bad",
        "c.html",
        "swell.bad",
        "print.bad",
        "d.html",
    ]
    for name in names:
        (plugged_in / name).write_text("<p>Tekst strony, który jest całkiem zwykły.</p>")
    with Readers(seconds=120) as readers:
        found = {p.name: list(i) for p, i in readers.read([plugged_in / n for n in names])}
    for name in ("a.html", "b.html", "c.html", "d.html", "print.bad"):
        assert isinstance(found[name][0], Document), name
    for name, words in (
        ("sleep", "longer than 4"),
        ("compute", "longer than 4"),
        ("die", "broke off"),
        ("swell", "too much memory"),
    ):
        (reason,) = found[f"{name}.bad"]
        assert isinstance(reason, UserError) and words in str(reason)


def test_work_is_waited_for_and_idleness_is_not(
    plugged_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "SECONDS", 4.0)  # here; the child has its own clock
    names = ["work.bad", "sleep.bad"]
    for name in names:
        (plugged_in / name).write_text("x")
    with Readers(seconds=120) as readers:
        found = {p.name: list(i) for p, i in readers.read([plugged_in / n for n in names])}
    assert isinstance(found["work.bad"][0], Document)
    (reason,) = found["sleep.bad"]
    assert isinstance(reason, UserError) and "longer than 4" in str(reason)


@pytest.mark.parametrize("deed", ["connect", "write", "look"])
def test_the_child_may_do_nothing_but_read_its_file(plugged_in: Path, deed: str) -> None:
    (plugged_in / "neighbour.txt").write_text("secret")
    (plugged_in / f"{deed}.bad").write_text("x")
    with Readers() as readers:
        ((_, items),) = readers.read([plugged_in / f"{deed}.bad"])
        (reason,) = list(items)
    assert isinstance(reason, UserError) and "PermissionError" in str(reason)
    assert not (plugged_in / "written").exists()


def test_cancelling_does_not_wait_for_a_file(plugged_in: Path) -> None:
    (plugged_in / "sleep.bad").write_text("x")
    asked = iter([False, False, True])
    with Readers(cancelled=lambda: next(asked, True)) as readers:
        ((_, items),) = readers.read([plugged_in / "sleep.bad"])
        assert list(items) == []


def test_plain_text_needs_no_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_folder: str) -> None:
        raise AssertionError

    monkeypatch.setattr(isolation, "Child", refuse)
    (tmp_path / "a.txt").write_text("Tekst.")
    with Readers() as readers:
        found = [(p, list(i)) for p, i in readers.read([tmp_path / "a.txt", tmp_path / "none.txt"])]
    assert isinstance(found[0][1][0], Document) and isinstance(found[1][1][0], UserError)

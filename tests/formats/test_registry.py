"""Who reads what, and what a folder holds."""

import importlib.metadata
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from desktop.core.article import Document
from desktop.core.errors import UserError
from desktop.formats import registry
from desktop.formats.exporters.csv_annotations import CSV
from desktop.formats.importers.json_lines import JSON_LINES
from desktop.formats.importers.plain_text import PLAIN_TEXT
from desktop.formats.registry import Problem


class Notes:
    """An importer as a plug-in would bring it."""

    name = "Notes"
    suffixes = (".note",)

    def read(self, path: Path) -> Iterator[object]:
        yield path.name


NOTES = Notes()
LAME = object()


class Point:
    """An entry point that loads from this file, or fails."""

    def __init__(self, name: str) -> None:
        self.name = name

    def load(self) -> object:
        if self.name == "GONE":
            raise ModuleNotFoundError("gone")
        return globals()[self.name]


@pytest.fixture
def plugged_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def points(*, group: str) -> list[Point]:
        return [Point(n) for n in ("NOTES", "LAME", "GONE")] if "importers" in group else []

    monkeypatch.setattr(importlib.metadata, "entry_points", points)
    registry.plugins.cache_clear()
    yield
    registry.plugins.cache_clear()


def names(found: Iterable[Path | Problem], root: Path) -> list[str]:
    return [str(p.path if isinstance(p, Problem) else p.relative_to(root)) for p in found]


def touch(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("Some text.")


def test_built_in() -> None:
    assert registry.importers()[0] is PLAIN_TEXT
    assert registry.exporters()[0] is CSV
    assert registry.plugin_problems() == ()


def test_exporters_by_name() -> None:
    assert registry.exporter("csv") is registry.exporter("CSV") is CSV
    with pytest.raises(UserError, match="CSV"):
        registry.exporter("wordperfect")


def test_plugins_come_in_and_broken_ones_are_told(plugged_in: None, tmp_path: Path) -> None:
    assert registry.importers() == (PLAIN_TEXT, JSON_LINES, NOTES)
    lame, gone = map(str, registry.plugin_problems())
    assert "“LAME” was left out (it has no name, suffixes, read)" in lame
    assert "ModuleNotFoundError" in gone
    touch(tmp_path, "a.note")
    assert list(registry.read(tmp_path / "a.note")) == ["a.note"]
    assert names(registry.walk([tmp_path]), tmp_path) == ["a.note"]


@pytest.mark.parametrize("name", ["a.txt", "A.TXT", "a.text", "a.md", "a.log", "README", ".hidden"])
def test_named_files_that_are_text(tmp_path: Path, name: str) -> None:
    touch(tmp_path, name)
    assert registry.importer_for(tmp_path / name) is PLAIN_TEXT
    found = list(registry.read(tmp_path / name))
    assert [item.text for item in found if isinstance(item, Document)] == ["Some text."]


def test_named_files_of_other_kinds(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 ...")
    assert registry.importer_for(tmp_path / "a.pdf") is None
    with pytest.raises(UserError, match=r"“a.pdf”.*\.text, \.txt"):
        list(registry.read(tmp_path / "a.pdf"))


def test_what_cannot_be_opened_is_left_to_the_importer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    assert registry.importer_for(tmp_path / "none.md") is PLAIN_TEXT
    touch(tmp_path, "a.md")
    monkeypatch.setattr(Path, "open", refuse)
    assert registry.importer_for(tmp_path / "a.md") is PLAIN_TEXT


def test_a_folder_in_natural_order_without_hidden_and_unknown(tmp_path: Path) -> None:
    touch(
        tmp_path,
        "10.txt",
        "9.TXT",
        "b/2.txt",
        "b/c/1.txt",
        "a.pdf",
        ".h.txt",
        ".git/x.txt",
        "Ą.txt",
    )
    assert names(registry.walk([tmp_path]), tmp_path) == [
        "9.TXT", "10.txt", "b/2.txt", "b/c/1.txt", "Ą.txt",
    ]  # fmt: skip


def test_paths_come_as_given(tmp_path: Path) -> None:
    touch(tmp_path, "z.pdf", "d/1.txt")
    given = [tmp_path / "z.pdf", tmp_path / "none", tmp_path / "d", tmp_path / "d"]
    assert names(registry.walk(given), tmp_path) == ["z.pdf", "none", "d/1.txt"]


def test_links_in_a_circle(tmp_path: Path) -> None:
    touch(tmp_path, "d/1.txt")
    (tmp_path / "d/up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "d/self").symlink_to("self")
    (tmp_path / "d/broken.txt").symlink_to("nowhere")
    assert names(registry.walk([tmp_path]), tmp_path) == ["d/1.txt", "d/broken.txt"]


def test_a_very_deep_folder(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(1100):  # deeper than Python's stack
        folder /= "d"
        folder.mkdir()
    touch(folder, "1.txt")
    assert len(list(registry.walk([tmp_path]))) == 1
    (folder / "1.txt").unlink()
    while folder != tmp_path:  # pytest's own cleaning would go too deep
        folder.rmdir()
        folder = folder.parent


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    touch(tmp_path, "d/1.txt", "e/2.txt")
    iterdir = Path.iterdir

    def refuse(path: Path) -> Iterator[Path]:  # chmod does not keep root out
        if path.name == "d":
            raise PermissionError(13, "Permission denied")
        return iterdir(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    problem, file = registry.walk([tmp_path])
    assert isinstance(problem, Problem)
    assert "“d”" in str(problem.reason)
    assert "Permission denied" in str(problem.reason)
    assert file == tmp_path / "e/2.txt"


def test_a_path_that_may_not_be_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr(Path, "is_dir", refuse)
    assert list(registry.walk([tmp_path / "a"])) == [tmp_path / "a"]

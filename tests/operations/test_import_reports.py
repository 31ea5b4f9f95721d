"""Reports of past imports are kept, read again, and never in the way."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.core.article import Remark
from desktop.core.errors import UserError
from desktop.library.library import Library
from desktop.operations import import_reports
from desktop.operations.import_articles import (
    Failure,
    FileRemark,
    ImportReport,
    Unplaced,
    import_paths,
)
from tests.formats import library_samples

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def full() -> ImportReport:
    return ImportReport(
        [1, 2], 3,
        [Failure(Path("/d/ź.txt"), UserError("“{name}” is no text.", name="ź.txt"))],
        [FileRemark(Path("/d/b.txt"), Remark("Read as {charset}.", {"charset": "cp1250"}))],
        cancelled=True,
        plugin_problems=(UserError("The plug-in “{name}” was left out.", name="x"),),
        attached=4, updated=[9],
        unplaced=[Unplaced("Tytuł", "słowa\ud800")],
    )  # fmt: skip


def test_a_report_comes_back_as_it_was(tmp_path: Path) -> None:
    report, library = full(), tmp_path / "library.db"
    path = import_reports.keep(report, library, made=NOON)
    (kept,) = import_reports.kept(library)
    assert (kept.path, kept.made) == (path, NOON)
    back = import_reports.load(path)
    assert back
    assert [str(one.reason) for one in back.failures] == ["“ź.txt” is no text."]
    assert [str(one.remark) for one in back.remarks] == ["Read as cp1250."]
    assert [str(one) for one in back.plugin_problems] == ["The plug-in “x” was left out."]
    assert (back.imported, back.duplicates, back.attached, back.updated) == ([1, 2], 3, 4, [9])
    assert back.unplaced == report.unplaced and back.cancelled


def test_the_newest_hundred_are_kept(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    for number in range(import_reports.KEPT + 3):
        import_reports.keep(ImportReport([number]), library, made=NOON + timedelta(minutes=number))
    import_reports.keep(ImportReport([7_000]), library, made=NOON + timedelta(minutes=102))
    (import_reports.folder_of(library) / "notes.txt").write_text("mine")
    (import_reports.folder_of(library) / "import-99999999T999999Z.report").write_text("{}")
    found = import_reports.kept(library)
    assert len(found) == import_reports.KEPT
    newest = import_reports.load(found[0].path)
    assert newest and newest.imported == [7_000]
    assert (import_reports.folder_of(library) / "notes.txt").exists()


@pytest.mark.parametrize("data", [b"", b"{", b"[1]", b'{"imported":[1]}', b"\xff", b"[" * 90_000])
def test_a_damaged_report_is_none(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(data)
    assert import_reports.load(path) is None
    assert import_reports.load(tmp_path / "gone.json") is None


def test_too_large_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = import_reports.keep(full(), tmp_path / "library.db", made=NOON)
    monkeypatch.setattr(import_reports, "LARGEST", 10)
    assert import_reports.load(path) is None


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "imports").write_text("a file")
    with pytest.raises(UserError):
        import_reports.keep(full(), tmp_path / "library.db", made=NOON)
    assert import_reports.kept(tmp_path / "library.db") == []


def test_highlights_without_a_place_are_in_the_report(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "omnivore.zip"
    path.write_bytes(library_samples.omnivore())
    counts: list[int] = []
    report = import_paths(library, [path], counted=counts.append)
    assert [one.words for one in report.unplaced] == ["nie ma tego w tekście"]
    assert counts[-1] == len(report.imported)

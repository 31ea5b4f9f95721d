"""The window into the backups, the check, and what is offered for a damaged library."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from desktop.library import backup, places, self_test
from desktop.library.connection import connect, execute
from desktop.library.library import Library
from desktop.operations import annotate, read
from desktop.operations.import_articles import store
from desktop.ui.context import Context
from desktop.ui.dialogs.backup_plan import BackupPlanBox
from desktop.ui.dialogs.backups import BackupsDialog
from desktop.ui.dialogs.library_check import CheckDialog
from desktop.ui.dialogs.parts import ErrorLine
from desktop.ui.dialogs.recovery import RecoveryDialog
from tests.builders import document

Show = Callable[[QDialog], None]


def trees(dialog: QDialog) -> list[QTreeWidget]:
    return dialog.findChildren(QTreeWidget)


def press(dialog: QDialog, text: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text().startswith(text))


@pytest.fixture
def backups(
    qtbot: QtBot, show: Show, context: Context, add_article: Callable[..., int]
) -> BackupsDialog:
    """An article is gone since the backup, and a note of another is not what it was."""
    for text in ("Ala ma kota", "Drugi tekst"):
        key = add_article(text)
        context.library.run(annotate.add_highlight, article_id=key, start=0, end=3, note="dawna")
    backup.make(context.library.path)
    context.library.run(annotate.set_note, annotation_id=2, note="nowa")
    context.library.run(read.trash, article_ids=[1])
    context.library.run(read.delete_for_good, article_ids=[1])
    dialog = BackupsDialog(context)
    show(dialog)
    qtbot.waitUntil(lambda: trees(dialog)[1].topLevelItemCount() == 2)
    return dialog


def test_shows_what_differs_and_takes_it_back_in_one_step(
    qtbot: QtBot, context: Context, backups: BackupsDialog
) -> None:
    made, tree = trees(backups)
    assert made.topLevelItemCount() == 1
    assert [tree.topLevelItem(n).text(1) for n in (0, 1)] == ["gone now", "other now"]  # type: ignore[union-attr]
    assert not press(backups, "Take back").isEnabled()
    for number in (0, 1):
        item = tree.topLevelItem(number)
        assert item
        item.setCheckState(0, Qt.CheckState.Checked)
    with qtbot.waitSignal(context.dispatch.done):
        press(backups, "Take back").click()
    notes = [row["note"] for row in context.reader.rows("SELECT note FROM annotation")]
    assert len(notes) == 2 and "dawna" in notes
    assert any("dawna" in note and "nowa" in note for note in notes)
    with qtbot.waitSignal(context.dispatch.changed):
        context.dispatch.undo()
    assert [r["note"] for r in context.reader.rows("SELECT note FROM annotation")] == ["nowa"]


def test_a_whole_backup_is_asked_for_by_its_path(qtbot: QtBot, backups: BackupsDialog) -> None:
    with qtbot.waitSignal(backups.restore_chosen) as asked:
        press(backups, "Go back").click()
    assert asked.args and asked.args[0].name.startswith("library-")


def test_a_backup_is_put_to_the_test(qtbot: QtBot, backups: BackupsDialog) -> None:
    made = trees(backups)[0]

    def verified() -> list[str]:
        return [made.topLevelItem(n).text(4) for n in range(made.topLevelItemCount())]  # type: ignore[union-attr]

    assert verified() == ["when made"]
    press(backups, "Verify").click()
    qtbot.waitUntil(lambda: verified() not in ([], ["when made"]))
    one = backups.chosen
    assert one and one.path.name in self_test.verified(one.path.parent)
    qtbot.waitUntil(press(backups, "Verify").isEnabled)
    with one.path.open("r+b") as file:
        file.truncate(5_000)
    (error,) = backups.findChildren(ErrorLine)
    backups._load()
    qtbot.waitUntil(lambda: verified() == ["damaged"])
    qtbot.waitUntil(lambda: "This backup is damaged" in error.text())
    assert not press(backups, "Go back").isEnabled()
    press(backups, "Verify").click()
    qtbot.waitUntil(lambda: error.isVisible() and "not whole any more" in error.text())
    qtbot.waitUntil(lambda: verified() == ["when made"])
    assert backups.chosen and backups.chosen.path != one.path


def test_a_new_backup_comes_into_the_list(qtbot: QtBot, backups: BackupsDialog) -> None:
    press(backups, "Back up").click()
    qtbot.waitUntil(lambda: trees(backups)[0].topLevelItemCount() == 2)


def flip(path: Path) -> None:
    with closing(connect(path, "rw")) as db:
        execute(db, "UPDATE annotation SET note = 'obca' WHERE id = 1")


@pytest.mark.parametrize(("harm", "said"), [(False, "The library is whole"), (True, "damaged")])
def test_the_check_says_what_it_found(
    qtbot: QtBot,
    show: Show,
    context: Context,
    add_article: Callable[..., int],
    harm: bool,
    said: str,
) -> None:
    add_article("Ala ma kota")
    context.library.run(annotate.add_highlight, article_id=1, start=0, end=3, note="uwaga")
    if harm:
        flip(context.library.path)
    called: list[bool] = []
    dialog = CheckDialog(context, lambda: called.append(True))
    show(dialog)
    qtbot.waitUntil(lambda: said in dialog.text)
    assert places.is_marked(context.library.path) == harm
    assert press(dialog, "What can").isVisible() == harm
    if harm:
        press(dialog, "What can").click()
        assert called == [True]


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    path = tmp_path / "own" / "library.db"
    with closing(Library(path)) as library:
        library.run(store, documents=[document("Ala ma kota"), document("Drugi tekst")])
        library.run(annotate.add_highlight, article_id=1, start=0, end=3, note="w kopii")
        backup.make(path)
        library.run(annotate.add_highlight, article_id=2, start=0, end=3, note="po kopii")
    flip(path)
    places.mark_damaged(path, ["row 1 of annotation is not what was stored"])
    return path


@pytest.fixture
def recovery(qtbot: QtBot, damaged: Path) -> Iterator[RecoveryDialog]:
    dialog = RecoveryDialog(damaged)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog


def notes(path: Path) -> list[str]:
    with closing(Library(path, read_only=True)) as library, closing(library.reader()) as reader:
        return [row["note"] for row in reader.rows("SELECT note FROM annotation ORDER BY id")]


def test_restore(recovery: RecoveryDialog, damaged: Path) -> None:
    press(recovery, "Restore the backup of").click()
    assert recovery.chosen and recovery.chosen.file == damaged
    assert notes(damaged) == ["w kopii"]
    kept = list((damaged.parent / "damaged").rglob("library.db"))
    assert [notes(one) for one in kept] == [["obca", "po kopii"]]
    assert str(kept[0].parent) in recovery.chosen.text
    assert not places.is_marked(damaged)


def test_salvage_fills_from_the_backup_and_says_so(recovery: RecoveryDialog, damaged: Path) -> None:
    press(recovery, "Salvage").click()
    assert recovery.chosen
    assert notes(damaged) == ["w kopii", "po kopii"]
    assert "Salvaged: 2 article(s), 2 highlight(s)." in recovery.chosen.text
    assert "1 record(s) came from the backup." in recovery.chosen.text
    told = next((damaged.parent / "damaged").rglob("what-came-back.txt"))
    assert told.read_text(encoding="utf-8").strip() == recovery.chosen.text


def test_a_copy_is_for_looking(recovery: RecoveryDialog, damaged: Path) -> None:
    before = damaged.read_bytes()
    press(recovery, "Open a copy").click()
    chosen = recovery.chosen
    assert chosen and chosen.read_only and chosen.file != damaged and chosen.folder
    assert notes(chosen.file) == ["obca", "po kopii"]
    assert damaged.read_bytes() == before
    chosen.folder.cleanup()


def test_quitting_changes_nothing(recovery: RecoveryDialog, damaged: Path) -> None:
    before = damaged.read_bytes()
    press(recovery, "Quit").click()
    assert recovery.chosen is None and damaged.read_bytes() == before


def test_without_a_backup_salvage_is_left(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(b"no library")
    dialog = RecoveryDialog(path)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not press(dialog, "Restore a backup").isEnabled()
    press(dialog, "Open a copy").click()
    assert dialog.chosen is None and path.read_bytes() == b"no library"
    press(dialog, "Quit").click()


def test_folders_and_size_are_kept_for_the_library(
    qtbot: QtBot, context: Context, add_article: Callable[..., int], tmp_path: Path
) -> None:
    box = BackupPlanBox(context)
    qtbot.addWidget(box)
    box.set_folder("folder", str(tmp_path / "one"))
    box.set_folder("second", str(tmp_path / "two"))
    box.cap.changed.emit(5)
    assert places.plan_of(context.library.path).gigabytes == 5
    add_article("Ala ma kota")
    made = backup.make_if_due(context.library.path)
    assert made and made.path.parent == tmp_path / "one" / "library"
    assert (tmp_path / "two" / "library" / made.path.name).exists()
    box.set_folder("folder", "")
    assert places.plan_of(context.library.path).folder == ""

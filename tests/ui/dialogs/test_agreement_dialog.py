"""The dialog shows the numbers of the operation, says what is missing, and saves them."""

import csv
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.operations import annotate
from desktop.ui.context import Context
from desktop.ui.dialogs.agreement_dialog import AgreementDialog

TEXT = "Raz dwa. Trzy cztery. Pięć sześć. Siedem osiem."


def _coded(context: Context, add_article: Callable[..., int]) -> int:
    article = add_article(TEXT)
    for author, word in (("Ewa", "Raz"), ("Jan", "dwa"), ("Ewa", "Trzy")):
        start = TEXT.index(word)
        mark = context.library.run(
            annotate.add_highlight,
            article_id=article, start=start, end=start + 3, author=author,
        ).result  # fmt: skip
        context.library.run(annotate.add_tag, annotation_ids=[mark], path="=A")
    return article


def test_the_numbers_and_the_file(
    context: Context, add_article: Callable[..., int], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = AgreementDialog(context, [_coded(context, add_article)])
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: bool(dialog.rows))
    assert dialog.rows[0][:5] == ["=A", "4", "2", "75.0 %", "0.500"]
    dialog.write(tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        record = next(csv.DictReader(file))
    assert (record["tag"], record["units"], record["coders"]) == ("'=A", "4", "Ewa; Jan")
    assert float(record["cohen"]) == 0.5


def test_another_unit_is_computed_anew(
    context: Context, add_article: Callable[..., int], qtbot: QtBot
) -> None:
    dialog = AgreementDialog(context, [_coded(context, add_article)])
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: bool(dialog.rows))
    dialog._unit.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.rows[0][1] == "1")
    assert dialog.rows[0][4] == dialog.tr("undefined")


def test_one_coder_is_said(context: Context, add_article: Callable[..., int], qtbot: QtBot) -> None:
    dialog = AgreementDialog(context, [add_article("Nic.")])
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: bool(dialog._error.text()))
    assert "two people" in dialog._error.text()

"""Merging through the window: the message says what came, undo takes it back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.formats.exporters.bundle import BUNDLE
from desktop.library import annotations, articles
from desktop.library.portable import portable_articles, portable_tags
from desktop.operations import annotate, settle
from desktop.ui.context import Context
from desktop.ui.sharing import Sharing


@pytest.fixture
def told(context: Context) -> list[tuple[str, str]]:
    return []


@pytest.fixture
def sharing(context: Context, told: list[tuple[str, str]], qtbot: QtBot) -> Sharing:
    window = QWidget()
    qtbot.addWidget(window)
    heard = replace(context, tell=lambda text, kind: told.append((text, kind)))
    return Sharing(heard, window)


@pytest.fixture
def bundle(context: Context, add_article: Callable[..., int], tmp_path: Path) -> Path:
    article = add_article("Ala ma kota.")
    mark = context.library.run(
        annotate.add_highlight, article_id=article, start=0, end=3, note="jej"
    ).result
    path = tmp_path / "b.glosa"
    with path.open("wb") as out:
        BUNDLE.write_articles(
            portable_articles(context.reader, [article]), portable_tags(context.reader), out
        )
    context.library.run(annotate.set_note, annotation_id=mark, note="moja")
    return path


def test_two_notes_are_kept_and_told(
    sharing: Sharing, bundle: Path, context: Context, told: list[tuple[str, str]], qtbot: QtBot
) -> None:
    sharing.merge(bundle)
    qtbot.waitUntil(lambda: bool(told))
    text, kind = told[0]
    assert kind == "warning"
    assert "both are kept. „Ala”" in text
    note = annotations.of_article(context.reader, 1)[0].note
    assert {"moja", "jej"} <= set(note.split("\n\n———\n\n"))
    assert articles.count(context.reader) == 1


def test_a_difference_settled_in_two_ways_is_told(
    sharing: Sharing,
    context: Context,
    add_article: Callable[..., int],
    told: list[tuple[str, str]],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    article = add_article("Ala ma kota.")
    for author, end in (("Ewa", 3), ("Jan", 6)):
        context.library.run(
            annotate.add_highlight, article_id=article, start=0, end=end, author=author
        )
    one = settle.coded(context.reader, [article])[0].passage
    for coder in ("Ewa", "Jan"):
        context.library.run(
            settle.settle, article_id=article, key=one.key, agreed=one.accepted(coder)
        )
        if coder == "Ewa":
            path = tmp_path / "hers.glosa"
            with path.open("wb") as out:
                BUNDLE.write_articles(portable_articles(context.reader, [article]), [], out)
    sharing.merge(tmp_path / "hers.glosa")
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][1] == "warning"
    assert "settled in two ways" in told[0][0]


def test_a_file_of_another_kind_is_refused(
    sharing: Sharing, context: Context, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "x.glosa"
    path.write_text("nothing")
    with qtbot.waitSignal(context.dispatch.failed) as failed:
        sharing.merge(path)
    assert failed.args
    assert "Line 1 of the file is damaged" in str(failed.args[0])

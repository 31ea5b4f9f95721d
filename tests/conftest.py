"""What all tests share: Hypothesis' profile, a patient robot, and a new library."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.operations.import_articles import store
from tests.builders import document

settings.register_profile(
    "glosa",
    deadline=None,
    max_examples=40 if os.environ.get("CI") else 80,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("glosa")


class PatientBot(QtBot):
    """Waits a minute where nothing else is said: a slow machine is not a fault."""

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = 60_000) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = 60_000, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitSignals(self, signals: Any, *, timeout: int = 60_000, **more: Any) -> Any:
        return super().waitSignals(signals, timeout=timeout, **more)

    def waitExposed(self, widget: Any, *, timeout: int = 60_000) -> Any:
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: Any, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with closing(Library(tmp_path / "library.db")) as opened:
        yield opened


@pytest.fixture
def reader(library: Library) -> Iterator[Reader]:
    with closing(library.reader()) as opened:
        yield opened


@pytest.fixture
def add_article(library: Library) -> Callable[..., int]:
    """Store an article (see `builders.document`); return its id."""

    def add(text: str, **details: Any) -> int:
        return library.run(store, documents=[document(text, **details)]).result.imported[0]

    return add

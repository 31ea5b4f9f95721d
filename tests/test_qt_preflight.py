"""Whether Qt can open a window is found out before Qt aborts over it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import qt_libraries, qt_preflight

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Qt aborts like this on Linux only")

ROOT = Path(__file__).parent.parent
DEAD = ":7654"  # no X server has such a number


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")


def test_offscreen_needs_no_display() -> None:
    environ = {"QT_QPA_PLATFORM": "offscreen"}
    assert qt_preflight.check(environ) is None
    assert environ == {"QT_QPA_PLATFORM": "offscreen"}


@pytest.mark.parametrize("environ", [{}, {"QT_QPA_PLATFORM": "xcb"}, {"DISPLAY": ""}])
def test_no_display_names_the_variables_and_the_commands(environ: dict[str, str]) -> None:
    text = qt_preflight.check(environ)
    assert text is not None
    assert "neither DISPLAY nor WAYLAND_DISPLAY" in text
    assert "--help" in text and "import" in text and "export" in text


@pytest.mark.parametrize(
    "environ",
    [
        {"DISPLAY": DEAD},
        {"DISPLAY": DEAD, "QT_QPA_PLATFORM": "xcb"},
        {"DISPLAY": DEAD, "WAYLAND_DISPLAY": "/nowhere/wayland-7"},
        {"WAYLAND_DISPLAY": "wayland-7"},
    ],
)
def test_dead_display_is_named(environ: dict[str, str]) -> None:
    text = qt_preflight.check(environ)
    assert text is not None and "does not answer" in text
    assert all(f"{name}={value}" in text for name, value in environ.items())


def test_polish_text_for_a_polish_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "pl_PL.UTF-8")
    assert "nie może otworzyć okna" in (qt_preflight.check({}) or "")


def test_check_does_not_import_qt() -> None:
    code = (
        "import sys; from desktop import qt_preflight;"
        "qt_preflight.check({'QT_QPA_PLATFORM': 'offscreen'});"
        "assert not any(name.startswith('PySide6') for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_missing_libraries_get_one_command(tmp_path: Path) -> None:
    (tmp_path / "os-release").write_text("ID=fedora\n")
    complaint = "libxcb-cursor.so.0: cannot open shared object file: No such file or directory"
    text = qt_libraries.missing_text([complaint], str(tmp_path / "os-release"))
    assert "libxcb-cursor.so.0" in text
    assert "dnf install" in text and "xcb-util-cursor" in text


def test_unknown_library_is_named_without_a_command(tmp_path: Path) -> None:
    complaint = "libstrange.so.1: cannot open shared object file: No such file or directory"
    text = qt_libraries.missing_text([complaint], str(tmp_path / "none"))
    assert "libstrange.so.1" in text and "install " not in text


def test_unusable_library_is_not_called_missing() -> None:
    text = qt_libraries.missing_text(["/lib/libEGL.so.1: file too short"])
    assert "cannot be used here" in text and "file too short" in text


def test_each_package_is_named_once() -> None:
    packages = qt_libraries.packages_of(["libglib-2.0.so.0", "libgthread-2.0.so.0"])
    assert packages["apt"] == ["libglib2.0-0"]
    assert packages["zypper"] == ["libglib-2_0-0", "libgthread-2_0-0"]


def test_every_system_library_of_qt_is_in_the_table() -> None:
    """Read the names in Qt's own files, so that a new need of a new PySide6 is noticed here."""
    needed: set[str] = set()
    for module in ("Core", "Gui", "Widgets", "Network", "DBus", "XcbQpa", "WaylandClient"):
        data = (Path(qt_preflight._qt_folder()) / f"libQt6{module}.so.6").read_bytes()
        names = re.findall(rb"\0(lib[\w+-]+(?:\.0)?\.so\.\d+)(?=\0)", data)
        needed |= {name.decode() for name in names}
    part_of_libc = {f"lib{name}" for name in ("c.so.6", "m.so.6", "gcc_s.so.1", "resolv.so.2")}
    ours = {name for name in needed if name.startswith(("libQt6", "libicu"))}
    assert needed - ours - part_of_libc - qt_libraries.package_table().keys() == set()
    assert {"libEGL.so.1", "libxcb-cursor.so.0", "libwayland-client.so.0"} <= needed

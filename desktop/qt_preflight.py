"""Ask beforehand whether Qt can open a window here, because Qt itself would answer with abort().

Linux only; standard library only. What is loaded for the question is what Qt loads anyway after it.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import MutableMapping
from importlib.machinery import PathFinder

from desktop.bootstrap import in_words

X11, WAYLAND = "xcb", "wayland"
_PLUGIN_LIBRARIES = {X11: "XcbQpa", WAYLAND: "WaylandClient"}
_VARIABLES = {X11: "DISPLAY", WAYLAND: "WAYLAND_DISPLAY"}


def check(
    environ: MutableMapping[str, str] = os.environ,
    *,
    modules: tuple[str, ...] = ("Widgets", "Network"),
) -> str | None:
    """Return None when a QApplication can be made, else what is wrong and what to do (exit code 2).

    Sets QT_QPA_PLATFORM when both kinds of display are named and only one of them works.
    """
    if sys.platform != "linux":
        return None
    wished = [name.partition(":")[0] for name in environ.get("QT_QPA_PLATFORM", "").split(";")]
    wished = [name.replace("wayland-egl", WAYLAND) for name in wished if name]
    if any(name not in _PLUGIN_LIBRARIES for name in wished):
        return _check_libraries(modules)
    named = wished or [kind for kind in (WAYLAND, X11) if environ.get(_VARIABLES[kind])]
    reached = [kind for kind in named if is_reachable(kind, environ)]
    if not reached:
        return no_display_text(environ)
    loaded = [kind for kind in reached if not failed_library(_PLUGIN_LIBRARIES[kind])]
    if not loaded:
        return _check_libraries((*modules, _PLUGIN_LIBRARIES[reached[0]]))
    if loaded != named:
        environ["QT_QPA_PLATFORM"] = loaded[0]
    return _check_libraries(modules)


def is_reachable(kind: str, environ: MutableMapping[str, str]) -> bool:
    """Connect to the display server as Qt will; True when that cannot be tried."""
    display = environ.get(_VARIABLES[kind])
    if kind == X11:
        return bool(display) and _x_answers(display)
    if "WAYLAND_SOCKET" in environ:  # an open connection, which trying would use up
        return True
    lost = not os.path.isabs(display or "") and not environ.get("XDG_RUNTIME_DIR")
    return not lost and _wayland_answers(display)


def failed_library(module: str) -> str:
    """Load a library of Qt; return the loader's complaint, '' for none or when it is not there."""
    folder = _qt_folder()
    path = os.path.join(folder, f"libQt6{module}.so.6")
    if not folder or not os.path.exists(path):
        return ""
    try:
        ctypes.CDLL(path)
    except OSError as error:
        return str(error)
    return ""


def no_display_text(environ: MutableMapping[str, str]) -> str:
    """Name the displays that were tried, and what works without one."""
    program = os.path.basename(sys.argv[0]) or "main.py"
    names = [*_VARIABLES.values(), "QT_QPA_PLATFORM"]
    tried = ", ".join(f"{name}={environ[name]}" for name in names if environ.get(name))
    without = f"{program} --help (import, articles, annotate, tag, search, export, check)"
    if not any(environ.get(name) for name in _VARIABLES.values()):
        return in_words(
            "Glosa cannot open its window: there is no display (neither DISPLAY nor"
            " WAYLAND_DISPLAY is set). Start it in a desktop session, or use the commands that"
            f" need no display: {without}.",
            "Glosa nie może otworzyć okna: nie ma ekranu (nie ustawiono ani DISPLAY, ani"
            " WAYLAND_DISPLAY). Uruchom ją w sesji graficznej albo użyj poleceń, które nie"
            f" potrzebują ekranu: {without}.",
        )
    return in_words(
        f"Glosa cannot open its window: the display does not answer ({tried}). Check that it is"
        f" running and that you may use it, or use the commands that need no display: {without}.",
        f"Glosa nie może otworzyć okna: ekran nie odpowiada ({tried}). Sprawdź, czy działa i czy"
        f" wolno ci go używać, albo użyj poleceń, które nie potrzebują ekranu: {without}.",
    )


def _check_libraries(modules: tuple[str, ...]) -> str | None:
    complaints = [complaint for module in modules if (complaint := failed_library(module))]
    if not complaints:
        return None
    from desktop.qt_libraries import missing_text

    return missing_text(complaints)


def _qt_folder() -> str:
    """Return the folder of Qt's libraries inside PySide6 without importing that; '' for none."""
    spec = PathFinder.find_spec("PySide6")
    places = spec.submodule_search_locations if spec else None
    return os.path.join(next(iter(places)), "Qt", "lib") if places else ""


def _x_answers(display: str) -> bool:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # the missing library is the better message
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(display), None)
    error = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not error


def _wayland_answers(display: str | None) -> bool:
    try:
        wayland = ctypes.CDLL("libwayland-client.so.0")
    except OSError:
        return True  # as above
    wayland.wl_display_connect.restype = ctypes.c_void_p
    wayland.wl_display_connect.argtypes = [ctypes.c_char_p]
    wayland.wl_display_disconnect.argtypes = [ctypes.c_void_p]
    connection = wayland.wl_display_connect(display and os.fsencode(display))
    if connection:
        wayland.wl_display_disconnect(connection)
    return bool(connection)

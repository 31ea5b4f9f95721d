"""Which package of which distribution brings a library that Qt needs: for the command to type.

Apart from `qt_preflight.py` because it is read only when something is missing. The names are those
that the libraries of PySide6-Essentials 6.11 ask the loader for.
"""

from __future__ import annotations

import ctypes
import re

from desktop.bootstrap import in_words
from desktop.first_start_texts import install_command

_MANAGERS = ("apt", "dnf", "pacman", "zypper")

# library, then the package of each manager; = is the name that apt uses
_PACKAGES = """
libEGL.so.1 libegl1 libglvnd-egl libglvnd libglvnd
libGL.so.1 libgl1 libglvnd-glx libglvnd libglvnd
libX11.so.6 libx11-6 libX11 libx11 libX11-6
libX11-xcb.so.1 libx11-xcb1 libX11-xcb libx11 libX11-xcb1
libfontconfig.so.1 libfontconfig1 fontconfig fontconfig libfontconfig1
libfreetype.so.6 libfreetype6 freetype freetype2 libfreetype6
libdbus-1.so.3 libdbus-1-3 dbus-libs dbus libdbus-1-3
libglib-2.0.so.0 libglib2.0-0 glib2 glib2 libglib-2_0-0
libgthread-2.0.so.0 libglib2.0-0 glib2 glib2 libgthread-2_0-0
libgssapi_krb5.so.2 libgssapi-krb5-2 krb5-libs krb5 krb5
libbrotlidec.so.1 libbrotli1 libbrotli brotli libbrotlidec1
libbrotlicommon.so.1 libbrotli1 libbrotli brotli libbrotlicommon1
libzstd.so.1 libzstd1 libzstd zstd libzstd1
libz.so.1 zlib1g zlib zlib libz1
libstdc++.so.6 libstdc++6 libstdc++ gcc-libs libstdc++6
libxkbcommon.so.0 libxkbcommon0 libxkbcommon libxkbcommon libxkbcommon0
libxkbcommon-x11.so.0 libxkbcommon-x11-0 libxkbcommon-x11 libxkbcommon-x11 libxkbcommon-x11-0
libxcb.so.1 libxcb1 libxcb libxcb libxcb1
libxcb-cursor.so.0 libxcb-cursor0 xcb-util-cursor xcb-util-cursor libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4 xcb-util-wm xcb-util-wm libxcb-icccm4
libxcb-image.so.0 libxcb-image0 xcb-util-image xcb-util-image libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1 xcb-util-keysyms xcb-util-keysyms libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0 libxcb libxcb libxcb-randr0
libxcb-render.so.0 libxcb-render0 libxcb libxcb libxcb-render0
libxcb-render-util.so.0 libxcb-render-util0 xcb-util-renderutil xcb-util-renderutil =
libxcb-shape.so.0 libxcb-shape0 libxcb libxcb libxcb-shape0
libxcb-shm.so.0 libxcb-shm0 libxcb libxcb libxcb-shm0
libxcb-sync.so.1 libxcb-sync1 libxcb libxcb libxcb-sync1
libxcb-util.so.1 libxcb-util1 xcb-util xcb-util libxcb-util1
libxcb-xfixes.so.0 libxcb-xfixes0 libxcb libxcb libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1 libxcb libxcb libxcb-xkb1
libwayland-client.so.0 libwayland-client0 libwayland-client wayland libwayland-client0
libwayland-cursor.so.0 libwayland-cursor0 libwayland-cursor wayland libwayland-cursor0
"""


def package_table() -> dict[str, dict[str, str]]:
    """Return `library -> package manager -> package`."""
    rows = (line.split() for line in _PACKAGES.strip().splitlines())
    return {
        library: dict(zip(_MANAGERS, (apt if name == "=" else name for name in names), strict=True))
        for library, apt, *others in rows
        for names in [(apt, *others)]
    }


def missing_text(complaints: list[str], os_release: str = "/etc/os-release") -> str:
    """Turn the loader's complaints into a paragraph with the command that installs it all."""
    named = [library for complaint in complaints if (library := _library_of(complaint))]
    if not named:  # the library is there but too old, or damaged
        return _unusable_text(complaints[0])
    # The loader stops at the first one, and a person should not have to come back for the next.
    wayland = any("wayland" in library for library in named)
    asked = (library for library in package_table() if wayland or "wayland" not in library)
    missing = [library for library in asked if not _loads(library)]
    missing += [library for library in dict.fromkeys(named) if library not in missing]
    listed = ", ".join(missing)
    command = install_command(packages_of(missing), os_release)
    if not command or any(library not in package_table() for library in missing):
        return in_words(
            f"Glosa cannot open its window: this system lacks libraries that Qt needs ({listed})."
            f" Install them{': ' + command if command else ''} and start Glosa again.",
            "Glosa nie może otworzyć okna: w systemie brakuje bibliotek, których potrzebuje Qt"
            f" ({listed}). Zainstaluj je{': ' + command if command else ''} i uruchom Glosę"
            " ponownie.",
        )
    return in_words(
        f"Glosa cannot open its window: this system lacks libraries that Qt needs ({listed})."
        f" Install them with this command and start Glosa again: {command}",
        "Glosa nie może otworzyć okna: w systemie brakuje bibliotek, których potrzebuje Qt"
        f" ({listed}). Zainstaluj je tym poleceniem i uruchom Glosę ponownie: {command}",
    )


def packages_of(libraries: list[str]) -> dict[str, list[str]]:
    """Return `package manager -> packages` for libraries, each package once."""
    rows = [row for library in libraries if (row := package_table().get(library))]
    return {name: list(dict.fromkeys(row[name] for row in rows)) for name in _MANAGERS}


def _unusable_text(complaint: str) -> str:
    return in_words(
        f"Glosa cannot open its window: a library that Qt needs cannot be used here ({complaint})."
        " Update the system, and start Glosa again.",
        "Glosa nie może otworzyć okna: nie można tu użyć biblioteki, której potrzebuje Qt"
        f" ({complaint}). Zaktualizuj system i uruchom Glosę ponownie.",
    )


def _library_of(complaint: str) -> str:
    found = re.match(r"(\S+): cannot open shared object file", complaint)
    return found[1] if found else ""


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True

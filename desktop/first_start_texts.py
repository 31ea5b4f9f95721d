"""What a person reads when the first start fails: one paragraph each, ending with what to do."""

from __future__ import annotations

import os
import platform
import re
import sys
import tempfile

from desktop.bootstrap import in_words

_CAUSES = (
    ("disk", r"No space left|\[?Errno 28\b|not enough space on the disk|quota exceeded"),
    ("hash", r"DO NOT MATCH THE HASHES|Hashes are required"),
    ("certificate", r"CERTIFICATE_VERIFY_FAILED|certificate verify failed"),
    (
        "network",
        r"connection broken by|NewConnectionError|ConnectTimeoutError|ReadTimeoutError"
        r"|Max retries exceeded|ProxyError|Connection (?:refused|reset|aborted|timed out)"
        r"|name resolution|IncompleteRead"
        r"|HTTP error 5\d\d|getaddrinfo failed",
    ),
    ("wheel", r"No matching distribution found|not a supported wheel on this platform"),
    ("rights", r"Permission denied|Read-only file system|Errno 13\b|Access is denied"),
)


def explain(printed: str, folder: str, log: str) -> str:
    """Turn what venv or pip printed into a paragraph; the first cause that fits counts."""
    cause = next((name for name, sign in _CAUSES if re.search(sign, printed, re.IGNORECASE)), "")
    return _paragraph(cause, printed, folder) + " " + details_text(log)


def _paragraph(cause: str, printed: str, folder: str) -> str:
    match cause:
        case "disk":
            return disk_text(folder)
        case "hash":
            return hash_text()
        case "certificate":
            return certificate_text()
        case "network":
            return network_text()
        case "wheel":
            return no_wheel_text(_missing_package(printed))
        case "rights":
            return rights_text(folder)
        case _:
            return unknown_text()


def network_text() -> str:
    """No server answered, or the connection was lost."""
    return in_words(
        "Glosa could not download what it needs for its first start: there is no connection to"
        " the internet, or the server does not answer. Connect and start Glosa again; it needs"
        " the network this once only. Behind a company proxy, set the variable HTTPS_PROXY"
        " first.",
        "Glosa nie mogła pobrać tego, czego potrzebuje do pierwszego uruchomienia: nie ma"
        " połączenia z internetem albo serwer nie odpowiada. Połącz się z siecią i uruchom Glosę"
        " ponownie; sieć jest potrzebna tylko ten jeden raz. Za firmowym serwerem proxy ustaw"
        " najpierw zmienną HTTPS_PROXY.",
    )


def certificate_text() -> str:
    """The server's certificate is not trusted: usually an inspecting proxy or a wrong clock."""
    return in_words(
        "Glosa could not download what it needs: the server's certificate is not trusted. Check"
        " that the clock of this computer is right; in a company network, ask for the network's"
        " certificate file, set the variable PIP_CERT to its path, and start Glosa again.",
        "Glosa nie mogła pobrać tego, czego potrzebuje: certyfikat serwera nie jest zaufany."
        " Sprawdź zegar komputera; w sieci firmowej poproś o plik z certyfikatem sieci, ustaw"
        " zmienną PIP_CERT na jego ścieżkę i uruchom Glosę ponownie.",
    )


def disk_text(folder: str) -> str:
    """The disk filled up half-way."""
    temporary = tempfile.gettempdir()
    return in_words(
        f"The disk is full. Glosa needs about 600 MB for its environment in {folder}, and for a"
        f" while 100 MB in {temporary}. Free some space and start Glosa again.",
        f"Dysk jest pełny. Glosa potrzebuje około 600 MB na swoje środowisko w {folder} i przez"
        f" chwilę 100 MB w {temporary}. Zwolnij miejsce i uruchom Glosę ponownie.",
    )


def hash_text() -> str:
    """A download is not the file that the requirements name."""
    return in_words(
        "A downloaded file is not the one that Glosa's authors tested, so it was not installed:"
        " the download was damaged, or something in the network changes files. Start Glosa"
        " again; if this comes back, try another network and report it to Glosa's authors.",
        "Pobrany plik nie jest tym, który sprawdzili autorzy Glosy, więc nie został"
        " zainstalowany: został uszkodzony w drodze albo coś w sieci zmienia pliki. Uruchom"
        " Glosę ponownie; jeśli to się powtórzy, spróbuj w innej sieci i zgłoś to autorom Glosy.",
    )


def no_wheel_text(package: str) -> str:
    """There is no build of a package for this Python and computer."""
    python = f"Python {sys.version_info[0]}.{sys.version_info[1]}"
    machine = f"{platform.system()} {platform.machine()}"
    return in_words(
        f"Glosa needs the package {package}, which is not published for {python} on this system"
        f" ({machine}). Start Glosa with Python 3.11, 3.12 or 3.13, 64-bit, on a system of the"
        " last four years.",
        f"Glosa potrzebuje pakietu {package}, którego nie wydano dla {python} w tym systemie"
        f" ({machine}). Uruchom Glosę 64-bitowym Pythonem 3.11, 3.12 lub 3.13 w systemie z"
        " ostatnich czterech lat.",
    )


def rights_text(folder: str) -> str:
    """A folder may not be written."""
    return in_words(
        f"Glosa may not write into {folder}. Allow it, or delete that folder if another user made"
        " it, and start Glosa again.",
        f"Glosa nie może pisać w {folder}. Nadaj jej to prawo albo usuń ten folder, jeśli założył"
        " go inny użytkownik, i uruchom Glosę ponownie.",
    )


def unknown_text() -> str:
    """Something that has no paragraph of its own."""
    return in_words(
        "Glosa could not prepare itself for its first start. Start it again; if this comes back,"
        " report it to Glosa's authors with the file named here.",
        "Glosa nie mogła się przygotować do pierwszego uruchomienia. Uruchom ją ponownie; jeśli"
        " to się powtórzy, zgłoś to autorom Glosy razem z plikiem, który jest tu podany.",
    )


def details_text(log: str) -> str:
    """Where all that was printed can be read."""
    return in_words(f"Details: {log}", f"Szczegóły: {log}")


def stopped_text() -> str:
    """The person stopped it."""
    return in_words(
        "Stopped before Glosa was ready. Nothing is broken: the next start begins again.",
        "Zatrzymano, zanim Glosa była gotowa. Nic się nie zepsuło: następne uruchomienie zacznie"
        " od nowa.",
    )


def broken_text(folder: str) -> str:
    """An environment that was complete lacks something now."""
    return in_words(
        f"Glosa's environment in {folder} has been damaged. Start Glosa again: it will be made"
        " anew.",
        f"Środowisko Glosy w {folder} zostało uszkodzone. Uruchom Glosę ponownie: zostanie"
        " utworzone od nowa.",
    )


def no_place_text(places: list[str]) -> str:
    """No folder for the environment can be written."""
    listed = in_words(" nor ", " ani ").join(places)
    return in_words(
        f"Glosa can write neither {listed}. Make one of these folders writable for you, or set"
        " the variable XDG_CACHE_HOME to a folder that is, and start Glosa again.",
        f"Glosa nie może pisać w {listed}. Nadaj sobie prawo zapisu w jednym z tych folderów albo"
        " ustaw zmienną XDG_CACHE_HOME na folder, w którym je masz, i uruchom Glosę ponownie.",
    )


def no_venv_text() -> str:
    """Python came without venv or ensurepip; distributions package them apart."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    command = install_command(
        {
            "apt": [f"python{version}-venv"],
            "dnf": ["python3", "python3-pip"],
            "pacman": ["python"],
            "zypper": [f"python{version.replace('.', '')}-base"],
        }
    )
    if not command:
        return in_words(
            f"This Python ({sys.executable}) came without the modules venv and ensurepip, which"
            " Glosa needs. Install Python 3.11 or newer in full, and start Glosa again with it.",
            f"Ten Python ({sys.executable}) nie ma modułów venv i ensurepip, których potrzebuje"
            " Glosa. Zainstaluj pełny Python 3.11 lub nowszy i uruchom nim Glosę ponownie.",
        )
    return in_words(
        "This Python came without a part that Glosa needs. Install it with this command and"
        f" start Glosa again: {command}",
        "Ten Python nie ma części, której potrzebuje Glosa. Zainstaluj ją tym poleceniem i"
        f" uruchom Glosę ponownie: {command}",
    )


def install_command(packages: dict[str, list[str]], os_release: str = "/etc/os-release") -> str:
    """Return this distribution's command that installs packages, or '' when it is not known."""
    manager = package_manager(os_release)
    if not packages.get(manager):
        return ""
    verb = {"pacman": "-S --needed"}.get(manager, "install")
    as_root = "" if os.name == "posix" and os.geteuid() == 0 else "sudo "
    return f"{as_root}{manager} {verb} {' '.join(packages[manager])}"


def package_manager(os_release: str = "/etc/os-release") -> str:
    """Return apt, dnf, pacman, zypper, or '' for a system that is none of their families."""
    try:
        with open(os_release, encoding="utf-8") as file:
            fields = dict(line.strip().split("=", 1) for line in file if "=" in line)
    except OSError:
        return ""
    family = " ".join(fields.get(name, "").strip("\"'") for name in ("ID", "ID_LIKE")).split()
    managers = {
        "apt": {"debian", "ubuntu"},
        "dnf": {"fedora", "rhel", "centos"},
        "pacman": {"arch"},
        "zypper": {"suse", "opensuse", "opensuse-leap", "opensuse-tumbleweed"},
    }
    return next((name for name, ids in managers.items() if ids.intersection(family)), "")


def _missing_package(printed: str) -> str:
    found = re.search(r"No matching distribution found for ([A-Za-z0-9._-]+)", printed)
    return found[1] if found else "?"

"""Find or make the private environment with the dependencies, before anything else is imported.

Runs at every start on a bare Python, so it is standard library only and imports next to nothing
(no pathlib, re or hashlib: each costs more than all of this); the building is in `first_start.py`.
"""

from __future__ import annotations

import os
import sys
import zlib

GUARD = "GLOSA_ENVIRONMENT"
READY = "ready"


def ensure(
    root: str, *, script: str, arguments: list[str], name: str = "requirements", window: bool = True
) -> None:
    """Return if this interpreter has what `name`.in asks for, else start `script` in one that has.

    `window` allows a progress window where there is no terminal.
    """
    came_from = os.environ.pop(GUARD, None)
    if has_all(os.path.join(root, name + ".in")):
        return
    if came_from:
        _refuse_broken(came_from)
    run_in(environment(root, name, window=window), script, arguments)


def environment(root: str, name: str, *, window: bool = False) -> str:
    """Return the folder of the private environment for `name`.txt; build it when there is none."""
    key = environment_key(name, os.path.join(root, name + ".txt"))
    places = environment_places(root)
    found = find_ready(places, key)
    if found:
        return found
    from desktop import first_start

    return first_start.build_or_leave(root, name, key, places, window=window)


def has_all(wish_list: str) -> bool:
    """Tell whether this interpreter can import all that a requirements file asks for."""
    found = installed(sys.path)
    return all(
        name in found and satisfies(found[name], conditions)
        for name, conditions in wanted(wish_list).items()
    )


def wanted(wish_list: str) -> dict[str, str]:
    """Read `name -> conditions` from a requirements file, and from those it names with -r."""
    wishes: dict[str, str] = {}
    with open(wish_list, encoding="utf-8") as lines:
        for line in lines:
            line = line.partition("#")[0].partition(";")[0].strip()
            if line.startswith("-r "):
                wishes.update(wanted(os.path.join(os.path.dirname(wish_list), line[3:].strip())))
            elif line and not line.startswith("-"):
                name = line
                for mark in "[<>=! ":
                    name = name.partition(mark)[0]
                conditions = line[len(name) :].rpartition("]")[2]
                wishes[_normal(name)] = conditions.replace(" ", "")
    return wishes


def installed(folders: list[str]) -> dict[str, str]:
    """Map name to version by the metadata folders (importing importlib.metadata takes 20 ms)."""
    found: dict[str, str] = {}
    for folder in folders:
        try:
            entries = os.listdir(folder or ".")
        except OSError:
            continue
        for entry in entries:
            if entry.endswith((".dist-info", ".egg-info")):
                name, _, version = entry[: -len(".dist-info")].partition("-")
                found.setdefault(_normal(name), version)
    return found


def satisfies(version: str, conditions: str) -> bool:
    """Compare by numbers only; `conditions` are joined by commas and use >=, < and ==."""
    have = _numbers(version)
    for condition in filter(None, conditions.split(",")):
        limit = _numbers(condition.lstrip("<>="))
        if condition.startswith(">="):
            met = have >= limit
        elif condition.startswith("=="):
            met = have == limit
        else:
            met = condition.startswith("<") and have < limit
        if not met:
            return False
    return True


def environment_key(name: str, requirements: str) -> str:
    """Name an environment by its purpose, the interpreter's kind and the requirements' content."""
    machine = os.uname().machine if os.name == "posix" else os.environ.get("PROCESSOR_ARCHITECTURE")
    kind = f"{sys.implementation.cache_tag}{getattr(sys, 'abiflags', '')}-{sys.platform}-{machine}"
    with open(requirements, "rb") as file:
        return f"{name}-{kind}-{zlib.crc32(file.read()):08x}"


def environment_places(root: str) -> list[str]:
    """List the folders that may hold environments, the preferred one first."""
    return [
        os.path.join(root, ".glosa-env"),
        os.path.join(cache_folder(), "glosa", "environments"),
    ]


def cache_folder() -> str:
    """Return the user's cache folder without the help of platformdirs, which is not there yet."""
    if os.name == "nt":
        return os.environ.get("LOCALAPPDATA") or os.path.expanduser(r"~\AppData\Local")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches")
    chosen = os.environ.get("XDG_CACHE_HOME", "")
    return chosen if os.path.isabs(chosen) else os.path.expanduser("~/.cache")


def find_ready(places: list[str], key: str) -> str | None:
    """Return the environment that was built to its end and still has a working interpreter link."""
    for place in places:
        folder = os.path.join(place, key)
        whole = os.path.isfile(os.path.join(folder, READY))
        if whole and os.access(python_of(folder), os.X_OK):
            return folder
    return None


def python_of(folder: str) -> str:
    """Return the path of an environment's interpreter."""
    if os.name != "nt":
        return os.path.join(folder, "bin", "python")
    windowless = os.path.basename(sys.executable).lower() == "pythonw.exe"
    return os.path.join(folder, "Scripts", "pythonw.exe" if windowless else "python.exe")


def run_in(folder: str, script: str, arguments: list[str]) -> None:
    """Go on with the environment's interpreter; does not return."""
    command = [python_of(folder), script, *arguments]
    os.environ[GUARD] = folder
    os.environ.pop("__PYVENV_LAUNCHER__", None)  # macOS: would point the new process back here
    if os.name == "posix":
        _hold(folder)
        os.execv(command[0], command)
    import subprocess

    try:
        sys.exit(subprocess.call(command))
    except KeyboardInterrupt:
        sys.exit(130)


def in_words(english: str, polish: str) -> str:
    """Choose by the user's locale: for the texts needed before Qt's translations are there."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    chosen = next(filter(None, names), None)
    if chosen is None:
        import locale

        chosen = locale.getlocale()[0] or ""
    return polish if chosen.lower().startswith("pl") else english


def _hold(folder: str) -> None:
    """Lock the environment as in use for as long as the program lives, past the exec."""
    import fcntl

    try:
        file = os.open(os.path.join(folder, READY), os.O_RDONLY)
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        os.set_inheritable(file, True)
    except OSError:
        pass  # a file system without locks: only the removal of old environments is less careful


def _refuse_broken(folder: str) -> None:
    """Give up on an environment that was started and turned out to lack something."""
    from desktop import first_start

    first_start.leave_broken(folder)


def _normal(name: str) -> str:
    return name.strip().lower().replace("-", "_").replace(".", "_")


def _numbers(version: str) -> tuple[int, ...]:
    """Read the leading numbers: '4.2.1rc2' gives (4, 2, 1), without zeros at the end."""
    numbers: list[int] = []
    for part in version.split("."):
        digits = part[: len(part) - len(part.lstrip("0123456789"))]
        numbers.append(int(digits or 0))
        if digits != part:
            break
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def main(name: str) -> None:
    """Print the interpreter that has the requirements, for scripts: `-m desktop.bootstrap NAME`."""
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    enough = has_all(os.path.join(root, name + ".in"))
    print(sys.executable if enough else python_of(environment(root, name)))


if __name__ == "__main__":
    main(*sys.argv[1:])

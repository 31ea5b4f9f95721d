"""Build the private environment of a first start, and show how far it is.

Apart from `bootstrap.py` because a normal start must not pay for it. Standard library only.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from typing import IO, NoReturn

from desktop.bootstrap import READY, find_ready, in_words, python_of
from desktop.first_start_texts import (
    broken_text,
    explain,
    no_place_text,
    no_venv_text,
    stopped_text,
)

Progress = Callable[[str, int, int], None]
"""Takes a sentence, the steps done and the steps in all (0: not known)."""


class SetupError(Exception):
    """The environment could not be made; the text is for the person at the screen."""


class CommandError(Exception):
    """A command ended badly; the text is all it printed."""


class Task:
    """The one running command, so that a Cancel button in another thread can end it."""

    def __init__(self) -> None:
        self.cancelled = False
        self._process: subprocess.Popen[str] | None = None

    def cancel(self) -> None:
        """End the running command and let no other start."""
        self.cancelled = True
        if self._process is not None:
            self._process.kill()

    def run(
        self,
        command: list[str],
        log: IO[str],
        keep: tuple[int, ...],
        on_line: Callable[[str], None],
    ) -> str:
        """Run a command to its end; what it prints goes to `log` and, line by line, to `on_line`.

        The child inherits the descriptors in `keep`: with the lock among them, a command that
        outlives us (we were killed) still keeps the next start away from its folder.
        """
        if self.cancelled:
            raise KeyboardInterrupt
        printed: list[str] = []
        with _popen(command, keep) as process:
            self._process = process
            try:
                assert process.stdout is not None
                for line in process.stdout:
                    log.write(line)
                    printed.append(line)
                    on_line(line)
            except BaseException:
                process.kill()
                raise
        if self.cancelled:
            raise KeyboardInterrupt
        if process.returncode:
            raise CommandError("".join(printed))
        return "".join(printed)


def build_or_leave(root: str, name: str, key: str, places: list[str], *, window: bool) -> str:
    """Return the folder of a new environment, or tell why there is none and exit with 1."""
    requirements = os.path.join(root, name + ".txt")

    def work(progress: Progress, task: Task) -> str:
        return build(requirements, key, writable_place(places), progress, task)

    try:
        if window and wants_window():
            from desktop.first_start_window import in_window

            return in_window(work)
        return work(print_progress, Task())
    except SetupError as error:
        leave(str(error), window=window)
    except KeyboardInterrupt:
        leave(stopped_text(), window=False)


def build(requirements: str, key: str, place: str, progress: Progress, task: Task) -> str:
    """Make the environment `key` in `place`; `READY` comes last, so no half-built one is used."""
    folder = os.path.join(place, key)
    try:
        with locked(os.path.join(place, "lock"), progress, task) as lock:
            # While we waited for the lock, the other start has perhaps built it.
            if not find_ready([place], key):
                _build_whole(folder, requirements, progress, task, lock)
                remove_old(place, key)
    except (CommandError, OSError) as error:
        raise SetupError(explain(str(error), folder, folder + ".log")) from error
    return folder


def writable_place(places: list[str]) -> str:
    """Return the first folder that can be made and written; the mode bits alone do not tell."""
    for place in places:
        probe = os.path.join(place, f"probe-{os.getpid()}")
        with contextlib.suppress(OSError):
            os.makedirs(place, exist_ok=True)
            with open(probe, "w", encoding="utf-8"):
                pass
            os.remove(probe)
            return place
    raise SetupError(no_place_text(places))


@contextlib.contextmanager
def locked(path: str, progress: Progress, task: Task) -> Generator[tuple[int, ...]]:
    """Hold the lock of a folder of environments; yield the descriptors for a child to inherit."""
    with open(path, "a+b") as file:
        waiting = False
        while not _try_lock(file.fileno()):
            if not waiting:
                waiting = True
                progress(
                    in_words(
                        "Another start is preparing Glosa; waiting for it",
                        "Glosa jest już przygotowywana przy innym uruchomieniu; czekam",
                    ),
                    0,
                    0,
                )
            if task.cancelled:
                raise KeyboardInterrupt
            time.sleep(0.1)
        yield (file.fileno(),) if os.name == "posix" else ()


def remove_old(place: str, key: str) -> None:
    """Remove the environments of the same purpose and interpreter that earlier requirements made.

    One that a running Glosa uses stays: on POSIX it holds a lock, on Windows it cannot be renamed.
    """
    family = key.rpartition("-")[0] + "-"
    for name in os.listdir(place):
        folder = os.path.join(place, name)
        if (
            name.startswith(family)
            and name != key
            and os.path.isdir(folder)
            and not _in_use(folder)
        ):
            doomed = folder if name.endswith(".old") else folder + ".old"
            with contextlib.suppress(OSError):
                os.rename(folder, doomed)
                shutil.rmtree(doomed, ignore_errors=True)
                os.remove(folder + ".log")


def pip_lines(total: int, progress: Progress) -> Callable[[str], None]:
    """Return a reader of pip's output that reports each package as its download begins."""
    done, skipped, package = 0, 0, ""

    def read(line: str) -> None:
        nonlocal done, skipped, package
        words = line.split()
        match words[:1]:
            case ["Ignoring"]:  # a requirement for another system or Python
                skipped += 1
            case ["Collecting"]:
                package = words[1].partition("==")[0]
            case ["Downloading" | "Using" | "Processing"]:
                if (
                    words[0] == "Processing" and not package
                ):  # a file of a local index, no "Collecting"
                    package = os.path.basename(words[1]).partition("-")[0]
                done += bool(package)
                size = line[line.rfind("(") : line.rfind(")") + 1] if line.endswith("B)\n") else ""
                if package:
                    progress(f"{package} {size}".strip(), done, total - skipped)
                package = ""
            case ["Installing"]:
                progress(in_words("Unpacking", "Rozpakowywanie"), 0, 0)
            case _ if "Retrying (Retry(" in line:
                progress(
                    in_words("No answer; trying again", "Brak odpowiedzi; próbuję ponownie"), 0, 0
                )

    return read


def print_progress(sentence: str, done: int, total: int) -> None:
    """Write one line to stderr; stdout belongs to what the command prints."""
    if sys.stderr is not None:
        print(f"[{done}/{total}] {sentence}" if total else sentence, file=sys.stderr, flush=True)


def wants_window() -> bool:
    """Tell whether only a window would be seen: no terminal, no reading program, a display."""
    if os.environ.get("CI") or not _has_display():
        return False
    return not any(_is_read(stream) for stream in (sys.stdin, sys.stdout, sys.stderr))


def leave(text: str, *, window: bool = True, code: int = 1) -> NoReturn:
    """Tell why the program cannot go on, in a message box when nothing else is seen, and exit."""
    if sys.stderr is not None:
        print(text, file=sys.stderr, flush=True)
    if window and wants_window():
        from desktop.first_start_window import show_message

        show_message(text)
    sys.exit(code)


def leave_broken(folder: str) -> NoReturn:
    """Mark an environment as unfinished, so that the next start makes it anew, and exit with 1."""
    with contextlib.suppress(OSError):
        os.remove(os.path.join(folder, READY))
    leave(broken_text(folder))


def _build_whole(
    folder: str, requirements: str, progress: Progress, task: Task, keep: tuple[int, ...]
) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    try:
        with open(folder + ".log", "w", encoding="utf-8") as log:
            _create(folder, progress, task, log, keep)
            _install(folder, requirements, progress, task, log, keep)
        with open(os.path.join(folder, READY), "w", encoding="utf-8") as marker:
            marker.write("complete\n")
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)  # it may be what filled the disk
        raise


def _create(
    folder: str, progress: Progress, task: Task, log: IO[str], keep: tuple[int, ...]
) -> None:
    progress(
        in_words(
            "Preparing Glosa for its first start (once; over 100 MB to download)",
            "Przygotowanie do pierwszego uruchomienia Glosy (tylko raz; ponad 100 MB)",
        ),
        0,
        0,
    )
    try:
        task.run([sys.executable, "-I", "-m", "venv", folder], log, keep, lambda line: None)
    except CommandError as error:
        printed = str(error)
        if "No module named" in printed or "ensurepip" in printed:
            raise SetupError(no_venv_text()) from error
        raise


def _install(
    folder: str,
    requirements: str,
    progress: Progress,
    task: Task,
    log: IO[str],
    keep: tuple[int, ...],
) -> None:
    """Install exactly the listed files: the list is complete (no-deps); nothing is compiled."""
    with open(requirements, encoding="utf-8") as lines:
        total = sum("==" in line for line in lines)
    pip = [python_of(folder), "-I", "-u", "-X", "utf8", "-m", "pip", "install"]
    options = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-input"]
    quiet = ["--disable-pip-version-check", "--no-color", "-r", requirements]
    task.run(pip + options + quiet, log, keep, pip_lines(total, progress))


def _popen(command: list[str], keep: tuple[int, ...]) -> subprocess.Popen[str]:
    """Start a command whose output we read; pip's settings count, but not where they install."""
    aims = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIREMENT", "PIP_DRY_RUN")
    environ = {name: value for name, value in os.environ.items() if name not in aims}
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environ | {"PIP_USER": "0"},
        pass_fds=keep,
        text=True,
        encoding="utf-8",
        errors="replace",
    )


def _try_lock(file: int) -> bool:
    """Take the lock if it is free; True also where the file system has no locks."""
    if os.name == "nt":
        import msvcrt

        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def _in_use(folder: str) -> bool:
    if os.name == "nt":
        return False
    with contextlib.suppress(OSError), open(os.path.join(folder, READY), "rb") as marker:
        return not _try_lock(marker.fileno())
    return False


def _has_display() -> bool:
    if os.name == "nt" or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _is_read(stream: IO[str] | None) -> bool:
    """Tell whether somebody sees what is written: a terminal, or a program at the end of a pipe."""
    try:
        assert stream is not None
        return stream.isatty() or stat.S_ISFIFO(os.fstat(stream.fileno()).st_mode)
    except (AssertionError, OSError, ValueError):
        return False

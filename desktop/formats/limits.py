"""What reading one file may cost, and the child process's own guards against costing more.

The limits are the promise of the import: a hostile file is refused in words, it never takes the
program, the computer's memory or the user's afternoon with it.
"""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.formats import page_folder

SECONDS = 20.0  # for an article, of the processor; also without any sign of work
PATIENCE = 3  # a busy computer may take so many times as long, while there is work to see
PULSE = 1.0
MEMORY = 600 * 1024**2
LARGEST_FILE = 256 * 1024**2
LARGEST_MARKUP = 48 * 1024**2
LARGEST_TEXT = 40_000_000
LARGEST_MESSAGE = 256 * 1024**2
TOO_MUCH_MEMORY = 97
_PERIOD = 0.05
_FORBIDDEN = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork",
    "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate",
    "os.chmod", "os.chown", "os.startfile", "shutil.", "urllib.", "http.", "ftplib.", "smtplib.",
    "webbrowser.", "tempfile.",
)  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CLOCK_FILES = ("/etc/localtime", "/etc/timezone", "/usr/share/zoneinfo")


def hold_memory() -> None:
    """End this process, or let it fail with MemoryError, when it takes more than `MEMORY`."""
    if sys.platform.startswith("linux"):
        import resource

        for name, value in (
            ("RLIMIT_AS", MEMORY),
            ("RLIMIT_CORE", 0),
            ("RLIMIT_FSIZE", 0),
        ):
            limit = getattr(resource, name)
            highest = resource.getrlimit(limit)[1]
            top = value if highest == resource.RLIM_INFINITY else min(value, highest)
            resource.setrlimit(limit, (top, top))
    else:
        threading.Thread(target=_watch_memory, daemon=True).start()


def start_clock() -> None:
    """Let the system end this process when it computes for `SECONDS` from now, in C code too."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, SECONDS)


def start_pulse(beat: Callable[[], None]) -> None:
    """Call *beat* in a thread about every `PULSE` seconds in which this process has computed."""
    threading.stack_size(256 * 1024)
    threading.Thread(target=_beat_while_working, args=(beat,), daemon=True).start()


def ended_by_clock(code: int) -> bool:
    """Tell whether a process ended with *code* because of `start_clock`."""
    return hasattr(signal, "SIGPROF") and code == -signal.SIGPROF


def lower_priority() -> None:
    """Let the window go first."""
    if hasattr(os, "nice"):
        os.nice(10)


class Fence:
    """An audit hook: this process reads one file at a time, writes none and connects nowhere.

    Python cannot take a hook off again, so it is only ever put into the child process.
    """

    def __init__(self, roots: list[str]) -> None:
        self._roots = tuple({*(os.path.realpath(root) for root in roots), *roots, *_CLOCK_FILES})
        self.input = ""

    def install(self) -> None:
        """Guard this process from now on."""
        sys.addaudithook(self._judge)

    def _judge(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            self._judge_open(arguments[0], arguments[1], arguments[2])
        elif event.startswith(_FORBIDDEN):
            raise PermissionError(f"{event} while reading a document")

    def _judge_open(self, name: object, mode: object, flags: object) -> None:
        if isinstance(name, int):
            return
        writing = isinstance(flags, int) and flags & _WRITING
        if writing or (isinstance(mode, str) and set(mode) & set("wax+")):
            raise PermissionError("writing while reading a document")
        path = os.fsdecode(name) if isinstance(name, str | bytes) else str(name)
        if path == self.input or path.startswith(self._roots):
            return
        if self.input and page_folder.belongs(Path(self.input), Path(path)):
            return
        raise PermissionError("a file beside the document")


def module_roots() -> list[str]:
    """Return the folders that Python itself and its packages are read from."""
    here = Path(__file__).resolve().parent.parent.parent
    known = [sys.prefix, sys.base_prefix, sys.exec_prefix, str(here / "desktop"), *sys.path]
    return [root for root in known if root and Path(root) != Path(Path(root).anchor)]


def _beat_while_working(beat: Callable[[], None]) -> None:
    before = time.process_time()
    while True:
        time.sleep(PULSE)
        now = time.process_time()
        if now - before > PULSE / 100:  # a process that waits does not compute, but for this loop
            beat()
        before = now


def _watch_memory() -> None:
    while True:
        if _resident() > MEMORY:
            os._exit(TOO_MUCH_MEMORY)
        time.sleep(_PERIOD)


def _resident() -> int:
    """Return the memory of this process in bytes, where no limit can be set (macOS, Windows)."""
    if sys.platform == "win32":
        return _resident_on_windows()
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # bytes on macOS


def _resident_on_windows() -> int:
    import ctypes
    from ctypes import wintypes

    class Counters(ctypes.Structure):
        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            *((name, ctypes.c_size_t) for name in (
                "PeakWorkingSetSize", "WorkingSetSize", "QuotaPeakPagedPoolUsage",
                "QuotaPagedPoolUsage", "QuotaPeakNonPagedPoolUsage", "QuotaNonPagedPoolUsage",
                "PagefileUsage", "PeakPagefileUsage",
            )),
        )  # fmt: skip

    libraries: Any = getattr(ctypes, "windll")  # noqa: B009 - only Windows has it
    libraries.kernel32.GetCurrentProcess.restype = wintypes.HANDLE
    read = libraries.psapi.GetProcessMemoryInfo
    read.argtypes = (wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD)
    counters = Counters()
    counters.cb = ctypes.sizeof(counters)
    read(libraries.kernel32.GetCurrentProcess(), ctypes.byref(counters), counters.cb)
    return int(counters.PagefileUsage)

"""The progress window and the message box of a first start by double-click, drawn with tkinter.

Qt is what is being installed, so it cannot draw them.
"""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.bootstrap import in_words
from desktop.first_start import Progress, Task, print_progress

if TYPE_CHECKING:
    from tkinter import ttk

Work = Callable[[Progress, Task], str]
Step = tuple[str, int, int]


def in_window(work: Work) -> str:
    """Do the work in a thread while a window shows its progress; return or raise what it does."""
    try:
        import tkinter
        from tkinter import ttk

        window = tkinter.Tk()
    except Exception:  # tkinter is missing in many ways: ImportError, TclError, a broken Tcl
        return work(print_progress, Task())
    steps: queue.SimpleQueue[Step] = queue.SimpleQueue()
    task = Task()
    outcome: list[str | BaseException] = []

    def run() -> None:
        try:
            outcome.append(work(lambda *step: steps.put(step), task))
        except BaseException as error:  # carried to the main thread and raised there
            outcome.append(error)

    window.title("Glosa")
    window.resizable(False, False)
    frame = ttk.Frame(window, padding=24)
    frame.grid()
    sentence = ttk.Label(frame, width=64, wraplength=480)
    sentence.grid(sticky="w")
    bar = ttk.Progressbar(frame, length=480, mode="indeterminate")
    bar.grid(sticky="ew", pady=16)
    ttk.Button(frame, text=in_words("Cancel", "Anuluj"), command=task.cancel).grid(sticky="e")
    window.protocol("WM_DELETE_WINDOW", task.cancel)
    bar.start(20)
    thread = threading.Thread(target=run, daemon=True)
    thread.start()

    def look() -> None:
        while not steps.empty():
            _show_step(sentence, bar, steps.get())
        if thread.is_alive():
            window.after(100, look)
        else:
            window.destroy()

    look()
    window.mainloop()
    thread.join()
    return _result(outcome[0])


def show_message(text: str) -> None:
    """Show a failure in a message box; nothing more can be done where even that is missing."""
    try:
        import tkinter
        from tkinter import messagebox

        tkinter.Tk().withdraw()
        messagebox.showerror("Glosa", text)
    except Exception as error:  # see in_window
        print(error, file=sys.stderr)


def _show_step(sentence: ttk.Label, bar: ttk.Progressbar, step: Step) -> None:
    text, done, total = step
    sentence.configure(text=f"{done}/{total}  {text}" if total else text)
    if total:
        bar.stop()
        bar.configure(mode="determinate", maximum=total, value=done)
    else:
        bar.configure(mode="indeterminate")
        bar.start(20)


def _result(outcome: str | BaseException) -> str:
    if isinstance(outcome, BaseException):
        raise outcome
    return outcome

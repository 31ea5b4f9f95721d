#!/usr/bin/env python3
"""Start Glosa from a checkout: by double-click, or as a command with arguments.

Any Python can read this file, so that an old one can say what is wrong.
"""

import os
import sys

NEEDED = (3, 11)


def refuse_old_python():
    """Say which Python is needed, in a window too when no terminal shows it, and leave with 1."""
    message = (
        "Glosa needs Python {}.{} or newer, and this is Python {}.{} ({}). Install a newer one and"
        " start Glosa with it, for example: python3.13 main.py"
    ).format(*NEEDED + sys.version_info[:2] + (sys.executable,))
    if sys.stdin is None or not (sys.stdin.isatty() or os.environ.get("CI") or len(sys.argv) > 1):
        try:
            from tkinter import Tk, messagebox

            Tk().withdraw()
            messagebox.showerror("Glosa", message)
        except Exception:  # no tkinter or no display: the line on stderr must do
            pass
    sys.exit(message)


def start():
    """Make sure that the dependencies are there, then hand over to the program."""
    from desktop import bootstrap

    script = os.path.realpath(__file__)
    bootstrap.ensure(os.path.dirname(script), script=script, arguments=sys.argv[1:])
    from desktop import cli

    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    if sys.version_info < NEEDED:
        refuse_old_python()
    sys.exit(start())

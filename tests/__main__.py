"""Run the tests with one command on a bare Python: `python3 tests [pytest arguments]`.

Brings its own private environment as main.py does, and leaves a read-only checkout alone.
"""

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
NEEDED = (3, 11)


def run(arguments):
    """Run pytest in this process and return its exit code."""
    from desktop.bootstrap import cache_folder, ensure

    ensure(
        ROOT,
        script=os.path.realpath(__file__),
        arguments=arguments,
        name="requirements-dev",
        window=False,
    )
    import pytest

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [ROOT, os.environ.get("PYTHONPATH")]))
    options = ["-c", os.path.join(ROOT, "pyproject.toml"), "--rootdir", ROOT]
    if not os.access(ROOT, os.W_OK):
        options += write_elsewhere(os.path.join(cache_folder(), "glosa", "tests"))
    arguments = [whole_path(argument) for argument in arguments]
    os.chdir(ROOT)  # coverage looks for its settings here
    return pytest.main(options + defaults(arguments) + arguments)


def defaults(arguments):
    """Return what the arguments leave open: two workers, and all the tests."""
    chosen = []
    alone = ("-s", "--pdb", "--trace", "--collect-only", "--co", "--dist", "--numprocesses")
    if not any(argument.startswith("-n") or argument in alone for argument in arguments):
        chosen += ["-n", "2", "--dist", "worksteal"]
    if not any(os.path.isabs(argument) for argument in arguments):
        chosen.append(os.path.join(ROOT, "tests"))
    return chosen


def whole_path(argument):
    """Make a test's path independent of the current folder; leave all else as it is."""
    path, mark, rest = argument.partition("::")
    if argument.startswith("-") or not os.path.exists(path):
        return argument
    return os.path.abspath(path) + mark + rest


def write_elsewhere(folder):
    """Send what pytest, coverage and hypothesis keep to a folder; return pytest's option for it."""
    os.makedirs(folder, exist_ok=True)
    os.environ.setdefault("COVERAGE_FILE", os.path.join(folder, "coverage"))
    os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", os.path.join(folder, "hypothesis"))
    return ["-o", "cache_dir=" + os.path.join(folder, "pytest")]


if __name__ == "__main__":
    if sys.version_info < NEEDED:
        sys.exit("The tests need Python {}.{} or newer: python3.13 tests".format(*NEEDED))
    sys.path[0] = (
        ROOT  # instead of this folder, whose modules are not meant to be imported by short names
    )
    sys.exit(run(sys.argv[1:]))

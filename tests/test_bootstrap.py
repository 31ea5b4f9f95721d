"""The private environment is found fast, built whole or not at all, and repaired."""

from __future__ import annotations

import ast
import base64
import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import threading
import tomllib
import zipfile
from pathlib import Path

import pytest

from desktop import bootstrap, first_start, first_start_texts

ROOT = Path(__file__).parent.parent
STUB = """
import json, sys

def main(argv):
    import glosa_probe
    print(json.dumps({"argv": argv, "prefix": sys.prefix, "probe": glosa_probe.VALUE}))
    return 0
"""


def make_wheel(folder: Path) -> str:
    """Write a wheel with one module and return its requirement line with the hash."""
    files = {
        "glosa_probe.py": "VALUE = 7\n",
        "glosa_probe-1.0.dist-info/METADATA": (
            "Metadata-Version: 2.1\nName: glosa-probe\nVersion: 1.0\n"
        ),
        "glosa_probe-1.0.dist-info/WHEEL": (
            "Wheel-Version: 1.0\nGenerator: t\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        ),
    }
    record = "".join(
        f"{name},sha256={urlsafe_digest(text)},{len(text)}\n" for name, text in files.items()
    )
    files["glosa_probe-1.0.dist-info/RECORD"] = record + "glosa_probe-1.0.dist-info/RECORD,,\n"
    wheel = folder / "glosa_probe-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return f"glosa-probe==1.0 --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


def urlsafe_digest(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def make_checkout(folder: Path) -> Path:
    """Copy what a start needs, with a stub of the program and one dependency."""
    (folder / "desktop").mkdir(parents=True)
    shutil.copy(ROOT / "main.py", folder)
    for source in [*(ROOT / "desktop").glob("first_start*.py"), ROOT / "desktop" / "bootstrap.py"]:
        shutil.copy(source, folder / "desktop")
    (folder / "desktop" / "__init__.py").touch()
    (folder / "desktop" / "cli.py").write_text(STUB)
    (folder / "requirements.in").write_text("glosa-probe>=1\n")
    (folder / "requirements.txt").write_text(make_wheel(folder.parent))
    return folder


def start(checkout: Path, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run main.py as a bare Python would, with the folder above as the only source of packages."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "PIP_", "COV_", "DISPLAY", "WAYLAND"))
    }
    own = {
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(checkout.parent),  # pip parts it at spaces
        "PIP_CONFIG_FILE": os.devnull,
        "LC_ALL": "C.UTF-8",
    }
    return subprocess.run(
        [sys.executable, checkout / "main.py", *arguments],
        env=kept | own | environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd="/",
        timeout=120,
    )


def only_environment(checkout: Path) -> Path:
    [folder] = [path for path in (checkout / ".glosa-env").iterdir() if path.is_dir()]
    return folder


def test_first_start_builds_next_goes_straight_in_and_damage_is_repaired(tmp_path: Path) -> None:
    checkout = make_checkout(tmp_path / "a checkout ż")
    half_built = (
        checkout
        / ".glosa-env"
        / bootstrap.environment_key("requirements", str(checkout / "requirements.txt"))
    )
    (half_built / "bin").mkdir(parents=True)
    (half_built / "bin" / "python").write_text("not a python")

    first = start(checkout, "import", "x y", "--json")
    assert first.returncode == 0, first.stderr
    folder = only_environment(checkout)
    assert folder == half_built
    assert json.loads(first.stdout) == {
        "argv": ["import", "x y", "--json"],
        "prefix": str(folder),
        "probe": 7,
    }
    assert "[1/1] glosa" in first.stderr

    second = start(checkout)
    assert (second.returncode, second.stderr) == (0, "")
    assert json.loads(second.stdout)["argv"] == []

    for path in folder.glob("lib/*/site-packages/glosa_probe*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    damaged = start(checkout)
    assert (damaged.returncode, damaged.stdout) == (1, "")
    assert "has been damaged" in damaged.stderr and "Traceback" not in damaged.stderr
    assert not (folder / bootstrap.READY).exists()


def test_changed_file_is_refused_and_leaves_nothing_half_built(tmp_path: Path) -> None:
    checkout = make_checkout(tmp_path / "checkout")
    (checkout / "requirements.txt").write_text(f"glosa-probe==1.0 --hash=sha256:{0:064d}\n")
    result = start(checkout)
    assert (result.returncode, result.stdout) == (1, "")
    assert "not the one that Glosa's authors tested" in result.stderr
    assert "Traceback" not in result.stderr
    assert [path.suffix for path in (checkout / ".glosa-env").iterdir() if path.is_dir()] == []


def test_interpreter_that_has_the_dependencies_is_used(tmp_path: Path) -> None:
    checkout = make_checkout(tmp_path / "checkout")
    installed = tmp_path / "site"
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as archive:
        archive.extractall(installed)
    result = start(checkout, PYTHONPATH=str(installed))
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["prefix"] == sys.prefix
    assert not (checkout / ".glosa-env").exists()


def test_no_place_to_write_names_the_folders(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    places = [str(tmp_path / "file" / "one"), str(tmp_path / "file" / "two")]
    with pytest.raises(first_start.SetupError) as caught:
        first_start.writable_place(places)
    assert all(place in str(caught.value) for place in places)


def test_place_falls_back_to_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    places = bootstrap.environment_places(str(tmp_path / "file"))
    assert first_start.writable_place(places) == str(tmp_path / "cache/glosa/environments")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert bootstrap.cache_folder() == str(Path("~/.cache").expanduser())


def test_key_follows_content_purpose_and_interpreter(tmp_path: Path) -> None:
    requirements = tmp_path / "requirements.txt"
    requirements.write_text("one\n")
    key = bootstrap.environment_key("requirements", str(requirements))
    assert key == bootstrap.environment_key("requirements", str(requirements))
    assert f"cpython-3{sys.version_info[1]}" in key
    assert key != bootstrap.environment_key("requirements-dev", str(requirements))
    requirements.write_text("two\n")
    assert key != bootstrap.environment_key("requirements", str(requirements))


def test_environment_without_marker_or_interpreter_is_not_ready(tmp_path: Path) -> None:
    folder = tmp_path / "key"
    python = Path(bootstrap.python_of(str(folder)))
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    assert bootstrap.find_ready([str(tmp_path)], "key") is None
    (folder / bootstrap.READY).touch()
    assert bootstrap.find_ready(["/nowhere", str(tmp_path)], "key") == str(folder)
    python.unlink()
    python.symlink_to("/nowhere/python")
    assert bootstrap.find_ready([str(tmp_path)], "key") is None


def test_second_start_waits_for_the_lock_and_says_so(tmp_path: Path) -> None:
    said: list[str] = []
    entered = threading.Event()

    def wait() -> None:
        def hear(sentence: str, done: int, total: int) -> None:
            said.append(sentence)

        with first_start.locked(str(tmp_path / "lock"), hear, first_start.Task()):
            entered.set()

    with first_start.locked(str(tmp_path / "lock"), lambda *step: None, first_start.Task()):
        thread = threading.Thread(target=wait)
        thread.start()
        assert not entered.wait(0.3)
    thread.join(5)
    assert entered.is_set() and len(said) == 1


def test_waiting_for_the_lock_can_be_cancelled(tmp_path: Path) -> None:
    task = first_start.Task()
    task.cancel()
    with (
        first_start.locked(str(tmp_path / "lock"), lambda *step: None, task),
        pytest.raises(KeyboardInterrupt),
        first_start.locked(str(tmp_path / "lock"), lambda *step: None, task),
    ):
        pass


def test_cancel_ends_the_running_command(tmp_path: Path) -> None:
    task = first_start.Task()
    command = [sys.executable, "-c", "import time; print('on', flush=True); time.sleep(60)"]
    with (
        (tmp_path / "log").open("w+", encoding="utf-8") as log,
        pytest.raises(KeyboardInterrupt),
    ):
        task.run(command, log, (), lambda line: task.cancel())
    assert (tmp_path / "log").read_text() == "on\n"


def test_old_environments_go_unless_in_use(tmp_path: Path) -> None:
    for name in ("run-py-1", "run-py-2", "run-py-3", "tests-py-1"):
        (tmp_path / name).mkdir()
        (tmp_path / name / bootstrap.READY).touch()
    (tmp_path / "run-py-1.log").touch()
    with (tmp_path / "run-py-2" / bootstrap.READY).open("rb") as used:
        fcntl.flock(used, fcntl.LOCK_SH)
        first_start.remove_old(str(tmp_path), "run-py-3")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "run-py-2",
        "run-py-3",
        "tests-py-1",
    ]


def test_progress_counts_the_packages_of_this_system() -> None:
    steps: list[tuple[str, int, int]] = []
    read = first_start.pip_lines(4, lambda *step: steps.append(step))
    for line in (
        "Ignoring colorama: markers 'sys_platform == \"win32\"' don't match your environment",
        "Collecting pyside6-essentials==6.11.3 (from -r requirements.txt (line 1))",
        "  Downloading PySide6_Essentials-6.11.3-cp310-abi3-any.whl (80.3 MB)",
        "Collecting click==8.5.1 (from -r requirements.txt (line 9))",
        "  Using cached click-8.5.1-py3-none-any.whl (126 kB)",
        "Processing /files/numpy-2.4.6-cp311.whl (from -r requirements.txt (line 12))",
    ):
        read(line + "\n")
    assert steps == [
        ("pyside6-essentials (80.3 MB)", 1, 3),
        ("click (126 kB)", 2, 3),
        ("numpy", 3, 3),
    ]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (
            "WARNING: Retrying (Retry()) after connection broken by 'NewConnectionError(...)'\n"
            "ERROR: No matching distribution found for click==8.5.1",
            "no connection to the internet",
        ),
        ("ERROR: No matching distribution found for numpy==2.4.6", "the package numpy, which"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE",
            "authors tested",
        ),
        ("SSLError(SSLCertVerificationError('[SSL: CERTIFICATE_VERIFY_FAILED]", "not trusted"),
        ("ERROR: [Errno 13] Permission denied: '/x'", "may not write into /env"),
        ("Segmentation fault", "could not prepare itself"),
    ],
)
def test_failures_say_what_to_do(
    printed: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    text = first_start_texts.explain(printed, "/env", "/env.log")
    assert expected in text
    assert text.endswith("Details: /env.log") and "\n" not in text
    monkeypatch.setenv("LC_ALL", "pl_PL.UTF-8")
    polish = first_start_texts.explain(printed, "/env", "/env.log")
    assert polish.endswith("Szczegóły: /env.log")


@pytest.mark.parametrize(
    ("os_release", "expected"),
    [
        ("ID=debian\n", "apt install thing-deb"),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', "apt install thing-deb"),
        ("ID=fedora\n", "dnf install thing-rpm"),
        ("ID=manjaro\nID_LIKE=arch\n", "pacman -S --needed thing-arch"),
        ('ID="opensuse-leap"\nID_LIKE="suse opensuse"\n', "zypper install thing-suse"),
        ("ID=nixos\n", ""),
        ("", ""),
    ],
)
def test_install_command_fits_the_distribution(
    os_release: str, expected: str, tmp_path: Path
) -> None:
    file = tmp_path / "os-release"
    file.write_text(os_release)
    packages = {
        "apt": ["thing-deb"],
        "dnf": ["thing-rpm"],
        "pacman": ["thing-arch"],
        "zypper": ["thing-suse"],
    }
    command = first_start_texts.install_command(packages, str(file))
    assert command.removeprefix("sudo ") == expected
    assert first_start_texts.install_command(packages, str(tmp_path / "none")) == ""


@pytest.mark.parametrize(
    ("version", "conditions", "met"),
    [
        ("6.11.3", ">=6.11.3,<6.12", True),
        ("6.12.0", ">=6.11.3,<6.12", False),
        ("6.9", ">=6.11.3", False),
        ("4.0.0", ">=4", True),
        ("4", "==4.0", True),
        ("4.2rc1", ">=4.2", True),
        ("1.0", "", True),
        ("1.0", "~=1.0", False),
    ],
)
def test_versions_are_compared_by_number(version: str, conditions: str, met: bool) -> None:
    assert bootstrap.satisfies(version, conditions) is met


def test_wish_lists_are_read_with_those_they_name(tmp_path: Path) -> None:
    (tmp_path / "base.in").write_text("# why\nA-b.c>=1, <2 ; python_version > '3'\n")
    (tmp_path / "dev.in").write_text("-c base.txt\n-r base.in\npyright[nodejs]>=1.1\nplain\n")
    assert bootstrap.wanted(str(tmp_path / "dev.in")) == {
        "a_b_c": ">=1,<2",
        "pyright": ">=1.1",
        "plain": "",
    }


def test_this_interpreter_has_what_the_tests_need() -> None:
    assert bootstrap.has_all(str(ROOT / "requirements.in"))


def test_requirements_agree_and_name_no_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (ROOT / "requirements.in").read_text(encoding="utf-8").splitlines()
    wished = [line for line in lines if line and not line.startswith("#")]
    assert sorted(wished) == sorted(project["dependencies"])
    for file in ROOT.glob("requirements*"):
        text = file.read_text(encoding="utf-8")
        assert "://" not in text and "index" not in text.replace("--no-emit-index-url", "")
    for name in ("requirements", "requirements-dev"):
        pinned = bootstrap.wanted(str(ROOT / f"{name}.txt"))
        assert bootstrap.wanted(str(ROOT / f"{name}.in")).keys() <= pinned.keys()


@pytest.mark.parametrize("file", ["main.py", "tests/__main__.py"])
def test_old_pythons_can_read_the_way_in(file: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"), feature_version=(3, 4))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.AsyncFunctionDef)
    assert not any(isinstance(node, newer) for node in ast.walk(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert node.returns is None
            assert not any(argument.annotation for argument in node.args.args)


def test_way_in_imports_next_to_nothing() -> None:
    """Each of these alone costs more than the whole overhead may be."""
    code = (
        "import os, sys; before = set(sys.modules); import desktop.bootstrap as b;"
        "b.has_all('requirements.in'); b.environment_key('requirements', 'requirements.txt');"
        "print(*sorted(set(sys.modules) - before))"
    )
    result = subprocess.run(
        [
            sys.executable,
            "-I",
            "-S",
            "-c",
            f"import sys; sys.path.insert(0, {str(ROOT)!r}); {code}",
        ],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert set(result.stdout.split()) <= {
        "__future__",
        "desktop",
        "desktop.bootstrap",
        "zlib",
    }

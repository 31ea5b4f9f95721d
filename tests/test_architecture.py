"""The rules that a reader of one file cannot see: who may import whom, who may do what."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "desktop").rglob("*.py"))
MAY_IMPORT = {
    "core": {"core"},
    "formats": {"core", "formats"},
    "library": {"core", "library"},
    "operations": {"core", "formats", "library", "operations"},
    "ui": {"core", "formats", "library", "operations", "ui", "paths"},
}
STANDARD_ONLY = {"bootstrap", "first_start", "first_start_texts", "first_start_window",
                 "qt_libraries", "qt_preflight"}  # fmt: skip
SQL = re.compile(
    r"\b(SELECT\s[^.]*\sFROM|INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|PRAGMA\s+\w+"
    r"|(CREATE|DROP|ALTER)\s+(VIRTUAL\s+)?(TABLE|INDEX|VIEW|TRIGGER)|BEGIN\s+IMMEDIATE)\b"
)


UNSAFE = re.compile(r"\.conn\.(?!(interrupt|set_progress_handler)$)|executescript$")


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


def layer(path: Path) -> str:
    inside = path.relative_to(ROOT / "desktop")
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def imported(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names = [alias.name for alias in node.names]
            assert "*" not in names
            below = f"{node.module}."
            yield from ([below + name for name in names] if node.module == "desktop" else [below])


@pytest.mark.parametrize("path", FILES, ids=short)
def test_imports_go_one_way(path: Path):
    own = layer(path)
    ours = {name.split(".")[1] for name in imported(path) if name.startswith("desktop.")}
    others = {name.split(".")[0] for name in imported(path)} - {"desktop"}
    if own in MAY_IMPORT:
        assert ours - {"__version__"} <= MAY_IMPORT[own]
    if own in STANDARD_ONLY:
        assert ours <= STANDARD_ONLY | {"paths"}
    if own not in ("ui", "app", "qt_preflight"):
        assert not others & {"PySide6", "shiboken6"}
    if own != "library":
        assert "sqlite_utils" not in others


@pytest.mark.parametrize("path", FILES, ids=short)
def test_habits(path: Path):
    for node in nodes(path):
        if isinstance(node, ast.Attribute):
            assert node.attr != "processEvents", node.lineno
            of_sqlite = ast.unparse(node.value) == "sqlite3" and layer(path) != "library"
            assert not of_sqlite or node.attr in ("sqlite_version", "Error"), node.lineno
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert layer(path) == "library" or not SQL.search(node.value), node.lineno


@pytest.mark.parametrize("path", [p for p in FILES if layer(p) == "library"], ids=lambda p: p.stem)
def test_sqlite_utils_is_used_safely(path: Path):
    """See RELIABILITY.md, section 5: each of these loses rows or columns without an error."""
    for node in nodes(path):
        if not isinstance(node, ast.Call):
            continue
        risky = {k.arg for k in node.keywords if getattr(k.value, "value", None) is True}
        assert not risky & {"replace", "alter", "ignore"}, node.lineno
        called = ast.unparse(node.func)
        assert not re.search(
            r"\.conn\.(?!(interrupt|set_progress_handler)$)|executescript$", called
        ), node.lineno

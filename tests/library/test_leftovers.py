import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from desktop.library import leftovers
from desktop.library.library import Library

_DIE = """
import os, sys
from pathlib import Path
from desktop.library.leftovers import unfinished
with unfinished(Path(sys.argv[1]), Path(sys.argv[2])):
    Path(sys.argv[2]).write_text("half")
    os._exit(9)
"""
_OPEN = """
import sys
from pathlib import Path
from desktop.library.library import Library
Library(Path(sys.argv[1])).close()
"""


def _in_another_process(code: str, *paths: Path) -> None:
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", code, *map(str, paths)], cwd=root, check=False)


def listing(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def left_by_a_killed_process(library: Path, part: Path) -> None:
    """Note and write a part as an export does, and die before it is done."""
    _in_another_process(_DIE, library, part)
    assert part.exists()


def test_what_a_killed_program_left_is_cleaned_at_the_next_start(tmp_path: Path):
    path, elsewhere = tmp_path / "a [b]*.db", tmp_path / "exports"
    elsewhere.mkdir()
    Library(path).close()
    left_by_a_killed_process(path, elsewhere / ".out.csv.part")
    (tmp_path / "a [b]*.db.part").write_text("half")
    assert len(listing(tmp_path)) == 5
    Library(path).close()
    assert listing(elsewhere) == []
    assert listing(tmp_path) == ["a [b]*.db", "a [b]*.db.lock", "exports"]


def test_a_file_that_is_being_written_is_left_alone(tmp_path: Path):
    path, part = tmp_path / "library.db", tmp_path / ".out.csv.part"
    Library(path).close()
    with leftovers.unfinished(path, part):
        part.write_text("half")
        _in_another_process(_OPEN, path)
        assert part.exists()
    assert not list(tmp_path.glob("*.unfinished"))


def test_only_what_looks_like_ours_is_deleted(tmp_path: Path):
    path = tmp_path / "library.db"
    Library(path).close()
    precious = tmp_path / "precious.txt"
    precious.write_text("x")
    link = tmp_path / ".link.part"
    link.symlink_to(precious)
    folder = tmp_path / ".folder.part"
    folder.mkdir()
    for number, target in enumerate((precious, link, folder, tmp_path / "gone.part")):
        note = tmp_path / f"library.db.{number}.unfinished"
        note.write_bytes(os.fsencode(target))
    with closing(Library(path)):
        assert precious.exists() and link.is_symlink() and folder.is_dir()
        assert not list(tmp_path.glob("*.unfinished"))

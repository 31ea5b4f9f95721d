"""An evidence pack checks out as it is, and names what one changed byte is in."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from desktop.formats.exporters import evidence_verify
from desktop.formats.exporters.evidence import EVIDENCE
from tests.formats.exporters.sample import TAGS, article, second


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    out = io.BytesIO()
    EVIDENCE.write_articles(iter([article(), second()]), TAGS, out)
    with zipfile.ZipFile(out) as archive:
        archive.extractall(tmp_path / "pack")
    (tmp_path / "pack.zip").write_bytes(out.getvalue())
    return tmp_path / "pack"


def _verify(folder: Path, place: Path | None = None) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-I", "-X", "utf8", folder / "verify.py", place or folder],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.stderr == ""
    return done.returncode, done.stdout.strip()


def test_a_pack_checks_out_as_folder_and_as_archive(folder: Path):
    code, said = _verify(folder)
    assert code == 0
    assert said.startswith("unchanged; the chain ends with ")
    assert _verify(folder, folder.with_suffix(".zip")) == (code, said)


def test_one_changed_byte_is_named(folder: Path):
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = file.relative_to(folder).as_posix()
        if name in ("verify.py", "chain.txt"):
            continue
        data = file.read_bytes()
        file.write_bytes(bytes([data[0] ^ 1]) + data[1:])
        assert _verify(folder) == (1, f"{name} was changed")
        file.write_bytes(data)


def test_a_changed_line_of_the_chain_a_missing_and_an_added_file_are_named(folder: Path):
    chain = folder / "chain.txt"
    lines = chain.read_text(encoding="utf-8").splitlines()
    chain.write_text("\n".join(lines[1:]) + "\n", encoding="utf-8")
    code, said = _verify(folder)
    assert code == 1
    assert "chain.txt was changed at the line of" in said
    chain.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "tags.json").rename(folder / "new.json")
    assert _verify(folder) == (1, "tags.json is missing\nnew.json was added")


def test_the_script_says_the_same_here(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert evidence_verify.main(folder) == evidence_verify.main(folder.with_suffix(".zip")) == 0
    (folder / "log.jsonl").unlink()
    (folder / "tags.json").write_bytes(b"[]")
    assert evidence_verify.main(folder) == 1
    said = capsys.readouterr().out
    assert "log.jsonl is missing" in said
    assert "tags.json was changed" in said

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


def test_one_changed_byte_is_named(folder: Path, capsys: pytest.CaptureFixture[str]):
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = file.relative_to(folder).as_posix()
        if name == "chain.txt":
            continue
        data = file.read_bytes()
        at = data.index(b"Needs") if name == "verify.py" else 0  # it must still run
        file.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        if name != "verify.py":
            assert _verify(folder) == (1, f"{name} was changed")
        assert evidence_verify.main(folder) == 1
        assert capsys.readouterr().out == f"{name} was changed\n"
        file.write_bytes(data)


def test_any_changed_byte_of_the_archive_is_found_without_a_traceback(
    folder: Path, capsys: pytest.CaptureFixture[str]
):
    pack = folder.with_suffix(".zip")
    whole = pack.read_bytes()
    with zipfile.ZipFile(pack) as archive:
        # A deflated file of one letter has bits that say nothing.
        places = {i.filename: i for i in archive.infolist() if i.file_size > 1}
    for name, info in places.items():
        begin = info.header_offset + 30 + len(name.encode())
        at = begin + info.compress_size // 2
        pack.write_bytes(whole[:at] + bytes([whole[at] ^ 16]) + whole[at + 1 :])
        assert evidence_verify.main(pack) == 1
        assert name in capsys.readouterr().out
    for at in range(0, len(whole), 37):
        pack.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        assert evidence_verify.main(pack) in (0, 1)  # 0: what nobody reads, a time of a file


@pytest.mark.parametrize("chain", [b"", b"\xff\xfe", b"one line\n"])
def test_a_chain_that_is_none(folder: Path, chain: bytes, capsys: pytest.CaptureFixture[str]):
    (folder / "chain.txt").write_bytes(chain)
    assert evidence_verify.main(folder) == 1
    assert "chain.txt" in capsys.readouterr().out or not chain


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

"""Addresses on the command line."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import cli
from tests.web_server import Server, running


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as one:
        yield one


def test_pages_and_files_go_in_together(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Tekst.", encoding="utf-8")
    wanted = [str(file), server / "article", server / "utf16", server / "status/404"]
    command = ["--library", str(tmp_path / "library.db"), "import", "--json"]
    assert cli.main([*command, *wanted]) == 0
    refused = json.loads(capsys.readouterr().out)
    assert (refused["imported"], refused["failed"]) == (1, 3)
    assert server.requests == []
    assert cli.main([*command, "--own-network", *wanted]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {name: found[name] for name in ("imported", "duplicates", "failed")} == {
        "imported": 1, "duplicates": 2, "failed": 1,
    }  # fmt: skip
    assert [one["path"] for one in found["failures"]] == [server / "status/404"]
    assert "404" in found["failures"][0]["reason"]
    assert cli.main([*command, "--own-network", server / "status/500"]) == 1


def test_a_link_opens_the_window_and_nothing_else_does() -> None:
    assert cli._options(["glosa:add?url=x"]).link == "glosa:add?url=x"
    assert cli._options([]).link == ""
    quoted = cli._options(["annotate", "--article", "1", "--quote", "glosa:add"])
    assert (quoted.command, quoted.quote) == ("annotate", "glosa:add")

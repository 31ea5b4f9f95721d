"""The plug-in in the README works as it stands there."""

import re
from pathlib import Path

import pytest

from desktop.core.article import Document
from desktop.core.errors import UserError
from desktop.formats import registry
from desktop.formats.isolation import Readers

README = Path(__file__).parents[2] / "README.md"


def test_the_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = README.read_text(encoding="utf-8")
    code, project = (
        re.search(rf"```{language}\n(.*?)```", text, re.DOTALL) for language in ("python", "toml")
    )
    assert code and project and len(code[1].splitlines()) <= 30
    name, point = re.findall(r"^(\w+) = \"(.+)\"$", project[1], re.MULTILINE)[0]
    info = tmp_path / "glosa_log-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: glosa_log\nVersion: 1\n")
    (info / "entry_points.txt").write_text(f"[glosa.importers]\n{name} = {point}\n")
    (tmp_path / "glosa_log.py").write_text(code[1], encoding="utf-8")
    (tmp_path / "a.newslog").write_text("2023-09-07 Most | Zażółć 😀\nnic\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    registry.plugins.cache_clear()
    with Readers() as readers:
        ((_, items),) = readers.read([tmp_path / "a.newslog"])
        article, bad = list(items)
    registry.plugins.cache_clear()
    assert isinstance(article, Document) and isinstance(bad, UserError)
    assert (article.title, article.text, article.published) == ("Most", "Zażółć 😀", "2023-09-07")
    assert str(bad) == "Line 2 of “a.newslog” has no text."

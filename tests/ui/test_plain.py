"""No text of strangers is HTML to Qt: neither a label's nor a tool tip's."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import QTextDocument

from desktop.ui.plain import PlainDocument, tool_tip

FILES = sorted((Path(__file__).parents[2] / "desktop").rglob("ui/**/*.py"))
# Tool tips of our own words, or of a helper that has made them plain.
_SAFE_TIPS = ("self.tr(", "tool_tip(", "names[", "plain", "tip", "text", "name", "f'{")


def test_what_looks_like_html_is_shown_as_it_is() -> None:
    assert tool_tip("Łódź & most") == "Łódź & most"
    tip = tool_tip('<img src="file:///x.png">')
    shown = QTextDocument()
    shown.setHtml(tip)
    assert shown.toPlainText() == '<img src="file:///x.png">'


@pytest.mark.parametrize("kind", QTextDocument.ResourceType)
def test_a_plain_document_loads_nothing(kind: QTextDocument.ResourceType, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("tajne", encoding="utf-8")
    document = PlainDocument()
    document.setMetaInformation(QTextDocument.MetaInformation.DocumentUrl, tmp_path.as_uri() + "/")
    for url in ("secret.txt", (tmp_path / "secret.txt").as_uri(), "qrc:/x", "data:text/plain,x"):
        found = document.resource(kind.value, QUrl(url))
        assert found in (None, "", b"", QByteArray(b""))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_labels_are_plain_and_tips_are_looked_at(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        if called == "QLabel" and "setTextFormat" not in source:
            given = {keyword.arg for keyword in node.keywords}
            a_picture = not node.args and given <= {"alignment"}
            assert a_picture or "textFormat" in given, node.lineno
        if called.endswith(".setToolTip"):
            given_tip = ast.unparse(node.args[-1])
            assert given_tip.startswith(_SAFE_TIPS) or "toolTip()" in given_tip, node.lineno
        assert not called.endswith((".setHtml", ".insertHtml", ".setMarkdown")), node.lineno

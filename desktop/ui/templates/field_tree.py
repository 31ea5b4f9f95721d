"""What can stand in a template, with its meaning; Enter or a double click puts it in."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from desktop.formats.text_templates.fields import FIELDS
from desktop.formats.text_templates.filters import MEANINGS
from desktop.ui.controls.rows import as_list
from desktop.ui.theme import Theme

_TEXT = Qt.ItemDataRole.UserRole
_EACH = "{{% for {one} in {many} %}}\n{{{{ {field} }}}}\n{{% endfor %}}\n"
_PARTS = {
    "articles": _EACH.format(one="article", many="articles", field="article.title"),
    "highlights": _EACH.format(
        one="highlight", many="article.highlights", field="highlight.quote"
    ),
    "paragraphs": _EACH.format(
        one="paragraph", many="article.paragraphs", field="paragraph.text"
    ),
    "note": "{% if highlight.note %}\n{{ highlight.note }}\n{% endif %}\n",
    "file": '{% set file_name = article.published ~ " " ~ article.title %}\n',
    "comment": "{#  #}",
    "today": "{{ today }}",
}  # fmt: skip


class FieldTree(QTreeWidget):
    """`chosen(text)`: put it into the template."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("templateFields")
        self._theme = theme
        as_list(self)
        self.setRootIsDecorated(True)
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(0, self.header().ResizeMode.ResizeToContents)
        self.itemActivated.connect(self._on_activated)
        theme.changed.connect(self._refresh)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()
        super().changeEvent(event)

    def _on_activated(self, item: QTreeWidgetItem) -> None:
        if text := item.data(0, _TEXT):
            self.chosen.emit(text)

    def _refresh(self) -> None:
        self.setAccessibleName(self.tr("What a template can name"))
        self.clear()
        parts = {
            "articles": self.tr("For each article"),
            "highlights": self.tr("For each highlight"),
            "paragraphs": self.tr("For each paragraph"),
            "note": self.tr("If there is a note"),
            "file": self.tr("A file for each article, with this name"),
            "comment": self.tr("A remark that is not written"),
            "today": self.tr("The date of the export"),
        }
        self._add(self.tr("Parts"), ((name, parts[name], _PARTS[name]) for name in _PARTS))
        titles = {
            "article": self.tr("Article"),
            "highlight": self.tr("Highlight"),
            "paragraph": self.tr("Paragraph"),
            "piece": self.tr("Piece of a paragraph"),
        }
        for kind, title in titles.items():
            self._add(title, _fields(kind, FIELDS[kind]))
        ways = ((name, _meaning(said), f" | {name}") for name, said in MEANINGS.items())
        self._add(self.tr("Behind a field"), ways)
        if first := self.topLevelItem(0):
            first.setExpanded(True)
            self.setCurrentItem(first)

    def _add(self, title: str, lines: Iterable[tuple[str, str, str]]) -> None:
        group = QTreeWidgetItem(self, [title])
        group.setFirstColumnSpanned(True)
        group.setFont(0, self._theme.font(bold=True))
        for name, meaning, text in lines:
            line = QTreeWidgetItem(group, [name, meaning])
            line.setData(0, _TEXT, text)
            line.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{name}: {meaning}")
            line.setForeground(1, QColor(self._theme.palette.muted))


def _fields(kind: str, known: Mapping[str, str]) -> Iterable[tuple[str, str, str]]:
    for name, said in known.items():
        text = f"{{{{ {kind}.{name} }}}}"
        if name == "tags":
            text = f'{{{{ {kind}.tags | join(", ") }}}}'
        yield f"{kind}.{name}", _meaning(said), text


def _meaning(said: str) -> str:
    return QCoreApplication.translate("Fields", said)

"""Correct what is known about an article: its title, where it comes from, when it was published."""

from typing import cast

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QLabel,
    QWidget,
)

from desktop.core import dates
from desktop.core.errors import UserError
from desktop.library import articles
from desktop.library.articles import ArticleRow
from desktop.operations.read import edit_details
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.dialogs import languages
from desktop.ui.dialogs.page import fit, lay_out
from desktop.ui.dialogs.parts import (
    SMALL_GAP,
    Choice,
    ErrorLine,
    button,
    buttons,
    column,
    fact,
    form,
    hairline,
    label,
    text_field,
    while_there,
)
from desktop.ui.plain import tool_tip

LINES = ("title", "author", "outlet", "agency", "published", "url")
ORDER = (*LINES, "language")
FACTS = ("added", "words", "text")


class DetailsDialog(QDialog):
    """Closes when the details are stored; what is wrong with them is said inside."""

    def __init__(self, context: Context, article_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detailsDialog")
        self._context = context
        self._row = articles.get(context.reader, article_id)
        self._sha256 = ""
        self._saving = False
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._fill(self._row)
        self._retranslate()
        fit(self, characters=88)
        self._ask_facts(article_id)

    @property
    def values(self) -> dict[str, str]:
        """What the fields hold; the language as a code (as typed when it is none)."""
        typed = self._language.currentText()
        code = languages.code_of(typed)
        return {
            **{name: self._lines[name].text() for name in LINES},
            "language": typed if code is None else code,
        }

    def save(self) -> None:
        """Store the details, unless one of them cannot be right."""
        wrong = self._wrong()
        self._error.tell(wrong[0] if wrong else "")
        if wrong:
            wrong[1].setFocus()
            return
        self._saving = True
        self._context.dispatch.do(
            edit_details,
            then=while_there(self, self._on_saved),
            article_id=self._row.id,
            **self.values,
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _make_widgets(self) -> None:
        self._lines = {name: text_field(f"details-{name}") for name in LINES}
        self._language = Choice(self._context.theme)
        self._labels = {name: label(wrap=False) for name in ORDER}
        self._fact_labels = {name: label("muted", wrap=False) for name in FACTS}
        self._facts = {name: fact(f"details-{name}") for name in FACTS}
        self._hint = label("muted")
        self._error = ErrorLine()
        self._save, self._cancel = button(), button()

    def _lay_out(self) -> None:
        fields = form([(self._labels[name], self._field(name)) for name in ORDER])
        hinted = fields.getWidgetPosition(self._lines["published"])[0]  # type: ignore[index]
        fields.insertRow(hinted + 1, QLabel(), self._hint)
        facts = form(
            [(self._fact_labels[name], self._facts[name]) for name in FACTS], gap=SMALL_GAP
        )
        body = column(fields, hairline(), facts, self._error)
        body.addStretch(1)
        lay_out(self, body, buttons([], [self._save, self._cancel], role="primary"))

    def _connect(self) -> None:
        self._language.setEditable(True)
        self._language.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self._language.model(), self._language)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._language.setCompleter(completer)
        self._save.clicked.connect(self.save)
        self._cancel.clicked.connect(self.reject)
        self._context.dispatch.failed.connect(self._on_failed)

    def _fill(self, row: ArticleRow) -> None:
        for name, field in self._lines.items():
            field.setText(cast(str, getattr(row, name)))
            field.setCursorPosition(0)
            field.setToolTip(tool_tip(field.text()))
        self._language.offer(
            [("", ""), *((languages.name(code), code) for code in languages.CODES)]
        )
        self._language.setEditText(languages.name(row.language) if row.language else "")

    def _ask_facts(self, article_id: int) -> None:
        self._context.jobs.ask(
            "details",
            lambda reader: articles.text(reader, article_id).sha256,
            while_there(self, self._on_sha256),
        )

    def _on_sha256(self, sha256: str) -> None:
        self._sha256 = sha256
        self._show_facts()

    def _on_saved(self, _result: None) -> None:
        self._saving = False
        self.accept()

    def _on_failed(self, error: UserError) -> None:
        if self._saving:
            self._saving = False
            self._error.tell(texts.error_text(error))

    def _wrong(self) -> tuple[str, QWidget] | None:
        values = self.values
        if not values["title"].strip():
            return self.tr("An article needs a title."), self._lines["title"]
        date = values["published"].strip()
        if date and dates.parse_partial(date) is None:
            sentence = self.tr("“{value}” is not a date. Write 2023, 2023-09 or 2023-09-07.")
            return sentence.format(value=date), self._lines["published"]
        if languages.code_of(values["language"]) is None:
            sentence = self.tr("“{value}” is no language code. Write pl, en, uk and so on.")
            return sentence.format(value=values["language"]), self._language
        return None

    def _show_facts(self) -> None:
        self._facts["added"].setText(texts.date_text(self._row.added))
        self._facts["words"].setText(QLocale().toString(self._row.word_count))
        self._facts["text"].setText(self._sha256 or "…")
        self._facts["text"].setCursorPosition(0)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Article details"))
        for name, text in self._names().items():
            self._labels[name].setText(text)
            self._field(name).setAccessibleName(text)
        if (typed := self._language.lineEdit()) is not None:
            typed.setAccessibleName(self._language.accessibleName())
        self._hint.setText(self.tr("A year, a month or a day: 2023, 2023-09 or 2023-09-07"))
        self._lines["published"].setAccessibleDescription(self._hint.text())
        for name, text in zip(FACTS, self._fact_names(), strict=True):
            self._fact_labels[name].setText(text)
            self._facts[name].setAccessibleName(text)
        self._facts["text"].setToolTip(
            self.tr("The fingerprint of the text. It is the same wherever the text is the same.")
        )
        self._save.setText(self.tr("Save"))
        self._cancel.setText(self.tr("Cancel"))
        self._show_facts()

    def _field(self, name: str) -> QWidget:
        return self._lines.get(name, self._language)

    def _fact_names(self) -> tuple[str, ...]:
        return self.tr("Added"), self.tr("Words"), self.tr("SHA-256")

    def _names(self) -> dict[str, str]:
        return {
            "title": self.tr("Title"),
            "author": self.tr("Author"),
            "outlet": self.tr("Outlet"),
            "agency": self.tr("Agency"),
            "published": self.tr("Published"),
            "url": self.tr("Web address"),
            "language": self.tr("Language"),
        }

"""What can be put behind a field, as in `{{ article.title | md }}`, besides Jinja's own filters."""

from collections.abc import Callable, Mapping

from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.formats.citation import STYLES, with_source
from desktop.formats.csv_cells import guard
from desktop.formats.exporters.bibliography import Cited, bibtex_entry, tex
from desktop.formats.exporters.markdown import escape, hashtag, yaml
from desktop.formats.text_templates.fields import Article, Highlight

_MONTHS = {
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
    "listopada grudnia",
    "en": "January February March April May June July August September October November December",
}
_ALONE = {
    "pl": "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik "
    "listopad grudzień",
    "en": _MONTHS["en"],
}
MEANINGS: Mapping[str, str] = {
    "md": QT_TRANSLATE_NOOP("Fields", "Text as Markdown shows it"),
    "hashtag": QT_TRANSLATE_NOOP("Fields", "A tag as Obsidian writes it, such as #Claim/Disputed"),
    "yaml": QT_TRANSLATE_NOOP("Fields", "A value of Markdown’s front matter, in quotation marks"),
    "tex": QT_TRANSLATE_NOOP("Fields", "Text as LaTeX sets it"),
    "tojson": QT_TRANSLATE_NOOP("Fields", "A value of JSON, in quotation marks"),
    "csv": QT_TRANSLATE_NOOP("Fields", "A cell of CSV, safe in spreadsheets"),
    "dots": QT_TRANSLATE_NOOP("Fields", "A date as 07.09.2023"),
    "date('pl')": QT_TRANSLATE_NOOP("Fields", "A date in words: 7 września 2023"),
    "cite('footnote')": QT_TRANSLATE_NOOP(
        "Fields", "A highlight with its source: plain, markdown, footnote or bibtex"
    ),
    "one_line": QT_TRANSLATE_NOOP("Fields", "A text of several lines in one"),
    "join(', ')": QT_TRANSLATE_NOOP("Fields", "A list with something between"),
}


def date(text: str, language: str = "en") -> str:
    """Return an ISO date or time in words (7 September 2023), as far as it is known."""
    parts = text[:10].split("-")
    if language not in _MONTHS or not all(part.isdigit() for part in parts):
        return text
    if len(parts) == 1:
        return text
    name = (_MONTHS if len(parts) == 3 else _ALONE)[language].split()[int(parts[1]) - 1]
    return " ".join([*(str(int(part)) for part in parts[2:]), name, parts[0]])


def dots(text: str) -> str:
    """Return an ISO date or time as 07.09.2023, as far as it is known."""
    return ".".join(reversed(text[:10].split("-")))


def cite(given: Highlight | Article, style: str = "plain") -> str:
    """Return a highlight with its source in a style of `formats.citation`, an article as BibTeX."""
    if isinstance(given, Article):
        return bibtex_entry(_cited(given))
    if style not in STYLES:
        raise ValueError(f"cite: {', '.join(STYLES)}")
    return with_source(style, given.quote, _cited(given.article))


def one_line(text: str) -> str:
    """Return *text* without line breaks."""
    return " ".join(text.split())


def csv_cell(value: object) -> str:
    """Return a quoted cell; what a spreadsheet would take for a formula begins with "'"."""
    return '"' + guard(str(value)).replace('"', '""') + '"'


def _on_text(filter_text: Callable[[str], str]) -> Callable[[object], str]:
    return lambda value: filter_text(str(value))


def _cited(one: Article) -> Cited:
    return Cited(
        one.title, one.author, one.outlet, one.agency, one.url, one.published, one.added,
        one.language, one.tags,
    )  # fmt: skip


FILTERS: Mapping[str, Callable[..., str]] = {
    "md": _on_text(escape),
    "hashtag": hashtag,
    "yaml": _on_text(yaml),
    "tex": _on_text(tex),
    "csv": csv_cell,
    "dots": dots,
    "date": date,
    "cite": cite,
    "one_line": one_line,
}

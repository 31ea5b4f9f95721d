"""The sources themselves, for reference managers: BibTeX, RIS and CSL-JSON."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.core.folding import fold
from desktop.core.note_links import readable
from desktop.core.portable import PortableArticle, PortableTag
from desktop.formats.exporters.text_out import text_out

_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$",
        "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    }
)  # fmt: skip
_LEAVES_OUT = QT_TRANSLATE_NOOP(
    "Losses", "Only the sources are exported: no texts and no highlights."
)


class Bibliography:
    """An exporter of one record for each article."""

    def __init__(self, name: str, suffix: str, records: "Records") -> None:
        self.name = name
        self.suffix = suffix
        self.leaves_out = _LEAVES_OUT
        self._records = records

    def write_articles(
        self, articles: Iterable[PortableArticle], tags: Sequence[PortableTag], out: BinaryIO
    ) -> int:
        """Write a record for each of *articles* to *out*; return how many annotations they have."""
        count = 0

        def counted() -> Iterator[PortableArticle]:
            nonlocal count
            for article in articles:
                count += len(article.annotations)
                yield article

        with text_out(out) as text:
            for piece in self._records(counted()):
                text.write(piece)
        return count


Records = Callable[[Iterable[PortableArticle]], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Cited:
    """The source of a quote; dates are ISO, `published` may be partial, `added` is a time."""

    title: str
    author: str = ""
    outlet: str = ""
    agency: str = ""
    url: str = ""
    published: str = ""
    added: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()


Source = PortableArticle | Cited


def bibtex_entry(article: Source, *, used: set[str] | None = None, quote: str = "") -> str:
    """Return the entry of *article* with a key unlike those in *used*; *quote* is an annotation."""
    fields = {
        "title": f"{{{tex(article.title)}}}",
        "author": " and ".join(tex(name) for name in _authors(article)),
        "journal": tex(article.outlet),
        "publisher": tex(article.agency),
        "date": article.published,
        "year": article.published[:4],
        "url": article.url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C"),
        "urldate": article.added[:10],
        "langid": article.language,
        "keywords": tex(", ".join(article.tags)),
        "annotation": tex(quote),
    }
    lines = (f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    key = _key(article, set() if used is None else used)
    return f"@article{{{key},\n" + ",\n".join(lines) + "\n}\n"


def _bibtex(articles: Iterable[PortableArticle]) -> Iterator[str]:
    used: set[str] = set()
    for article in articles:
        yield bibtex_entry(article, used=used) + "\n"


def _ris(articles: Iterable[PortableArticle]) -> Iterator[str]:
    for article in articles:
        pairs = [("TY", "NEWS"), ("TI", article.title)]
        pairs += [("AU", name) for name in _authors(article)]
        pairs += [
            ("T2", article.outlet),
            ("PB", article.agency),
            ("PY", article.published[:4]),
            ("DA", _ris_date(article.published)),
            ("UR", article.url),
            ("Y2", article.added[:10].replace("-", "/")),
            ("LA", article.language),
        ]
        pairs += [("KW", tag) for tag in article.tags]
        pairs += [("N1", readable(article.note))]
        lines = (f"{name}  - {_one_line(value)}\r\n" for name, value in pairs if value)
        yield "".join(lines) + "ER  - \r\n\r\n"


def _csl(articles: Iterable[PortableArticle]) -> Iterator[str]:
    yield "["
    used: set[str] = set()
    for number, article in enumerate(articles):
        yield ",\n" if number else "\n"
        yield json.dumps(_csl_item(article, _key(article, used)), ensure_ascii=False)
    yield "\n]\n"


def _csl_item(article: PortableArticle, key: str) -> dict[str, object]:
    item: dict[str, object] = {
        "id": key,
        "type": "article-newspaper",
        "title": article.title,
        "container-title": article.outlet,
        "publisher": article.agency,
        "URL": article.url,
        "language": article.language,
        "note": readable(article.note),
        "keyword": ", ".join(article.tags),
    }
    item = {name: value for name, value in item.items() if value}
    if article.author:
        item["author"] = [{"literal": name} for name in _authors(article)]
    if article.published:
        item["issued"] = {"date-parts": [[int(part) for part in article.published.split("-")]]}
    item["accessed"] = {"date-parts": [[int(part) for part in article.added[:10].split("-")]]}
    return item


def _authors(article: Source) -> list[str]:
    return [name.strip() for name in re.split(r"[;,]", article.author) if name.strip()]


def _key(article: Source, used: set[str]) -> str:
    """Return a key such as `kresy2023rosja`, unlike those in *used*."""
    words = re.findall(r"[a-z0-9]+", fold(article.title))
    outlet = re.sub(r"[^a-z0-9]", "", fold(article.outlet or article.author))[:20]
    base = f"{outlet}{article.published[:4]}{next((w for w in words if len(w) > 3), '')}" or "x"
    key, number = base, 1
    while key in used:
        number += 1
        key = f"{base}-{number}"
    used.add(key)
    return key


def tex(text: str) -> str:
    """Return *text* in one line as LaTeX sets it."""
    return _one_line(text).translate(_TEX)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _ris_date(published: str) -> str:
    parts = published.split("-") if published else []
    return "/".join([*parts, *[""] * (3 - len(parts)), ""]) if parts else ""


BIBTEX = Bibliography("BibTeX", ".bib", _bibtex)
RIS = Bibliography("RIS", ".ris", _ris)
CSL_JSON = Bibliography("CSL-JSON", ".json", _csl)

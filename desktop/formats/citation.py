"""A quote with its source, ready to paste: plain, Markdown, a Polish footnote, or BibTeX."""

from collections.abc import Callable

from desktop.core import dates
from desktop.formats.exporters.bibliography import Cited, bibtex_entry
from desktop.formats.exporters.markdown import escape


def with_source(style: str, quote: str, source: Cited) -> str:
    """Return *quote* with *source* in one of STYLES."""
    return STYLES[style](quote, source)


def _plain(quote: str, source: Cited) -> str:
    about = _joined(source.author, source.title, _outlet(source), source.published, source.url)
    return f"„{quote}” ({about})"


def _markdown(quote: str, source: Cited) -> str:
    lines = "".join(f"> {escape(line)}\n" for line in quote.split("\n"))
    title = escape(source.title)
    if source.url and not set(source.url) & set("<> \n"):
        title = f"[{title}](<{source.url}>)"
    outlet = f"*{escape(_outlet(source))}*" if _outlet(source) else ""
    return f"{lines}>\n> — {_joined(escape(source.author), title, outlet, source.published)}\n"


def _footnote(quote: str, source: Cited) -> str:
    """Cite as Polish journals do: initials, title in italics of plain text, outlet in quotes."""
    outlet = f"„{_outlet(source)}”" if _outlet(source) else ""
    seen = f"{source.url} (dostęp: {_polish(source.added[:10])})" if source.url else ""
    about = _joined(_initials(source.author), source.title, outlet, _polish(source.published), seen)
    return f"„{quote}” – {about}."


def _bibtex(quote: str, source: Cited) -> str:
    return bibtex_entry(source, quote=quote)


def _outlet(source: Cited) -> str:
    return "/".join(part for part in (source.outlet, source.agency) if part)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _initials(author: str) -> str:
    """Return “A. Kowalska” for “Anna Kowalska”; more than two words or names stay."""
    words = author.split()
    if len(words) != 2 or set(author) & set(",;"):
        return author
    return f"{words[0][0]}. {words[1]}"


def _polish(partial: str) -> str:
    return ".".join(reversed(partial.split("-"))) if dates.parse_partial(partial) else partial


STYLES: dict[str, Callable[[str, Cited], str]] = {
    "plain": _plain,
    "markdown": _markdown,
    "footnote": _footnote,
    "bibtex": _bibtex,
}

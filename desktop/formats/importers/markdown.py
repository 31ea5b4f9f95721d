"""Markdown: CommonMark with tables, by markdown-it; front matter is metadata."""

import re
from collections.abc import Iterator

from desktop.formats.api import Item
from desktop.formats.importers import html, html_source
from desktop.formats.importers.html_blocks import HtmlReader
from desktop.formats.importers.html_metadata import day
from desktop.formats.importers.source import Source
from desktop.formats.importers.text_builder import TextBuilder

_FRONT = re.compile(r"\A\s*---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_-]{1,30})[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE)
_NESTING = 50
_LISTED = re.compile(r"""^\s*-\s*["']?(.+?)["']?\s*$""")


def parse(source: Source) -> Iterator[Item]:
    """Yield the one document in *source*."""
    from markdown_it import MarkdownIt

    text, remarks = html_source.decode(source.data)
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    fields: dict[str, str] = {}
    if found := _FRONT.match(text):
        fields = {name.lower(): value.strip("\"' []") for name, value in _FIELD.findall(found[1])}
        text = text[found.end() :]
    rules = MarkdownIt("commonmark", {"maxNesting": _NESTING, "html": True})
    page: str = rules.enable(["table", "strikethrough"]).render(text)
    builder = TextBuilder(source.name)
    url = fields.get("url") or fields.get("source", "")
    url = url if url.startswith(("http://", "https://")) else ""
    html.feed(page, HtmlReader(builder, url))
    yield builder.document(
        "markdown",
        title=fields.get("title", ""),
        author=fields.get("author", ""),
        published=day(fields.get("date") or fields.get("published", "")),
        url=url,
        remarks=remarks,
    )

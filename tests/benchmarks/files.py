"""The articles of the corpus as files of their own: plain text, and saved pages around the text."""

import html
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

_MENU = "".join(f'<li><a href="/dzial/{n}">Dział {n}</a></li>' for n in range(40))
_PAGE = """<!DOCTYPE html><html lang="pl"><head><meta charset="utf-8"><title>{title}</title>
<meta name="author" content="{author}"><meta property="og:site_name" content="{outlet}">
<meta property="article:published_time" content="{published}"></head>
<body><header><nav><ul>{menu}</ul></nav></header><main><article><h1>{title}</h1>{body}</article>
</main><aside><h2>Najczęściej czytane</h2><ul>{menu}</ul></aside>
<footer><p>Wszelkie prawa zastrzeżone.</p></footer></body></html>"""


def texts(source: Path, folder: Path, count: int) -> Path:
    """Write the first articles of *source* (.jsonl) as .txt files, if they are not there."""
    return _write(
        source, folder, count, ".txt", lambda one: f" date {one['published']} {one['text']}"
    )


def pages(source: Path, folder: Path, count: int) -> Path:
    """Write the first articles of *source* (.jsonl) as saved pages, unless they are there."""
    return _write(source, folder, count, ".html", _page)


def _page(one: dict[str, Any]) -> str:
    words = {key: html.escape(one[key]) for key in ("title", "author", "outlet", "published")}
    body = "".join(f"<p>{html.escape(part)}</p>\n" for part in one["text"].split("\n\n"))
    return _PAGE.format(**words, body=body, menu=_MENU)


def _write(source: Path, folder: Path, count: int, suffix: str, make: Any) -> Path:
    done = folder / ".whole"  # hidden files are not imported
    if not done.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for number, one in enumerate(_articles(source, count)):
            file = folder / f"{number:06}{suffix}"
            file.write_text(make(one), encoding="utf-8")
        done.touch()
    return folder


def _articles(source: Path, count: int) -> Iterator[dict[str, Any]]:
    with source.open("rb") as lines:
        for line in islice(lines, count):
            yield json.loads(line)

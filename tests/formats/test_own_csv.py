"""Our own CSV comes back: the highlights of each article, with quotes, notes, tags and colours."""

import io
from pathlib import Path
from typing import Any

from desktop.core.annotation_columns import COLUMNS, NUMBERS
from desktop.core.article import Document
from desktop.formats import registry
from desktop.formats.exporters.csv_annotations import CSV


def test_what_was_exported_is_read(tmp_path: Path):
    blank: dict[str, Any] = {column: 0 if column in NUMBERS else "" for column in COLUMNS}
    rows = [
        {**blank, "annotation_uuid": f"u{n}", "article_uuid": f"a{n // 2}", "title": "=Zażółć",
         "outlet": "Kurier", "published": "2023-09", "language": "pl", "quote": f"=cytat {n} 😀",
         "note": "'uwaga\nŁ", "tags": "A/B; C", "colour": "blue", "style": "underline"}
        for n in range(3)
    ]  # fmt: skip
    out = io.BytesIO()
    CSV.write(iter(rows), out)
    path = tmp_path / "own.csv"
    path.write_bytes(out.getvalue())
    found = [one for one in registry.read(path) if isinstance(one, Document)]
    assert [len(one.quotes) for one in found] == [2, 1]
    first = found[0]
    assert (first.title, first.outlet, first.published) == ("=Zażółć", "Kurier", "2023-09")
    quote = first.quotes[0]
    assert quote.exact == "=cytat 0 😀"
    assert quote.note == "'uwaga\nŁ"
    assert (quote.colour, quote.style, quote.tags) == ("blue", "underline", ("A/B", "C"))

"""The tags as a codebook in CSV, as Taguette writes and reads it."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.core.portable import PortableArticle, PortableTag
from desktop.formats.csv_cells import guard
from desktop.formats.exporters.text_out import text_out

COLUMNS = ("tag", "description", "number of highlights", "number of documents")


class CodebookCsv:
    """The exporter of all tags with how often they are used in the articles chosen."""

    name = QT_TRANSLATE_NOOP("Formats", "Codebook (CSV)")
    suffix = ".csv"
    leaves_out = QT_TRANSLATE_NOOP(
        "Losses", "Only the tags are exported: no articles and no highlights."
    )

    def write_articles(
        self, articles: Iterable[PortableArticle], tags: Sequence[PortableTag], out: BinaryIO
    ) -> int:
        """Write *tags* with their counts in *articles* to *out*; return how many annotations."""
        highlights: defaultdict[str, int] = defaultdict(int)
        documents: defaultdict[str, int] = defaultdict(int)
        count = 0
        for article in articles:
            count += len(article.annotations)
            used = set(article.tags)
            for annotation in article.annotations:
                used.update(annotation.tags)
                for path in annotation.tags:
                    highlights[path] += 1
            for path in used:
                documents[path] += 1
        with text_out(out, newline="") as text:
            text.write("\ufeff")
            writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
            writer.writerow(COLUMNS)
            for tag in tags:
                said = guard(tag.description)
                counts = (highlights[tag.path], documents[tag.path])
                writer.writerow((guard(tag.path), said, *map(str, counts)))
        return count


CODEBOOK_CSV = CodebookCsv()

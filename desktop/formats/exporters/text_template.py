"""What a template of the user makes of articles: one text file, or a ZIP with one for each."""

import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO

from desktop.core.errors import QT_TRANSLATE_NOOP
from desktop.core.portable import PortableArticle, PortableTag
from desktop.formats.exporters.archive_out import entry
from desktop.formats.file_names import Names
from desktop.formats.text_templates.running import run
from desktop.formats.text_templates.template import TextTemplate


class TemplateExporter:
    """Writes in the form of `template`; *today* is what it shows as the date ("": the date)."""

    leaves_out = QT_TRANSLATE_NOOP("Losses", "What the template does not name is left out.")

    def __init__(
        self,
        template: TextTemplate,
        *,
        today: str = "",
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        self.template = template
        self.name = template.name
        self.suffix = ".zip" if template.files else template.text_suffix
        self._today = today
        self._cancelled = cancelled

    def until(self, cancelled: Callable[[], bool]) -> "TemplateExporter":
        """Return one that stops, also amid an article, when *cancelled* says so."""
        return TemplateExporter(self.template, today=self._today, cancelled=cancelled)

    def write_articles(
        self, articles: Iterable[PortableArticle], tags: Sequence[PortableTag], out: BinaryIO
    ) -> int:
        """Write *articles* to *out*; return how many annotations they have."""
        count = 0

        def counted() -> Iterator[PortableArticle]:
            nonlocal count
            for article in articles:
                count += len(article.annotations)
                yield article

        made = run(self.template, counted(), today=self._today, cancelled=self._cancelled)
        if self.template.files:
            _write_files(made, self.template.text_suffix, out)
        else:
            for _, text in made:
                out.write(text.encode())
        return count


def _write_files(made: Iterable[tuple[str, str]], suffix: str, out: BinaryIO) -> None:
    names = Names(suffix)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for title, text in made:
            archive.writestr(entry(names.fresh(title)), text.encode())

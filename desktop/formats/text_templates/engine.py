"""Jinja in its sandbox: templates that strangers wrote. Loaded in the process apart alone.

A template that goes through `articles` is written once, for all; any other one anew for each
article. One that sets `file_name` gives a file for each article.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import CodeType, TracebackType
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from desktop.formats.text_templates import faults
from desktop.formats.text_templates.fields import Article
from desktop.formats.text_templates.filters import FILTERS

MARKUP = (".html", ".htm", ".xhtml", ".xml", ".svg", ".opml")
_PIECE = 65_536
_OTHERS = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)


class Engine:
    """A template that was read; UserError with `line` when it cannot be, also while it is used."""

    def __init__(self, source: str, suffix: str, today: str) -> None:
        environment: Any = ImmutableSandboxedEnvironment(
            autoescape=suffix.casefold() in MARKUP,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        environment.filters.update(FILTERS)
        del environment.globals["lipsum"]
        try:
            tree = environment.parse(source)
            for other in tree.find_all(_OTHERS):
                raise faults.other_template(other.lineno)
            self._template: Template = environment.from_string(tree)
        except TemplateSyntaxError as error:
            raise faults.of_syntax(error, environment.filters) from error
        except (TemplateError, SyntaxError, RecursionError, ValueError) as error:
            raise faults.other(1, error) from error
        self._today = today
        self._names = {"article", "articles", "today", *environment.globals}
        self.whole = "articles" in meta.find_undeclared_variables(tree)

    def all(self, articles: Iterable[Article]) -> Iterator[str]:
        """Yield the text for all *articles* in pieces, taking one after the other."""
        if self.whole:
            yield from self._run({"articles": Once(articles)})
        else:
            for article in articles:
                yield from self._run({"article": article})

    def one(self, article: Article) -> tuple[str, str]:
        """Return the name and the content of the file for *article*."""
        kept: dict[str, object] = {}
        text = "".join(self._run({"article": article, "articles": Once([article])}, kept))
        return str(kept.get("file_name", "")), text

    def _run(
        self, given: Mapping[str, object], kept: dict[str, object] | None = None
    ) -> Iterator[str]:
        context = self._template.new_context({"today": self._today, **given})
        waiting: list[str] = []
        size = 0
        try:
            for piece in self._template.root_render_func(context):
                waiting.append(piece)
                size += len(piece)
                if size > _PIECE:
                    yield "".join(waiting)
                    waiting, size = [], 0
        except MemoryError:
            raise
        except Exception as error:  # a template may make any mistake that Python knows
            raise faults.of_use(self._line(error.__traceback__), error, self._names) from error
        yield "".join(waiting)
        if kept is not None:
            kept.update(context.get_exported())

    def _line(self, at: TracebackType | None) -> int:
        """Return the line of the template in which an error arose."""
        line = 1
        code: CodeType = self._template.root_render_func.__code__
        while at:
            if at.tb_frame.f_code.co_filename == code.co_filename:
                line = self._template.get_corresponding_lineno(at.tb_lineno)
            at = at.tb_next
        return line


class Once:
    """Articles that come in one after the other; a template can neither count nor repeat them."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles: Iterator[Article] | None = iter(articles)

    def __iter__(self) -> Iterator[Article]:
        if self._articles is None:
            raise faults.once()
        found, self._articles = self._articles, None
        return found

    def __len__(self) -> int:
        raise faults.once()

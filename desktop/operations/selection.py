"""What is to go out: articles with all that is on them, or just some highlights."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.query import parse
from desktop.library import annotations, articles, saved_searches, tags
from desktop.library.connection import Source
from desktop.library.notebook import Notes, annotation_of, entries
from desktop.library.search import Listing, article_ids


@dataclass(frozen=True, slots=True)
class Selection:
    """At most one of the fields is given; without any it is all articles.

    `articles` and `highlights` are ids in their order, `query` a search as it is typed; `tag` is
    the path of a tag that highlights carry, or one below it, `notes` a search among highlights.
    """

    articles: Sequence[int] | None = None
    query: str = ""
    tag: str = ""
    notes: str = ""
    highlights: Sequence[int] | None = None
    newest_first: bool = True

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        given = (self.query, self.tag, self.notes)
        return self.articles is None and self.highlights is None and not any(given)


@dataclass(frozen=True, slots=True)
class Count:
    """How much a selection holds."""

    articles: int
    highlights: int


def chosen_articles(source: Source, selection: Selection) -> Sequence[int]:
    """Return the ids of the articles; those of the chosen highlights where only they go out."""
    marks = chosen_highlights(source, selection)
    if marks is not None:
        return annotations.articles_of(source, marks)
    if selection.articles is not None:
        return selection.articles
    listing = Listing(parse(selection.query), descending=selection.newest_first)
    return article_ids(source, listing)


def chosen_highlights(source: Source, selection: Selection) -> Sequence[int] | None:
    """Return the ids of the highlights that alone go out, None when all of the articles do."""
    if selection.highlights is not None:
        return selection.highlights
    if selection.tag:
        return entries(source, Notes(tag=selection.tag))
    if selection.notes:
        return entries(source, Notes(query=parse(selection.notes)))
    return None


def count(source: Source, selection: Selection) -> Count:
    """Count what *selection* holds. Not for the GUI thread: there may be a million articles."""
    marks = chosen_highlights(source, selection)
    if marks is not None:
        return Count(len(annotations.articles_of(source, marks)), len(marks))
    if selection.is_everything:
        return Count(articles.count(source), annotations.count(source))
    ids = chosen_articles(source, selection)
    return Count(len(ids), annotations.count(source, ids))


def of_notebook(listed: Sequence[int]) -> Selection:
    """Return the highlights that the notebook lists, each once, in its order."""
    return Selection(highlights=array("q", dict.fromkeys(map(annotation_of, listed))))


def saved(source: Source, name: str) -> Selection:
    """Return what a saved search finds; UserError when there is none of that name."""
    known = saved_searches.all_searches(source)
    for one in known:
        if one.name.casefold() == name.casefold():
            return Selection(query=one.query)
    raise UserError(
        QT_TRANSLATE_NOOP("Errors", "There is no saved search “{name}”. Choose one of: {known}."),
        name=name,
        known=", ".join(one.name for one in known) or "–",
    )


def tagged(source: Source, path: str) -> Selection:
    """Return the highlights with a tag, or one below it; UserError when there is no such tag."""
    if tags.find(source, path) is None:
        raise UserError(
            QT_TRANSLATE_NOOP("Errors", "There is no tag “{name}”. Write its whole path."),
            name=path,
        )
    return Selection(tag=path)

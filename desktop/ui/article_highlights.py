"""The highlights of the open article, in step with the library: a change costs what it changed."""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence

from desktop.library import annotations
from desktop.library.annotations import Annotation, reading_order
from desktop.library.connection import Reader
from desktop.ui.people import shown_people
from desktop.ui.settings import Settings


def seen_in(settings: Settings, article_id: int) -> Callable[[Reader], list[Annotation]]:
    """Return what reads those highlights of an article that the user wants to see."""
    seen = shown_people(settings)

    def read(reader: Reader) -> list[Annotation]:
        found = annotations.of_article(reader, article_id)
        return [one for one in found if seen.sees(one.author)]

    return read


class ArticleHighlights:
    """`all` has them in reading order, those without a place last."""

    def __init__(self) -> None:
        self.all: Sequence[Annotation] = ()
        self._by_id: dict[int, Annotation] = {}
        self.lost: Sequence[Annotation] = ()

    def get(self, annotation_id: int | None) -> Annotation | None:
        """Return a highlight of the article, None when it is none."""
        return self._by_id.get(annotation_id) if annotation_id is not None else None

    def knows(self, annotation_id: int | None) -> bool:
        """Tell whether this is one of the highlights."""
        return annotation_id in self._by_id

    def replace(self, found: Sequence[Annotation]) -> None:
        """Take what was read anew; what is as before stays the same object."""
        known = self._by_id
        self.all = [known[one.id] if known.get(one.id) == one else one for one in found]
        self._by_id = {one.id: one for one in self.all}
        self.lost = [one for one in self.all if _is_lost(one)]

    def merge(self, ids: Iterable[int], found: Sequence[Annotation]) -> None:
        """Take *found*, which is what there is now of the highlights *ids*."""
        merged, gone = list(self.all), set(ids)
        for old in filter(None, map(self._by_id.get, gone)):
            del merged[bisect_left(merged, reading_order(old), key=reading_order)]
        for one in gone:
            self._by_id.pop(one, None)
        for one in found:
            insort(merged, one, key=reading_order)
            self._by_id[one.id] = one
        if any(map(_is_lost, found)) or any(one.id in gone for one in self.lost):
            self.lost = [one for one in merged if _is_lost(one)]
        self.all = merged


def _is_lost(one: Annotation) -> bool:
    return one.orphaned or one.confidence < 1

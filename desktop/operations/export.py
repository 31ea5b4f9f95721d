"""Export annotations to a file that is either the old one or completely the new one."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TypeVar

from desktop.core.errors import QT_TRANSLATE_NOOP, Cancelled, UserError
from desktop.core.portable import PortableArticle
from desktop.formats.api import ArticleExporter, Exporter, Labelled, takes_pictures
from desktop.formats.exporters.bundle import Bundle
from desktop.formats.exporters.json_lines import JsonLines
from desktop.formats.exporters.text_template import TemplateExporter
from desktop.formats.registry import AnyExporter
from desktop.library import annotations, leftovers
from desktop.library.colour_labels import labels
from desktop.library.connection import Reader
from desktop.library.export_rows import annotation_rows, rows_of_annotations
from desktop.library.opening import sync_folder
from desktop.library.portable import portable_articles, portable_tags
from desktop.library.portable_whole import (
    all_ids,
    searches_and_feeds,
    shared_articles,
    whole_articles,
)
from desktop.library.stopping import never
from desktop.operations.selection import Selection, chosen_articles, chosen_highlights
from desktop.operations.share import signed

T = TypeVar("T")


def export_annotations(
    reader: Reader,
    target: Path,
    *,
    exporter: AnyExporter,
    article_ids: Sequence[int] | None,
    raw: bool = False,
    author: str = "",
    cancelled: Callable[[], bool] = never,
) -> int:
    """Write the annotations of *article_ids* to *target*; return how many.

    None stands for all articles outside the trash; in JSON Lines, a copy of everything, for all
    there is. *author* is put on annotations without a name, where whole articles go to others.

    UserError when the file cannot be written, Cancelled when the user stops: the old file stays.
    """
    with reader.snapshot(), replaced(target, reader.path) as out:
        if isinstance(exporter, JsonLines):
            return _write_everything(reader, out, exporter, article_ids, cancelled)
        ids = chosen_articles(reader, Selection()) if article_ids is None else article_ids
        if isinstance(exporter, Exporter):
            rows = _until(annotation_rows(reader, ids), cancelled)
            return exporter.write(rows, out, raw=raw)
        read = shared_articles if isinstance(exporter, Bundle) else portable_articles
        articles = read(reader, ids, pictures=takes_pictures(exporter))
        return _write_articles(reader, articles, exporter, out, author, cancelled)


def _write_everything(
    reader: Reader,
    out: BinaryIO,
    exporter: JsonLines,
    article_ids: Sequence[int] | None,
    cancelled: Callable[[], bool],
) -> int:
    ids = all_ids(reader) if article_ids is None else article_ids
    rest = searches_and_feeds(reader) if article_ids is None else []
    articles = _until(whole_articles(reader, ids), cancelled)
    exporter = exporter.with_labels(labels(reader))
    return exporter.write_articles(articles, portable_tags(reader), out, rest)


def export_listed(
    reader: Reader,
    target: Path,
    *,
    exporter: AnyExporter,
    annotation_ids: Sequence[int],
    raw: bool = False,
    author: str = "",
    cancelled: Callable[[], bool] = never,
) -> int:
    """Write just these annotations, in their order, to *target*; return how many.

    Where whole articles go out, it is their articles without any other annotations, in the order
    in which these come. Raises as `export_annotations` does.
    """
    with reader.snapshot(), replaced(target, reader.path) as out:
        if isinstance(exporter, Exporter):
            rows = _until(rows_of_annotations(reader, annotation_ids), cancelled)
            return exporter.write(rows, out, raw=raw)
        owners = annotations.articles_of(reader, annotation_ids)
        pictures = takes_pictures(exporter)
        articles = portable_articles(reader, owners, only=set(annotation_ids), pictures=pictures)
        return _write_articles(reader, articles, exporter, out, author, cancelled)


def export_selection(
    reader: Reader,
    target: Path,
    *,
    selection: Selection,
    exporter: AnyExporter,
    raw: bool = False,
    author: str = "",
    cancelled: Callable[[], bool] = never,
) -> int:
    """Write what is selected to *target*; return how many annotations.

    Raises as `export_annotations` does.
    """
    marks = chosen_highlights(reader, selection)
    if marks is not None:
        return export_listed(
            reader,
            target,
            exporter=exporter,
            annotation_ids=marks,
            raw=raw,
            author=author,
            cancelled=cancelled,
        )
    everything = isinstance(exporter, JsonLines) and selection.is_everything
    return export_annotations(
        reader,
        target,
        exporter=exporter,
        article_ids=None if everything else chosen_articles(reader, selection),
        raw=raw,
        author=author,
        cancelled=cancelled,
    )


def write_whole(target: Path, data: bytes, *, library: Path) -> None:
    """Write *data* to *target*; UserError when that cannot be: then the old file stays."""
    with replaced(target, library) as out:
        out.write(data)


def _write_articles(
    reader: Reader,
    articles: Iterable[PortableArticle],
    exporter: ArticleExporter,
    out: BinaryIO,
    author: str,
    cancelled: Callable[[], bool],
) -> int:
    if isinstance(exporter, TemplateExporter):
        exporter = exporter.until(cancelled)
    if isinstance(exporter, Labelled):
        exporter = exporter.with_labels(labels(reader))
    articles = signed(_until(articles, cancelled), author)
    return exporter.write_articles(articles, portable_tags(reader), out)


def _until(items: Iterable[T], cancelled: Callable[[], bool]) -> Iterator[T]:
    for item in items:
        if cancelled():
            raise Cancelled
        yield item


@contextmanager
def replaced(target: Path, library: Path) -> Generator[BinaryIO]:
    """Give a temporary file beside *target* that takes its place when all went well."""
    part: Path | None = None
    try:
        # One name for each target: what a killed export left behind goes with the next one.
        fresh = target.absolute().parent / f".{target.name[:40]}.part"
        fresh.unlink(missing_ok=True)
        with leftovers.unfinished(library, fresh):
            with fresh.open("xb") as out:
                part = fresh
                yield out
                out.flush()
                os.fsync(out.fileno())
            part.replace(target)
            sync_folder(target.absolute().parent)
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "“{name}” could not be written ({reason}). Choose another folder or name; "
                "close the file if it is open in another program.",
            ),
            name=target.name,
            reason=error.strerror or str(error),
        ) from error
    finally:
        if part:
            with suppress(OSError):
                part.unlink(missing_ok=True)

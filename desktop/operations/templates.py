"""The user's templates for text exports: a file each in a folder of the settings.

Files, since they are made to be handed on: copied into the folder they are there, mailed they come
as what they are, and they stay when another library is opened. They are no part of any library.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.portable import PortableArticle
from desktop.core.query import parse
from desktop.formats.exporters.text_template import TemplateExporter
from desktop.formats.file_names import safe_name
from desktop.formats.text_templates import running
from desktop.formats.text_templates.ours import ours
from desktop.formats.text_templates.template import ENDING, LARGEST, SUFFIX, TextTemplate, named
from desktop.library.connection import Reader
from desktop.library.portable import portable_articles
from desktop.library.search import Listing, first_ids
from desktop.library.stopping import never
from desktop.operations.export import replaced
from desktop.operations.selection import Selection, chosen_articles, chosen_highlights

PREVIEWED = 3
_LOOKED_AT = 60
_MARKS_LOOKED_AT = 2_000
_MARKED = parse("has:highlight")


def all_templates(folder: Path) -> list[TextTemplate]:
    """Return ours, then those in *folder* by name; a file that cannot be read is left out."""
    own: list[TextTemplate] = []
    with suppress(OSError):
        for path in sorted(folder.glob(f"*{ENDING}"), key=lambda path: path.name.casefold()):
            with suppress(UserError):
                own.append(from_file(path))
    return [*ours(), *own]


def from_file(path: Path) -> TextTemplate:
    """Return the template in a file; UserError when it cannot be read or is too large."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The template “{name}” could not be read ({reason}). Choose another file.",
            ),
            name=path.name,
            reason=error.strerror or str(error),
        ) from error
    if len(data) > LARGEST:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors", "“{name}” is too large for a template. Choose another file."
            ),
            name=path.name,
        )
    name, suffix = named(path.name)
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    return TextTemplate(name, suffix, text)


def find(folder: Path, name_or_file: str) -> TextTemplate:
    """Return the template of that name (ours go by their English names), or in that file."""
    wanted = name_or_file.casefold()
    known = all_templates(folder)
    for one in reversed(known):  # the user's own ones first
        if wanted in (one.name.casefold(), one.file_name.casefold()):
            return one
    if Path(name_or_file).is_file():
        return from_file(Path(name_or_file))
    raise UserError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "There is no template “{name}”, and no such file. Choose one of: {known}.",
        ),
        name=name_or_file,
        known=", ".join(one.name for one in known),
    )


def fresh_name(folder: Path, name: str, *, taken: Iterable[str] = ()) -> str:
    """Return *name* so that it can be a file's and no template has it; *taken* are more names."""
    used = {one.casefold() for one in (*taken, *(one.name for one in all_templates(folder)))}
    base = found = safe_name(name)
    number = 1
    while found.casefold() in used:
        number += 1
        found = f"{base} {number}"
    return found


def add(
    folder: Path, template: TextTemplate, *, library: Path, taken: Iterable[str] = ()
) -> TextTemplate:
    """Keep *template* under its name, or one like it that is not *taken*; return what is kept."""
    name = fresh_name(folder, template.name, taken=taken)
    made = replace(template, name=name, built_in=False)
    save(folder, made, library=library)
    return made


def save(folder: Path, template: TextTemplate, *, library: Path) -> None:
    """Write a template of the user; UserError when that cannot be: then the old file stays."""
    with suppress(OSError):  # what is wrong with the folder, the writing says
        folder.mkdir(parents=True, exist_ok=True)
    save_as(folder / template.file_name, template, library=library)


def save_as(target: Path, template: TextTemplate, *, library: Path) -> None:
    """Write a template to a file of any name, to hand it on; raises as `save` does."""
    with replaced(target, library) as out:
        out.write(template.source.encode(errors="replace"))


def rename(
    folder: Path, template: TextTemplate, *, name: str, suffix: str, library: Path
) -> TextTemplate:
    """Give a template another name or suffix; UserError when the name is taken or no name."""
    wanted = replace(template, name=safe_name(name), text_suffix=suffix.strip().lower())
    if not name.strip() or not SUFFIX.fullmatch(wanted.text_suffix):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors", "A template needs a name, and an ending such as .txt or .md."
            )
        )
    others = (one.name.casefold() for one in all_templates(folder) if one.name != template.name)
    if wanted.name.casefold() in others:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors", "Another template is called “{name}”. Choose another name."
            ),
            name=wanted.name,
        )
    if wanted != template:
        with suppress(OSError):  # the old file may be gone
            (folder / template.file_name).replace(folder / wanted.file_name)
        save(folder, wanted, library=library)
    return wanted


def delete(folder: Path, template: TextTemplate) -> None:
    """Delete the file of a template of the user."""
    with suppress(OSError):
        (folder / template.file_name).unlink(missing_ok=True)


def preview_selection(reader: Reader, selection: Selection) -> tuple[PortableArticle, ...]:
    """Return the first few articles of *selection* that have highlights, else its first few."""
    if selection == Selection():  # of a million articles, those with highlights may be few
        selection = Selection(articles=first_ids(reader, Listing(_MARKED), PREVIEWED)[0] or None)
    only = chosen_highlights(reader, selection)
    if only is not None:
        selection = Selection(highlights=only[:_MARKS_LOOKED_AT])
    ids = chosen_articles(reader, selection)[:_LOOKED_AT]
    first = tuple(portable_articles(reader, ids, only=None if only is None else frozenset(only)))
    marked = (article for article in first if article.annotations)
    return tuple(islice(marked, PREVIEWED)) or first[:PREVIEWED]


def preview(
    template: TextTemplate,
    articles: Sequence[PortableArticle],
    *,
    cancelled: Callable[[], bool] = never,
) -> str:
    """Return what the template makes of *articles*; UserError (with `line`), Cancelled."""
    return running.preview(template, articles, cancelled=cancelled)


def exporter(template: TextTemplate) -> TemplateExporter:
    """Return the exporter that writes in the form of *template*."""
    return TemplateExporter(template)

"""Words for people: names of values, dates and errors in the language of the window."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QObject

from desktop.core.article import Remark
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError
from desktop.core.people import AGREED

if TYPE_CHECKING:
    from desktop.formats.text_templates.template import TextTemplate
    from desktop.operations.versions import Carriage

_COLOURS = {
    "yellow": QT_TRANSLATE_NOOP("Colours", "Yellow"),
    "green": QT_TRANSLATE_NOOP("Colours", "Green"),
    "blue": QT_TRANSLATE_NOOP("Colours", "Blue"),
    "pink": QT_TRANSLATE_NOOP("Colours", "Pink"),
    "purple": QT_TRANSLATE_NOOP("Colours", "Purple"),
    "orange": QT_TRANSLATE_NOOP("Colours", "Orange"),
    "red": QT_TRANSLATE_NOOP("Colours", "Red"),
    "grey": QT_TRANSLATE_NOOP("Colours", "Grey"),
}
_STATUSES = {
    "unread": QT_TRANSLATE_NOOP("Statuses", "Unread"),
    "reading": QT_TRANSLATE_NOOP("Statuses", "Reading"),
    "read": QT_TRANSLATE_NOOP("Statuses", "Read"),
    "archived": QT_TRANSLATE_NOOP("Statuses", "Archived"),
}

_DONE = {
    "Delete highlight": QT_TRANSLATE_NOOP("Done", "Highlight deleted."),
    "Move to trash": QT_TRANSLATE_NOOP("Done", "Moved to the trash."),
    "Restore from trash": QT_TRANSLATE_NOOP("Done", "Taken out of the trash."),
    "Delete for good": QT_TRANSLATE_NOOP("Done", "Deleted for good."),
    "Delete saved search": QT_TRANSLATE_NOOP("Done", "Saved search deleted."),
    "Delete feed": QT_TRANSLATE_NOOP("Done", "Feed deleted; its articles stay."),
    "Delete tag": QT_TRANSLATE_NOOP("Done", "Tag deleted."),
    "Merge tags": QT_TRANSLATE_NOOP("Done", "Tags merged."),
    "Remove sample articles": QT_TRANSLATE_NOOP("Done", "The sample articles were removed."),
}


class _Counted(QObject):
    """Only here for `tr`: lupdate finds plural texts nowhere else."""

    def articles(self, n: int) -> str:
        return self.tr("%n article(s)", "", n)

    def highlights(self, n: int) -> str:
        return self.tr("%n highlight(s)", "", n)

    def tags(self, n: int) -> str:
        return self.tr("%n tag(s)", "", n)

    def kept(self, n: int) -> str:
        return self.tr("%n highlight(s) carried over", "", n)

    def doubtful(self, n: int) -> str:
        return self.tr("%n to check", "", n)

    def lost(self, n: int) -> str:
        return self.tr("%n without a place", "", n)

    def nameless(self) -> str:
        return self.tr("Without a name")

    def agreed(self) -> str:
        return self.tr("Agreed")

    def known(self, n: int) -> str:
        return self.tr("%n there already", "", n)


def template_name(template: TextTemplate) -> str:
    """Return a template's name: its own, ours in the language of the window."""
    if not template.built_in:
        return template.name
    return QCoreApplication.translate("Templates", template.name)


def articles(number: int) -> str:
    """Return “3 articles”."""
    return _Counted().articles(number)


def highlights(number: int) -> str:
    """Return “3 highlights”."""
    return _Counted().highlights(number)


def tags(number: int) -> str:
    """Return “3 tags”."""
    return _Counted().tags(number)


def carriage(report: Carriage) -> str:
    """Return what became of highlights that were carried to another text."""
    counted = _Counted()
    parts = [counted.kept(report.kept + report.doubtful)]
    for number, name in (
        (report.doubtful, counted.doubtful),
        (report.lost, counted.lost),
        (report.known, counted.known),
    ):
        if number:
            parts.append(name(number))
    return ", ".join(parts) + "."


def coder_name(author: str) -> str:
    """Return how a person who highlights is called here: also one without a name, and AGREED."""
    counted = _Counted()
    return {"": counted.nameless(), AGREED: counted.agreed()}.get(author, author)


def colour_name(colour: str) -> str:
    """Return the name of a highlight colour."""
    return QCoreApplication.translate("Colours", _COLOURS.get(colour, colour))


def status_name(status: str) -> str:
    """Return the name of a reading status."""
    return QCoreApplication.translate("Statuses", _STATUSES.get(status, status))


def step_name(step: str) -> str:
    """Return the name of an undo step."""
    return QCoreApplication.translate("Steps", step)


def done_text(step: str) -> str:
    """Return what to say when a step that takes something away is done, "" for the others."""
    return QCoreApplication.translate("Done", _DONE[step]) if step in _DONE else ""


def format_name(name: str) -> str:
    """Return the name of an export format; a plug-in's stays as it is."""
    return QCoreApplication.translate("Formats", name)


def each_names() -> dict[str, str]:
    """Return how the forms that have a file for each article are called, by `Job.format`."""
    return {
        "each:md": QCoreApplication.translate("Formats", "Markdown, a file for each article"),
        "each:html": QCoreApplication.translate("Formats", "HTML, a file for each article"),
    }


def loss_text(losses: Iterable[str]) -> str:
    """Return what an export leaves out."""
    return " ".join(QCoreApplication.translate("Losses", one) for one in losses)


def error_text(error: UserError) -> str:
    """Return what went wrong and what to do about it."""
    fields = dict(error.fields)
    if "step" in fields:
        fields["step"] = step_name(fields["step"])
    return QCoreApplication.translate("Errors", error.template).format(**fields)


def remark_text(remark: Remark) -> str:
    """Return what there is to know about something that went in."""
    return QCoreApplication.translate("Remarks", remark.template).format(**remark.fields)


def moment_text(moment: datetime) -> str:
    """Return a moment as people here write it, in their time zone."""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    return QLocale().toString(local, "d MMMM yyyy, HH:mm")


def date_text(partial: str) -> str:
    """Return a partial ISO date (`2023`, `2023-09`, `2023-09-07`) or time as people write it."""
    year, _, rest = partial[:10].partition("-")
    month, _, day = rest.partition("-")
    if not month:
        return year
    locale = QLocale()
    if not day:
        name = locale.standaloneMonthName(int(month), QLocale.FormatType.LongFormat)
        return f"{name} {year}"
    date = QDate(int(year), int(month), int(day))
    return locale.toString(date, "d MMMM yyyy") if date.isValid() else partial

"""What `export` is to write, and of which articles."""

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop import cli_csv, paths
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError

if TYPE_CHECKING:
    from desktop.formats.registry import AnyExporter
    from desktop.library.connection import Source
    from desktop.operations.selection import Selection

PDF = "pdf"  # needs Qt, so no exporter of `formats` writes it


def add_selection(parser: argparse.ArgumentParser) -> None:
    """Add the options that say what goes out; without any it is everything."""
    one = parser.add_argument_group("what to export (else everything)")
    one = one.add_mutually_exclusive_group()
    one.add_argument("--query", default="", metavar="Q", help="only of articles that match")
    one.add_argument(
        "--article", action="append", type=int, metavar="ID", help="only of this one (and others)"
    )
    one.add_argument("--saved", metavar="NAME", help="only of articles that a saved search finds")
    one.add_argument("--tag", metavar="PATH", help="only highlights with this tag or one below it")
    one.add_argument(
        "--highlights", metavar="Q", help="only highlights that match, as in the notebook"
    )


def selection(source: "Source", options: argparse.Namespace) -> "Selection":
    """Return what is to go out; UserError when there is nothing of that name."""
    from desktop.library import articles
    from desktop.operations.selection import Selection, saved, tagged

    if options.article:
        for key in options.article:
            articles.get(source, key)
        return Selection(articles=list(dict.fromkeys(options.article)))
    if options.saved is not None:
        return replace(saved(source, options.saved), newest_first=False)
    if options.tag is not None:
        return tagged(source, options.tag)
    if options.highlights:
        return Selection(notes=options.highlights)
    return Selection(query=options.query, newest_first=False)


def exporter(options: argparse.Namespace) -> "AnyExporter":
    """Return what writes the file; UserError when the options do not go together."""
    from desktop.operations import exporters, templates

    if not options.template:
        if options.format != PDF:
            return cli_csv.shaped(options.format or exporters.exporter("csv"), options)
        cli_csv.refuse(options)
        from desktop import app

        return app.pdf_exporter(options.language)
    if options.format or cli_csv.asked(options):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "A template is a form of its own. Leave out the format and the options of CSV, "
                "or the template.",
            )
        )
    return templates.exporter(templates.find(paths.templates_folder(), options.template))

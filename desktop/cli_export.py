"""What `export` is to write, and of which articles."""

import argparse
from typing import TYPE_CHECKING

from desktop import cli_csv, paths
from desktop.core.errors import QT_TRANSLATE_NOOP, UserError

if TYPE_CHECKING:
    from desktop.formats.registry import AnyExporter


def exporter(options: argparse.Namespace) -> "AnyExporter":
    """Return what writes the file; UserError when the options do not go together."""
    from desktop.operations import exporters, templates

    if not options.template:
        return cli_csv.shaped(options.format or exporters.exporter("csv"), options)
    if options.format or cli_csv.asked(options):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "A template is a form of its own. Leave out the format and the options of CSV, "
                "or the template.",
            )
        )
    return templates.exporter(templates.find(paths.templates_folder(), options.template))

"""The options of `export` that shape a CSV file."""

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.core.errors import QT_TRANSLATE_NOOP, UserError

if TYPE_CHECKING:
    from desktop.formats.registry import AnyExporter

_SHAPES = ("glosa", "excel-pl", "pandas", "taguette", "readwise")


def add(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    group = parser.add_argument_group("CSV")
    group.add_argument("--preset", choices=_SHAPES, help="columns and form for another program")
    group.add_argument("--columns", metavar="A,B,…", help="these columns, in this order")
    group.add_argument("--delimiter", choices=("comma", "semicolon", "tab"))
    group.add_argument("--no-bom", action="store_true", help="without a byte-order mark")
    group.add_argument("--per-tag", action="store_true", help="a row for each tag of a highlight")


def asked(options: argparse.Namespace) -> bool:
    """Tell whether there is any of the options."""
    given = (options.preset, options.columns, options.delimiter, options.no_bom, options.per_tag)
    return any(given)


def refuse(options: argparse.Namespace) -> None:
    """Raise UserError where there is any of the options, and another format than CSV."""
    if asked(options):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "Preset, columns, delimiter, byte-order mark and rows per tag are for CSV only. "
                "Leave these options out, or export as CSV.",
            )
        )


def shaped(exporter: "AnyExporter", options: argparse.Namespace) -> "AnyExporter":
    """Return *exporter* in the form that *options* ask for; UserError when it has no such form."""
    from desktop.formats.exporters.csv_annotations import CSV, CsvAnnotations
    from desktop.formats.exporters.csv_form import DELIMITERS, PRESETS, check_columns

    if not asked(options):
        return exporter
    if exporter is not CSV:
        refuse(options)
    form = PRESETS[options.preset or "glosa"]
    if options.columns:
        columns = check_columns([name.strip() for name in options.columns.split(",")])
        form = replace(form, columns=columns, names=())
    return CsvAnnotations(
        replace(
            form,
            delimiter=DELIMITERS[options.delimiter] if options.delimiter else form.delimiter,
            bom=form.bom and not options.no_bom,
            per_tag=form.per_tag or options.per_tag,
        )
    )

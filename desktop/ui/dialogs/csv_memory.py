"""The form of CSV files that was chosen last, kept among the settings as one line of JSON."""

import json
from dataclasses import asdict
from typing import Any

from desktop.core.errors import UserError
from desktop.formats.exporters.csv_form import DEFAULT, DELIMITERS, CsvForm, check_columns
from desktop.ui.settings import Settings


def keep_form(settings: Settings, form: CsvForm) -> None:
    """Remember *form*."""
    settings.set("csv_form", "" if form == DEFAULT else json.dumps(asdict(form)))


def kept_form(settings: Settings) -> CsvForm:
    """Return what was remembered; the default when there is nothing, or nothing good."""
    try:
        values: dict[str, Any] = json.loads(settings.get("csv_form"))
        columns, names = check_columns(values["columns"]), tuple(map(str, values["names"]))
        if values["delimiter"] not in DELIMITERS.values() or len(names) not in (0, len(columns)):
            return DEFAULT
        flags = {name: values[name] is True for name in ("bom", "guard", "per_tag")}
    except (ValueError, TypeError, KeyError, UserError):
        return DEFAULT
    return CsvForm(columns, names, values["delimiter"], **flags)

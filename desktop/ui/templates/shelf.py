"""The templates there are, as the window keeps them: chosen, changed, kept, taken away."""

from dataclasses import replace
from pathlib import Path

from desktop.formats.text_templates.template import TextTemplate
from desktop.operations import templates
from desktop.ui import texts
from desktop.ui.context import Context


class Shelf:
    """Reads and writes the folder; `current` is the template that is looked at."""

    def __init__(self, context: Context) -> None:
        self._folder = templates_folder(context)
        self._library = context.library.path
        self._kept = ""
        self.all: list[TextTemplate] = []
        self.load()
        self.current = self.all[0]

    @property
    def changed(self) -> bool:
        """Whether what is typed differs from the file."""
        return not self.current.built_in and self.current.source != self._kept

    def load(self) -> None:
        """Look into the folder again."""
        self.all = templates.all_templates(self._folder)

    def choose(self, template: TextTemplate) -> None:
        """Look at another template; what is typed must have been kept."""
        self.current = self.same(template)
        self._kept = self.current.source

    def same(self, template: TextTemplate) -> TextTemplate:
        """Return what *template* has become since it was listed."""
        kind = template.file_name, template.built_in
        return next(one for one in self.all if (one.file_name, one.built_in) == kind)

    def type(self, source: str) -> None:
        """Take what was typed."""
        if not self.current.built_in:
            self._swap(replace(self.current, source=source))

    def keep(self) -> None:
        """Write what was typed; UserError when that cannot be."""
        if self.changed:
            templates.save(self._folder, self.current, library=self._library)
            self._kept = self.current.source

    def add(self, template: TextTemplate) -> None:
        """Keep a template of one's own and look at it."""
        if template.built_in:
            template = replace(template, name=texts.template_name(template))
        shown = map(texts.template_name, self.all)  # ours have names of the window's language
        made = templates.add(self._folder, template, library=self._library, taken=shown)
        self.load()
        self.choose(made)

    def rename(self, name: str, suffix: str) -> None:
        """Give the template another name or suffix; UserError when it cannot have it."""
        made = templates.rename(
            self._folder, self.current, name=name, suffix=suffix, library=self._library
        )
        self.load()
        self.choose(made)

    def delete(self) -> TextTemplate:
        """Delete the template; return it, to be put back."""
        gone = self.current
        templates.delete(self._folder, gone)
        at = self.all.index(gone)
        self.load()
        self.choose(self.all[min(at, len(self.all) - 1)])
        return gone

    def read(self, path: Path) -> None:
        """Take in a template that someone handed on."""
        self.add(templates.from_file(path))

    def write(self, path: Path) -> None:
        """Write the template to a file, to be handed on."""
        templates.save_as(path, self.current, library=self._library)

    def _swap(self, changed: TextTemplate) -> None:
        self.all = [changed if one is self.current else one for one in self.all]
        self.current = changed


def templates_folder(context: Context) -> Path:
    """Return where the user's templates lie: beside the settings."""
    return context.settings.folder / "templates"

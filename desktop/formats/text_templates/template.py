"""A template as a value, and what can be told of it without running it."""

import re
from dataclasses import dataclass

LARGEST = 1_000_000
ENDING = ".jinja"
SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,10}")
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_FILE_NAME = re.compile(r"\{%[-+]?\s*set\s+file_name\b")


@dataclass(frozen=True, slots=True)
class TextTemplate:
    """`text_suffix` is how the files end that it makes; `built_in` is one of ours."""

    name: str
    text_suffix: str
    source: str
    built_in: bool = False

    @property
    def files(self) -> bool:
        """Whether it makes a file for each article: it sets `file_name`."""
        return bool(_FILE_NAME.search(_COMMENT.sub("", self.source)))

    @property
    def file_name(self) -> str:
        """The name of the file that it is kept in; the name must be a safe one."""
        return f"{self.name}{self.text_suffix}{ENDING}"


def named(file_name: str) -> tuple[str, str]:
    """Return the name and the suffix that a template's file name tells: `Notes.md.jinja`."""
    base = file_name.removesuffix(ENDING).removesuffix(".j2")
    name, dot, suffix = base.rpartition(".")
    if name and SUFFIX.fullmatch(dot + suffix):
        return name, (dot + suffix).lower()
    return base, ".txt"

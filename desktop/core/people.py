"""Whose highlights are looked at: everyone's, or those of some people, so that coding is blind.

A highlight's `author` names its person; "" is whoever works here and gave no name. What people
settled together bears the name AGREED, in every language: it travels in files.
"""

from dataclasses import dataclass

AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class People:
    """The people whose highlights are shown, in order; `names` is None for everyone."""

    names: tuple[str, ...] | None = None

    def sees(self, author: str) -> bool:
        """Tell whether the highlights of *author* are shown."""
        return self.names is None or author in self.names


EVERYONE = People()


def only(*names: str) -> People:
    """Return just these people, each once."""
    return People(tuple(sorted(set(names))))

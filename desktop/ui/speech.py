"""What this system can speak with: its own command, for Qt's speech is not in the small package.

A sentence goes in by the standard input wherever the command takes it there: never as an option.
"""

import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass

_POWERSHELL = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; "
    "(New-Object Speech.Synthesis.SpeechSynthesizer).Speak([Console]::In.ReadToEnd())"
)
_LANGUAGE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A command that speaks its standard input, or its last argument, and ends when it has.

    `hush` is one that silences what goes on speaking when the first one is stopped.
    """

    program: str
    arguments: tuple[str, ...]
    by_input: bool = True
    hush: tuple[str, ...] = ()

    def arguments_for(self, sentence: str) -> list[str]:
        """Return the arguments to speak *sentence* with."""
        return [*self.arguments] if self.by_input else [*self.arguments, "--", sentence]


def speaker(
    language: str,
    *,
    platform: str = sys.platform,
    which: Callable[[str], str | None] = shutil.which,
) -> Speaker | None:
    """Return what can read *language* (ISO 639-1 or "") aloud here, None when nothing can."""
    spoken = language if _LANGUAGE.fullmatch(language) else ""
    if platform == "win32":
        found = which("powershell")
        return Speaker(found, ("-NoProfile", "-Command", _POWERSHELL)) if found else None
    if platform == "darwin":
        found = which("say")
        return Speaker(found, ("-f", "-")) if found else None
    for name in ("espeak-ng", "espeak"):
        if found := which(name):
            return Speaker(found, ("--stdin", *(("-v", spoken) if spoken else ())))
    if found := which("spd-say"):
        chosen = ("-l", spoken) if spoken else ()
        return Speaker(found, ("-w", *chosen), by_input=False, hush=(found, "-S"))
    return None

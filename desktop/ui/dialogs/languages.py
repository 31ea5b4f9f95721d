"""The languages an article may be in: codes with the names that their speakers use."""

import re

NAMES = {
    "pl": "polski", "en": "English", "de": "Deutsch", "uk": "українська", "ru": "русский",
    "be": "беларуская", "lt": "lietuvių", "cs": "čeština", "sk": "slovenčina", "fr": "français",
    "es": "español", "it": "italiano", "pt": "português", "nl": "Nederlands", "sv": "svenska",
    "da": "dansk", "no": "norsk", "fi": "suomi", "et": "eesti", "lv": "latviešu", "hu": "magyar",
    "ro": "română", "bg": "български", "el": "Ελληνικά", "hr": "hrvatski", "sr": "srpski",
    "sl": "slovenščina", "mk": "македонски", "sq": "shqip", "tr": "Türkçe", "la": "Latina",
    # Written in letters that many systems have no font for
    "ka": "Georgian", "hy": "Armenian", "he": "Hebrew", "ar": "Arabic", "fa": "Persian",
    "hi": "Hindi", "zh": "Chinese", "ja": "Japanese", "ko": "Korean", "vi": "Tiếng Việt",
}  # fmt: skip
CODES = tuple(NAMES)
_CODE = re.compile(r"[a-z]{2,3}")


def name(code: str) -> str:
    """Return `pl – polski`; the code alone for a language we have no name for."""
    return f"{code} – {NAMES[code]}" if code in NAMES else code


def code_of(text: str) -> str | None:
    """Return the code for a code, a name, or what `name` gives; None when unclear."""
    wanted = text.strip().casefold()
    if not wanted:
        return ""
    for code, native in NAMES.items():
        if wanted in (name(code).casefold(), code, native.casefold()):
            return code
    return wanted if _CODE.fullmatch(wanted) else None

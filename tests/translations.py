"""Keep the translations: `python tests/translations.py` collects texts and compiles .qm files.

English needs a file too, for its plural forms.
"""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import PySide6

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("en", "pl")
_TOOLS = Path(PySide6.__file__).parent
if not (_TOOLS / "lupdate").exists():
    _TOOLS = _TOOLS / "Qt" / "libexec"


def collect(ts: Path, language: str) -> None:
    """Bring the texts of the program into *ts*, keeping the translations it has."""
    sources = [str(file) for file in sorted((ROOT / "desktop").rglob("*.py"))]
    plural_only = ["-pluralonly"] if language == "en" else []
    _tool(
        "lupdate", *sources, "-ts", str(ts), "-source-language", "en", "-target-language", language,
        "-no-obsolete", "-locations", "none", *plural_only,
    )  # fmt: skip


def compile_to(qm: Path, ts: Path) -> None:
    """Compile *ts* for Qt."""
    _tool("lrelease", "-silent", str(ts), "-qm", str(qm))


def unfinished(ts: Path) -> list[str]:
    """Return the texts of *ts* that have no translation, or not all plural forms."""
    missing: list[str] = []
    for message in ElementTree.parse(ts).iter("message"):
        translation = message.find("translation")
        source = message.findtext("source") or ""
        if translation is None or translation.get("type") == "unfinished":
            missing.append(source)
            continue
        forms = [form.text or "" for form in translation.findall("numerusform")]
        if not all(form.strip() for form in forms or [translation.text or ""]):
            missing.append(source)
    return missing


def texts(ts: Path) -> set[tuple[str, str]]:
    """Return (context, text) of all messages in *ts*."""
    return {
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in ElementTree.parse(ts).iter("context")
        for message in context.iter("message")
    }


def _tool(name: str, *arguments: str) -> None:
    subprocess.run([str(_TOOLS / name), *arguments], check=True, stdout=subprocess.DEVNULL)


def main() -> None:
    """Update and compile both languages, and say what is left to translate."""
    for language in LANGUAGES:
        ts = FOLDER / f"glosa_{language}.ts"
        collect(ts, language)
        compile_to(ts.with_suffix(".qm"), ts)
        left = unfinished(ts)
        print(f"{language}: {len(texts(ts))} texts, {len(left)} to translate")
        for text in left[:40] if "--list" in sys.argv else []:
            print("   ", text)


if __name__ == "__main__":
    main()

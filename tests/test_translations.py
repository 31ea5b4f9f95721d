"""The shipped translations are whole, agree with the program, and are compiled."""

import ast
import importlib
import pkgutil
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

import desktop.operations
from desktop.core import errors
from tests.translations import FOLDER, LANGUAGES, ROOT, collect, compile_to, texts, unfinished

MEND = "run `python tests/translations.py` and translate what is new in resources/translations"
_PLACEHOLDER = re.compile(r"\{\w*\}|%L?n")

languages = pytest.mark.parametrize("language", LANGUAGES)


def _ts(language: str) -> Path:
    return FOLDER / f"glosa_{language}.ts"


def _translated(language: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield (context, text, its translation in all plural forms)."""
    for context in ElementTree.parse(_ts(language)).iter("context"):
        for message in context.iter("message"):
            forms = [form.text or "" for form in message.iter("numerusform")]
            name, source = context.findtext("name") or "", message.findtext("source") or ""
            yield name, source, forms or [message.findtext("translation") or ""]


def _of_context(name: str) -> set[str]:
    return {text for context, text in texts(_ts("pl")) if context == name}


@languages
def test_the_texts_are_those_of_the_program(language: str, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    shutil.copy(_ts(language), fresh)
    collect(fresh, language)
    new = texts(fresh) - texts(_ts(language))
    gone = texts(_ts(language)) - texts(fresh)
    assert not new, f"{MEND}: {sorted(new)}"
    assert not gone, f"{MEND}; no longer in the program: {sorted(gone)}"


@languages
def test_everything_is_translated(language: str) -> None:
    assert unfinished(_ts(language)) == [], MEND


@languages
def test_placeholders_agree(language: str) -> None:
    wrong = [
        (context, source, form)
        for context, source, forms in _translated(language)
        for form in forms
        if sorted(_PLACEHOLDER.findall(form)) != sorted(_PLACEHOLDER.findall(source))
    ]
    assert wrong == []


@languages
def test_the_compiled_file_is_that_of_the_texts(language: str, tmp_path: Path) -> None:
    compile_to(tmp_path / "fresh.qm", _ts(language))
    shipped = _ts(language).with_suffix(".qm").read_bytes()
    assert (tmp_path / "fresh.qm").read_bytes() == shipped, "run `python tests/translations.py`"


def test_every_step_has_a_name_to_show() -> None:
    modules = pkgutil.iter_modules(desktop.operations.__path__, "desktop.operations.")
    steps = {
        value.step_name
        for module in modules
        for value in vars(importlib.import_module(module.name)).values()
        if hasattr(value, "step_name")
    }
    assert steps
    assert steps <= _of_context("Steps"), MEND


def test_every_error_is_marked_for_translation() -> None:
    kinds = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, errors.UserError)
    }
    templates = {
        template
        for file in (ROOT / "desktop").rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and _name(call.func) in kinds and call.args
        for template in _literals(call.args[0])
    }
    assert templates
    assert templates <= _of_context("Errors"), MEND


def _name(function: ast.expr) -> str:
    return getattr(function, "id", "") or getattr(function, "attr", "")


def _literals(template: ast.expr) -> list[str]:
    """Return the text of "..." or QT_TRANSLATE_NOOP("Errors", "..."); none of a variable."""
    match template:
        case ast.Constant(value=str(text)) | ast.Call(args=[_, ast.Constant(value=str(text))]):
            return [text]
        case _:
            return []


def test_plurals_are_written_so_that_they_are_collected() -> None:
    """lupdate takes the plurals of `tr` in a class, not those of `QCoreApplication.translate`."""
    calls = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for file in (ROOT / "desktop").rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and _name(call.func) == "translate"
        and (len(call.args) > 3 or any(keyword.arg == "n" for keyword in call.keywords))
    ]
    assert not calls, f"use `self.tr` of a QObject for plurals: {sorted(calls)}"


@pytest.mark.parametrize(
    ("language", "number", "expected"),
    [
        ("pl", 0, "%Ln artykułów"),
        ("pl", 1, "%Ln artykuł"),
        ("pl", 2, "%Ln artykuły"),
        ("pl", 5, "%Ln artykułów"),
        ("pl", 12, "%Ln artykułów"),
        ("pl", 22, "%Ln artykuły"),
        ("en", 0, "%Ln articles"),
        ("en", 1, "%Ln article"),
        ("en", 2, "%Ln articles"),
        ("en", 22, "%Ln articles"),
    ],
)
def test_plurals(language: str, number: int, expected: str) -> None:
    translator = QTranslator()
    assert translator.load(f"glosa_{language}", str(FOLDER))
    assert translator.translate("FilterBar", "%Ln article(s)", "", number) == expected


def test_the_polish_menus_have_keys_of_their_own() -> None:
    titles = [
        form for name, source, (form, *_) in _translated("pl") if name == "Menus" and "&" in source
    ]
    keys = [title[title.index("&") + 1].lower() for title in titles]
    assert len(set(keys)) == len(keys) > 0

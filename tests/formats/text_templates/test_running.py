"""A template runs in a process apart: whatever it does there, the program gets a text or words."""

from collections.abc import Iterator

import pytest

from desktop.core.errors import Cancelled, UserError
from desktop.core.portable import PortableArticle
from desktop.formats import limits
from desktop.formats.child import Child, Gone
from desktop.formats.text_templates import running
from desktop.formats.text_templates.running import preview, run
from desktop.formats.text_templates.template import TextTemplate, named
from tests.formats.exporters.sample import article, second

HANGING = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
SWELLING = "{{ ('x' * 90000000) | list | length }}"


def template(source: str, suffix: str = ".txt") -> TextTemplate:
    return TextTemplate("Mój", suffix, source)


def test_articles_are_asked_for_one_after_the_other():
    taken: list[str] = []

    def articles() -> Iterator[PortableArticle]:
        for one in (article(), second()):
            taken.append(one.uuid)
            yield one

    source = "{% for a in articles %}{{ a.uuid }}{{ 'x' * 70000 }}{% endfor %}"
    pieces = run(template(source), articles())
    first = next(pieces)
    assert "a001" in first[1] and first[0] == ""
    assert "a002" in "".join(text for _, text in pieces)
    assert len(taken) == 2


def test_words_survive_the_way():
    shown = preview(template("{{ article.text }}|{{ article.highlights | length }}"), [article()])
    assert shown == f"{article().text}|5"


def test_half_a_character_is_replaced():
    assert preview(template("a{{ '\\ud800' }}b"), [article()]) == "a?b"


def test_a_preview_names_the_files():
    source = "{% set file_name = article.language %}{{ article.uuid[-4:] }}"
    assert preview(template(source, ".md"), [article()]) == "── pl.md ──\na001\n"


def test_a_preview_is_cut_short():
    source = "{% for i in range(90000) %}{{ 'xxxxxxxxxx' * 10 }}{% endfor %}"
    assert len(preview(template(source), [article()])) == 60_000


def test_a_fault_comes_as_words_with_the_line():
    with pytest.raises(UserError) as caught:
        preview(template("\n{{ article.titel }}"), [article()])
    assert caught.value.fields["line"] == 2


def test_what_computes_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "SECONDS", 1.0)
    monkeypatch.setattr(limits, "PATIENCE", 60)
    asked = iter(range(10_000))
    with pytest.raises((UserError, Cancelled)) as caught:
        # The child's own clock has 20 seconds of the processor; the test waits for it.
        list(run(template(HANGING), [article()], cancelled=lambda: next(asked) > 9_000))
    assert "works longer than" in str(caught.value)


def test_what_swells_is_stopped():
    with pytest.raises(UserError, match="too much memory"):
        list(run(template(SWELLING), [article()]))


def test_what_writes_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "LARGEST_TEXT", 100_000)
    source = "{% for i in range(90000) %}{{ 'xxxxxxxxxx' * 100 }}{% endfor %}"
    with pytest.raises(UserError, match="writes more than 100000"):
        list(run(template(source), [article()]))


def test_stopping_does_not_wait_for_the_template():
    asked = iter([False, False])
    with pytest.raises(Cancelled):
        list(run(template(HANGING), [article()], cancelled=lambda: next(asked, True)))


def test_silence_is_not_waited_for(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "SECONDS", 0.0)
    with pytest.raises(UserError, match="works longer"):
        list(run(template("x"), [article()]))


def test_one_that_breaks_off_or_lies(monkeypatch: pytest.MonkeyPatch):
    class Dying(Child):
        def receive(self, seconds: float) -> None:
            self._process.kill()
            self._process.wait()
            super().receive(seconds)
            raise Gone("stopped")

    monkeypatch.setattr(running, "Child", Dying)
    with pytest.raises(UserError, match="broke off"):
        list(run(template("x"), [article()]))

    class Lying(Child):
        def receive(self, seconds: float) -> dict[str, object]:
            return {"error": 7}

    monkeypatch.setattr(running, "Child", Lying)
    with pytest.raises(UserError, match="broke off"):
        list(run(template("x"), [article()]))


@pytest.mark.parametrize(
    ("file", "name", "suffix"),
    [
        ("Notatki.md.jinja", "Notatki", ".md"),
        ("A.B.html.j2", "A.B", ".html"),
        ("notes.TXT", "notes", ".txt"),
        ("bez.jinja", "bez", ".txt"),
        (".md.jinja", ".md", ".txt"),
    ],
)
def test_a_file_name_tells_name_and_suffix(file: str, name: str, suffix: str):
    assert named(file) == (name, suffix)


def test_only_a_name_that_is_set_makes_files():
    assert template("{% set file_name = 'x' %}").files
    assert template("{%- set file_name %}x{% endset %}").files
    assert not template("{# {% set file_name = 'x' %} #}{% set file_names = 1 %}").files

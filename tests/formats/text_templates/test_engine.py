"""What templates can say, and what is said of those that are wrong: words and a line."""

import json

import pytest

from desktop.core.errors import UserError
from desktop.formats.exporters.json_lines import article_values
from desktop.formats.text_templates import fields, filters
from desktop.formats.text_templates.engine import Engine
from desktop.formats.text_templates.fields import FIELDS, Article
from tests.formats.exporters.sample import article, second


def written(source: str, suffix: str = ".txt") -> str:
    articles = [Article(article()), Article(second())]
    return "".join(Engine(source, suffix, "2026-01-02").all(iter(articles)))


def fault(source: str) -> UserError:
    with pytest.raises(UserError) as caught:
        written(source)
    return caught.value


def test_one_without_a_loop_is_written_for_each_article():
    assert written("{{ article.uuid[-4:] }} ") == "a001 a002 "


def test_one_with_a_loop_is_written_once():
    source = "{{ today }}{% for article in articles %} {{ article.uuid[-4:] }}{% endfor %}."
    assert written(source) == "2026-01-02 a001 a002."


def test_markup_is_escaped_where_the_suffix_says_so():
    source = "{{ article.title[:14] }}"
    assert "&lt;gęś" not in written("{{ article.title }}")
    assert "&lt;gęślą&gt;" in written("{{ article.title }}", ".html")
    assert written(source, ".md") == written(source, ".txt")


def test_much_comes_in_pieces():
    engine = Engine("{% for _ in range(9) %}{{ 'x' * 30000 }}{% endfor %}", ".txt", "")
    pieces = list(engine.all(iter([Article(article())])))
    assert len(pieces) > 3 and sum(map(len, pieces)) == 270_000


def test_a_file_has_the_name_that_is_set():
    engine = Engine("{% set file_name = article.language %}x", ".md", "")
    assert engine.one(Article(article())) == ("pl", "x")
    assert Engine("x", ".md", "").one(Article(article())) == ("", "x")


def test_paragraphs_have_pieces_and_the_notes_that_end_there():
    source = (
        "{% for p in article.paragraphs %}[{{ p.kind }}:{% for piece in p.pieces %}"
        "{{ piece.text[:6] }}{{ piece.highlights | length }}|{% endfor %}"
        "{{ p.highlights | map(attribute='number') | list }}{{ p.text | length }}]{% endfor %}"
    )
    shown = written(source)
    assert shown.startswith("[heading:Śródty0|[]")
    assert "Pierws0|ważne 1|drugie2|" in shown and "[1, 2]" in shown


def test_filters():
    assert filters.date("2023-09-07", "pl") == "7 września 2023"
    assert filters.date("2023-09", "pl") == "wrzesień 2023"
    assert filters.date("2023") == "2023"
    assert filters.date("2023-09-07T10:00:00Z") == "7 September 2023"
    assert filters.date("dawno", "pl") == "dawno" == filters.date("dawno")
    assert filters.date("2023-09-07", "xx") == "2023-09-07"
    assert filters.dots("2023-09-07T10:00:00Z") == "07.09.2023"
    assert written("{{ '=1\"' | csv }};{{ 'a\nb' | one_line }};").startswith('"\'=1""";a b;')
    assert "@article{" in written("{{ article | cite }}")
    cited = "{{ article.highlights[0] | cite('footnote') if article.highlights }}"
    assert "(dostęp: 14.05.2024)" in written(cited)
    assert "cite: plain" in str(fault("{{ article.highlights[0] | cite('x') }}"))


def test_the_list_of_fields_is_what_there_is():
    made = Article(article())
    one = made.paragraphs[1]
    for kind, value in {
        "article": made,
        "highlight": made.highlights[0],
        "paragraph": one,
        "piece": one.pieces[0],
    }.items():
        names = {name for name in dir(value) if not name.startswith("_")}
        assert names == set(FIELDS[kind]), kind
        for name in names:
            assert getattr(value, name) is not None
    assert {name.split("(")[0] for name in filters.MEANINGS} - {"tojson", "join"} == set(
        filters.FILTERS
    )


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("{{ article.titel }}", 1, "there is no “titel” in “article”. Did you mean “title”?"),
        ("a\n{{ artcle.title }}", 2, "nothing is called “artcle”. Did you mean “article”?"),
        ("{{ zzzzz }}", 1, "nothing is called “zzzzz”."),
        ("\n{% for a in articles %}\n", 2, "Write {% endfor %}"),
        ("\n\n{% fr a in articles %}", 3, "“fr” cannot stand here"),
        ("{{ article.title | mdd }}", 1, "no filter “mdd”. Did you mean “md”?"),
        ("{{ article.title | zzzzzz }}", 1, "no filter “zzzzzz”."),
        ("{{ article.title ", 1, "ends before a brace"),
        ("{# never closed", 1, "ends before a brace"),
        ("x\n{{ article title }}", 2, "near “title”"),
        ("{{ 1/0 }}", 1, "division by zero"),
        ("{{ article.highlights[77].quote }}", 1, "no element 77"),
        ("{{ articles | length }}", 1, "cannot count them"),
        ("{% for a in articles %}{% endfor %}\n{{ articles | list }}", 2, "go through them once"),
        ("\n{% include 'x' %}", 2, "cannot take in another"),
        ("{% import 'x' as y %}", 1, "cannot take in another"),
        ("{% extends 'x' %}", 1, "cannot take in another"),
        ("{% macro f() %}{{ f() }}{% endmacro %}\n{{ f() }}", 1, "recursion"),
        ("{% for i in range(10000000) %}{% endfor %}", 1, "Range too big"),
        ("{% for a in [] %}" * 30 + "{% endfor %}" * 30, 1, "cannot be worked out"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_line(source: str, line: int, words: str):
    error = fault(source)
    assert words in str(error) and error.fields["line"] == line
    assert str(error).startswith(f"Line {line} of the template: ")


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ article._given }}",
        "{{ article.__init__.__globals__ }}",
        "{{ '{0.__class__}'.format(article) }}",
        "{{ '{0._given}'.format(article) }}",
        "{{ ('%s' | attr('__class__')) }}",
        "{{ article | attr('_given') }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ namespace.__init__ }}",
        "{{ self.__init__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ article.highlights.append(1) }}",
        "{{ {}.update({1: 2}) }}",
        "{{ [].append(1) }}",
        "{% set article.title = 'x' %}",
        "{{ article.paragraphs[0]._article._given }}",
    ],
)
def test_nothing_leads_out_of_the_sandbox(source: str):
    assert fault(source).fields["line"] == 1


def test_an_article_survives_the_way_to_the_process():
    sent = json.loads(json.dumps(article_values(article())))
    got, made = fields.from_values(sent), Article(article())
    for name in set(FIELDS["article"]) - {"highlights", "paragraphs"}:
        assert getattr(got, name) == getattr(made, name), name
    for one, other in zip(got.highlights, made.highlights, strict=True):
        for name in set(FIELDS["highlight"]) - {"article"}:
            assert getattr(one, name) == getattr(other, name), name
    assert [one.text for one in got.paragraphs] == [one.text for one in made.paragraphs]


def test_one_field_object_is_one():
    made = Article(article())
    assert made.highlights[0].article is made
    assert made.paragraphs[1].pieces[1].highlights[0] is made.highlights[0]
    assert isinstance(made.paragraphs[0], fields.Paragraph)

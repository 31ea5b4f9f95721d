from collections.abc import Callable

from desktop.core.query import parse
from desktop.library.connection import Reader
from desktop.library.ranking import by_relevance
from desktop.library.search import Listing, article_ids

FILL = "Zwykłe zdanie bez treści. " * 60


def ranked(reader: Reader, text: str) -> list[int]:
    return list(article_ids(reader, Listing(parse(text), sort="relevance")))


def test_title_before_lead_before_the_rest(reader: Reader, add_article: Callable[..., int]):
    rest = add_article(f"Pierwszy\n\n{FILL} zapora {FILL}", title="Pierwszy")
    lead = add_article(f"Drugi\n\nzapora {FILL} {FILL}", title="Drugi")
    title = add_article(f"Zapora\n\n{FILL} {FILL} zapora", title="Zapora")
    add_article(f"Inny\n\n{FILL}", title="Inny")
    assert ranked(reader, "zapora") == [title, lead, rest]


def test_words_that_stand_together_come_first(reader: Reader, add_article: Callable[..., int]):
    near = add_article(f"A\n\n{FILL} dostawa nowej broni {FILL}", title="A")
    far = add_article(f"B\n\n{FILL} dostawa {FILL} broni", title="B")
    assert ranked(reader, "dostawa broni") == [near, far]
    assert ranked(reader, "dostawa OR broni") in ([near, far], [far, near])


def test_without_words_the_order_stays(reader: Reader, add_article: Callable[..., int]):
    for number in range(3):
        add_article(f"Tekst {number}")
    assert list(by_relevance(reader, parse("-x"), [2, 3, 1])) == [2, 3, 1]
    assert list(by_relevance(reader, parse("tekst"), [2])) == [2]

from collections.abc import Callable

from desktop.library.connection import Reader
from desktop.library.library import Library
from desktop.library.query_values import AT_MOST, values
from desktop.operations import tag


def test_values_are_those_of_the_library(
    library: Library, reader: Reader, add_article: Callable[..., int]
):
    key = add_article("A", outlet="Gazeta Łódzka", agency="PAP", author="Żak", language="pl")
    add_article("B", outlet="Łódź", language="en")
    add_article("C", outlet="Łódź")
    library.run(tag.tag_articles, article_ids=[key], add=["Claim/Sporne", "Spór"])
    assert values(reader, "outlet", "lod") == ["Łódź", "Gazeta Łódzka"]
    assert values(reader, "outlet", "") == ["Gazeta Łódzka", "Łódź"]
    assert values(reader, "agency", "p") == ["PAP"]
    assert values(reader, "author", "za") == ["Żak"]
    assert values(reader, "language", "") == ["en", "pl"]
    assert values(reader, "tag", "spo") == ["Claim/Sporne"]
    assert values(reader, "tag", "cl") == ["Claim", "Claim/Sporne"]
    assert values(reader, "tag", "%") == values(reader, "author", "_") == []


def test_no_more_than_can_be_looked_through(reader: Reader, add_article: Callable[..., int]):
    for number in range(AT_MOST + 5):
        add_article(f"T {number}", outlet=f"O {number}")
    assert len(values(reader, "outlet", "o")) == AT_MOST

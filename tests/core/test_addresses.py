import pytest

from desktop.core.addresses import same_page


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://kresy.pl/a/", "http://www.kresy.pl/a"),
        ("https://Kresy.pl/a?utm_source=x&fbclid=y", "https://kresy.pl/a"),
        ("https://kresy.pl/a?id=3&utm_medium=z#top", "https://kresy.pl/a?id=3"),
        ("http://kresy.pl", "https://www.kresy.pl/"),
    ],
)
def test_these_mean_the_same(one: str, other: str):
    assert other in same_page(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://kresy.pl/a?id=3", "https://kresy.pl/a?id=4"),
        ("https://kresy.pl/a", "https://kresy.pl/A"),
        ("https://kresy.pl/a", "https://pap.pl/a"),
    ],
)
def test_these_do_not(one: str, other: str):
    assert other not in same_page(one)


def test_what_is_no_web_address_stands_for_itself():
    assert same_page("") == ()
    assert same_page("doi:10.1/x") == ("doi:10.1/x",)
    assert same_page("http://[bad") == ("http://[bad",)

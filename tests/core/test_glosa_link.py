"""Links that begin `glosa:`."""

import pytest

from desktop.core.glosa_link import LONGEST, addresses_of


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("glosa:add?url=https%3A%2F%2Fa.pl%2Fx%3Fy%3D1", ["https://a.pl/x?y=1"]),
        ("GLOSA://add/?url=https://a.pl&url=http://b.pl/", ["https://a.pl/", "http://b.pl/"]),
        ("glosa:add?url=file:///etc/passwd&url=javascript:1", []),
        ("glosa:delete?url=https://a.pl", []),
        ("glosa:add", []),
        ("glosa://[::1", []),
        ("https://a.pl", []),
        ("glosa:add?" + "url=https://a.pl&" * LONGEST, []),
    ],
)
def test_only_pages_are_offered(link: str, found: list[str]):
    assert addresses_of(link) == found

from desktop.ui.article_highlights import ArticleHighlights
from tests.ui.reader.test_marks import annotation


def test_a_merge_keeps_the_reading_order_and_the_other_objects() -> None:
    known = ArticleHighlights()
    first, last, lost = (
        annotation(1, 0, 4),
        annotation(3, 20, 24),
        annotation(2, 5, 6, orphaned=True),
    )
    known.replace([first, last, lost])
    known.merge([7, 3], [annotation(7, 9, 12), annotation(3, 2, 3)])
    assert [one.id for one in known.all] == [1, 3, 7, 2]
    assert known.all[0] is first
    assert known.lost == [lost]
    known.merge([2], [])
    assert not known.lost
    assert not known.knows(2)
    assert known.get(None) is None


def test_read_anew_what_is_equal_stays_the_same_object() -> None:
    known = ArticleHighlights()
    first = annotation(1, 0, 4)
    known.replace([first])
    known.replace([annotation(1, 0, 4), annotation(2, 3, 5)])
    assert known.all[0] is first
    assert known.get(2) == annotation(2, 3, 5)

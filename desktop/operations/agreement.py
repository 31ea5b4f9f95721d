"""How far the people who marked the same articles agree, tag by tag."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from desktop.core.agreement import COEFFICIENTS, Interval, Value, bootstrap
from desktop.core.coding_units import cut, patterns
from desktop.core.errors import QT_TRANSLATE_NOOP, Cancelled, UserError
from desktop.core.people import AGREED
from desktop.core.portable import PortableArticle
from desktop.core.unitizing import Continuum, alpha_u, bootstrap_u, joined
from desktop.library.connection import Source
from desktop.library.portable import portable_articles

_BY_UNIT = ("krippendorff", "gwet")
WITH_INTERVAL = (*_BY_UNIT, "unitizing")
ROUNDS = 1_000


@dataclass(frozen=True, slots=True)
class TagAgreement:
    """One tag: how many units were judged and marked by anyone, and each coefficient or None.

    `values` has the names of `core.agreement.COEFFICIENTS` and "unitizing": alpha for where
    passages begin and end, over the articles that all coders judged. `intervals` holds the 95 %
    bootstrap intervals of WITH_INTERVAL.
    """

    tag: str
    units: int
    marked: int
    values: dict[str, float | None]
    intervals: dict[str, Interval | None]


@dataclass(frozen=True, slots=True)
class Agreement:
    """The result: who coded, how many articles two or more of them coded, and each tag."""

    coders: tuple[str, ...]
    articles: int
    unit: str
    tags: tuple[TagAgreement, ...]


def agreement(
    source: Source,
    article_ids: Sequence[int],
    *,
    unit: str = "sentence",
    rounds: int = ROUNDS,
    cancelled: Callable[[], bool] = lambda: False,
) -> Agreement:
    """Compare the coders of *article_ids* by *unit* (one of `core.coding_units.UNITS`).

    A coder has judged an article when at least one highlight in it is theirs. UserError when no
    article was marked by two people.
    """
    both = list(_coded_by_several(portable_articles(source, article_ids)))
    if not both:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "No article here was marked by two people. Merge what a colleague shared, or "
                "choose other articles.",
            )
        )
    coders = sorted({coder for article in both for coder in _coders_of(article)})
    counted = _count(both, coders, unit, cancelled)
    rows: list[TagAgreement] = []
    for tag in sorted(counted):
        row = _row(tag, counted[tag], rounds)
        rows.append(_with_unitizing(row, _continua(both, coders, tag), rounds, cancelled))
        if cancelled():
            raise Cancelled
    return Agreement(tuple(coders), len(both), unit, tuple(rows))


def _coded_by_several(articles: Iterable[PortableArticle]) -> Iterable[PortableArticle]:
    for article in articles:
        if len(_coders_of(article)) >= 2:
            yield article


def _coders_of(article: PortableArticle) -> set[str]:
    """Return who marked what has a place; what was agreed on since is nobody's own."""
    return {
        mark.author for mark in article.annotations if not mark.orphaned and mark.author != AGREED
    }


def _count(
    articles: Sequence[PortableArticle],
    coders: Sequence[str],
    unit: str,
    cancelled: Callable[[], bool],
) -> dict[str, Counter[tuple[Value, ...]]]:
    """Return for each tag how often each pattern of judgements occurs in all articles."""
    tags = {
        path
        for one in articles
        for mark in one.annotations
        if mark.author != AGREED
        for path in mark.tags
    }
    counted: defaultdict[str, Counter[tuple[Value, ...]]] = defaultdict(Counter)
    for article in articles:
        cuts = cut(article.text, article.blocks, unit, article.language)
        here = _coders_of(article)
        present = [coder for coder in coders if coder in here]
        for tag in tags:
            if cancelled():
                raise Cancelled
            marks = {coder: _spans(article, coder, tag) for coder in present}
            for pattern, count in patterns(cuts, len(article.text), marks).items():
                said = dict(zip(present, pattern, strict=True))
                counted[tag][tuple(said.get(coder) for coder in coders)] += count
    return counted


def _spans(article: PortableArticle, coder: str, tag: str) -> list[tuple[int, int]]:
    return [
        (mark.start, mark.end)
        for mark in article.annotations
        if mark.author == coder and tag in mark.tags and not mark.orphaned
    ]


def _row(tag: str, units: Counter[tuple[Value, ...]], rounds: int) -> TagAgreement:
    marked = sum(count for pattern, count in units.items() if any(pattern))
    values = {name: coefficient(units) for name, coefficient in COEFFICIENTS.items()}
    intervals = {
        name: bootstrap(units, COEFFICIENTS[name], rounds=rounds) if rounds else None
        for name in _BY_UNIT
    }
    return TagAgreement(tag, units.total(), marked, values, intervals)


def _continua(
    articles: Sequence[PortableArticle], coders: Sequence[str], tag: str
) -> list[Continuum]:
    """Return the articles that all *coders* judged, with what each marked with *tag*."""
    return [
        Continuum(len(one.text), tuple(joined(_spans(one, coder, tag)) for coder in coders))
        for one in articles
        if _coders_of(one) >= set(coders)
    ]


def _with_unitizing(
    row: TagAgreement, continua: Sequence[Continuum], rounds: int, cancelled: Callable[[], bool]
) -> TagAgreement:
    found = bootstrap_u(continua, rounds=rounds, cancelled=cancelled) if rounds else None
    return replace(
        row,
        values={**row.values, "unitizing": alpha_u(continua)},
        intervals={**row.intervals, "unitizing": found},
    )

import pytest

from desktop.core.colours import COLOURS
from desktop.ui.palette import PALETTES, Palette, contrast

THEMES = list(PALETTES.values())
LEGIBLE = 4.5


def _name(palette: Palette) -> str:
    return palette.name


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("palette", THEMES, ids=_name)
@pytest.mark.parametrize(
    "ground",
    [
        "paper",
        "pane",
        "raised",
        "hit",
        "selection",
        "selected",
        "hover",
        "accent_soft",
        "error_soft",
    ],
)
def test_ink_is_legible(palette: Palette, ground: str) -> None:
    assert contrast(palette.ink, getattr(palette, ground)) >= LEGIBLE


@pytest.mark.parametrize("palette", THEMES, ids=_name)
@pytest.mark.parametrize("ground", ["paper", "pane", "raised", "selected", "hover"])
def test_muted_is_legible(palette: Palette, ground: str) -> None:
    assert contrast(palette.muted, getattr(palette, ground)) >= LEGIBLE


@pytest.mark.parametrize("palette", THEMES, ids=_name)
def test_ink_and_the_source_line_are_legible_on_marks(palette: Palette) -> None:
    assert set(palette.marks) == set(palette.edges) == set(COLOURS)
    for mark in palette.marks.values():
        assert contrast(palette.ink, mark) >= LEGIBLE


@pytest.mark.parametrize("palette", THEMES, ids=_name)
def test_accents_are_legible(palette: Palette) -> None:
    for ground in (palette.paper, palette.pane, palette.raised):
        assert contrast(palette.accent, ground) >= LEGIBLE
        assert contrast(palette.error, ground) >= LEGIBLE
    assert contrast(palette.on_accent, palette.accent) >= LEGIBLE


@pytest.mark.parametrize("palette", THEMES, ids=_name)
def test_edges_and_borders_can_be_told_from_the_ground(palette: Palette) -> None:
    for line in (*palette.edges.values(), palette.border):
        assert contrast(line, palette.pane) >= 3

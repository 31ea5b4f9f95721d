"""Every colour of the program, by name: themes differ only here."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.core.colours import PAPER_EDGES, PAPER_FILLS


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme as `#rrggbb`.

    `paper` lies under the text one reads, `pane` under lists, `raised` under fields and menus.
    `marks` fill highlights in the text, `edges` draw their underlines, dots and card edges.
    """

    name: str
    dark: bool
    paper: str
    pane: str
    raised: str
    ink: str
    muted: str
    hairline: str
    border: str
    accent: str
    on_accent: str
    accent_soft: str
    hover: str
    selected: str
    selection: str
    error: str
    error_soft: str
    hit: str
    marks: Mapping[str, str]
    edges: Mapping[str, str]


_DARK_MARKS = {
    "yellow": "#66560f", "green": "#2c5833", "blue": "#234d78", "pink": "#6e3355",
    "purple": "#523878", "orange": "#75461a", "red": "#762f29", "grey": "#4b4b50",
}  # fmt: skip
_DARK_EDGES = {
    "yellow": "#e3c04b", "green": "#7cc274", "blue": "#6fb3ec", "pink": "#ea86b2",
    "purple": "#b493e6", "orange": "#eda159", "red": "#ee8077", "grey": "#a5a39d",
}  # fmt: skip

LIGHT = Palette(
    "light", dark=False, paper="#fbfaf7", pane="#f4f2ec", raised="#ffffff", ink="#1f1d1a",
    muted="#656058", hairline="#e2ded4", border="#8f897d", accent="#9c3d2e", on_accent="#ffffff",
    accent_soft="#f3e3de", hover="#ebe8df", selected="#e8ddd3", selection="#c9dcf0",
    error="#a1261b", error_soft="#fae5e1", hit="#ffd9a0", marks=PAPER_FILLS, edges=PAPER_EDGES,
)  # fmt: skip
SEPIA = Palette(
    "sepia", dark=False, paper="#f6edda", pane="#efe4cd", raised="#fbf5e8", ink="#3a2e20",
    muted="#66563f", hairline="#dfd1b4", border="#8f7c5a", accent="#8f3a26", on_accent="#ffffff",
    accent_soft="#eed9c4", hover="#e8dbc0", selected="#e2d0b2", selection="#cfd6c4",
    error="#98261a", error_soft="#f4dccb", hit="#f7cd8c", marks=PAPER_FILLS, edges=PAPER_EDGES,
)  # fmt: skip
DARK = Palette(
    "dark", dark=True, paper="#1b1b1d", pane="#212124", raised="#2a2a2e", ink="#e6e3dd",
    muted="#a5a19a", hairline="#37373b", border="#7b7b82", accent="#e08a73", on_accent="#1b1b1d",
    accent_soft="#43302b", hover="#2d2d31", selected="#3b3330", selection="#3a5170",
    error="#f09a8e", error_soft="#4a2a27", hit="#6b4a12", marks=_DARK_MARKS, edges=_DARK_EDGES,
)  # fmt: skip
CONTRAST = Palette(
    "contrast", dark=True, paper="#000000", pane="#000000", raised="#0d0d0d", ink="#ffffff",
    muted="#e0e0e0", hairline="#8a8a8a", border="#ffffff", accent="#ffd54a", on_accent="#000000",
    accent_soft="#3a3000", hover="#2b2b2b", selected="#3d3d00", selection="#0047c2",
    error="#ff9d94", error_soft="#4d0f0a", hit="#6b4a00", marks=_DARK_MARKS, edges=_DARK_EDGES,
)  # fmt: skip

PALETTES = {palette.name: palette for palette in (LIGHT, SEPIA, DARK, CONTRAST)}


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

"""The look: one palette, one style sheet, live with the system's light and dark."""

from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from desktop import paths
from desktop.ui.colour_names import ColourNames
from desktop.ui.icons import icon
from desktop.ui.palette import DARK, LIGHT, PALETTES, Palette
from desktop.ui.settings import Settings

_BASE_POINTS = 10.0


class Theme(QObject):
    """The current palette and fonts; `changed` after either is other than before.

    `colours` knows what the highlight colours are called.
    """

    changed = Signal()

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._serif = _load_serif()
        self._own_points = _own_points(app)
        self.colours = ColourNames(self)
        app.setStyle("Fusion")
        self.palette = self._chosen()
        self._apply()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._refresh)
        settings.changed.connect(self._on_setting)

    @property
    def scale(self) -> float:
        """The size of the window's texts, 1.0 to 2.0."""
        return self._settings.get("text_scale") / 100

    def px(self, size: int) -> int:
        """Return a distance or an icon's side at this size of texts: it grows half as much."""
        return scaled(size, self.scale)

    def icon(self, name: str, *, colour: str = "") -> QIcon:
        """Return an icon in the theme's colours."""
        return icon(name, self.palette, colour=colour)

    def font(self, *, size: float = 1.0, bold: bool = False) -> QFont:
        """Return the window's font, *size* times its normal size."""
        font = QFont(self._app.font())
        font.setPointSizeF(self._own_points * self.scale * size)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def reading_font(self) -> QFont:
        """Return the font of the reader, in pixels as set by the user."""
        serif = self._settings.get("reader_font") == "serif"
        font = QFont(self._serif) if serif and self._serif else QFont(self._app.font())
        font.setPixelSize(round(self._settings.get("reader_size") * self.scale))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def _chosen(self) -> Palette:
        name = self._settings.get("theme")
        if name in PALETTES:
            return PALETTES[name]
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT

    def _refresh(self) -> None:
        self.palette = self._chosen()
        self._apply()
        self.changed.emit()

    def _on_setting(self, name: str) -> None:
        if name in ("theme", "text_scale"):
            self._refresh()

    def _apply(self) -> None:
        font = self.font()
        self._app.setFont(font)
        self._app.setPalette(_qt_palette(self.palette))
        sheet = Template((paths.resources() / "glosa.qss").read_text(encoding="utf-8"))
        self._app.setStyleSheet(sheet.substitute(_names(self.palette, self.scale)))


def scaled(size: int, scale: float) -> int:
    """Return a distance of the 4-px scale, in pixels, at a *scale* of texts."""
    return round(size * max(1.0, (1 + scale) / 2))


def _names(palette: Palette, scale: float) -> dict[str, str]:
    colours = {
        name: value
        for name in Palette.__slots__
        if isinstance(value := getattr(palette, name), str)
    }
    check = "check-light" if not palette.dark else "check-dark"
    files = {"check": (paths.resources() / "icons" / f"{check}.svg").as_posix()}
    sizes = {f"u{n}": f"{scaled(n, scale)}px" for n in (2, 4, 5, 6, 8, 12, 14, 16, 24)}
    whole = scaled(14, scale) + 2
    knob = {"knob": f"{whole - 2 * scaled(5, scale)}px", "knob_round": f"{whole // 2}px"}
    return {**colours, **files, **sizes, **knob}


def _own_points(app: QApplication) -> float:
    """Return the size of the system's font, also after an earlier theme has enlarged it."""
    if app.property("ownPoints") is None:
        app.setProperty("ownPoints", max(app.font().pointSizeF(), _BASE_POINTS))
    return float(app.property("ownPoints"))


def _load_serif() -> str:
    """Register the bundled reading font; return its family."""
    family = ""
    for file in sorted((paths.resources() / "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families = QFontDatabase.applicationFontFamilies(number)
        family = family or (families[0] if families else "")
    return family


def _qt_palette(palette: Palette) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: palette.pane,
        QPalette.ColorRole.WindowText: palette.ink,
        QPalette.ColorRole.Base: palette.raised,
        QPalette.ColorRole.AlternateBase: palette.pane,
        QPalette.ColorRole.Text: palette.ink,
        QPalette.ColorRole.Button: palette.pane,
        QPalette.ColorRole.ButtonText: palette.ink,
        QPalette.ColorRole.ToolTipBase: palette.raised,
        QPalette.ColorRole.ToolTipText: palette.ink,
        QPalette.ColorRole.PlaceholderText: palette.muted,
        QPalette.ColorRole.Highlight: palette.selection,
        QPalette.ColorRole.HighlightedText: palette.ink,
        QPalette.ColorRole.Link: palette.accent,
        QPalette.ColorRole.Accent: palette.accent,
        QPalette.ColorRole.Light: palette.raised,
        QPalette.ColorRole.Midlight: palette.hover,
        QPalette.ColorRole.Mid: palette.hairline,
        QPalette.ColorRole.Dark: palette.border,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.border))
    return made

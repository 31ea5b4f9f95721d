"""What stands in the list's place when there is no list: why, and what to do next."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.library.search import Listing
from desktop.ui.icons import pixmap
from desktop.ui.library_pane.row_look import row_look
from desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Blank:
    """Why there is no list: `kind` is library, search, filter, trash, loading, failed or nothing.

    `detail` is the search, the filter (a status, "starred" or "tag") or what went wrong;
    `value` is the tag of a filter; `filtered` tells that a search is narrowed by a filter.
    """

    kind: str
    detail: str = ""
    value: str = ""
    filtered: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    icon: str
    title: str
    text: str = ""
    button: str = ""
    link: str = ""


class BlankPage(QWidget):
    """`button_pressed(kind)` and `link_pressed(kind)` tell which way out the user took."""

    button_pressed = Signal(str)
    link_pressed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._blank = Blank("nothing")
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = _label("heading")
        self._text = _label("muted")
        self._button, self._link = QPushButton(), QPushButton()
        self._button.setProperty("role", "primary")
        self._link.setProperty("role", "link")
        self._button.clicked.connect(self._on_button)
        self._link.clicked.connect(self._on_link)
        self._lay_out()
        theme.changed.connect(self._draw)

    @property
    def blank(self) -> Blank:
        """What is shown."""
        return self._blank

    @property
    def texts(self) -> str:
        """The words that are shown, for tests and screen readers."""
        return "\n".join(part for part in (self._title.text(), self._text.text()) if part)

    def show_blank(self, blank: Blank) -> None:
        """Say why there is no list."""
        self._blank = blank
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._draw()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def _on_button(self) -> None:
        self.button_pressed.emit(self._blank.kind)

    def _on_link(self) -> None:
        self.link_pressed.emit(self._blank.kind)

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 24, 8, 24)
        layout.setSpacing(8)
        layout.addStretch(2)
        for widget in (self._icon, self._title, self._text):
            layout.addWidget(widget)
        layout.addSpacing(8)
        for button in (self._button, self._link):
            layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def _draw(self) -> None:
        words = self._words()
        self._title.setText(words.title)
        self._text.setText(words.text)
        self._title.setFont(self._theme.font(size=1.1, bold=True))
        for widget, text in ((self._button, words.button), (self._link, words.link)):
            widget.setText(_broken(text, widget, self.width()))
            widget.setVisible(bool(text))
        self._text.setVisible(bool(words.text))
        self._icon.setVisible(bool(words.icon))
        if words.icon:
            size = row_look(self._theme).px(40)
            colour = self._theme.palette.border
            self._icon.setPixmap(pixmap(words.icon, colour, size, self.devicePixelRatioF()))
        self.setAccessibleName(self.texts)
        self._fit()

    def _fit(self) -> None:
        """Leave out the picture, then the hint, where the height is too small for whole words."""
        layout = self.layout()
        for least in (self._icon, self._text):
            if layout and layout.totalHeightForWidth(self.width()) > self.height() > 0:
                least.hide()

    def _words(self) -> _Words:
        makers = {
            "library": self._library,
            "search": self._search,
            "filter": self._filter,
            "trash": self._trash,
            "loading": self._loading,
            "failed": self._failed,
        }
        maker = makers.get(self._blank.kind)
        return maker() if maker else _Words("", "")

    def _library(self) -> _Words:
        return _Words(
            "article",
            self.tr("Your library is empty"),
            self.tr("Drop text files here, or import them."),
            self.tr("Import files…"),
            self.tr("Show sample articles"),
        )

    def _search(self) -> _Words:
        hint = (
            self.tr("The list is narrowed by a filter. Clear both, or use fewer words.")
            if self._blank.filtered
            else self.tr("Check the spelling, or use fewer words.")
        )
        title = self.tr("Nothing found for “{query}”").format(query=self._blank.detail)
        link = self.tr("Clear search and filter") if self._blank.filtered else ""
        return _Words("search", title, hint, "", link or self.tr("Clear the search"))

    def _filter(self) -> _Words:
        titles = {
            "unread": self.tr("No unread articles"),
            "reading": self.tr("No article is being read"),
            "read": self.tr("No read articles"),
            "archived": self.tr("No archived articles"),
            "starred": self.tr("No starred articles"),
            "tag": self.tr("No articles with the tag “{tag}”").format(tag=self._blank.value),
        }
        icons = {"starred": "star", "tag": "tag", "archived": "archive"}
        title = titles.get(self._blank.detail) or self.tr("No articles match these filters")
        icon = icons.get(self._blank.detail, "filter")
        return _Words(icon, title, "", "", self.tr("Show all articles"))

    def _trash(self) -> _Words:
        return _Words(
            "delete",
            self.tr("The trash is empty"),
            self.tr("Articles you delete stay here until you remove them for good."),
            "",
            self.tr("Show all articles"),
        )

    def _loading(self) -> _Words:
        return _Words("", "", self.tr("Searching…"))

    def _failed(self) -> _Words:
        words = self._blank.detail or self.tr("The library could not be read.")
        return _Words("warning", self.tr("The list cannot be shown"), words, self.tr("Try again"))


def _label(role: str) -> QLabel:
    label = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    label.setProperty("role", role)
    return label


def _broken(text: str, button: QPushButton, room: int) -> str:
    """Return *text* in two lines where one would be wider than the page: buttons do not wrap."""
    around = button.sizeHint().width() - _width(button, button.text())
    if _width(button, text) + around <= room - 16:
        return text
    middle = len(text) // 2
    spaces = [at for at, char in enumerate(text) if char == " "]
    at = min(spaces, key=lambda space: abs(space - middle), default=0)
    return f"{text[:at]}\n{text[at + 1 :]}" if at else text


def _width(button: QPushButton, text: str) -> int:
    return button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text).width()


def why_empty(listing: Listing, search: str) -> Blank:
    """Return why *listing*, typed as *search*, has no articles."""
    narrowed = bool(listing.status or listing.tag or listing.starred or listing.trashed)
    if listing.query:
        return Blank("search", search, filtered=narrowed)
    if listing.trashed and not listing.tag:
        return Blank("trash")
    status = listing.status or ("starred" if listing.starred else "")
    if listing.tag and not (status or listing.trashed):
        return Blank("filter", "tag", listing.tag)
    if narrowed:
        return Blank("filter", "" if listing.tag else status)
    return Blank("library")

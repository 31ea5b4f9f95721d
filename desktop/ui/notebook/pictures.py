"""The page of pictures: which one, the picture itself, and ways to take it out."""

import csv
import io
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.core.errors import UserError
from desktop.formats.csv_cells import guard
from desktop.library.connection import Reader
from desktop.library.notebook import Notes
from desktop.library.notebook_figures import PICTURES, Figure, figures
from desktop.ui import texts
from desktop.ui.context import Context
from desktop.ui.controls.flow_layout import FlowLayout
from desktop.ui.dialogs.parts import Choice, button, label, while_there
from desktop.ui.notebook import chart
from desktop.ui.notebook.chart import ChartLook, Drawing
from desktop.ui.notebook.chart_view import ChartView
from desktop.ui.notebook.facet_tree import date_name

_PNG_SCALE = 2


class PicturesPage(QWidget):
    """`narrowed(Notes, search)` asks for the highlights behind a part of a picture."""

    narrowed = Signal(object, str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._notes = Notes()
        self._figures: list[Figure] = []
        self._choice = Choice(context.theme)
        self._numbers, self._image = button(), button()
        self.view = ChartView(self.words)
        self._scroll = QScrollArea()
        self._empty = label("muted")
        self._resized = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._retranslate()
        context.theme.changed.connect(self._draw)

    @property
    def picture(self) -> str:
        """Which of PICTURES is shown."""
        return self._choice.currentData()

    def choose(self, picture: str) -> None:
        """Show one of PICTURES."""
        self._choice.choose(picture)

    def show_notes(self, notes: Notes) -> None:
        """Show pictures of the highlights that *notes* ask for."""
        self._notes = notes
        self._ask()

    def take_focus(self) -> None:
        """Let the keyboard choose a picture."""
        self._choice.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def words(self, figure: Figure) -> str:
        """Say a figure in words."""
        if figure.facet == "published":
            said = self.tr("%n article(s)", "", figure.count)
        else:
            said = self.tr("%n highlight(s)", "", figure.count)
        return f"{self._name(figure)}: {said}"

    def write_numbers(self, file: Path) -> None:
        """Write the figures as CSV, safe in a spreadsheet."""
        out = io.StringIO(newline="")
        writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        pairs = self.picture == "together"
        writer.writerow(["tag", "with", "count"] if pairs else [self.picture, "count"])
        for figure in self._figures:
            cells = [figure.value, figure.other] if pairs else [figure.value]
            writer.writerow([*map(guard, cells), figure.count])
        self._keep(file, out.getvalue().encode("utf-8-sig"))

    def write_picture(self, file: Path) -> None:
        """Write the picture as SVG or PNG, by the name's ending; UserError when it cannot be."""
        drawing = self.view.drawing
        if drawing is None:
            return
        svg = file.suffix.lower() == ".svg"
        self._keep(file, self._svg(drawing) if svg else self._png(drawing))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resized.start()

    def _lay_out(self) -> None:
        line = FlowLayout(spacing=8)
        for widget in (self._choice, self._image, self._numbers):
            line.addWidget(widget)
        line.setContentsMargins(16, 12, 16, 8)
        self._scroll.setWidget(self.view)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addWidget(self._stack, 1)
        self._choice.currentIndexChanged.connect(self._ask)
        self._resized.timeout.connect(self._draw)
        self._image.clicked.connect(self._save_picture)
        self._numbers.clicked.connect(self._save_numbers)
        self.view.taken.connect(self._on_taken)
        self.view.moved.connect(self._on_moved)

    def _ask(self, _index: int = 0) -> None:
        question = partial(_figures, notes=self._notes, picture=self.picture)
        answer = partial(self._on_figures, self.picture)
        self._context.jobs.ask("notebook picture", question, while_there(self, answer))

    def _on_figures(self, picture: str, found: list[Figure]) -> None:
        if picture == self.picture:
            self._figures = found
            self._draw()

    def _draw(self) -> None:
        shown = bool(self._figures)
        self._stack.setCurrentWidget(self._scroll if shown else self._empty)
        self._image.setEnabled(shown)
        self._numbers.setEnabled(shown)
        look = self._look()
        self.view.show_drawing(self._drawing(look) if shown else None, look)
        title = self._titles()[self.picture]
        self.view.setAccessibleName(title)
        first = sorted(self._figures, key=lambda one: -one.count)[:3]
        self.view.setAccessibleDescription("; ".join(map(self.words, first)))

    def _look(self) -> ChartLook:
        theme = self._context.theme
        bold = theme.font(size=1.15, bold=True)
        return ChartLook(theme.font(), bold, theme.palette, theme.scale)

    def _drawing(self, look: ChartLook) -> Drawing:
        title = self._titles()[self.picture]
        room = self._stack.size()
        width = float(max(320, room.width() - 16))
        if self.picture == "together":
            paths = {path for one in self._figures for path in (one.value, one.other)}
            names = {path: path.replace("/", " / ") for path in paths}
            return chart.matrix(self._figures, names, title, width, look)
        if self.picture in ("tags", "outlets"):
            names_ = [self._name(figure) for figure in self._figures]
            return chart.bars(self._figures, names_, title, width, look)
        size = QSizeF(width, max(260, room.height() - 20))
        return chart.columns(self._figures, self._below(), title, size, look)

    def _below(self) -> list[str]:
        """Return what stands below the columns: the years, and months where there is room."""
        starts = [figure.value[:7] for figure in self._figures]
        names: list[str] = []
        for at, month in enumerate(starts):
            new_year = at == 0 or month[:4] != starts[at - 1][:4]
            close = len(starts) - at < 4 and at and not new_year
            names.append(month[:4] if new_year and not close else "")
        if len(names) > 1 and names[0] and any(names[1:6]):
            names[0] = ""
        return names

    def _name(self, figure: Figure) -> str:
        if figure.other:
            return self.tr("{tag} with {other}").format(tag=figure.value, other=figure.other)
        if figure.facet == "tag":
            return figure.value.replace("/", " / ")
        if figure.facet == "outlet":
            return figure.value or self.tr("Without an outlet")
        return date_name(figure.value)

    def _on_moved(self) -> None:
        at = self.view.current_rect().center()
        self._scroll.ensureVisible(at.x(), at.y(), 60, 60)

    def _on_taken(self, figure: Figure) -> None:
        search = ""
        if figure.other:
            search = f'tag:"{figure.other}"'
        elif figure.facet == "published":
            search = f"published:{figure.value}"
        facet = "" if figure.facet == "published" else figure.facet
        notes = self._notes.with_facet(facet, figure.value) if facet else self._notes
        self.narrowed.emit(notes, search)

    def _svg(self, drawing: Drawing) -> bytes:
        from PySide6.QtCore import QBuffer, QIODevice
        from PySide6.QtSvg import QSvgGenerator

        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(drawing.size.toSize())
        generator.setViewBox(QRect(0, 0, round(drawing.size.width()), round(drawing.size.height())))
        generator.setTitle(drawing.title)
        self._paint(generator, drawing)
        return bytes(buffer.data().data())

    def _png(self, drawing: Drawing) -> bytes:
        from PySide6.QtCore import QBuffer, QIODevice

        image = QImage(drawing.size.toSize() * _PNG_SCALE, QImage.Format.Format_ARGB32)
        image.setDevicePixelRatio(_PNG_SCALE)
        self._paint(image, drawing)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # its stub knows bytes only
        return bytes(buffer.data().data())

    def _paint(self, device: object, drawing: Drawing) -> None:
        look = self._look()
        with QPainter(device) as painter:  # type: ignore[arg-type]
            paper = QColor(look.palette.paper)
            painter.fillRect(0, 0, round(drawing.size.width()), round(drawing.size.height()), paper)
            chart.paint(painter, drawing, look)

    def _save_picture(self) -> None:
        kinds = f"{self.tr('Picture (PNG)')} (*.png);;{self.tr('Drawing (SVG)')} (*.svg)"
        self._save(self.tr("Save the picture"), f"glosa-{self.picture}.png", kinds, "picture")

    def _save_numbers(self) -> None:
        name = f"glosa-{self.picture}.csv"
        self._save(self.tr("Save the numbers"), name, "CSV (*.csv)", "numbers")

    def _save(self, title: str, name: str, kinds: str, what: str) -> None:
        at = str(Path(self._context.settings.get("last_folder")) / name)
        chooser = QFileDialog(self, title, at, kinds)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(name.rpartition(".")[2])
        chooser.filterSelected.connect(
            lambda kind: chooser.setDefaultSuffix("svg" if "*.svg" in kind else name[-3:])
        )
        chooser.fileSelected.connect(lambda file: self._write(Path(file), what))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _write(self, file: Path, what: str) -> None:
        try:
            self.write_picture(file) if what == "picture" else self.write_numbers(file)
        except UserError as error:
            self._context.tell(texts.error_text(error), "error")
            return
        self._context.settings.set("last_folder", str(file.parent))
        self._context.tell(self.tr("Saved as “{name}”.").format(name=file.name), "info")

    def _keep(self, file: Path, data: bytes) -> None:
        from desktop.operations.export import write_whole

        write_whole(file, data, library=self._context.library.path)

    def _titles(self) -> dict[str, str]:
        return {
            "tags": self.tr("Highlights per tag"),
            "together": self.tr("Tags that go together"),
            "months": self.tr("Highlights by month"),
            "weeks": self.tr("Highlights by week, the last year"),
            "articles": self.tr("Articles by month of publication"),
            "outlets": self.tr("Highlights per outlet"),
        }

    def _retranslate(self) -> None:
        titles = self._titles()
        self._choice.offer([(titles[name], name) for name in PICTURES])
        self._choice.setAccessibleName(self.tr("Picture"))
        self._image.setText(self.tr("Save the picture…"))
        self._numbers.setText(self.tr("Save the numbers…"))
        self._empty.setText(self.tr("There is nothing to draw: no highlight is like that."))
        self._draw()


def _figures(reader: Reader, *, notes: Notes, picture: str) -> list[Figure]:
    return figures(reader, notes, picture)

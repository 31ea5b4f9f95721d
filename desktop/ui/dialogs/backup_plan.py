"""Where backups go and how much they may take: a part of the preferences, kept by the library."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFileDialog, QFormLayout, QWidget

from desktop.library import places
from desktop.library.places import BackupPlan
from desktop.ui.context import Context
from desktop.ui.dialogs.number_field import NumberField
from desktop.ui.dialogs.parts import ErrorLine, button, column, fact, form, label, row


class BackupPlanBox(QWidget):
    """Two folders and a number; each takes effect as it is changed."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("backupPlan")
        self._context = context
        self._names = {name: label(wrap=False) for name in ("folder", "second", "gigabytes")}
        self._places = {name: fact(name) for name in ("folder", "second")}
        self._choose = {name: button() for name in self._places}
        self._reset = {name: button(role="link") for name in self._places}
        self.cap = NumberField(context.theme, 1, 500, 1)
        self._error = ErrorLine()
        self._lay_out()
        self._retranslate()
        self._show()

    @property
    def plan(self) -> BackupPlan:
        """What is kept now."""
        return places.plan_of(self._context.library.path)

    def set_folder(self, name: str, folder: str) -> None:
        """Let backups go to *folder* ("folder"), or second copies ("second"); "" is none."""
        self._keep(replace(self.plan, **{name: folder}))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        fields: list[tuple[QWidget, QWidget]] = []
        for name, place in self._places.items():
            line = QWidget()
            line.setLayout(row(place, self._choose[name], self._reset[name]))
            fields.append((self._names[name], line))
            self._choose[name].clicked.connect(lambda _=False, name=name: self._on_choose(name))
            self._reset[name].clicked.connect(lambda _=False, name=name: self.set_folder(name, ""))
        fields.append((self._names["gigabytes"], self.cap))
        self.cap.changed.connect(lambda value: self._keep(replace(self.plan, gigabytes=value)))
        table = form(fields)  # type: ignore[arg-type]
        table.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.setLayout(column(table, self._error))

    def _on_choose(self, name: str) -> None:
        before = getattr(self.plan, name) or str(self._context.library.path.parent)
        folder = QFileDialog.getExistingDirectory(self, self._names[name].text(), before)
        if folder:
            self.set_folder(name, folder)

    def _keep(self, plan: BackupPlan) -> None:
        try:
            places.keep_plan(self._context.library.path, plan)
        except OSError as error:
            self._error.tell(
                self.tr("This cannot be kept ({reason}).").format(
                    reason=error.strerror or str(error)
                )
            )
            return
        self._error.tell("")
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        plan = self.plan
        shown = {
            "folder": plan.folder or self.tr("Beside the library"),
            "second": plan.second or self.tr("None"),
        }
        for name, place in self._places.items():
            place.setText(shown[name])
            place.setCursorPosition(0)
            self._reset[name].setVisible(bool(getattr(plan, name)))
        blocked = self.cap.blockSignals(True)
        self.cap.set_value(plan.gigabytes)
        self.cap.blockSignals(blocked)

    def _retranslate(self) -> None:
        names = {
            "folder": self.tr("Backups go to"),
            "second": self.tr("Second copy"),
            "gigabytes": self.tr("At most"),
        }
        for name, text in names.items():
            self._names[name].setText(text)
        for name, place in self._places.items():
            place.setAccessibleName(names[name])
            self._choose[name].setText(self.tr("Choose…"))
            self._choose[name].setAccessibleName(f"{names[name]}: {self.tr('Choose…')}")
        self._reset["folder"].setText(self.tr("Beside the library"))
        self._reset["second"].setText(self.tr("None"))
        self.cap.setAccessibleName(names["gigabytes"])
        self.cap.name(names["gigabytes"], "GB")

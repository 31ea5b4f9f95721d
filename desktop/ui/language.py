"""The language of the window: the user's choice, or the system's where we speak it."""

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from desktop import paths
from desktop.ui.settings import Settings

LANGUAGES = ("en", "pl")


class Language(QObject):
    """Installs the translations, and changes them live when the setting changes."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._system = QLocale.system()
        self._translators: list[QTranslator] = []
        self._install()
        settings.changed.connect(self._on_setting)

    def remove(self) -> None:
        """Take the translations out again: an application may outlive its windows."""
        self._settings.changed.disconnect(self._on_setting)
        self._drop()

    def _install(self) -> None:
        code = self._settings.get("language") or self._system.name()[:2]
        code = code if code in LANGUAGES else "en"
        same = self._system.name().startswith(code)
        QLocale.setDefault(self._system if same else QLocale(code))
        self._drop()
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        own_folder = str(paths.resources() / "translations")
        for name, folder in ((f"qtbase_{code}", qt_folder), (f"glosa_{code}", own_folder)):
            translator = QTranslator(self)
            if translator.load(name, folder):
                self._app.installTranslator(translator)
                self._translators.append(translator)

    def _drop(self) -> None:
        for old in self._translators:
            self._app.removeTranslator(old)
        self._translators = []

    def _on_setting(self, name: str) -> None:
        if name == "language":
            self._install()

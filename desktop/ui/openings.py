"""What opens from the main window: dialogs and windows, each loaded and made when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop.ui.exporting import Exporting
    from desktop.ui.main_window import MainWindow
    from desktop.ui.printing import Printing
    from desktop.ui.safety import Safety
    from desktop.ui.settle.dialog import SettleDialog
    from desktop.ui.sharing import Sharing


class Openings(QObject):
    """One verb for each; they know what is open and selected in *window*."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._context = window.context

    def exporting(self) -> Exporting:
        """Return what takes the work out."""
        from desktop.ui.exporting import Exporting

        return self._window.findChild(Exporting) or Exporting(self._window)

    def agreement(self) -> None:
        """Compare the coders of the listed articles."""
        from desktop.ui.dialogs.agreement_dialog import AgreementDialog

        dialog = AgreementDialog(self._context, self._window.list.result_ids(), self._window)
        dialog.settle_wanted.connect(self.settle_differences)
        dialog.open()

    def settle_differences(self) -> SettleDialog:
        """Show what the coders of the listed articles differ on."""
        from desktop.ui.settling import Settling

        settling = self._window.findChild(Settling)
        if settling is None:
            settling = Settling(self._context, self._window)
            settling.place_wanted.connect(lambda key, at: self._window.open_article(key, at=at))
        return settling.show(self._window.list.result_ids())

    def tags(self) -> None:
        """Open the tag tree."""
        from desktop.ui.tags.manager import TagManager

        manager = TagManager(self._context, self._window)
        manager.show_articles.connect(self._window.list.show_tag)
        manager.exec()

    def autotag(self) -> None:
        """Tag the sentences that contain certain words."""
        from desktop.ui.dialogs.autotag import AutotagDialog
        from desktop.ui.dialogs.export_scopes import scopes

        article = self._window.reader.article
        current = article.id if article else None
        choices = scopes(current, self._window.list.selected_ids(), self._window.list.result_ids())
        AutotagDialog(self._context, choices, self._window).exec()

    def trash(self) -> None:
        """Show what was deleted."""
        from desktop.ui.dialogs.trash import TrashDialog

        TrashDialog(self._context, self._window).exec()

    def history(self) -> None:
        """Show what was done since the start."""
        from desktop.ui.dialogs.history import HistoryDialog

        HistoryDialog(self._context, self._window).exec()

    def preferences(self) -> None:
        """Open the preferences."""
        from desktop.ui.dialogs.preferences import PreferencesDialog

        PreferencesDialog(self._context, self._window).exec()

    def keys(self) -> None:
        """Show the sheet of all keys."""
        from desktop.ui.dialogs.keys import KeysDialog

        verbs, titles = self._window.verbs.values(), self._window.menu_titles()
        KeysDialog(verbs, titles, self._context, self._window, keymap=self._window.keymap).exec()

    def palette(self) -> None:
        """Offer every action, tag and article behind one field."""
        from desktop.ui.dialogs.command_palette import CommandPalette, Places

        places = Places(article=self._window.open_article, tag=self._window.list.show_tag)
        CommandPalette(
            self._context,
            self._window.verbs.values(),
            self._window.menu_titles(),
            places,
            self._window,
        ).open()

    def search_help(self) -> None:
        """Show the search language on one page."""
        from desktop.ui.dialogs.search_help import SearchHelp

        SearchHelp(self._context, self._window).exec()

    def edit_text(self) -> None:
        """Edit the text of the open article."""
        from desktop.ui.dialogs.edit_text import EditTextDialog

        if not (article := self._window.reader.article):
            return
        if len(self._window.reader.text) > EditTextDialog.LONGEST:
            self._context.tell(self.tr("This text is too long to be edited here."), "info")
        else:
            EditTextDialog(self._context, article.id, self._window).exec()

    def versions(self) -> None:
        """Show what changed in the open article, version by version."""
        from desktop.ui.compare.versions import VersionsWindow

        if article := self._window.reader.article:
            VersionsWindow(self._context, article.id, self._window).dialog.exec()

    def compare_with(self, article_id: int) -> None:
        """Show the open article and another word by word."""
        from desktop.ui.compare.articles import ArticlesWindow

        if article := self._window.reader.article:
            ArticlesWindow(self._context, article.id, article_id, self._window).dialog.exec()

    def carry_to(self, article_id: int) -> None:
        """Carry the open article's highlights over to another."""
        from desktop.ui.compare.articles import carry_over

        if article := self._window.reader.article:
            carry_over(self._context, article.id, article_id)

    def web_page(self) -> None:
        """Show where the open article came from and, if the user says so, go there."""
        from desktop.ui.links import open_link

        article = self._window.reader.article
        if article and article.url:
            open_link(self._context, article.url, self._window)
        elif article:
            self._context.tell(
                self.tr("This article has no web address. You can add it in its details."), "info"
            )

    def about(self) -> None:
        """Say what this program is."""
        from desktop.ui.dialogs.about import AboutDialog

        AboutDialog(self._context, self._window).exec()

    def printing(self) -> Printing:
        """Return what puts articles on paper."""
        from desktop.ui.printing import Printing

        return self._window.findChild(Printing) or Printing(self._window)

    def sharing(self) -> Sharing:
        """Return what takes in the work of others."""
        from desktop.ui.sharing import Sharing

        return self._window.findChild(Sharing) or Sharing(self._context, self._window)

    def safety(self) -> Safety:
        """Return what keeps the library safe."""
        from desktop.ui.safety import Safety

        return self._window.findChild(Safety) or Safety(self._context, self._window)

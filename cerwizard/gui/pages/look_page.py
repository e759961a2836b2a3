"""A stop of the rail that asks nothing: its form is empty and not shown."""

from collections.abc import Iterator

from pydantic import BaseModel
from PySide6.QtWidgets import QWidget

from cerwizard.gui.pages.wide_page import WidePage
from cerwizard.gui.remarks import Remarks


class LookPage(WidePage):
    """Pages for the whole dossier derive from it and fill in `_cards` and `show_dossier`."""

    def _card(self, within: QWidget) -> QWidget:
        self.form = self._made_form(within)
        self.form.hide()
        return super()._card(within)

    def _cards(self) -> Iterator[QWidget]:
        raise NotImplementedError

    def show_dossier(self, dossier: BaseModel) -> None:
        """Show what there is to be seen in `dossier`."""
        raise NotImplementedError

    def show_remarks(self, remarks: Remarks) -> None:
        """Nothing by itself; the findings stand in the steps that they are about."""

    def reveal(self, address: str) -> bool:
        """No field is here."""
        return False

    def show_left_out(self) -> None:
        """No question is here."""

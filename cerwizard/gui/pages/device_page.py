"""The page of the step Device: its form, and what the law asks of such a device below it."""

from collections.abc import Iterator

from pydantic import BaseModel
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from cerwizard.dossier import paths
from cerwizard.dossier.values import YesNo
from cerwizard.gui.class_dialog import ClassDialog
from cerwizard.gui.duties_card import DutiesCard
from cerwizard.gui.field import Field
from cerwizard.gui.form_page import FormPage
from cerwizard.gui.pages.wide_page import CardsPage
from cerwizard.gui.tab_order import take_turn
from cerwizard.law.classification import Property


class DevicePage(CardsPage):
    """The duties follow every answer at once; the class can be found by walking Annex VIII."""

    def _made_form(self, within: QWidget) -> FormPage:
        form = super()._made_form(within)
        self.find_class = QPushButton("Find the class and its rule…")
        self.find_class.setProperty("role", "small")
        self.find_class.clicked.connect(self._on_find_class)
        asked = form.fields["device_class"]
        assert isinstance(asked, Field)
        asked.body.column.insertWidget(1, self.find_class, 0, Qt.AlignmentFlag.AlignLeft)
        take_turn(self.find_class, asked.editor.control)
        return form

    def _on_find_class(self) -> None:
        dialog = ClassDialog(self, self._known)
        if dialog.exec():
            self._around.news.answered.emit(dialog.answers, "Class by Annex VIII")
        dialog.deleteLater()

    def _cards(self) -> Iterator[QWidget]:
        yield from super()._cards()
        self.duties = DutiesCard(self._around.cite)
        self.duties.followed.connect(self._around.news.followed)
        yield self.duties

    def show_dossier(self, dossier: BaseModel) -> None:
        """Show the step as it stands in `dossier`."""
        super().show_dossier(dossier)
        self.duties.show_dossier(dossier)
        device = paths.get(dossier, "device")
        said = {p: getattr(device, p, YesNo.UNSET) for p in Property}  # the fields' own names
        self._known = [p for p, answer in said.items() if answer is YesNo.YES]

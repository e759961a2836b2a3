"""The page of the step Equivalence: its form, and the comparison with each device beside it."""

from collections.abc import Iterator

from pydantic import BaseModel
from PySide6.QtWidgets import QTabBar, QWidget

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Question, Section, title
from cerwizard.dossier.equivalence import Equivalence, Equivalent
from cerwizard.gui.form_page import FormPage, Item
from cerwizard.gui.labels import label
from cerwizard.gui.list_field import ListField
from cerwizard.gui.pages.comparison_card import ComparisonCard
from cerwizard.gui.pages.wide_page import WidePage, card
from cerwizard.gui.remarks import Remarks
from cerwizard.gui.row_detail import RowDetail

_LONGEST = 40  # characters on a tab


class _DeviceForm(FormPage):
    """A device without its comparison, which has a card of its own."""

    def _add_group(self, name: str, asked: list[Question], record: type[Section]) -> None:
        kept = [question for question in asked if question.name != "rows"]
        if kept:
            super()._add_group(name, kept, record)


class _DeviceDetail(RowDetail):
    def _made_form(self) -> FormPage:
        self.form = _DeviceForm(self._row_type, self._around, self)
        self._column.addWidget(self.form)
        return self.form


class _Devices(ListField):
    def _full_part(self) -> QWidget:
        self.detail.deleteLater()
        self.detail = _DeviceDetail(self.row_type, self._around, self.table)
        return super()._full_part()


class _Form(FormPage):
    def _item(self, asked: Question, record: type[Section], within: QWidget) -> Item:
        if asked.name != "devices":
            return super()._item(asked, record, within)
        self.fields[asked.name] = devices = _Devices(asked, self._around, None, within)
        return devices


class EquivalencePage(WidePage):
    """Form on top; below it one comparison at a time, chosen by a tab for each device."""

    def _made_form(self, within: QWidget) -> FormPage:
        return _Form(self._section, self._around, within)

    def _cards(self) -> Iterator[QWidget]:
        yield from super()._cards()
        self._devices: tuple[Equivalent, ...] = ()
        self._dossier: BaseModel | None = None
        self._remarks = Remarks()
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setAccessibleName("Devices compared")
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self._name = label("", "group")
        self.comparison = ComparisonCard(self._around)
        self.comparison.unfolded.connect(self._on_unfolded)
        self.below = card(self._name, self.tabs, self.comparison)
        yield self.below

    def show_dossier(self, dossier: BaseModel) -> None:
        """Show the step as it stands in `dossier`."""
        super().show_dossier(dossier)
        section: Equivalence = paths.get(dossier, self.name)
        asked = self._around.applies(dossier, f"{self.name}.devices")
        chosen = self._chosen()
        self._dossier, self._devices = dossier, section.devices if asked else ()
        self._show_tabs(chosen)
        self.below.setVisible(bool(self._devices))
        self._show_comparison()

    def _chosen(self) -> str:
        spot = self.tabs.currentIndex()
        return self._devices[spot].id if 0 <= spot < len(self._devices) else ""

    def _show_tabs(self, chosen: str) -> None:
        names = [_short(title(device)) for device in self._devices]
        self.tabs.blockSignals(True)
        while self.tabs.count() > len(names):
            self.tabs.removeTab(self.tabs.count() - 1)
        for i, name in enumerate(names):
            if i == self.tabs.count():
                self.tabs.addTab("")
            self.tabs.setTabText(i, name.replace("&", "&&"))
        self.tabs.setCurrentIndex(paths.positions(self._devices).get(chosen, 0))
        self.tabs.blockSignals(False)
        self.tabs.setVisible(len(names) > 1)

    def _show_comparison(self) -> None:
        if self._devices and self._dossier is not None:
            device = self._devices[max(self.tabs.currentIndex(), 0)]
            self._name.setText(f"Comparison with {title(device)}")
            address = f"{self.name}.devices[{device.id}]"
            self.comparison.show_device(self._dossier, address, device)

    def show_remarks(self, remarks: Remarks) -> None:
        """Show what the rules say about the step."""
        super().show_remarks(remarks)
        self._remarks = remarks
        if self._devices:
            self.comparison.show_remarks(remarks)

    def _on_tab_changed(self) -> None:
        self._show_comparison()
        self.comparison.show_remarks(self._remarks)

    def _on_unfolded(self) -> None:
        self.show_both(self.comparison.bar, self.comparison.detail)

    def reveal(self, address: str) -> bool:
        """Lead to the field at `address`, in the form or in a comparison."""
        parts = paths.split(address)
        if len(parts) < 3 or parts[2].name != "rows":
            return super().reveal(address)
        spot = paths.positions(self._devices).get(parts[1].row or "")
        if spot is None:
            return False
        self.tabs.setCurrentIndex(spot)
        return self.comparison.reveal(address) and self._went()

    def toggle_help(self, address: str) -> None:
        """Unfold or fold the help of the field at `address`."""
        self.form.toggle_help(address)
        self.comparison.toggle_help(address)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"

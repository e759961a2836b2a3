"""The page of the step Literature: the flow of records on top, references that can be narrowed."""

from collections.abc import Iterator

from pydantic import BaseModel
from PySide6.QtWidgets import QWidget

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Question, Section
from cerwizard.dossier.literature import Literature
from cerwizard.gui.form_page import FormPage, Item
from cerwizard.gui.labels import frame, label
from cerwizard.gui.list_field import ListField
from cerwizard.gui.pages.filtered_list import FilteredList
from cerwizard.gui.pages.filtered_model import Layout
from cerwizard.gui.pages.flow_lines import COLUMNS, lines, screened
from cerwizard.gui.pages.sheet_view import SheetView
from cerwizard.gui.pages.wide_page import WidePage, card

LAYOUT = Layout(
    columns=("code", "title", "authors", "year", "journal", "screening", "exclusion"),
    filters=("screening", "exclusion"),
    least={"code": 5, "title": 20, "authors": 9, "year": 4, "journal": 9, "screening": 10},
    spare=("exclusion", "journal"),
)


class _Form(FormPage):
    def _item(self, asked: Question, record: type[Section], within: QWidget) -> Item:
        if asked.name != "references":
            item = super()._item(asked, record, within)
            if asked.name == "searches" and isinstance(item, ListField):
                item.table.spare = ("protocol", "purpose")
            return item
        self.fields[asked.name] = references = FilteredList(
            asked, self._around, None, LAYOUT, within
        )
        for place in (references.bar, references.empty):
            button = place.offer("Import references…", "import")
            button.setToolTip("From RIS files (Ctrl+I)")
            button.clicked.connect(self._around.news.import_asked)
        return references


class LiteraturePage(WidePage):
    """A line of the flow leads to its search."""

    def _made_form(self, within: QWidget) -> FormPage:
        return _Form(self._section, self._around, within)

    def _cards(self) -> Iterator[QWidget]:
        self._shown: Literature | None = None
        self._said = label("", "muted")
        self.sheet = SheetView(COLUMNS, "Flow of records by search")
        self.sheet.followed.connect(self._around.news.followed)
        for news in (self.sheet.opened, self.sheet.entered):
            news.connect(self._on_chosen)
        self.flow_card = card(
            label("Flow of records", "group"), frame("rule"), self._said, self.sheet
        )
        yield self.flow_card
        yield from super()._cards()

    def show_dossier(self, dossier: BaseModel) -> None:
        """Show the step as it stands in `dossier`."""
        super().show_dossier(dossier)
        section: Literature = paths.get(dossier, self.name)
        if section is not self._shown:
            self._shown = section
            self._said.setText(screened(section))
            self.sheet.show_lines(lines(section))
            self.flow_card.setVisible(bool(section.searches))

    def _on_chosen(self, search: str) -> None:
        self.reveal(f"{self.name}.searches[{search}]")

"""The page of the step Benefit-risk: a matrix of determinations, and what each one weighs."""

from collections.abc import Iterator

from pydantic import BaseModel
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cerwizard.dossier.ask import Question, Row, Section
from cerwizard.dossier.benefit_risk import Weighing
from cerwizard.dossier.dossier import Dossier
from cerwizard.gui.form_page import FormPage, Item
from cerwizard.gui.labels import frame, label
from cerwizard.gui.link_line import LinkLine
from cerwizard.gui.list_field import ListField
from cerwizard.gui.news import Surroundings
from cerwizard.gui.pages.sheet_view import SheetView
from cerwizard.gui.pages.weighing_matrix import Matrix, about, code, matrix
from cerwizard.gui.pages.weighing_panel import WeighingPanel
from cerwizard.gui.pages.wide_page import WidePage, card
from cerwizard.gui.row_detail import RowDetail
from cerwizard.gui.tab_order import take_turn
from cerwizard.reckon.coverage import Pair

_ITEMS = "benefit_risk.items"


class _Detail(RowDetail):
    """The form of a determination, with benefits and risks side by side above it."""

    def __init__(self, row_type: type[Row], around: Surroundings, table: QWidget) -> None:
        super().__init__(row_type, around, table)
        self.panel = WeighingPanel()
        self.panel.followed.connect(around.news.followed)
        self._column.addWidget(self.panel)

    def _take_turn(self) -> None:
        super()._take_turn()
        take_turn(self.panel, self.table)

    def show_row(
        self, dossier: BaseModel, address: str, row: Row, spot: int, rows: tuple[Row, ...]
    ) -> None:
        """Show `row`, which is number `spot` of `rows`."""
        super().show_row(dossier, address, row, spot, rows)
        if isinstance(row, Weighing):
            self.panel.show_weighing(dossier, row)


class _Determinations(ListField):
    def open_row(self, row_id: str) -> None:
        """Show the form of a row; the focus stays where it is."""
        self._open_row(row_id)

    def _full_part(self) -> QWidget:
        self.detail.deleteLater()
        self.detail = _Detail(self.row_type, self._around, self.table)
        return super()._full_part()


class _Form(FormPage):
    def _item(self, asked: Question, record: type[Section], within: QWidget) -> Item:
        if asked.name != "items":
            return super()._item(asked, record, within)
        self.determinations = _Determinations(asked, self._around, None, within)
        self.fields[asked.name] = self.determinations
        return self.determinations


class BenefitRiskPage(WidePage):
    """A cell of the matrix opens its determination below, or begins it."""

    def _made_form(self, within: QWidget) -> FormPage:
        self._form = _Form(self._section, self._around, within)
        return self._form

    def _cards(self) -> Iterator[QWidget]:
        self._dossier: Dossier | None = None
        self._matrix = Matrix((), (), (), (), 0)
        self._said = label("", "muted")
        self._where = LinkLine("They are told in")
        self._stray = LinkLine("Not in the matrix")
        self.sheet = SheetView((), "Determinations by indication and population", by_cell=True)
        self.sheet.opened.connect(self._on_opened)
        self.sheet.entered.connect(self._on_entered)
        for teller in (self.sheet, self._where, self._stray):
            teller.followed.connect(self._around.news.followed)
        name = label("Each indication in each population", "group")
        yield card(name, frame("rule"), self._said, self._where, self.sheet, self._stray)
        yield from super()._cards()

    def show_dossier(self, dossier: BaseModel) -> None:
        """Show the step as it stands in `dossier`."""
        super().show_dossier(dossier)
        assert isinstance(dossier, Dossier)
        self._dossier, self._matrix = dossier, matrix(dossier)
        self.sheet.show_columns(self._matrix.columns)
        self.sheet.show_lines(self._matrix.lines)
        self.sheet.setVisible(bool(self._matrix.lines))
        self._said.setText(_summary(self._matrix))
        sources = [("Indications", "purpose.indications"), ("Populations", "populations.groups")]
        self._where.show_links([] if self._matrix.lines else sources)
        stray = self._matrix.stray if self._matrix.lines else ()
        self._stray.show_links([(w.code or "unnamed", f"{_ITEMS}[{w.id}]") for w in stray])

    def _on_opened(self) -> None:
        """Show what is there, or lead to what is begun."""
        found, new = self._found()
        if found and new:
            self.reveal(f"{_ITEMS}[{found}].verdict")
        elif found:
            self._form.determinations.open_row(found)
            self.show_both(self._form.determinations.table, self._form.determinations.detail)

    def _on_entered(self) -> None:
        found, _ = self._found()
        if found:
            self.reveal(f"{_ITEMS}[{found}].verdict")

    def _found(self) -> tuple[str, bool]:
        """Return the determination of the current cell, begun if need be, and whether it was."""
        index = self.sheet.currentIndex()
        if self._dossier is None or not index.isValid() or index.column() == 0:
            return "", False
        pair = self._matrix.spots[index.row()][index.column() - 1]
        there = about(pair, self._dossier.benefit_risk.items)
        if not there:
            self._around.news.begun.emit(_ITEMS, self._values(self._dossier, pair), -1)
        found = about(pair, self._dossier.benefit_risk.items)
        return found[0].id if found else "", not there

    def _values(self, dossier: Dossier, pair: Pair) -> dict[str, object]:
        return {
            "code": code(dossier, pair),
            "indication_ids": (pair.indication,) if pair.indication else (),
            "population_ids": (pair.population,) if pair.population else (),
        }

    def focus_first(self) -> None:
        """Put the cursor into the matrix, or into the form where there is none."""
        if not self._matrix.lines:
            super().focus_first()
            return
        if self.sheet.currentIndex().column() < 1:  # none, or what the lines are called by
            self.sheet.select(self.sheet.key() or self._matrix.lines[0].key, 1)
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)


def _summary(shown: Matrix) -> str:
    if not shown.lines:
        return "The matrix appears as soon as there are indications or populations."
    if not shown.open:
        return "Each pair within the purpose has its determination. Choose one to see it below."
    pairs = "1 pair is" if shown.open == 1 else f"{shown.open} pairs are"
    return f"{pairs} still open. Choose a cell to begin or to see its determination below."

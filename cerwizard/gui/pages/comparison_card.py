"""The card on which the device under evaluation is compared with one other device."""

from dataclasses import replace

from pydantic import BaseModel
from PySide6.QtCore import QKeyCombination, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Row
from cerwizard.dossier.equivalence import Comparison, Equivalent
from cerwizard.dossier.values import YesNo
from cerwizard.gui.field_help import FindingLines
from cerwizard.gui.kept_cursor import kept_within
from cerwizard.gui.labels import label
from cerwizard.gui.news import Surroundings
from cerwizard.gui.pages.comparison import (
    Spot,
    called,
    columns,
    lines,
    place,
    spots,
    summary,
)
from cerwizard.gui.pages.pending import PendingNews
from cerwizard.gui.pages.sheet_view import SheetView
from cerwizard.gui.remarks import Remarks
from cerwizard.gui.row_detail import RowDetail
from cerwizard.gui.rows_bar import RowsBar

_PAUSE = 120  # milliseconds on a line before its form follows the arrow keys


class _Detail(RowDetail):
    """The form of one line, called by its characteristic in words."""

    def show_row(
        self, dossier: BaseModel, address: str, row: Row, spot: int, rows: tuple[Row, ...]
    ) -> None:
        """Show `row`, which is number `spot` of `rows`."""
        super().show_row(dossier, address, row, spot, rows)
        if isinstance(row, Comparison) and row.characteristic:
            self._name.setText(called(row))


class ComparisonCard(QFrame):
    """Thirteen characteristics, always; a line that is typed into becomes a row.

    Signal `unfolded`: the form of a line is shown below the sheet now.
    """

    unfolded = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._news = PendingNews(around.news)
        self._address, self._device = "", Equivalent()
        self._dossier: BaseModel | None = None
        self._remarks = Remarks()
        self._spots: dict[str, Spot] = {}
        self._open: Spot | None = None
        self._far = label("", "muted")
        self._findings = FindingLines(around)
        self.bar = RowsBar("aspect", "the comparison")
        for part in (self.bar.search, self.bar.paste, self.bar.up, self.bar.down):
            part.hide()
        self.sheet = SheetView(columns("Other device"), "Comparison")
        self.detail = _Detail(Comparison, replace(around, news=self._news), self.sheet)
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._far, self._findings, self.bar, self.sheet, self.detail):
            column.addWidget(widget)
        self._connect()

    def _connect(self) -> None:
        self.sheet.opened.connect(self._show_spot)
        self.sheet.entered.connect(self._on_entered)
        self.sheet.chosen.connect(self._on_chosen)
        self.detail.closed.connect(self._on_closed)
        self.detail.stepped.connect(self._on_stepped)
        self._pause.timeout.connect(self._follow)
        self.bar.add_asked.connect(self._on_add_asked)
        self.bar.copy_asked.connect(self._on_copy_asked)
        self.bar.delete_asked.connect(self._on_delete_asked)

    # -- data down ----------------------------------------------------------------------------

    def show_device(self, dossier: BaseModel, address: str, device: Equivalent) -> None:
        """Show the comparison with `device`, which lies at `address`."""
        if address != self._address:
            self._close()
            self.sheet.show_columns(columns(device.name or "Other device"))
        self.sheet.show_columns(columns(device.name or "Other device"))
        self._dossier, self._address, self._device = dossier, address, device
        self.sheet.setObjectName(self.rows_address)
        self._spots = {spot.key: spot for spot in spots(device)}
        self._far.setText(summary(device, software=self._software))
        with kept_within(self, lambda: self.sheet):
            self._draw()
            self._show_open()
        self._allow()

    def show_remarks(self, remarks: Remarks) -> None:
        """Show what the rules say about the comparison and its rows."""
        self._remarks = remarks
        self._findings.show_findings(remarks.at(self.rows_address))
        self._draw()
        if self._open is not None:
            self.detail.show_remarks(remarks)

    @property
    def rows_address(self) -> str:
        """Where in the dossier the rows are."""
        return f"{self._address}.rows"

    @property
    def _software(self) -> bool:
        device = getattr(self._dossier, "device", None)
        return device is not None and device.software is YesNo.YES

    def _draw(self) -> None:
        worst = self._remarks.of_rows(self.rows_address)
        self.sheet.show_lines(lines(self._device, worst, software=self._software))

    def _show_open(self) -> None:
        """Go on showing the line that is open, also if it has become a row or is none again."""
        if self._open is None:
            return
        kept = self._spots.get(self._open.key) or self._like(self._open)
        if kept is None:
            self._close()
        else:
            self._show_spot(kept.key)

    def _like(self, gone: Spot) -> Spot | None:
        """Return what stands now for a row that went, or for a spot that became a row."""
        alike = [s for s in self._spots.values() if s.characteristic is gone.characteristic]
        return alike[0] if alike and (gone.row is None or alike[0].row is None) else None

    def _show_spot(self, key: str) -> None:
        self._pause.stop()
        spot = self._spots.get(key)
        if spot is None or self._dossier is None:
            return
        unfolds, self._open = self._open is None, spot
        self.sheet.make_room(for_form=True)
        self.sheet.select(key)
        row = spot.row or Comparison(id=key, characteristic=spot.characteristic)
        address = f"{self.rows_address}[{key}]"
        at = place(self._device.rows, spot.characteristic)
        self._news.pending = "" if spot.row else address
        self._news.wanted = (self.rows_address, {"characteristic": spot.characteristic}, at)
        keys = list(self._spots)
        rows = tuple(s.row or Comparison(id=s.key) for s in self._spots.values())
        self.detail.show_row(self._dossier, address, row, keys.index(key), rows)
        self.detail.lead(keys.index(key), len(keys), grows=False)
        self.detail.show_remarks(self._remarks)
        self._allow()
        if unfolds:
            self.unfolded.emit()

    def _close(self) -> None:
        self._open = None
        self.sheet.make_room(for_form=False)
        self._news.pending = ""
        self.detail.hide()

    def _allow(self) -> None:
        spot = self._spots.get(self.sheet.key())
        self.bar.add.setEnabled(spot is not None)
        self.bar.allow(spot is not None and spot.row is not None, up=False, down=False)

    def reveal(self, address: str) -> bool:
        """Lead to the comparison, to one of its rows, or to a field of a row."""
        if address == self.rows_address:
            self.focus_first()
            return True
        depth = len(paths.split(self.rows_address))
        key = paths.split(address)[depth - 1].row or ""
        if key not in self._spots:
            return False
        self._show_spot(key)
        return self.detail.reveal(address)

    def toggle_help(self, address: str) -> None:
        """Unfold or fold the help of the field at `address`."""
        if self.detail.form is not None:
            self.detail.form.toggle_help(address)

    def focus_first(self) -> None:
        """Put the cursor into the sheet."""
        if not self.sheet.currentIndex().isValid() and self._spots:
            self.sheet.select(next(iter(self._spots)))
            self._allow()
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- reactions ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's; the keys of a list act in the sheet too, though its rows have lines of their own.

        A form below the sheet may leave such a key unused: it is not meant for the sheet.
        """
        keys = {
            QKeyCombination(Qt.Key.Key_Insert): self._on_add_asked,
            QKeyCombination(Qt.Key.Key_Delete): self._on_delete_asked,
            QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_D): self._on_copy_asked,
        }
        act = keys.get(event.keyCombination()) if self.sheet.hasFocus() else None
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _on_chosen(self) -> None:
        self._allow()
        if self._open is not None:
            self._pause.start()

    def _follow(self) -> None:
        if self._open is not None:
            self._show_spot(self.sheet.key())

    def _on_entered(self, key: str) -> None:
        self._show_spot(key)
        self.detail.focus_first()

    def _on_stepped(self, by: int) -> None:
        keys = list(self._spots)
        if self._open is not None and 0 <= keys.index(self._open.key) + by < len(keys):
            self._show_spot(keys[keys.index(self._open.key) + by])
            self.detail.focus_first()

    def _on_closed(self) -> None:
        self._close()
        self.sheet.setFocus()

    def _on_add_asked(self) -> None:
        spot = self._spots.get(self.sheet.key())
        if spot is not None:
            before = set(self._spots)
            values = {"characteristic": spot.characteristic}
            at = place(self._device.rows, spot.characteristic)
            self._news.begun.emit(self.rows_address, values, at)
            made = [key for key in self._spots if key not in before]
            if made:
                self._on_entered(made[0])

    def _on_copy_asked(self) -> None:
        if self._current_row():
            self._news.copied.emit(self._current_row())

    def _on_delete_asked(self) -> None:
        if self._current_row():
            self._news.removed.emit(self._current_row())

    def _current_row(self) -> str:
        spot = self._spots.get(self.sheet.key())
        return f"{self.rows_address}[{spot.key}]" if spot is not None and spot.row else ""

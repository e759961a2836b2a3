"""The table of a list, as high as its rows need, with the keys that a list answers to."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from cerwizard.dossier.ask import Kind, Question
from cerwizard.gui.column_widths import shared
from cerwizard.gui.headings import Headings
from cerwizard.gui.rows_model import RowsModel

_MOST_LINES, _FEW_LINES = 12, 6  # without and with the form of a row below
_SHORT = 10  # characters; a column that needs no more is not cut
_NARROWEST, _NARROWEST_NAME = 8, 20  # characters; what a row is called by needs more
_WIDEST = 90  # characters
_MEASURED = 60  # rows
_PAUSE = 400  # milliseconds after a change until the columns follow
_NAME_SHARE = 36  # per cent of the width that the column with a row's name may keep


class RowsTable(QTableView):
    """One row is current; keys act on it.

    Signals: `entered` (Enter) goes to the row's form; `add_asked`, `copy_asked`,
    `delete_asked`; `move_asked` with -1 for up and 1 for down; `widened` with the widths
    of all columns after the writer drew one. `chosen` are widths drawn earlier, () for none;
    `spare` are columns that go, in this order, where there is no room: the form has them all.
    """

    entered = Signal()
    add_asked = Signal()
    copy_asked = Signal()
    delete_asked = Signal()
    move_asked = Signal(int)
    widened = Signal(tuple)

    def __init__(self, model: RowsModel) -> None:
        super().__init__()
        self._shown = model
        self._most = _MOST_LINES
        self._too_wide = False
        self.chosen: tuple[int, ...] = ()
        self.spare: tuple[str, ...] = ()
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self._set_up_headers()
        self._typed = QTimer(self, interval=_PAUSE, singleShot=True)
        self._typed.timeout.connect(self._share_again)
        model.modelReset.connect(self.fit)
        model.modelReset.connect(self._typed.start)
        model.dataChanged.connect(self._typed.start)

    def _set_up_headers(self) -> None:
        down = self.verticalHeader()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setVisible(False)
        across = Headings(self)
        self.setHorizontalHeader(across)
        across.setHighlightSections(False)
        across.setTextElideMode(Qt.TextElideMode.ElideRight)
        across.setSectionsClickable(True)
        across.setSortIndicatorClearable(True)
        across.setSortIndicatorShown(True)
        across.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        across.setMinimumSectionSize(40)
        across.setStretchLastSection(True)
        self.setSortingEnabled(True)
        across.drawn.connect(self._on_drawn)

    def row_address(self, list_address: str) -> str:
        """Return the address of the current row, or "" where none is current."""
        index = self.currentIndex()
        if not index.isValid():
            return ""
        return f"{list_address}[{self._shown.row_at(index).id}]"

    def select(self, row_id: str) -> bool:
        """Make a row the current one; say whether it is shown."""
        line = self._shown.line_of(row_id)
        if line < 0:
            return False
        index = self._shown.index(line, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def make_room(self, for_form: bool) -> None:
        """Be lower while the form of a row is shown below."""
        self._most = _FEW_LINES if for_form else _MOST_LINES
        self.fit()

    def fit(self) -> None:
        """Be as high as the rows need, up to a certain number."""
        line = self.fontMetrics().height() + 12
        self.verticalHeader().setDefaultSectionSize(line)
        lines = max(1, min(self._shown.rowCount(), self._most))
        frame = 2 * self.frameWidth() + 4
        if self._too_wide:
            frame += self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + lines * line + frame)

    def share_width(self) -> None:
        """Give each column what its contents need; where that is too much, narrow the widest.

        Widths that the writer chose come first.
        """
        columns = self._shown.columns
        if len(self.chosen) == len(columns):
            for i, width in enumerate(self.chosen):
                self.setColumnHidden(i, not width)
                if i + 1 < len(columns):  # the last one takes what is left
                    self.setColumnWidth(i, width)
            self._too_wide = sum(self.chosen[:-1]) + 40 > self.viewport().width()
            return
        room = self.viewport().width()
        wanted = [self._wanted(i, column) for i, column in enumerate(columns)]
        least = [self._whole_or_least(w, c) for w, c in zip(wanted, columns, strict=True)]
        name = self._shown.name_column
        least[name] = max(least[name], min(wanted[name], room * _NAME_SHARE // 100))
        shown = self._with_room(least, room)
        widths = shared([wanted[i] for i in shown], [least[i] for i in shown], room)
        for i in range(len(columns)):
            self.setColumnHidden(i, i not in shown)
        for i, width in zip(shown, widths, strict=True):
            self.setColumnWidth(i, width)
        self._too_wide = sum(widths) > room

    def _whole_or_least(self, wanted: int, column: Question) -> int:
        """Return the least width; a short column gains nothing by being cut."""
        short = wanted <= _SHORT * self.fontMetrics().averageCharWidth()
        return wanted if short else self._least(column)

    def _with_room(self, least: list[int], room: int) -> list[int]:
        """Return which columns are shown: without the spare ones as far as they find no room."""
        names = [column.name for column in self._shown.columns]
        shown = list(range(len(names)))
        for name in self.spare:
            if sum(least[i] for i in shown) <= room:
                break
            shown.remove(names.index(name))
        return shown

    def _share_again(self) -> None:
        """Follow what was typed; not while words narrow the rows, or the columns would jump."""
        if not self._shown.arranged:
            self.share_width()
            self.fit()

    def _on_drawn(self, widths: tuple[int, ...]) -> None:
        self.chosen = widths
        self.widened.emit(widths)

    def _least(self, column: Question) -> int:
        if column.kind is Kind.DATE:  # half a date says nothing
            return self.fontMetrics().horizontalAdvance("2026-05-31") + 24
        named = column.name in self._shown.row_type.TITLE
        characters = _NARROWEST_NAME if named else _NARROWEST
        return characters * self.fontMetrics().averageCharWidth()

    def _wanted(self, number: int, column: Question) -> int:
        measure = self.fontMetrics().horizontalAdvance
        widest = measure(column.ask.label) * 11 // 10 + 34  # headings are bold
        for line in range(min(self._shown.rowCount(), _MEASURED)):
            text = self._shown.data(self._shown.index(line, number), Qt.ItemDataRole.DisplayRole)
            widest = max(widest, measure(text[:_WIDEST]) + (44 if number == 0 else 24))
        return widest

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's."""
        act = self._keys().get(event.keyCombination().toCombined())
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _keys(self) -> dict[int, Callable[[], None]]:
        alt, control = Qt.Modifier.ALT, Qt.Modifier.CTRL
        key = Qt.Key
        return {
            int(key.Key_Return): self.entered.emit,
            int(key.Key_Enter): self.entered.emit,
            int(key.Key_Insert): self.add_asked.emit,
            int(key.Key_Delete): self.delete_asked.emit,
            (control | key.Key_D).toCombined(): self.copy_asked.emit,
            (alt | key.Key_Up).toCombined(): lambda: self.move_asked.emit(-1),
            (alt | key.Key_Down).toCombined(): lambda: self.move_asked.emit(1),
        }

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt's; a table that is shown whole leaves the wheel to the page."""
        if self.verticalScrollBar().maximum() > 0 or event.angleDelta().x():
            super().wheelEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.share_width()
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

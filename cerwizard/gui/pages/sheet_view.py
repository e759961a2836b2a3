"""The view of a sheet: its lines are as high as their cells need, its words lead on."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCursor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from cerwizard.gui.column_widths import shared
from cerwizard.gui.pages.laid import beside_mark, broken, fonts, lay, longest, unbreakable
from cerwizard.gui.pages.sheet import Chip, Column, Index, Line, SheetModel
from cerwizard.gui.pages.sheet_paint import SheetDelegate

_MEASURED = 600  # lines; a longer sheet has lines of one height
_LINES_ABOVE_FORM = 18
_BESIDE_HEAD = 17  # pixels beside the words of a heading
_MOST_HEAD_LINES = 6
_LOOKED_AT = 120  # lines whose words tell how narrow a column may be
_ENDLESS = 16_777_215
_TIGHTEST = 70  # per cent of its least width; a narrower column cannot be read
_MOST_OF_WORD = 130  # per cent of its least width that a long word may claim


class SheetView(QTableView):
    """Signals: `followed` with the address of a word that was clicked or chosen.

    `chosen` with the key of the line that became current, `opened` with that which was clicked,
    `entered` with that on which Enter was pressed. `by_cell`: the cursor goes from cell to cell.
    """

    followed = Signal(str)
    chosen = Signal(str)
    opened = Signal(str)
    entered = Signal(str)

    def __init__(self, columns: Sequence[Column], name: str, *, by_cell: bool = False) -> None:
        super().__init__()
        self.sheet = SheetModel(columns)
        self._most = _ENDLESS  # pixels; a higher sheet scrolls
        self._delegate = SheetDelegate(self, self.sheet)
        self._by_cell, self._silent = by_cell, False
        self._pressed = QPoint()
        self.setModel(self.sheet)
        self.setItemDelegate(self._delegate)
        behaviour = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(behaviour.SelectItems if by_cell else behaviour.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self._set_up_headers()
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)

    def _set_up_headers(self) -> None:
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.setVisible(False)
        down.setMinimumSectionSize(1)
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        across.setMinimumSectionSize(20)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    # -- data down ----------------------------------------------------------------------------

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show these lines; the current one stays current if it is still there."""
        here = self.key()
        if self.sheet.show_lines(lines):
            self._span()
            self.select(here)
        self.fit()

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Change the columns; the lines that fit them must follow."""
        if tuple(columns) != self.sheet.columns:
            self.clearSpans()
            self.sheet.show_columns(columns)

    def key(self) -> str:
        """Return the key of the current line, "" if none is."""
        index = self.currentIndex()
        return self.sheet.lines[index.row()].key if index.isValid() else ""

    def select(self, key: str, column: int = 0) -> bool:
        """Make a line the current one without a word; say whether it is there."""
        spot = self.sheet.spot(key)
        if spot < 0:
            return False
        self._silent = True
        self.setCurrentIndex(self.sheet.index(spot, column))
        self.scrollTo(self.currentIndex())
        self._silent = False
        return True

    def _span(self) -> None:
        self.clearSpans()
        for i, line in enumerate(self.sheet.lines):
            if line.heading:
                self.setSpan(i, 0, 1, len(self.sheet.columns))

    # -- sizes --------------------------------------------------------------------------------

    def make_room(self, for_form: bool) -> None:
        """Be lower and cut long texts sooner while a form is shown below."""
        if self.sheet.brief != for_form:
            self.sheet.brief = for_form
            self.fit()
            self.viewport().update()
        self._most = _LINES_ABOVE_FORM * self.fontMetrics().height() if for_form else _ENDLESS
        self._set_height()
        self.scrollTo(self.currentIndex())

    def fit(self) -> None:
        """Share the width among the columns and be as high as the lines need."""
        widths = self._widths()
        for i, width in enumerate(widths):
            self.setColumnWidth(i, width)
        self._fit_header(widths)
        worn = fonts(self.font())
        one = self.fontMetrics().height() + 14
        for i, line in enumerate(self.sheet.lines):
            height = one + 2
            if not line.heading and i < _MEASURED:
                cells = zip(line.cells, widths, strict=False)
                brief = self.sheet.brief
                height = max(lay(cell, width, worn, brief).height for cell, width in cells)
            if height != self.rowHeight(i):
                self.setRowHeight(i, height)
        self._set_height()

    def _fit_header(self, widths: list[int]) -> None:
        bold = QFont(self.font())
        bold.setBold(True)
        most = 1
        for i, (column, width) in enumerate(zip(self.sheet.columns, widths, strict=True)):
            head = column.head
            if column.brief and longest(head, bold) > width - _BESIDE_HEAD:
                head = column.brief
            parts = broken(head, bold, width - _BESIDE_HEAD, _MOST_HEAD_LINES)
            self.sheet.heads[i] = "\n".join(parts)
            most = max(most, len(parts))
        height = most * QFontMetrics(bold).lineSpacing() + 14
        if self.horizontalHeader().height() != height:
            self.horizontalHeader().setFixedHeight(height)

    def _widths(self) -> list[int]:
        letter = self.fontMetrics().averageCharWidth()
        least = [c.least * letter + 16 for c in self.sheet.columns]
        room = self.viewport().width()
        tight, marked = self._unbroken(least)
        least = list(map(max, least, tight, marked))
        if sum(least) > room:
            return shared(least, self._squeezed(tight, room), room)
        spare = max(self.viewport().width() - sum(least), 0)
        shares = sum(c.share for c in self.sheet.columns) or 1
        widths = [
            w + spare * c.share // shares for w, c in zip(least, self.sheet.columns, strict=True)
        ]
        if widths and spare:
            widths[-1] += self.viewport().width() - sum(widths)
        return widths

    def _squeezed(self, tight: list[int], room: int) -> list[int]:
        """Return these widths; words of the widest column break before the sheet is scrolled."""
        columns = self.sheet.columns
        widest = max(range(len(columns)), key=lambda i: columns[i].share)
        squeezed = max(tight[widest] - max(sum(tight) - room, 0), self._tightest(columns[widest]))
        return [min(w, squeezed) if i == widest else w for i, w in enumerate(tight)]

    def _unbroken(self, least: list[int]) -> tuple[list[int], list[int]]:
        """Return the widths in pixels in which no word is broken, but for very long ones.

        Then those in which each word has its mark beside it, as far as it is not long either.
        """
        bold = QFont(self.font())
        bold.setBold(True)
        worn, columns = fonts(self.font()), self.sheet.columns
        heads = (longest(column.brief or column.head, bold) for column in columns)
        found = [head + _BESIDE_HEAD for head in heads]
        marked = [0] * len(columns)
        for line in self.sheet.lines[:_LOOKED_AT]:
            for i, cell in enumerate(() if line.heading else line.cells[: len(columns)]):
                most = least[i] * _MOST_OF_WORD // 100
                found[i] = max(found[i], min(unbreakable(cell, worn), most))
                marked[i] = max(marked[i], min(beside_mark(cell, worn), most))
        return found, marked

    def _tightest(self, column: Column) -> int:
        """Return the width in pixels down to which a column gives way before the sheet scrolls."""
        bold = QFont(self.font())
        bold.setBold(True)
        head = longest(column.brief or column.head, bold) + _BESIDE_HEAD
        least = column.least * self.fontMetrics().averageCharWidth() + 16
        return min(least, max(head, least * _TIGHTEST // 100))

    def _set_height(self) -> None:
        across = self.horizontalHeader()
        whole = across.maximumHeight()
        whole += sum(self.rowHeight(i) for i in range(len(self.sheet.lines)))
        whole += 2 * self.frameWidth() + 2
        if self.horizontalHeader().length() > self.viewport().width():
            whole += self.horizontalScrollBar().sizeHint().height()
        height = min(whole, self._most)
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt's; at its end, a sheet leaves the wheel to the page."""
        bar = self.verticalScrollBar()
        down = event.angleDelta().y() < 0
        if bar.value() == (bar.maximum() if down else bar.minimum()):
            event.ignore()
        else:
            super().wheelEvent(event)

    # -- what the writer does -----------------------------------------------------------------

    def chip_at(self, spot: QPoint) -> Chip | None:
        """Return the word that leads on under a point of the viewport."""
        index = self.indexAt(spot)
        if not index.isValid() or self.sheet.lines[index.row()].heading:
            return None
        rect = self.visualRect(index)
        laid = lay(self.sheet.cell(index), rect.width(), fonts(self.font()), self.sheet.brief)
        inside = spot - rect.topLeft()
        return next((chip for place, chip in laid.chips if place.contains(inside)), None)

    def chips(self, index: Index) -> tuple[Chip, ...]:
        """Return the words that lead on from a cell or, by lines, from its line."""
        cells = [self.sheet.cell(index)] if self._by_cell else self.sheet.lines[index.row()].cells
        return tuple(chip for cell in cells for chip in cell.chips)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt's."""
        super().mouseMoveEvent(event)
        chip = self.chip_at(event.position().toPoint())
        if chip != self._delegate.hovered:
            self._delegate.hovered = chip
            hand = chip is not None and chip.address
            shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(QCursor(shape))
            self.viewport().update()

    def _on_clicked(self, index: QModelIndex) -> None:
        chip = self.chip_at(self._pressed)
        if chip is not None and chip.address:
            self.followed.emit(chip.address)
        elif chip is not None:
            self.offer(index)
        else:
            self.opened.emit(self.key())

    def _on_current_changed(self, index: QModelIndex) -> None:
        if index.isValid() and not self._silent:
            self.chosen.emit(self.sheet.lines[index.row()].key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's; keys have a line to begin with, which a heading cannot be."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and not self.currentIndex().isValid():
            first = next((line.key for line in self.sheet.lines if not line.heading), "")
            if self.select(first):
                self.chosen.emit(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's; Enter follows the words of the place, or enters the line where there are none."""
        index = self.currentIndex()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not index.isValid():
            super().keyPressEvent(event)
        elif len(self.chips(index)) == 1:
            self.followed.emit(self.chips(index)[0].address)
        elif self.chips(index):
            self.offer(index)
        else:
            self.entered.emit(self.key())

    def offer(self, index: Index) -> None:
        """Let the writer choose among the words of a place."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for chip in self.chips(index):
            if chip.address:
                menu.addAction(self._led(chip, menu))
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))
        menu.aboutToHide.connect(menu.deleteLater)

    def _led(self, chip: Chip, menu: QMenu) -> QAction:
        words = chip.words or chip.text
        shown = words if len(words) <= 90 else f"{words[:89]}…"
        action = QAction(shown.replace("&", "&&"), menu)
        action.triggered.connect(lambda: self.followed.emit(chip.address))
        return action

"""The table of a list, as high as its rows need, its width shared among its columns."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from cerwizard.dossier.ask import Kind, Question
from cerwizard.gui.column_widths import shared
from cerwizard.gui.headings import Headings
from cerwizard.gui.keyed_table import KeyedTable
from cerwizard.gui.rows_model import RowsModel

_MOST_LINES, _FEW_LINES = 12, 6  # without and with the form of a row below
_MOST_TEXT, _FEW_TEXT = 18, 9  # lines of text in these rows, of which each has one or two
_BESIDE = 18  # pixels beside the words of a cell
_KEPT = 2  # columns; a list with fewer would not be one
_SHORT = 10  # characters; a column that needs no more is not cut
_LONG_WORD = 15  # characters; a longer word may be cut
_NARROWEST, _NARROWEST_NAME = 8, 20  # characters; what a row is called by needs more
_WIDEST = 90  # characters
_MEASURED = 60  # rows
_PAUSE = 400  # milliseconds after a change until the columns follow
_NAME_SHARE = 36  # per cent of the width that the column with a row's name may keep


class RowsTable(KeyedTable):
    """One row is current.

    Signals: `widened` with the widths of all columns after the writer drew one; `left_out` with
    the labels of the columns that went. `chosen` are widths drawn earlier, () for none; `spare`
    are columns that go, in this order, where there is no room: the form has them all.
    """

    widened = Signal(tuple)
    left_out = Signal(tuple)

    def __init__(self, model: RowsModel) -> None:
        super().__init__()
        self._shown = model
        self._for_form = False
        self._tall: set[int] = set()  # rows of two lines, because one does not hold their words
        self._fitting = self._sharing = False
        self._unseen: tuple[str, ...] = ()
        self._settled_at = -1  # pixels of width for which the columns were shared
        self._unsettled = QTimer(self, interval=0, singleShot=True)
        self._unsettled.timeout.connect(self._settle)
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
        self.setWordWrap(True)
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
        self._heads = across = Headings(self)
        self.setHorizontalHeader(across)
        across.setHighlightSections(False)
        across.setSectionsClickable(True)
        across.setSortIndicatorClearable(True)
        across.setSortIndicatorShown(True)
        across.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        across.setMinimumSectionSize(40)
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
        if for_form != self._for_form:
            self._for_form = for_form
            self.fit()

    def fit(self) -> None:
        """Be as high as the rows need, up to a certain number."""
        self._fitting = True
        side = self.fontMetrics().height()
        self._shown.mark_side = side
        self.setIconSize(QSize(side, side))
        self._fit_rows()
        self._fit_heads()
        frame = 2 * self.frameWidth() + 4
        if self._too_wide:
            frame += self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self._heads.height_wanted + self._rows_height() + frame)
        self._fitting = False
        self._unsettled.start()

    def _fit_rows(self) -> None:
        down, rows = self.verticalHeader(), self._shown.rowCount()
        many = rows > _MEASURED  # then all rows are alike
        down.setDefaultSectionSize(self._row_height(many and bool(self._tall)))
        for row in () if many else self._tall:
            if row < rows:
                down.resizeSection(row, self._row_height(True))

    def _row_height(self, tall: bool) -> int:
        return (2 if tall else 1) * self.fontMetrics().height() + 12

    def _rows_height(self) -> int:
        """Return how high the rows are that are shown at once."""
        rows, lines = (_FEW_LINES, _FEW_TEXT) if self._for_form else (_MOST_LINES, _MOST_TEXT)
        one, height = self._row_height(False), 0
        for row in range(min(self._shown.rowCount(), rows)):
            here = self.verticalHeader().sectionSize(row)
            lines -= 2 if here > one else 1
            if lines < 0:
                break
            height += here
        return max(height, one)

    def _settle(self) -> None:
        """Follow a scroll bar that came or went: it takes the columns' room."""
        if self.viewport().width() != self._settled_at:
            self.share_width()
            self.fit()
        self.updateGeometries()

    def _fit_heads(self) -> None:
        there = [i for i in range(len(self._shown.columns)) if not self.isColumnHidden(i)]
        labels = [self._shown.columns[i].ask.label for i in there]
        self._heads.fit(list(zip(labels, map(self.columnWidth, there), strict=True)))

    def share_width(self) -> None:
        """Give each column what its contents need; where that is too much, narrow the widest.

        Widths that the writer chose come first. Columns for which there is no room even so are
        hidden, the last ones first: the form of a row has them all.
        """
        if self._sharing:  # a scroll bar came or went meanwhile
            self._unsettled.start()
            return
        self._sharing = True
        self._share_out()
        self._sharing = False
        self._tell_unseen()

    def _tell_unseen(self) -> None:
        columns = enumerate(self._shown.columns)
        unseen = tuple(c.ask.label for i, c in columns if self.isColumnHidden(i))
        if unseen != self._unseen:
            self._unseen = unseen
            self.left_out.emit(unseen)

    def _share_out(self) -> None:
        columns, room = self._shown.columns, self.viewport().width()
        self._settled_at = room
        lengths = [self._measured(i) for i in range(len(columns))]
        most = _WIDEST * self.fontMetrics().averageCharWidth()
        texts = [min(max(found, default=0), most) for found in lengths]
        if len(self.chosen) == len(columns):
            self._take_chosen(texts, room)
        else:
            self._share(texts, room)
        self._tall = set()
        for column, found in enumerate(lengths):
            if not self.isColumnHidden(column):
                room = self.columnWidth(column)
                self._tall.update(row for row, width in enumerate(found) if width > room)

    def _take_chosen(self, texts: list[int], room: int) -> None:
        widths = self._with_those_that_fit(texts, room)
        for i, width in enumerate(widths):
            self.setColumnHidden(i, not width)
            self.setColumnWidth(i, width)
        last = max((i for i, width in enumerate(widths) if width), default=0)
        left = room - sum(widths) + widths[last]  # the last one takes what is left
        self.setColumnWidth(last, max(left, self._heads.minimumSectionSize()))
        self._too_wide = self._heads.length() > room

    def _with_those_that_fit(self, texts: list[int], room: int) -> list[int]:
        """Return the widths drawn; columns hidden then come back where there is room now."""
        widths = list(self.chosen)
        for i, column in enumerate(self._shown.columns):
            if not widths[i]:
                wanted = max(texts[i], self._folded(column.ask.label))
                least = self._whole_or_least(wanted, column)
                widths[i] = least if sum(widths) + least <= room else 0
        return widths

    def _share(self, texts: list[int], room: int) -> None:
        columns, heads = self._shown.columns, self._heads
        labels = [column.ask.label for column in columns]
        wanted = [max(t, heads.on_lines(w, 1)) for t, w in zip(texts, labels, strict=True)]
        if sum(wanted) > room:  # headings on two lines leave more to the words below
            wanted = [max(t, self._folded(w)) for t, w in zip(texts, labels, strict=True)]
        least = list(map(self._whole_or_least, wanted, columns))
        shown, name = self._with_room(least, room), self._shown.name_column
        if sum(wanted) > room:
            self._spare_words(least, wanted, shown, room)
        rest = max(0, room - sum(least[i] for i in shown))  # most of it goes to the name
        least[name] = max(
            least[name], min(wanted[name], room * _NAME_SHARE // 100, least[name] + rest)
        )
        widths = shared([wanted[i] for i in shown], [least[i] for i in shown], room)
        for i in range(len(columns)):
            self.setColumnHidden(i, i not in shown)
        for i, width in zip(shown, widths, strict=True):
            self.setColumnWidth(i, width)
        self._too_wide = sum(widths) > room
        if not self._too_wide:
            self._give(room - sum(widths), shown)

    def _spare_words(
        self, least: list[int], wanted: list[int], shown: list[int], room: int
    ) -> None:
        """Widen what is too narrow for its words, as far as there is room for all columns."""
        rest = room - sum(least[i] for i in shown)
        for i in shown:
            more = min(self._long_word(i), wanted[i]) - least[i]
            if 0 < more <= rest:
                least[i] += more
                rest -= more

    def _folded(self, heading: str) -> int:
        """Return the width of a heading on two lines; a short one stays on one."""
        whole = self._heads.on_lines(heading, 1)
        short = whole <= _SHORT * self.fontMetrics().averageCharWidth()
        return whole if short else self._heads.on_lines(heading, 2)

    def _give(self, rest: int, shown: list[int]) -> None:
        """Give the width that is left to the last column; figures stay near their heading."""
        taker = shown[-1]
        if self._shown.columns[taker].kind in (Kind.NUMBER, Kind.WHOLE):
            taker = self._shown.name_column
        self.setColumnWidth(taker, self.columnWidth(taker) + rest)

    def _whole_or_least(self, wanted: int, column: Question) -> int:
        """Return the least width; a short column gains nothing by being cut."""
        short = wanted <= _SHORT * self.fontMetrics().averageCharWidth()
        if short:
            return wanted
        return min(wanted, max(self._least(column), self._heads.narrowest(column.ask.label)))

    def _with_room(self, least: list[int], room: int) -> list[int]:
        """Return which columns are shown: without the spare ones as far as they find no room."""
        names = [column.name for column in self._shown.columns]
        shown = list(range(len(names)))
        for name in (*self.spare, *self._expendable(names)):
            if sum(least[i] for i in shown) <= room or len(shown) <= _KEPT:
                break
            if names.index(name) in shown:
                shown.remove(names.index(name))
        return shown

    def _expendable(self, names: list[str]) -> list[str]:
        """Return the columns by which one does not know a row, the last first."""
        known_by = {*self._shown.row_type.TITLE, names[self._shown.name_column]}
        return [name for name in reversed(names) if name not in known_by]

    def _share_again(self) -> None:
        """Follow what was typed; not while words narrow the rows, or the columns would jump."""
        if not self._shown.arranged:
            self.share_width()
            self.fit()

    def _on_drawn(self, widths: tuple[int, ...]) -> None:
        self.chosen = widths
        self.share_width()
        self.fit()
        self.widened.emit(widths)

    def _least(self, column: Question) -> int:
        if column.kind is Kind.DATE:  # half a date says nothing
            return self.fontMetrics().horizontalAdvance("2026-05-31") + 24
        named = column.name in self._shown.row_type.TITLE
        characters = _NARROWEST_NAME if named else _NARROWEST
        return characters * self.fontMetrics().averageCharWidth()

    def _measured(self, column: int) -> list[int]:
        """Return the width in pixels that each row's words need to stand on one line."""
        measure, beside = self.fontMetrics().horizontalAdvance, self._beside(column)
        return [measure(text) + beside if text else 0 for text in self._texts(column)]

    def _long_word(self, column: int) -> int:
        """Return the width in pixels in which only very long words of a column are cut."""
        font = self.fontMetrics()
        words = {word for text in self._texts(column) for word in (text or "").split()}
        longest = max(map(font.horizontalAdvance, words), default=0)
        return min(longest, _LONG_WORD * font.averageCharWidth()) + self._beside(column)

    def _beside(self, column: int) -> int:
        return _BESIDE + (self._shown.mark_room if column == 0 else 0)

    def _texts(self, column: int) -> Iterator[str]:
        shown, role = self._shown, Qt.ItemDataRole.DisplayRole
        rows = range(min(shown.rowCount(), _MEASURED))
        return (shown.data(shown.index(row, column), role) for row in rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's."""
        super().resizeEvent(event)
        if self._fitting or self._sharing:
            self._unsettled.start()
        elif event.oldSize().width() != event.size().width():
            self.share_width()
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

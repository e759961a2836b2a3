"""Editors of references to rows of other steps: chips for what is chosen, a picker to choose."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from cerwizard.dossier.ask import Question, Row, title
from cerwizard.dossier.paths import positions
from cerwizard.gui import icons
from cerwizard.gui.chips import Chip, ChipStops
from cerwizard.gui.editors import Editor
from cerwizard.gui.flow_layout import FlowLayout
from cerwizard.gui.in_view import show_soon
from cerwizard.gui.kept_cursor import kept_within
from cerwizard.gui.picker import Picker
from cerwizard.gui.tab_order import come_before, take_turn

_CHIPS_SHOWN = 12
_CHARACTERS, _CHARACTERS_ALONE = 44, 100  # of a chip among others, and of a single one


class RefsEditor(Editor):
    """References to any number of rows; the value is a tuple of their ids.

    Signal `followed`: the address that the writer wants to see.
    """

    followed = Signal(str)

    def __init__(self, question: Question) -> None:
        self._label = question.ask.label
        self._target: str = question.item.target
        self._rows: tuple[Row, ...] = ()
        self._place = ""
        self._stops: ChipStops | None = None
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._choose = QPushButton("Choose…")
        self._choose.setProperty("role", "small")
        icons.put(self._choose, "search", "accent")
        super().__init__(self._chips, self._nothing())
        self.control = self._choose
        self.setFocusProxy(self._choose)
        self.picker: Picker | None = None
        self._nowhere: QWidget | None = None
        self._choose.clicked.connect(self._on_choose)
        self._refresh()

    def _nothing(self) -> str | tuple[str, ...]:
        return ()

    def ids(self) -> tuple[str, ...]:
        """Return the ids of the rows that are referred to."""
        return tuple(self._value)

    def title_of(self, row_id: str) -> str:
        """Return the words by which a row is called here."""
        spot = positions(self._rows).get(row_id)
        return "no longer there" if spot is None else title(self._rows[spot])

    def show_target(self, rows: tuple[Row, ...], place: str) -> None:
        """Offer these rows; `place` says where they come from, e.g. “Risks”."""
        self._place = place
        if rows is not self._rows:
            self._rows = rows
            self._refresh()

    def _show(self, value: object) -> None:
        self._refresh()

    def _refresh(self) -> None:
        with kept_within(self, lambda: self._choose):
            self._show_chips()

    def _show_chips(self) -> None:
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None and widget is not self._choose:
                widget.hide()
                widget.deleteLater()
        chips = [self._chip(row_id) for row_id in self.ids()[:_CHIPS_SHOWN]]
        for chip in chips:
            self._flow.addWidget(chip)
        more = len(self.ids()) - _CHIPS_SHOWN
        if more > 0:
            self._flow.addWidget(QLabel(f"and {more} more"))
        self._flow.addWidget(self._choose)
        if self._stops is not None:
            self._stops.deleteLater()
        self._stops = ChipStops(self, chips)
        come_before(self._stops.parts, self._choose)
        if self.picker is not None and self.picker.isVisibleTo(self):
            self.picker.show_rows(self._rows, self.ids())

    def _chip(self, row_id: str) -> Chip:
        most = _CHARACTERS if len(self.ids()) > 1 else _CHARACTERS_ALONE
        chip = Chip(self.title_of(row_id), row_id not in positions(self._rows), most)
        chip.followed.connect(lambda: self.followed.emit(f"{self._target}[{row_id}]"))
        chip.dropped.connect(lambda: self._on_toggled(row_id))
        return chip

    def _on_choose(self) -> None:
        if not self._rows:
            self._show_nowhere()
        elif self.picker is not None and self.picker.isVisibleTo(self):
            self._on_closed()
        else:
            self._open()

    def _open(self) -> None:
        if self._nowhere is not None:
            self._nowhere.hide()
        if self.picker is None:
            self.picker = Picker(self._label)
            self.picker.toggled.connect(self._on_toggled)
            self.picker.closed.connect(self._on_closed)
            self._column.addWidget(self.picker)
            take_turn(self.picker, self._choose)
        self.picker.search.clear()
        self.picker.show()
        self.picker.show_rows(self._rows, self.ids())
        self.picker.search.setFocus()
        show_soon(self.picker)

    def _on_closed(self) -> None:
        for panel in (self.picker, self._nowhere):
            if panel is not None:
                panel.hide()
        self._choose.setFocus()

    def _is_unfolded(self) -> bool:
        panels = (self.picker, self._nowhere)
        return any(panel is not None and panel.isVisible() for panel in panels)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's; Escape folds what is unfolded, before it means anything to the row."""
        if event.key() == Qt.Key.Key_Escape and self._is_unfolded():
            self._on_closed()
        else:
            super().keyPressEvent(event)

    def _on_toggled(self, row_id: str) -> None:
        ids = self.ids()
        self._take(tuple(i for i in ids if i != row_id) if row_id in ids else (*ids, row_id))
        self._refresh()

    def _show_nowhere(self) -> None:
        if self._nowhere is None:
            self._nowhere = self._signpost()
            self._column.addWidget(self._nowhere)
            take_turn(self._nowhere, self._choose)
        self._nowhere.setVisible(not self._nowhere.isVisibleTo(self))
        show_soon(self._nowhere)

    def _signpost(self) -> QWidget:
        post = QFrame()
        post.setProperty("role", "panel")
        row = QHBoxLayout(post)
        text = QLabel(f"There is nothing to choose yet. The entries come from “{self._place}”.")
        text.setWordWrap(True)
        row.addWidget(text, 1)
        go = QPushButton("Go there")
        go.clicked.connect(lambda: self.followed.emit(self._target))
        row.addWidget(go)
        return post

    def set_address(self, address: str) -> None:
        """Name the control after the field that it edits; fold what belonged to another."""
        if self.control.objectName() != address:
            for panel in (self.picker, self._nowhere):
                if panel is not None:
                    panel.hide()
        super().set_address(address)


class RefEditor(RefsEditor):
    """A reference to one row; the value is its id."""

    def _nothing(self) -> str | tuple[str, ...]:
        return ""

    def ids(self) -> tuple[str, ...]:
        """Return the id of the row that is referred to, if there is one."""
        return (self._value,) if self._value else ()

    def _on_toggled(self, row_id: str) -> None:
        self._take("" if row_id == self._value else row_id)
        self._refresh()
        self._on_closed()

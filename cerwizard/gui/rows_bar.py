"""What can be done with the rows of a list: buttons, each with its key, and a filter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QWidget

from cerwizard.gui import icons
from cerwizard.gui.flow_layout import FlowLayout
from cerwizard.gui.labels import label
from cerwizard.gui.tab_order import take_turn

PASTE = "Paste rows from a spreadsheet, with or without their headings (Ctrl+V)"
_FILTER_FROM = 6  # rows; fewer are seen at a glance


class RowsBar(QWidget):
    """Add, duplicate, paste, delete, move; the filter appears when there is something to filter."""

    add_asked = Signal()
    copy_asked = Signal()
    delete_asked = Signal()
    paste_asked = Signal()
    move_asked = Signal(int)
    filtered = Signal(str)

    def __init__(self, noun: str, list_label: str) -> None:
        super().__init__()
        self._row = row = FlowLayout(self, gap=4, tail=1)
        self.add = QPushButton(f"Add {noun}")
        self.add.setProperty("role", "small")
        self.add.setToolTip("Add (Insert)")
        icons.put(self.add, "add", "accent")
        row.addWidget(self.add)
        self.copy = tool("copy", f"Duplicate {noun} (Ctrl+D)")
        self.paste = tool("paste", PASTE)
        self.delete = tool("delete", f"Delete {noun} (Delete)")
        self.up = tool("up", f"Move {noun} up (Alt+Up)")
        self.down = tool("down", f"Move {noun} down (Alt+Down)")
        row.addWidget(_together(self.copy, self.paste, self.delete, self.up, self.down))
        self._count = label("", "small", wrap=False)
        self._count.setContentsMargins(8, 0, 4, 0)
        row.addWidget(_together(self._count, self._filter_field(list_label)))
        self._connect()

    def offer(self, text: str, icon: str) -> QPushButton:
        """Return a new button beside the one that adds a row: another way to get rows."""
        button = QPushButton(text)
        button.setProperty("role", "small")
        icons.put(button, icon, "accent")
        self._row.insert(1, button)
        take_turn(button, self.add)
        return button

    def _filter_field(self, list_label: str) -> QLineEdit:
        self.search = QLineEdit(placeholderText="Filter", clearButtonEnabled=True)
        self.search.setProperty("role", "small")
        self.search.setAccessibleName(f"Filter {list_label}")
        self.search.setMaximumWidth(self.fontMetrics().averageCharWidth() * 15)
        return self.search

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_asked)
        self.copy.clicked.connect(self.copy_asked)
        self.paste.clicked.connect(self.paste_asked)
        self.delete.clicked.connect(self.delete_asked)
        self.up.clicked.connect(lambda: self.move_asked.emit(-1))
        self.down.clicked.connect(lambda: self.move_asked.emit(1))
        self.search.textChanged.connect(self.filtered)

    def show_count(self, rows: int) -> None:
        """Say how many rows there are, and offer the filter if they are many."""
        self.search.setVisible(rows >= _FILTER_FROM or bool(self.search.text()))
        if not self.search.text():
            self.show_found(rows, rows)

    def show_found(self, found: int, rows: int) -> None:
        """Say how many rows the filter leaves."""
        self._count.setText(f"{rows:,}" if found == rows else f"{found:,} of {rows:,}")

    def clear_filter(self) -> None:
        """Show all rows again."""
        self.search.clear()

    def allow(self, chosen: bool, up: bool, down: bool) -> None:
        """Enable what can be done now."""
        self.copy.setEnabled(chosen)
        self.delete.setEnabled(chosen)
        self.up.setEnabled(up)
        self.down.setEnabled(down)


def tool(icon: str, what: str) -> QToolButton:
    """Return a button with an icon alone, for what has a key of its own in the table."""
    button = QToolButton()
    button.setProperty("role", "mark")
    button.setToolTip(what)
    button.setAccessibleName(what)
    button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # each has its key in the table
    icons.put(button, icon)
    return button


def _together(*widgets: QWidget) -> QWidget:
    """Return a holder that keeps widgets on one line where a narrow bar takes several."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for widget in widgets:
        row.addWidget(widget)
    return holder

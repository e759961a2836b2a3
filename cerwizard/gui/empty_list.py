"""What a list shows while it has no rows: one sentence, a button, and room for a reason."""

from pydantic import BaseModel
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from cerwizard.gui import icons
from cerwizard.gui.field import Field
from cerwizard.gui.labels import label
from cerwizard.gui.remarks import Remarks
from cerwizard.gui.rows_bar import PASTE, tool
from cerwizard.gui.tab_order import come_before


class EmptyList(QFrame):
    """Says that there is nothing yet; `add_asked` for the first row, `paste_asked` for several."""

    add_asked = Signal()
    paste_asked = Signal()

    def __init__(self, noun: str, reason: Field | None) -> None:
        super().__init__()
        self.setProperty("role", "empty")
        self._reason = reason
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        self._line = QHBoxLayout()
        self._line.addWidget(label(f"No {noun} yet.", "muted"), 1)
        self.add = QPushButton(f"Add {noun}")
        icons.put(self.add, "add", "accent")
        self.add.clicked.connect(self.add_asked)
        paste = tool("paste", PASTE)
        paste.clicked.connect(self.paste_asked)
        self._line.addWidget(paste)
        self._line.addWidget(self.add)
        column.addLayout(self._line)
        if reason is not None:
            column.addWidget(reason.head)
            column.addWidget(reason.body)
        self.setFocusProxy(self.add)

    def offer(self, text: str, icon: str) -> QPushButton:
        """Return a new button before the one that adds a row: another way to get rows."""
        button = QPushButton(text)
        icons.put(button, icon, "accent")
        self._line.insertWidget(2, button)
        come_before([button], self.add)
        return button

    def show_record(self, dossier: BaseModel, address: str, record: BaseModel) -> None:
        """Show the reason that the record gives."""
        if self._reason is not None:
            self._reason.show_record(dossier, address, record)

    def show_remarks(self, remarks: Remarks) -> None:
        """Show what the rules say about the reason."""
        if self._reason is not None:
            self._reason.show_remarks(remarks)

    def paste(self) -> None:
        """Take rows from the clipboard; the menu asks for it, and its key."""
        self.paste_asked.emit()

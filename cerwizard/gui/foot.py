"""The foot of a page: back, where we are, next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from cerwizard.gui import icons
from cerwizard.gui.labels import label


class Foot(QFrame):
    """Signals `back_asked` and `next_asked`."""

    back_asked = Signal()
    next_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        whole = QHBoxLayout(self)
        whole.setContentsMargins(24, 8, 24, 8)
        self._inside = QWidget()
        whole.addStretch(1)
        whole.addWidget(self._inside, 1000)
        whole.addStretch(1)
        row = QHBoxLayout(self._inside)
        row.setContentsMargins(0, 0, 0, 0)
        self.back = QPushButton("Back")
        icons.put(self.back, "back")
        self.back.clicked.connect(self.back_asked)
        self.place = label("", "small", wrap=False)
        self.next = QPushButton("Next")
        self.next.setProperty("role", "main")
        icons.put(self.next, "next", "fill_ink")
        self.next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.next.clicked.connect(self.next_asked)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.place)
        row.addStretch(1)
        row.addWidget(self.next)

    def keep_to(self, widest: int) -> None:
        """Begin and end where the page above does, whose contents have at most so many pixels."""
        self._inside.setMaximumWidth(widest)

    def show_place(self, before: str, after: str, number: int, of: int) -> None:
        """Say which step this is; `before` and `after` are the titles beside it, "" for none."""
        self.back.setEnabled(bool(before))
        self.next.setEnabled(bool(after))
        self.back.setToolTip(f"{before} (Ctrl+PgUp)" if before else "")
        self.next.setToolTip(f"{after} (Ctrl+PgDown)" if after else "")
        self.place.setText(f"Step {number} of {of}" if number <= of else "The whole dossier")

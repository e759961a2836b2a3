"""A line that can be ticked, with words that break over several lines, and a word at its end."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from cerwizard.gui.labels import label


class TickLine(QWidget):
    """A check box does not break its text; this one does. Signal `toggled`: whether it is on."""

    toggled = Signal(bool)

    def __init__(self, text: str, end: str = "") -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleName(f"{text} {end}".strip())
        self.box.toggled.connect(self.toggled)
        words = label(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(0)  # the box has room of its own at its end
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        if end:
            row.addWidget(label(end, "small", wrap=False), 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def on(self) -> bool:
        """Whether the line is ticked."""
        return self.box.isChecked()

    def set_on(self, on: bool) -> None:
        """Tick the line or not."""
        self.box.setChecked(on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt's; a click on the words is a click on the box."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)
            self.box.toggle()

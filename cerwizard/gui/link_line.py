"""A line of words that lead to addresses, for mouse and keyboard."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from cerwizard.gui import theme

_Flag = Qt.TextInteractionFlag


class LinkLine(QWidget):
    """“Rests on: Class · Implantable”. Signal `followed`: the address behind a word."""

    followed = Signal(str)

    def __init__(self, before: str) -> None:
        super().__init__()
        self._before = before
        self._links: tuple[tuple[str, str], ...] = ()
        self._label = QLabel()
        self._label.setProperty("role", "small")
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setWordWrap(True)
        self._label.setMinimumSize(40, 1)
        self._label.setTextInteractionFlags(
            _Flag.LinksAccessibleByMouse | _Flag.LinksAccessibleByKeyboard
        )
        self._label.linkActivated.connect(self.followed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._label)
        self.setFocusProxy(self._label)

    def show_links(self, links: Sequence[tuple[str, str]]) -> None:
        """Show these words, each with its address."""
        self._links = tuple(links)
        self._draw()
        self._label.setAccessibleName(f"{self._before}: {', '.join(words for words, _ in links)}")
        if not links or self.parentWidget() is not None:
            self.setVisible(bool(links))  # without a parent, it would come up as a window

    def _draw(self) -> None:
        style = f'style="color: {theme.colour("accent").name()}"'
        made = (f'<a {style} href="{escape(at)}">{escape(words)}</a>' for words, at in self._links)
        before = f"{escape(self._before)}: " if self._before else ""
        self._label.setText(f"{before}{' · '.join(made)}")

    def changeEvent(self, event: QEvent) -> None:
        """Qt's; a link keeps the colour in which it was written."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._links:
            self._draw()

"""Text that is read and not written, with links that the window answers to."""

from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QTextBrowser

from cerwizard.gui.text_widgets import unfold


class Reading(QTextBrowser):
    """Opens no link by itself, and offers no copy of an address that leads nowhere elsewhere."""

    def __init__(self) -> None:
        super().__init__(openLinks=False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's."""
        unfold(self.createStandardContextMenu(event.pos()), event)

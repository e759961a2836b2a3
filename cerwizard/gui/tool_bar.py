"""The tool bar: what is wanted most, with words beside the icons."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QMainWindow, QToolBar, QToolButton, QWidget

from cerwizard.gui.actions import Actions
from cerwizard.gui.qt_numbers import NO_CONTEXT_MENU, TEXT_BESIDE_ICON

_LEFT = (("save", "Save"), ("undo", ""), ("redo", ""))
_RIGHT = (
    ("import", "Import references"),
    ("report", "Write the report"),
    ("rail", ""),
    ("side", ""),
)


class ToolBar(QToolBar):
    """Shows actions of the menus; hidden while no dossier is open."""

    def __init__(self, window: QMainWindow, actions: Actions) -> None:
        super().__init__("Tools", window)
        self.setObjectName("tools")
        self.setMovable(False)
        self.setProperty("contextMenuPolicy", NO_CONTEXT_MENU)
        self._actions = actions
        self.hide()

    def fill(self) -> None:
        """Put the buttons in; as nobody sees them on the first page, they come after it."""
        from PySide6.QtWidgets import QSizePolicy

        for name, words in _LEFT:
            self._add(name, words)
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)
        for name, words in _RIGHT:
            self._add(name, words)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's; the icons are as high as the text that is beside them."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            side = self.fontMetrics().height() + 2
            self.setIconSize(QSize(side, side))

    def _add(self, name: str, words: str) -> None:
        action = self._actions[name]
        plain = action.text().replace("&", "").rstrip("…")
        action.setToolTip(f"{plain} ({action.shortcut().toString()})")
        self.addAction(action)
        button = self.widgetForAction(action)
        if isinstance(button, QToolButton) and words:
            action.setIconText(words)
            button.setProperty("toolButtonStyle", TEXT_BESIDE_ICON)

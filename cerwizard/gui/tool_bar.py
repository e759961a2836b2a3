"""The tool bar: what is wanted most, with words beside the icons."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMainWindow, QSizePolicy, QToolBar, QToolButton, QWidget

from cerwizard.gui.actions import Actions

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
        self.setIconSize(QSize(18, 18))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name, words in _LEFT:
            self._add(actions, name, words)
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)
        for name, words in _RIGHT:
            self._add(actions, name, words)
        self.hide()

    def _add(self, actions: Actions, name: str, words: str) -> None:
        action = actions[name]
        plain = action.text().replace("&", "").rstrip("…")
        action.setToolTip(f"{plain} ({action.shortcut().toString()})")
        self.addAction(action)
        button = self.widgetForAction(action)
        if isinstance(button, QToolButton) and words:
            action.setIconText(words)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

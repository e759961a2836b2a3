"""Proves that no mouse was used: sees every event of the program."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

_KIND = QEvent.Type
_OF_A_MOUSE = frozenset(
    (
        _KIND.MouseButtonPress,
        _KIND.MouseButtonRelease,
        _KIND.MouseButtonDblClick,
        _KIND.NonClientAreaMouseButtonPress,
        _KIND.Wheel,
        _KIND.TouchBegin,
        _KIND.TabletPress,
    )
)


class NoMouse(QObject):
    """Stands before all widgets; `seen` names the events of a mouse that came, sent or real.

    `keys` counts the events of keys, one for each widget that sees a key, so that it is known that
    it has looked.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.seen: list[str] = []
        self.keys = 0
        self._application = application
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's; nothing is held up."""
        kind = event.type()
        if kind in _OF_A_MOUSE:
            self.seen.append(f"{kind.name} to {type(watched).__name__} {watched.objectName()}")
        elif kind == _KIND.KeyRelease:  # a press may be a shortcut, and a text's are many
            self.keys += 1
        return False

    def stop(self) -> None:
        """Look no more."""
        self._application.removeEventFilter(self)

    def proof(self) -> str:
        """Return in words what was seen; AssertionError if there was a mouse, or no key."""
        assert not self.seen, f"there was a mouse: {self.seen[:9]}"
        assert self.keys, "no key came at all"
        return f"not one event of a mouse came to the window, but {self.keys:,} of keys"

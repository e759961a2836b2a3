"""Enter presses the button that has the cursor, as Space does."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget


def pressed(within: QWidget, event: QKeyEvent) -> bool:
    """Press the button that has the focus if the key is Enter; say whether there was one."""
    from PySide6.QtCore import Qt  # not before there are keys: its names take long to make

    focus = within.focusWidget()
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    if not isinstance(focus, QPushButton | QToolButton):
        return False
    focus.click()
    return True

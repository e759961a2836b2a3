"""The order of Tab: a widget that is made late takes its turn where it stands, not at the end."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def take_turn(late: QWidget, after: QWidget) -> None:
    """Let Tab go from `after` into `late`, which has just been put into the same window.

    Qt gives what is made later the last place in the window's order.
    """
    for widget in list(_stops_in(late)):
        QWidget.setTabOrder(after, widget)
        after = widget


def _stops_in(late: QWidget) -> Iterator[QWidget]:
    widget = late.nextInFocusChain()
    while widget is not None and widget is not late:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and late.isAncestorOf(widget):
            yield widget
        widget = widget.nextInFocusChain()

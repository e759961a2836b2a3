"""The order of Tab: a widget that is made late takes its turn where it stands, not at the end."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def take_turn(late: QWidget, after: QWidget) -> None:
    """Let Tab go from `after` into `late`, which has just been put into the same window.

    Qt gives what is made later the last place in the window's order.
    """
    for widget in list(_stops_in(late)):
        QWidget.setTabOrder(after, widget)
        after = widget


def come_before(late: Iterable[QWidget], button: QWidget) -> None:
    """Let Tab come to these widgets, in their order, just before `button`."""
    before: QWidget = button.previousInFocusChain() or button
    while before is not button and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
        before = before.previousInFocusChain() or button
    for widget in (*late, button):
        if widget is not before:
            QWidget.setTabOrder(before, widget)
        before = widget


def _stops_in(late: QWidget) -> Iterator[QWidget]:
    """Yield what can have the focus; a segment that is not chosen now may become a stop later."""
    if late.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield late
    widget = late.nextInFocusChain()
    while widget is not None and widget is not late:
        if late.isAncestorOf(widget) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget
        widget = widget.nextInFocusChain()

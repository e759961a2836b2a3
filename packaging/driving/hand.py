"""A hand on keyboard and mouse: the only way in which the driver touches the window."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from driving.watch import Stuck, window
from driving.watch import wait as wait  # noqa: PLC0414 - others say hand.wait

_NOTCH = 120  # what one notch of a wheel turns
_MOST_NOTCHES = 400
_MOST_TABS = 300
NONE = Qt.KeyboardModifier.NoModifier
_KEYS = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}


def pause(milliseconds: int = 1) -> None:
    """Let the program go on for a moment."""
    QTest.qWait(milliseconds)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click into a widget, scrolled into view with the wheel if need be."""
    bring_into_view(widget)
    place = at if at is not None else widget.rect().center()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, place)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focus(), key, modifiers)


def tab_to(widget: QWidget) -> None:
    """Go from widget to widget with the tabulator until this one has the focus."""
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        for _ in range(_MOST_TABS):
            if widget.hasFocus():
                return
            press(key)
    raise Stuck(f"the keyboard does not lead to {widget.objectName()}")


def write(text: str) -> None:
    """Type a text, character by character, where the focus is."""
    focus()
    for character in text:
        if character in _KEYS:
            press(_KEYS[character])
        else:
            _type(QApplication.focusWidget() or focus(), character)


def focus() -> QWidget:
    """Return the widget that gets the keys now."""
    _do_what_a_window_manager_does()
    widget = QApplication.focusWidget() or QApplication.activeWindow()
    if widget is None:
        raise Stuck("no window is active")
    return widget


def _do_what_a_window_manager_does() -> None:
    """Make the dialog, or else the window, the active one: on a bare screen nobody else does."""
    wanted = QApplication.activeModalWidget() or window()
    if wanted is not None and wanted is not QApplication.activeWindow():
        wanted.activateWindow()
        wait(lambda: wanted is QApplication.activeWindow(), "the window in front is active", 20)


def _type(widget: QWidget, character: str) -> None:
    # QTest types Latin-1 only; a keyboard sends such an event for any character.
    code = ord(character.upper()) if character.isascii() else 0
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, code, NONE, character))


def replace_with(text: str) -> None:
    """Select what the focused field holds and type over it."""
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Delete)
    write(text)


def bring_into_view(widget: QWidget) -> None:
    """Turn the wheel over the page until a widget can be seen."""
    area = _area_around(widget)
    if area is None:
        return
    for _ in range(_MOST_NOTCHES):
        over = _over(widget, area)
        if over == 0:
            return
        before = area.verticalScrollBar().value()
        _turn(area.viewport(), _NOTCH if over < 0 else -_NOTCH)
        if area.verticalScrollBar().value() == before:
            return


def _area_around(widget: QWidget) -> QScrollArea | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def _over(widget: QWidget, area: QScrollArea) -> int:
    """Return how far a widget lies above (< 0) or below (> 0) what is shown of its page."""
    seen = area.viewport().rect()
    place = QRect(widget.mapTo(area.viewport(), QPoint(0, 0)), widget.size())
    if place.height() > seen.height():
        place.setHeight(seen.height() // 2)
    if place.top() < 0:
        return place.top()
    return max(0, place.bottom() - seen.bottom())


def _turn(widget: QWidget, angle: int) -> None:
    middle = QPointF(widget.rect().center())
    turn = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(widget, turn)

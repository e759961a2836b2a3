"""Keeps in view what the writer is busy with, on a page that scrolls."""

from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_MARGIN = 45  # pixels between what is shown and the edge of the page
_PAUSES = (0, 40)  # milliseconds; a page with forms in forms takes its shape in several rounds


def hold_still(area: QScrollArea) -> None:
    """Call before `area` changes: what has the cursor is seen where it was once it has changed.

    Without this, a finding that comes up would push away what the writer is about to click.
    """
    focus = area.window().focusWidget()
    if focus is None or not area.isAncestorOf(focus) or focus.visibleRegion().isEmpty():
        return
    place = _place(focus, area)
    for pause in _PAUSES:
        QTimer.singleShot(pause, area, lambda: _restore(area, focus, place))


def _place(widget: QWidget, area: QScrollArea) -> int:
    return widget.mapTo(area.viewport(), QPoint(0, 0)).y()


def _restore(area: QScrollArea, focus: QWidget, place: int) -> None:
    if area.window().focusWidget() is focus and area.isAncestorOf(focus):
        # A page that has grown and is not yet higher lies askew: its new shape comes first.
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        bar = area.verticalScrollBar()
        bar.setValue(bar.value() + _place(focus, area) - place)


def show_whole(widget: QWidget) -> None:
    """Scroll the page so far that the whole of `widget` is seen; its top if it is too high."""
    area, ground = _page_of(widget)
    if area is not None and ground is not None:
        for end in (widget.rect().bottomLeft(), QPoint(0, 0)):
            area.ensureVisible(0, widget.mapTo(ground, end).y(), 0, _MARGIN)


def show_soon(widget: QWidget) -> None:
    """As `show_whole`, once what was unfolded or folded has its place."""
    for pause in _PAUSES:
        QTimer.singleShot(pause, widget, lambda: show_whole(widget))


def _page_of(widget: QWidget) -> tuple[QScrollArea | None, QWidget | None]:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above, above.widget() if above is not None else None

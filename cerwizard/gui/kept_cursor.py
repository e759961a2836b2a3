"""Keeps the cursor where the writer works when what had it goes away."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


@contextmanager
def kept_within(place: QWidget, stand_in: Callable[[], QWidget]) -> Iterator[None]:
    """Let the cursor not leave `place` because what had it is hidden: `stand_in()` gets it.

    Qt would give it to whatever comes next, which may be far away.
    """
    had = _has_cursor(place)
    yield
    if had and not _has_cursor(place):
        stand_in().setFocus(Qt.FocusReason.OtherFocusReason)


def _has_cursor(place: QWidget) -> bool:
    focus = place.window().focusWidget()
    return focus is not None and focus.isVisible() and place.isAncestorOf(focus)

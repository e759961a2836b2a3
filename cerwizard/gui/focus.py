"""Where in the dossier the writer is: follows the focus from field to field."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from cerwizard.gui.field import FieldBody


class FocusWatch(QObject):
    """Signal `moved`: the address of the field that has the focus now, "" for none.

    A focus that leaves for a menu, a popup or another program has not moved.
    """

    moved = Signal(str)

    def __init__(self, within: QWidget) -> None:
        super().__init__(within)
        self._within = within
        self.address = ""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self._within.isAncestorOf(new):
            return
        address = address_of(new)
        if address != self.address:
            self.address = address
            self.moved.emit(address)


def address_of(widget: QWidget | None) -> str:
    """Return the address of the field in which a widget lies, "" if it lies in none."""
    while widget is not None and not isinstance(widget, FieldBody):
        widget = widget.parentWidget()
    return widget.address if widget is not None else ""

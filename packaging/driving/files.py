"""The driver's errands with files: saves, closes, opens, imports, has the report written."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox

from cerwizard.gui.window import Window
from driving import hand

_CONTROL = Qt.KeyboardModifier.ControlModifier


def new(window: Window) -> None:
    """Begin an empty dossier from the start page."""
    hand.click(window.start.new)
    ready(window)


def ready(window: Window) -> None:
    """Wait until a dossier is open and judged, and nothing else is going on."""
    hand.wait(lambda: window.desk is not None and not window.busy.busy, "a dossier is open")
    desk = window.desk
    assert desk is not None
    hand.wait(lambda: not desk.judging.busy, "the rules have looked")


def save_as(window: Window, path: Path) -> None:
    """Save for the first time, under this name."""
    hand.in_next_dialog(lambda dialog: _name(dialog, path))
    hand.press(Qt.Key.Key_S, _CONTROL)
    hand.wait(lambda: not window.isWindowModified() and path.is_file(), "the dossier is saved")


def close(window: Window) -> None:
    """Close the dossier, which is saved."""
    hand.press(Qt.Key.Key_W, _CONTROL)
    hand.wait(lambda: window.desk is None, "the dossier is closed")


def reopen(window: Window, path: Path) -> None:
    """Open a dossier by its name."""
    hand.in_next_dialog(lambda dialog: _name(dialog, path))
    hand.press(Qt.Key.Key_O, _CONTROL)
    ready(window)


def write_report(window: Window, folder: Path) -> Path:
    """Have the report written into a folder and return where it is."""
    folder.mkdir(parents=True, exist_ok=True)
    hand.in_next_dialog(lambda dialog: _name(dialog, folder))
    hand.press(Qt.Key.Key_R, _CONTROL)
    told: list[str] = []
    hand.in_next_dialog(lambda dialog: _read(dialog, told))
    hand.wait(lambda: bool(told), "the report is written", seconds=120)
    (report,) = folder.glob("*.docx")
    return report


def _name(dialog: QDialog, path: Path) -> None:
    """Type a path into a file dialog."""
    hand.replace_with(str(path))
    hand.press(Qt.Key.Key_Return)


def _read(dialog: QDialog, told: list[str]) -> None:
    assert isinstance(dialog, QMessageBox), "a message was expected"
    told.append(dialog.text())
    hand.press(Qt.Key.Key_Escape)

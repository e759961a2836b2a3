"""The driver's errands with files: saves, closes, opens, imports, has the report written."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QMessageBox

from cerwizard.gui.window import Window
from cerwizard.report.file_names import named
from cerwizard.report.outline import CER
from driving import hand
from driving.meeting import Meeting
from driving.watch import Stuck, came_true, wait

_CONTROL = Qt.KeyboardModifier.ControlModifier
_TRIES = 3


def ready(window: Window) -> None:
    """Wait until a dossier is open and judged, and nothing else is going on."""
    wait(lambda: window.desk is not None and not window.busy.busy, "a dossier is open")
    judged(window)


def judged(window: Window) -> None:
    """Wait until the rules have looked at the last answer."""
    desk = window.desk
    assert desk is not None
    wait(lambda: not desk.judging.busy, "the rules have looked")
    assert desk.judging.pack is not None, "the rules could not be read"


def save_as(window: Window, path: Path) -> None:
    """Save for the first time, under this name."""
    with _naming("Save the dossier", path):
        hand.press(Qt.Key.Key_S, _CONTROL)
    wait(lambda: not window.isWindowModified() and path.is_file(), "the dossier is saved")


def close(window: Window) -> None:
    """Close the dossier, which is saved."""
    hand.press(Qt.Key.Key_W, _CONTROL)
    wait(lambda: window.desk is None, "the dossier is closed")


def reopen(window: Window, path: Path) -> None:
    """Open a dossier by its name."""
    with _naming("Open a dossier", path):
        hand.press(Qt.Key.Key_O, _CONTROL)
    ready(window)


def import_references(window: Window, path: Path) -> str:
    """Import a file of references and return what the window says of it."""
    with _naming("Import references", path):
        hand.press(Qt.Key.Key_I, _CONTROL)
    return _told()


def write_report(window: Window, folder: Path) -> Path:
    """Have the report written into a folder and return where it is."""
    folder.mkdir(parents=True, exist_ok=True)
    assert window.desk is not None
    given = window.desk.session.dossier.document
    name = named(CER.name, given.number, given.revision)
    with _naming(f"Write “{name}” into", folder):
        hand.press(Qt.Key.Key_R, _CONTROL)
    _told()
    return folder / name


def _naming(title: str, path: Path) -> Meeting:
    return Meeting(QFileDialog, title, lambda dialog: _name(dialog, path))


def _name(dialog: QDialog, path: Path) -> None:
    """Type a path into a file dialog until it takes it; its list of suggestions may interfere."""
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    for _ in range(_TRIES):
        hand.tab_to(line)
        hand.replace_with(str(path))
        if line.text() == str(path):
            hand.press(Qt.Key.Key_Return)
            if came_true(lambda: not dialog.isVisible(), 3):
                return
    raise Stuck(f"the file dialog does not take {path}, but has “{line.text()}”")


def _told() -> str:
    """Read the message that comes next, close it, and return it."""
    told: list[str] = []
    with Meeting(QMessageBox, "CER Wizard", lambda dialog: _read(dialog, told), seconds=180):
        pass
    return told[0]


def _read(dialog: QDialog, told: list[str]) -> None:
    assert isinstance(dialog, QMessageBox)
    told.append(f"{dialog.text()} {dialog.informativeText()}".rstrip())
    hand.press(Qt.Key.Key_Escape)

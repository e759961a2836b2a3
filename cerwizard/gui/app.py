"""Starts the window: application, look, the last doors, first paint, then the rest."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

import cerwizard
from cerwizard import assets
from cerwizard.gui import first_look, remembered, theme
from cerwizard.gui.crash import Doors
from cerwizard.gui.window import Window


def run(argv: Sequence[str], file: Path | None = None) -> int:
    """Open the window, with a dossier if one is named, and return the exit code at its end."""
    gc.disable()  # until the window is there: there is nothing yet to be collected
    app = application(argv)
    doors = Doors()
    doors.open_log()
    leave = doors.stand()
    choice, percent = first_look.look()
    theme.apply(app, choice, percent, theme.guessed(choice))
    window = Window(choice, percent)
    doors.crashed.connect(window.helping.tell_soon)
    window.crashed.connect(doors.note)
    window.settled.connect(_mark)
    window.begin_with(file)
    window.tour_wanted = True
    remembered.show(window, first_look.window_note())
    gc.enable()
    code = app.exec()
    from cerwizard.gui import task  # the first page does without it

    task.wait_for_all()
    leave()
    doors.close_log()
    return code


def _mark() -> None:
    """Give the windows their icon: what reads it takes longer to load than the page to paint."""
    QApplication.setWindowIcon(QIcon(str(assets.resources("icons", "cerwizard.svg"))))


def application(argv: Sequence[str] = ()) -> QApplication:
    """Return the application, made if there is none yet."""
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    QCoreApplication.setApplicationName("CER Wizard")
    QCoreApplication.setApplicationVersion(cerwizard.__version__)
    # Asked for in this way, Qt's style is not wrapped for Python: that alone would take 10 ms.
    app = QApplication([sys.argv[0], *argv, "-style", "Fusion"])
    app.setDesktopFileName("cerwizard")
    return app

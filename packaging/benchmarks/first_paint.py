"""Starts a window, leaves at its first paint: `first_paint.py empty|wizard`."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow


class Leaver(QObject):
    """Ends the process at the first thing that happens after the main window was painted."""

    _painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait until the window and what lies in it are painted; let every event through."""
        if event.type() == QEvent.Type.Paint:
            self._painted |= isinstance(watched, QMainWindow)
        elif self._painted:
            os._exit(0)  # what comes after the first paint is not measured
        return False


def empty() -> int:
    """Show an empty window: what Qt and Python cost by themselves."""
    app = QApplication(["empty"])
    leaver = Leaver(app)
    app.installEventFilter(leaver)
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    return app.exec()


def wizard(file: Path | None) -> int:
    """Show the wizard as it starts for a writer, with a dossier or without."""
    from cerwizard.gui import app as ours

    app = ours.application()
    leaver = Leaver(app)
    app.installEventFilter(leaver)
    return ours.run(["wizard"], file)


if __name__ == "__main__":
    _, which, *files = sys.argv
    sys.exit(empty() if which == "empty" else wizard(Path(files[0]) if files else None))

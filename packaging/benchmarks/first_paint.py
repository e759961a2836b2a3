"""Starts a window, leaves at its first paint: `first_paint.py empty|wizard [FILE]`."""

import os
import sys
from pathlib import Path


def leave() -> None:
    """End the process where it stands: what comes after the first paint is not measured."""
    os._exit(0)


def empty() -> int:
    """Show an empty window: what Qt and Python cost by themselves."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Empty(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, leave)

    app = QApplication(["empty"])
    window = Empty()
    window.resize(1280, 800)
    window.show()
    return app.exec()


def wizard(file: Path | None) -> int:
    """Show the wizard as it starts for a writer, up to where the rest of it would be let in."""
    from cerwizard import __main__ as door

    run = door.opener()
    from cerwizard.gui.warming import Warming

    setattr(Warming, "start", lambda *_: leave())  # noqa: B010 - not for mypy to judge
    return run(["wizard"], file)


if __name__ == "__main__":
    _, which, *files = sys.argv
    sys.exit(empty() if which == "empty" else wizard(Path(files[0]) if files else None))

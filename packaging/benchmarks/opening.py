"""Prints the longest wait, in milliseconds of this thread's processor time, while a sample opens.

A wait is one turn of the event loop. The first figure is the floor: the turn that first paints an
empty window; then the start of the dossier, and the step that is slowest to open.
"""

from collections.abc import Callable
from functools import partial
from time import monotonic, sleep, thread_time

from PySide6.QtWidgets import QApplication, QMainWindow

from cerwizard import assets
from cerwizard.gui import theme
from cerwizard.gui.pages.looks import stops
from cerwizard.gui.window import Window

_SAMPLE = "intraocular-lens.cerw"
_PATIENCE = 60.0  # seconds


def longest(deed: Callable[[], object], done: Callable[[], bool]) -> float:
    """Return the longest turn of the loop from the deed until what it began is done."""
    waits = [_taken(deed)]
    end = monotonic() + _PATIENCE
    while not done() and monotonic() < end:
        waits.append(_taken(QApplication.processEvents))
        sleep(0.001)
    waits.append(_taken(QApplication.processEvents))
    return max(waits)


def _taken(deed: Callable[[], object]) -> float:
    start = thread_time()
    deed()
    return (thread_time() - start) * 1000


def main() -> None:
    """Open an empty window, then the wizard, then every step."""
    app = QApplication([])
    theme.apply(app, "light", 100)
    empty = QMainWindow()
    empty.resize(1280, 800)
    floor = longest(empty.show, empty.isVisible)
    empty.close()
    window = Window("light")
    longest(window.show, lambda: window.filing is not None)
    path = assets.resources("samples", _SAMPLE)
    opened = longest(lambda: window.open_sample(path), lambda: window.desk is not None)
    desk = window.desk
    assert desk is not None
    longest(lambda: None, lambda: not desk.judging.busy)
    steps = [longest(partial(desk.go_to, name), lambda: True) for name, _, _ in stops()]
    window.close()
    print(floor, opened, max(steps))


if __name__ == "__main__":
    main()

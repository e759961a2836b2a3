"""Brings in what the start page does without, away from the window, so that nobody waits for it."""

import sys
from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QTimer

Deed = Callable[[], object]

_ROOMS = (  # what the window needs first comes first
    "cerwizard.gui.filing",
    "cerwizard.gui.preferences",
    "cerwizard.gui.house_rules",
    "cerwizard.gui.sample_files",
    "cerwizard.gui.desk",
)


class Warming:
    """Imports on a worker; what is asked for meanwhile waits, and the last word counts."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._under_way = False
        self._deed: Deed | None = None

    def start(self, then: Callable[[], None]) -> None:
        """Import what comes next, then go on with `then`; errors come up there again."""
        from cerwizard.gui.task import Task  # the first page does without it

        self._under_way = True
        task = Task(lambda _: bring_in())
        task.ended.connect(then)
        task.start()

    def soon(self, deed: Deed) -> None:
        """Do something at once, or as soon as all is there that it needs."""
        if not self._under_way:
            deed()
            return
        self._say("One moment, please…")
        self._deed = deed

    def end(self) -> None:
        """All is there: do what was asked for meanwhile."""
        self._under_way = False
        if self._deed is not None:
            self._say("")
            QTimer.singleShot(0, self._deed)
            self._deed = None


def bring_in() -> None:
    """Import the rooms that the window needs next, and read the clauses that its pages cite."""
    if _ROOMS[-1] in sys.modules:
        return
    from cerwizard.dossier.collector import at_rest

    with at_rest(keep=True):  # all of it stays
        for name in _ROOMS:
            import_module(name)
        from cerwizard.law import clauses

        clauses.load()

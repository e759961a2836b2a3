"""The Help menu, cut, copy and paste, and what is said after a crash."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from cerwizard.gui import crash
from cerwizard.gui.actions import Actions

if TYPE_CHECKING:
    from typing import Protocol

    from cerwizard.gui.manual import Manual

    class Titled(Protocol):
        """What can say which rules judge."""

        @property
        def title(self) -> str:
            """Name and version of the rules, "" if there are none yet."""


class Helping(QObject):
    """Answers the actions that belong to no dossier in particular."""

    def __init__(self, window: QMainWindow, actions: Actions) -> None:
        super().__init__(window)
        self._window, self._actions = window, actions
        self.pack: Titled | None = None
        self.step_title: Callable[[], str] = lambda: ""
        self.manual: Manual | None = None
        self._telling = False
        actions["manual"].triggered.connect(self._on_manual)
        actions["about"].triggered.connect(self._on_about)
        actions["keyboard"].triggered.connect(self._on_keyboard)
        actions["log"].triggered.connect(self._on_log)
        for name, deed in (("cut", "cut"), ("copy", "copy"), ("paste", "paste")):
            actions[name].triggered.connect(lambda _=False, deed=deed: _to_focus(deed))
        actions["select_all"].triggered.connect(lambda: _to_focus("selectAll"))

    def _on_manual(self) -> None:
        if self.manual is None:
            from cerwizard.gui.manual import Manual  # the first page does without it

            self.manual = Manual(self._window)
        self.manual.open_at(self.step_title())

    def redraw(self) -> None:
        """Draw the manual in what the window wears now."""
        if self.manual is not None:
            self.manual.redraw()

    def _on_about(self) -> None:
        from cerwizard.gui import dialogs  # takes types of Qt that the first page does without

        dialogs.about(self._window, self.pack.title if self.pack else "")

    def _on_keyboard(self) -> None:
        from cerwizard.gui import dialogs

        dialogs.Keyboard(self._window, self._actions.keyboard()).exec()

    def _on_log(self) -> None:
        from PySide6.QtCore import QUrl  # the first page does without them
        from PySide6.QtGui import QDesktopServices

        crash.folder().mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(crash.folder())))

    def tell_soon(self) -> None:
        """Say it once what is being done now has come to its end."""
        QTimer.singleShot(0, self.tell_of_crash)

    def tell_of_crash(self) -> None:
        """Say that something failed and that the work is kept; one dialog at a time."""
        if self._telling:
            return
        from cerwizard.gui import dialogs

        self._telling = True
        try:
            dialogs.tell(
                self._window,
                "Something went wrong inside CER Wizard. Your work is kept.",
                "Every step is on disk and will be offered when you start again. You can go on; "
                "if it happens again, save, and start again. What failed, without a word of your "
                f"dossier, stands in the log in {crash.folder()}.",
            )
        finally:
            self._telling = False


def _to_focus(deed: str) -> None:
    """Have it done by the widget that has the cursor, else by the next one around that can."""
    widget = QApplication.focusWidget()
    while widget is not None:
        act = getattr(widget, deed, None)
        if callable(act):
            act()
            return
        widget = widget.parentWidget()

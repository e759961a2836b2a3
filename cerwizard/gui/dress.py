"""What the window wears: theme and text size, for every part of it at once."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from cerwizard.gui import icons, theme
from cerwizard.gui.actions import Actions


class Dress(QObject):
    """Signal `changed`: with theme and text size, after the writer chose others."""

    changed = Signal(str, int)

    def __init__(self, window: QMainWindow, actions: Actions, choice: str, percent: int) -> None:
        super().__init__(window)
        self._window, self._actions = window, actions
        self.choice, self.percent = choice, percent
        self.redraw: Callable[[], None] = lambda: None
        for name in theme.THEMES:
            actions[name].triggered.connect(lambda _=False, name=name: self.wear(choice=name))
        actions["larger"].triggered.connect(lambda: self.wear(by=theme.STEP))
        actions["smaller"].triggered.connect(lambda: self.wear(by=-theme.STEP))
        actions["usual"].triggered.connect(lambda: self.wear(by=100 - self.percent))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._tick()

    def settle(self) -> None:
        """See what colours the system has: for the first paint they were only guessed."""
        worn = theme.worn()
        if worn and worn != theme.resolve(self.choice):
            self._put_on()

    def wear(self, choice: str = "", by: int = 0) -> None:
        """Put on another theme, or make the text larger by so many per cent points."""
        percent = max(theme.SMALLEST, min(self.percent + by, theme.LARGEST))
        before = (self.choice, self.percent)
        self.choice, self.percent = choice or self.choice, percent
        if (self.choice, self.percent) != before:
            self._put_on()
            self.changed.emit(self.choice, self.percent)

    def _put_on(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, self.choice, self.percent)
        icons.recolour(self._window)
        self.redraw()
        self._tick()

    def _on_scheme_changed(self) -> None:
        if self.choice == "system":
            self._put_on()

    def _tick(self) -> None:
        self._actions[self.choice].setChecked(True)
        self._actions["larger"].setEnabled(self.percent < theme.LARGEST)
        self._actions["smaller"].setEnabled(self.percent > theme.SMALLEST)

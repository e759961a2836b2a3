"""The first page: begin, go on, or look at a sample."""

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cerwizard.gui import icons
from cerwizard.gui.labels import frame, label
from cerwizard.gui.qt_numbers import NO_FOCUS, NO_FRAME

if TYPE_CHECKING:
    from cerwizard.gui.sample_files import Sample

_SENTENCE = (
    "Leads you through a clinical evaluation under the MDR, step by step, tells you what a "
    "notified body would ask, and writes the report in Word. Everything stays on this computer."
)
_WIDTH = 860
_LOGO_LINES, _LOGO_EDGE = 4, 16  # lines of text; the part of the picture that its edge is
_NARROWEST, _BESIDE = 160, 60  # pixels; what stands between and beside the words of a line


class StartPage(QScrollArea):
    """Signals: `new_asked`, `open_asked`; `file_asked` a recent one; `sample_asked` a sample."""

    new_asked = Signal()
    open_asked = Signal()
    file_asked = Signal(Path)
    sample_asked = Signal(Path)

    def __init__(self, within: QWidget | None = None) -> None:
        super().__init__(within)
        self.setWidgetResizable(True)
        self.setProperty("frameShape", NO_FRAME)
        self.setProperty("focusPolicy", NO_FOCUS)
        ground = QWidget(self)
        ground.setProperty("role", "ground")
        self.setWidget(ground)  # first, so that what is put into it is dressed only once
        row = QHBoxLayout(ground)
        row.setContentsMargins(32, 40, 32, 40)
        self._page = QWidget(ground)
        self._page.setMaximumWidth(_WIDTH)
        row.addStretch(1)
        row.addWidget(self._page, 1000)
        row.addStretch(1)
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(22)
        self._column.addLayout(self._title())
        self._column.addLayout(self._doors())
        self._recent, self._samples = QVBoxLayout(), QVBoxLayout()
        for lines in (self._recent, self._samples):
            lines.setSpacing(8)
            self._column.addLayout(lines)
        self._column.addStretch(1)

    def _title(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(18)
        above = QVBoxLayout()
        above.addWidget(_Logo(self._page))
        above.addStretch(1)
        row.addLayout(above)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label("CER Wizard", "title", within=self._page))
        words.addWidget(label(_SENTENCE, "intro", within=self._page))
        row.addLayout(words, 1)
        return row

    def _doors(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        page = self._page
        self.new = _Door(page, "new", "New dossier", "Begin with an empty evaluation.", main=True)
        self.new.clicked.connect(self.new_asked)
        self.open = _Door(page, "open", "Open…", "Go on with a dossier from a file.")
        self.open.clicked.connect(self.open_asked)
        for number, door in enumerate((self.new, self.open)):
            grid.addWidget(door, 0, number)
            grid.setColumnStretch(number, 1)
        return grid

    def settle(self) -> None:
        """Do what the first paint did not need."""
        for door in (self.new, self.open):
            _let_through(door)

    def show_samples(self, samples: "Iterable[Sample]") -> None:
        """List the samples."""
        lines = []
        for sample in samples:
            button = self._line(sample.name, sample.about, "sample")
            button.clicked.connect(lambda _=False, at=sample.path: self.sample_asked.emit(at))
            lines.append(button)
        _fill(self._samples, "Look around in a sample", lines)

    def show_recent(self, files: Iterable[Path]) -> None:
        """List the files that were open lately."""
        lines = []
        for path in files:
            button = self._line(path.stem, _folder(path), "open")
            button.setToolTip(str(path))
            button.clicked.connect(lambda _=False, path=path: self.file_asked.emit(path))
            lines.append(button)
        _fill(self._recent, "Recent", lines)
        for before, line in pairwise([self.open, *lines]):  # they stand above the samples
            QWidget.setTabOrder(before, line)

    def _line(self, text: str, second: str, icon: str) -> QPushButton:
        button = _Line(text, second)
        button.setProperty("role", "line")
        icons.put(button, icon, "accent")
        _let_through(button)
        return button


def _fill(column: QVBoxLayout, heading: str, lines: list[QPushButton]) -> None:
    """Show a heading and lines in place of what the column held; nothing without lines."""
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.deleteLater()
    if not lines:
        return
    column.addWidget(label(heading, "group"))
    card = frame("card")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(6, 6, 6, 6)
    inside.setSpacing(0)
    for line in lines:
        inside.addWidget(line)
    column.addWidget(card)


def _let_through(button: QPushButton) -> None:
    """Leave the mouse to a button, wherever on it."""
    from PySide6.QtCore import Qt  # not for the first paint: its names take long to make

    for child in button.findChildren(QWidget):
        child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def _folder(path: Path) -> str:
    try:
        return f"~/{path.parent.relative_to(Path.home()).as_posix()}".rstrip("/.")
    except ValueError:
        return str(path.parent)


class _Logo(QLabel):
    """The picture of the program, as large as the text beside it wants; its edge is empty."""

    def __init__(self, within: QWidget) -> None:
        super().__init__(within)
        self._side = 0
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's."""
        super().changeEvent(event)
        self._draw()

    def _draw(self) -> None:
        side = _LOGO_LINES * self.fontMetrics().height()
        if side != self._side:
            self._side = side
            picture = icons.picture("cerwizard", side)
            edge, whole = picture.width() // _LOGO_EDGE, picture.width()
            self.setPixmap(picture.copy(edge, edge, whole - 2 * edge, whole - 2 * edge))


class _Line(QPushButton):
    """A button with quiet words at its end; both are cut with “…” where there is no room."""

    def __init__(self, text: str, second: str) -> None:
        super().__init__(text.replace("&", "&&"))
        self._words, self._second_words = text, second
        self._second = label(second, "small", wrap=False)
        self.setAccessibleName(text)
        self.setAccessibleDescription(second)
        self.setMinimumWidth(_NARROWEST)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 14, 0)
        row.addStretch(1)
        row.addWidget(self._second)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's; the quiet words may take a quarter, more where the others leave it."""
        from PySide6.QtCore import Qt  # not for the first paint: its names take long to make

        super().resizeEvent(event)
        self._second.ensurePolished()
        font, small = self.fontMetrics(), self._second.fontMetrics()
        room = self.width() - self.iconSize().width() - _BESIDE
        wanted = min(small.horizontalAdvance(self._second_words), room // 4)
        words = font.elidedText(self._words, Qt.TextElideMode.ElideRight, room - wanted)
        left = room - font.horizontalAdvance(words)
        self.setText(words.replace("&", "&&"))
        folder = "/" in self._second_words
        cut = Qt.TextElideMode.ElideMiddle if folder else Qt.TextElideMode.ElideRight
        self._second.setText(small.elidedText(self._second_words, cut, left))


class _Door(QPushButton):
    """A large button with a second line that says what happens."""

    def __init__(
        self, within: QWidget, icon: str, text: str, second: str, *, main: bool = False
    ) -> None:
        super().__init__(within)
        self.setProperty("role", "door")
        self.setProperty("main", main)
        self.setAccessibleName(text)
        self.setAccessibleDescription(second)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 12)
        column.setSpacing(4)
        picture = QPushButton(self)  # a button, so that the icon follows the theme
        picture.setProperty("role", "picture")
        picture.setProperty("focusPolicy", NO_FOCUS)
        icons.sketch(picture, icon, "accent")
        beside = QHBoxLayout()
        beside.addWidget(picture)
        beside.addStretch(1)
        column.addLayout(beside)
        for words, role in ((text, "group"), (second, "muted")):
            column.addWidget(label(words, role, within=self))
        column.addStretch(1)

"""The two pages on which a writer says what the device is like, and which rules fit it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cerwizard.gui.labels import label
from cerwizard.gui.tick_line import TickLine
from cerwizard.law.classification import Classification, Property, SubRule
from cerwizard.law.classifying import PROPERTIES, candidates, propose


class Lines(QScrollArea):
    """Headings with lines to tick below them. Signal `ticked`: something was ticked or not."""

    ticked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._begin()

    def _begin(self) -> None:
        ground = QWidget()
        ground.setProperty("role", "ground")
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(20, 6, 20, 12)
        self._column.setSpacing(4)
        self.setWidget(ground)

    def _head(self, text: str) -> None:
        head = label(text, "label")
        head.setContentsMargins(0, 10, 0, 0)
        self._column.addWidget(head)

    def _line(self, text: str, end: str = "") -> TickLine:
        line = TickLine(text, end)
        line.toggled.connect(self.ticked)
        self._column.addWidget(line)
        return line

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt's; the line that gets the focus comes into sight."""
        moved = super().focusNextPrevChild(forward)
        focus = self.focusWidget()
        if focus is not None:
            self.ensureWidgetVisible(focus, 0, 40)
        return moved


class PropertyLines(Lines):
    """What the device is like."""

    def __init__(self, known: Iterable[Property]) -> None:
        super().__init__("What the device is like")
        self.lines: dict[Property, TickLine] = {}
        for group, properties in PROPERTIES.items():
            self._head(group)
            for name, text in properties.items():
                self.lines[name] = self._line(text)
        for name in known:
            self.lines[name].set_on(True)
        self._column.addStretch(1)

    @property
    def chosen(self) -> tuple[Property, ...]:
        """The properties that are ticked."""
        return tuple(name for name, line in self.lines.items() if line.on)


class RuleLines(Lines):
    """The sub-rules that can apply, rule by rule."""

    def __init__(self, law: Classification) -> None:
        super().__init__("Rules of Annex VIII that may apply")
        self._law = law
        self.lines: dict[str, TickLine] = {}

    def show_for(self, properties: tuple[Property, ...]) -> None:
        """Offer what can apply to a device with these properties; ticks that still fit stay."""
        kept = self.chosen
        self._begin()
        self.lines = {}
        called = propose(self._law, (), properties).unaddressed
        for rule, subs in sorted(  # what the properties call for comes first
            candidates(self._law, properties), key=lambda found: found[0] not in called
        ):
            self._head(f"Rule {rule}. {self._law.heading[rule]}")
            for sub in subs:
                self.lines[sub.code] = self._line(sub.text, _end(sub))
        for code in kept:
            if code in self.lines:
                self.lines[code].set_on(True)
        self._column.addStretch(1)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The codes of the sub-rules that are ticked."""
        return tuple(code for code, line in self.lines.items() if line.on)


def _end(sub: SubRule) -> str:
    if not sub.result:
        return "another rule"
    return f"instead, class {sub.result}" if sub.instead_of else f"class {sub.result}"

"""Editors: one widget for each kind of value, all with the same three words."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cerwizard.dossier.ask import Question
from cerwizard.gui.text_widgets import GrowingText, Line


class Editor(QWidget):
    """What a form asks of a widget: a value, a way to show one, news of an edit.

    `value` returns what was shown last until the writer changes it, so that a text which the
    widget cannot show as it is (a line with a line break) is not changed by being looked at.

    Signals: `edited` by the writer, never by `set_value`; `held` with a sentence while the text
    typed is no value of the field, and with "" when it is one again.
    """

    edited = Signal()
    held = Signal(str)

    def __init__(self, control: QWidget, empty: Any = "") -> None:
        super().__init__()
        self.control = control
        self._value: Any = empty
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(control)
        self.setFocusProxy(control)

    def value(self) -> Any:
        """Return what the field holds, in the field's own type."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Show `value` without announcing an edit; nothing moves if it is there already."""
        if value != self._value or type(value) is not type(self._value):
            self._value = value
            self._show(value)

    def held_text(self) -> str:
        """Return the text that cannot be kept, or ""."""
        return ""

    def show_held(self, text: str) -> None:
        """Show a text again that could not be kept."""

    def forget_held(self) -> None:
        """Tell of a text that is held back, then let go of it: another record comes."""

    def set_name(self, label: str, description: str) -> None:
        """Tell screen readers what is asked here."""
        self.control.setAccessibleName(label)
        self.control.setAccessibleDescription(description)

    def set_address(self, address: str) -> None:
        """Name the control after the field that it edits."""
        self.control.setObjectName(address)

    def _show(self, value: Any) -> None:
        raise NotImplementedError

    def _take(self, value: Any) -> None:
        """Keep what the writer made of the value, and say so."""
        if value != self._value:
            self._value = value
            self.edited.emit()


class LineEditor(Editor):
    """A single line of text."""

    def __init__(self, question: Question) -> None:
        self._line = Line(example(question))
        super().__init__(with_unit(self._line, question.ask.unit))
        self.control = self._line
        self.setFocusProxy(self._line)
        self._line.textEdited.connect(self._take)

    def _show(self, value: str) -> None:
        self._line.setText(value)
        self._line.setCursorPosition(0)


def example(question: Question) -> str:
    """Return the words that stand in an empty editor."""
    return f"e.g. {question.ask.example}" if question.ask.example else ""


def with_unit(control: QWidget, unit: str) -> QWidget:
    """Return the control with its unit behind it, or the bare control where there is none."""
    if not unit:
        return control
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(control, 1)
    label = QLabel(unit)
    label.setProperty("role", "unit")
    row.addWidget(label)
    return holder


class ProseEditor(Editor):
    """Paragraphs of plain text."""

    def __init__(self, question: Question) -> None:
        self._text = GrowingText(least=3, most=16)
        self._text.setPlaceholderText(example(question))
        super().__init__(self._text)
        self._column.setAlignment(self._text, Qt.AlignmentFlag.AlignLeft)  # as wide as its lines
        self._text.textChanged.connect(self._on_text_changed)

    def _show(self, value: str) -> None:
        self._text.blockSignals(True)
        self._text.setPlainText(value)
        self._text.blockSignals(False)

    def _on_text_changed(self) -> None:
        self._take(self._text.text())


class LinesEditor(Editor):
    """A list of short texts, one a line."""

    def __init__(self, question: Question) -> None:
        self._text = GrowingText(least=1, most=10)
        self._text.setPlaceholderText(example(question) or "One per line")
        super().__init__(self._text, empty=())
        self._text.textChanged.connect(self._on_text_changed)

    def _show(self, value: tuple[str, ...]) -> None:
        self._text.blockSignals(True)
        self._text.setPlainText("\n".join(value))
        self._text.blockSignals(False)

    def _on_text_changed(self) -> None:
        self._take(tuple(filter(None, map(str.strip, self._text.text().split("\n")))))


_PADDING = 5  # pixels within the frame of a box's list


class QuietCombo(QComboBox):
    """A combo box that the mouse wheel does not change while the page scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def showPopup(self) -> None:
        """Qt's; the style's padding is not in Qt's reckoning, and would cut the last line."""
        view = self.view()
        lines = min(self.count(), self.maxVisibleItems())
        view.setMinimumHeight(lines * view.sizeHintForRow(0) + 2 * _PADDING)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt's."""
        event.ignore()


def relook(widget: QWidget, name: str, value: object) -> None:
    """Set a property on which the style sheet depends, and dress the widget again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class LeaveWatch(QObject):
    """Tells when the focus leaves a widget."""

    left = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's."""
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return False


EditorMaker = Callable[[Question], Editor]

"""Editors of numbers and dates: the text stays as typed, and what is no value is held back."""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from cerwizard.dossier.ask import Question
from cerwizard.dossier.values import plain_number, real_date
from cerwizard.gui import icons
from cerwizard.gui.calendar_popup import CalendarPopup
from cerwizard.gui.editors import Editor, LeaveWatch, example, relook, with_unit
from cerwizard.gui.text_widgets import Line

_QUOTED = 40  # characters of a wrong text that are repeated
_MOST_DIGITS = 12  # nothing that a dossier counts has more; a longer number is a slip
_GROUPED = re.compile(
    r"\d{1,3}(?:[ ,'’\u00a0\u2009\u202f]\d{3})+"
)  # as in 48,200, where nothing else is meant
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3})+")  # 48.200 is 48,200 in some countries
_LETTER = re.compile(r"[^\W\d_]")
_EUROPEAN = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")  # only ever day, month, year
PATIENCE = 900  # milliseconds in which half a date is not yet called wrong


def read_number(text: str) -> Decimal | None:
    """Return the number typed, digits as they are; ValueError with a sentence if there is none."""
    text = text.strip()
    if not text:
        return None
    if "," in text and not _LETTER.search(text):
        raise ValueError(
            f"“{_cut(text)}” can be read in two ways: write a point for the decimals and nothing "
            "between thousands."
        )
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise ValueError(f"“{_cut(text)}” is not a number.")
    try:
        return plain_number(number)
    except ValueError:
        raise ValueError(f"“{_cut(text)}” is too long for a number.") from None


def _cut(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"


def read_whole(text: str) -> int | None:
    """Return the whole number typed; ValueError with a sentence if there is none."""
    if _POINTED.fullmatch(text.strip()):
        raise ValueError(
            f"“{_cut(text.strip())}” can be read in two ways: write it without points."
        )
    grouped = _GROUPED.fullmatch(text.strip())
    number = read_number(re.sub(r"\D", "", text) if grouped else text)
    if number is None:
        return None
    if number != number.to_integral_value():
        raise ValueError(f"“{_cut(text.strip())}” is not a whole number.")
    if abs(number) >= 10**_MOST_DIGITS:
        raise ValueError(
            f"“{_cut(text.strip())}” is too large: a count has {_MOST_DIGITS} digits at most."
        )
    return int(number)


def iso(text: str) -> str:
    """Return a date that is written as 31.5.2026 as 2026-05-31, any other text as it is."""
    european = _EUROPEAN.fullmatch(text.strip())
    return "{2}-{1:0>2}-{0:0>2}".format(*european.groups()) if european else text.strip()


def read_date(text: str) -> str:
    """Return the date typed, whole or partial; ValueError with a sentence if there is none."""
    text = text.strip()
    try:
        return real_date(iso(text))
    except ValueError:
        raise ValueError(
            f"“{_cut(text)}” is not a date: write 2026, 2026-05 or 2026-05-31."
        ) from None


class TypedEditor(Editor):
    """A line whose text must be read as something.

    While it cannot be, the value from before the visit stays: what begins like a value, as 2022 in
    2022-13-45, is none.
    """

    def __init__(self, question: Question, read: Callable[[str], Any], empty: Any) -> None:
        self._read, self._empty = read, empty
        self._settled = empty
        self._line = Line(example(question))
        super().__init__(self._dressed(question), empty)
        self.control = self._line
        self.setFocusProxy(self._line)
        self._fault = ""
        self._pause = QTimer(self, interval=PATIENCE, singleShot=True)
        self._pause.timeout.connect(self._say)
        self._watch = LeaveWatch(self)
        self._line.installEventFilter(self._watch)
        self._watch.left.connect(self._on_left)
        self._line.textEdited.connect(self._on_text_edited)

    def _dressed(self, question: Question) -> QWidget:
        return with_unit(self._line, question.ask.unit)

    def held_text(self) -> str:
        """Return the text that cannot be kept, or ""."""
        return self._line.text() if self._fault else ""

    def show_held(self, text: str) -> None:
        """Show a text again that could not be kept."""
        self._line.setText(text)
        self._on_text_edited(text)
        self._say()

    def forget_held(self) -> None:
        """Tell of a text that is held back, then let go of it."""
        if self._fault:
            self._say()
            self.blockSignals(True)
            self._show(self._value)
            self.blockSignals(False)

    def set_value(self, value: Any) -> None:
        """Show `value`; a text that is held back gives way only to another value."""
        if self._fault and value == self._value:
            return
        super().set_value(value)

    def _show(self, value: Any) -> None:
        self._settled = value
        self._line.setText("" if value is None else _plain(value))
        self._line.setCursorPosition(0)
        self._fault = ""
        self._say()

    def _on_text_edited(self, text: str) -> None:
        try:
            value = self._read(text)
        except ValueError as fault:
            self._fault = f"{fault}{self._instead()}"
            self._take(self._settled)
            self._pause.start()
        else:
            self._fault = ""
            self._say()
            self._take(value)

    def _instead(self) -> str:
        if self._settled == self._empty:
            return " Nothing is kept until then."
        return f" Until then, {_plain(self._settled)} is kept."

    def _on_left(self) -> None:
        self._settled = self._value
        self._say()

    def _say(self) -> None:
        self._pause.stop()
        relook(self._line, "held", bool(self._fault))
        self.held.emit(self._fault)


def _plain(value: Any) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


class NumberEditor(TypedEditor):
    """A number, kept with the digits that were typed."""

    def __init__(self, question: Question) -> None:
        super().__init__(question, read_number, None)

    def set_value(self, value: Any) -> None:
        """Show `value`; 0.5 and 0.50 are equal numbers, but not the same text."""
        if value == self._value and str(value) != str(self._value) and not self._fault:
            self._value = value
            self._show(value)
        else:
            super().set_value(value)

    def _take(self, value: Any) -> None:
        if str(value) != str(self._value):
            self._value = value
            self.edited.emit()


class WholeEditor(TypedEditor):
    """A whole number."""

    def __init__(self, question: Question) -> None:
        super().__init__(question, read_whole, None)


class DateEditor(TypedEditor):
    """A date, whole or only a year or a month, typed or taken from a calendar."""

    def __init__(self, question: Question) -> None:
        self._calendar: CalendarPopup | None = None
        super().__init__(question, read_date, "")
        if not question.ask.example:
            self._line.setPlaceholderText("YYYY-MM-DD, YYYY-MM or YYYY")
        self._watch.left.connect(self._write_out)
        keys = QShortcut(QKeySequence("Alt+Down"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.open_calendar)

    def _write_out(self) -> None:
        """Show a date that was typed in another way as it is kept."""
        if not self._fault and self._line.text() != self._value:
            self._show(self._value)

    def _dressed(self, question: Question) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._line, 1)
        self._button = QToolButton()
        self._button.setToolTip("Take the date from a calendar (Alt+Down)")
        self._button.setProperty("role", "mark")
        self._button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._button.setAccessibleName(f"Calendar for {question.ask.label}")
        icons.put(self._button, "calendar", "accent")
        self._button.clicked.connect(self.open_calendar)
        row.addWidget(self._button)
        return holder

    def open_calendar(self) -> None:
        """Show the calendar below the line, at the date that stands there."""
        if self._calendar is None:
            self._calendar = CalendarPopup(self)
            self._calendar.chosen.connect(self._on_date_chosen)
        date = QDate.fromString(str(self._value), Qt.DateFormat.ISODate)
        self._calendar.open_below(self._line, date)

    def _on_date_chosen(self, text: str) -> None:
        self._line.setText(text)
        self._on_text_edited(text)
        self._line.setFocus()

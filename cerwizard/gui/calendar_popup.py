"""The calendar that folds down below a date, in the colours of the window."""

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QTableView, QToolButton, QWidget

from cerwizard.gui import icons, theme

_WIDE, _HIGH = 30, 20  # characters and lines that the whole month needs
_ARROWS = {"qt_calendar_prevmonth": "back", "qt_calendar_nextmonth": "next"}
_DAYS = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class CalendarPopup(QCalendarWidget):
    """Signal `chosen`: the date, as YYYY-MM-DD, that the writer took."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)

    def open_below(self, line: QWidget, at: QDate) -> None:
        """Show the month of `at` below a line, wholly on its screen."""
        self._dress()
        self.setSelectedDate(at if at.isValid() else QDate.currentDate())
        below = line.mapToGlobal(QPoint(0, line.height() + 2))
        size = self.sizeHint().expandedTo(self.minimumSize())
        screen = QGuiApplication.screenAt(below) or self.screen()
        room = screen.availableGeometry()
        self.move(
            max(room.left(), min(below.x(), room.right() - size.width())),
            min(below.y(), room.bottom() - size.height()),
        )
        self.resize(size)
        self.show()
        self.setFocus()

    def _dress(self) -> None:
        """Take the colours and the text size that the window wears now."""
        metrics = self.fontMetrics()
        self.setMinimumSize(_WIDE * metrics.averageCharWidth(), _HIGH * metrics.height() * 3 // 4)
        for day in _DAYS:  # Qt's own weekend is red, which here would be a fault
            self.setWeekdayTextFormat(day, QTextCharFormat())
        heads = QTextCharFormat()
        heads.setForeground(theme.colour("muted"))
        heads.setBackground(theme.colour("raised"))
        self.setHeaderTextFormat(heads)
        for name, drawing in _ARROWS.items():
            button = self.findChild(QToolButton, name)
            if button is not None:
                icons.put(button, drawing)
        view = self.findChild(QTableView)
        if view is not None:
            view.setShowGrid(False)

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate) -> None:
        """Qt's; the days of the months beside this one stand back."""
        if date.month() != self.monthShown():
            painter.setPen(theme.colour("muted"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(date.day()))
        else:
            super().paintCell(painter, rect, date)

    def _on_chosen(self, date: QDate) -> None:
        self.hide()
        self.chosen.emit(date.toString(Qt.DateFormat.ISODate))

"""The list in the pane of findings: each with its mark, its words, and where it is."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cerwizard.gui import theme
from cerwizard.gui.marks import paint
from cerwizard.gui.waived_words import mark, message
from cerwizard.rules.finding import Finding

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_PAD, _GAP = 8, 2
THEN = " › "  # between the parts of a place in words
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class FindingsModel(QAbstractListModel):
    """Findings as lines: display text is the message, tool tip is where it is."""

    def __init__(self, where: Callable[[str], str]) -> None:
        super().__init__()
        self.findings: tuple[Finding, ...] = ()
        self._where = where

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these findings."""
        self.beginResetModel()
        self.findings = findings
        self.endResetModel()

    def where(self, index: Index) -> str:
        """Return in words where the finding at `index` is."""
        return self._where(self.findings[index.row()].path)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt's."""
        return 0 if parent.isValid() else len(self.findings)

    def data(self, index: Index, role: int = 0) -> Any:
        """Qt's."""
        finding = self.findings[index.row()]
        if role == _ROLE.DisplayRole:
            return message(finding)
        if role == _ROLE.ToolTipRole:
            return self.where(index)
        if role == _ROLE.AccessibleTextRole:
            return f"{finding.severity}: {message(finding)} {self.where(index)}"
        return None


class FindingDelegate(QStyledItemDelegate):
    """Paints a finding on as many lines as its words need."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt's."""
        side = option.fontMetrics.height()
        room = self._view.viewport().width() - side - 4 * _PAD
        words = option.fontMetrics.boundingRect(QRect(0, 0, room, 9999), _WRAP, _message(index))
        small = QFontMetrics(_small(option))
        return QSize(80, words.height() + small.height() + _GAP + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt's."""
        model = index.model()
        assert isinstance(model, FindingsModel)
        finding = model.findings[index.row()]
        painter.save()
        self._paint_ground(painter, option)
        side = option.fontMetrics.height()
        box = option.rect.adjusted(2 * _PAD, _PAD, -_PAD, -_PAD)
        paint(painter, QRectF(box.left(), box.top(), side, side), mark(finding))
        text = box.adjusted(side + _PAD, 0, 0, 0)
        painter.setPen(theme.colour("ink"))
        painter.setFont(option.font)
        taken = painter.drawText(text, _WRAP, _message(index))
        painter.setPen(theme.colour("muted"))
        painter.setFont(_small(option))
        below = text.adjusted(0, taken.height() + _GAP, 0, 0)
        place = fitting(model.where(index), painter.fontMetrics(), below.width())
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft), place)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("raised"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.colour("accent"))


def fitting(place: str, metrics: QFontMetrics, room: int) -> str:
    """Return as much of a place as there is room for, in whole parts.

    The end comes before the middle, and the step is named if there is room for both.
    """
    parts = place.split(THEN)
    ends = range(2, len(parts))
    whole = [parts, *([parts[0], "…", *parts[first:]] for first in ends)]
    for shown in (*whole, *(["…", *parts[first:]] for first in range(1, len(parts)))):
        text = THEN.join(shown)
        if metrics.horizontalAdvance(text) <= room:
            return text
    return metrics.elidedText(parts[-1], Qt.TextElideMode.ElideRight, room)


def _message(index: Index) -> str:
    model = index.model()
    assert isinstance(model, FindingsModel)
    return message(model.findings[index.row()])


def _small(option: QStyleOptionViewItem) -> QFont:
    font = QFont(option.font)
    font.setPointSizeF(font.pointSizeF() * 0.9)
    return font


class FindingsList(QListView):
    """The view of the findings."""

    def __init__(self, where: Callable[[str], str]) -> None:
        super().__init__()
        self._model = FindingsModel(where)
        self.setModel(self._model)
        self.setItemDelegate(FindingDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName("Findings")

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that are shown."""
        return self._model.findings

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these findings; the chosen one stays chosen if it is still among them."""
        if findings == self._model.findings:
            self.viewport().update()
            return
        chosen = self.currentIndex()
        kept = self.findings[chosen.row()].spot if chosen.isValid() else None
        self._model.show_findings(findings)
        spots = [finding.spot for finding in findings]  # its words may have changed meanwhile
        if kept in spots:
            self.setCurrentIndex(self._model.index(spots.index(kept)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

"""Paints the lines of a sheet."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cerwizard.gui import theme
from cerwizard.gui.marks import paint
from cerwizard.gui.pages.laid import ROUND, Laid, fonts, lay
from cerwizard.gui.pages.sheet import Cell, Chip, Index, Line, SheetModel

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class SheetDelegate(QStyledItemDelegate):
    """Paints cells as `laid` puts them; `hovered` is the chip under the mouse."""

    def __init__(self, view: QWidget, model: SheetModel) -> None:
        super().__init__(view)
        self._model = model
        self.hovered: Chip | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt's; the view asks `laid` itself."""
        return QSize(40, option.fontMetrics.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt's."""
        line = self._model.lines[index.row()]
        painter.save()
        painter.setClipRect(option.rect)
        if line.heading:
            _paint_heading(painter, option, line.cells[0])
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            _paint_ground(painter, option, line, index.column(), chosen)
            if index.row() < len(self._model.lines) - 1:  # below the last one is the frame
                _paint_line(painter, option.rect)
            cell = self._model.cell(index)
            laid = lay(cell, option.rect.width(), fonts(option.font), self._model.brief)
            self._paint_cell(painter, option, cell, laid, chosen)
            _paint_frame(painter, option)
        painter.restore()

    def _paint_cell(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        cell: Cell,
        laid: Laid,
        chosen: bool,
    ) -> None:
        corner = option.rect.topLeft()
        if cell.mark:
            paint(painter, QRectF(laid.mark.translated(corner)), cell.mark, 0.5)
        worn = fonts(option.font)
        for written in laid.lines:
            painter.setFont(worn.small if written.small else worn.body)
            quiet = written.small or cell.quiet
            painter.setPen(theme.colour("muted" if quiet else "ink"))
            painter.drawText(written.rect.translated(corner), _LEFT, written.text)
        painter.setFont(option.font)
        for rect, chip in laid.chips:
            self._paint_chip(painter, rect.translated(corner), chip, chosen)

    def _paint_chip(self, painter: QPainter, rect: QRect, chip: Chip, chosen: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface" if chosen else "accent_soft"))
        if chip.address:
            painter.drawRoundedRect(rect, 4, 4)
        font = QFont(painter.font())
        font.setUnderline(chip == self.hovered and bool(chip.address))
        painter.setFont(font)
        painter.setPen(theme.colour("accent" if chip.address else "muted"))
        room = rect.adjusted(ROUND // 2, 0, -ROUND // 2, 0)
        words = painter.fontMetrics().elidedText(
            chip.text, Qt.TextElideMode.ElideRight, room.width() + 2
        )
        painter.drawText(room.adjusted(0, 0, 2, 0), _MIDDLE, words)  # all begin on one line
        font.setUnderline(False)
        painter.setFont(font)


def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, cell: Cell) -> None:
    painter.fillRect(option.rect, theme.colour("raised"))
    font = QFont(option.font)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(theme.colour("ink"))
    box = option.rect.adjusted(8, 2, -8, 0)
    painter.drawText(box, _LEFT, cell.text)
    taken = painter.fontMetrics().horizontalAdvance(f"{cell.text}   ")
    painter.setFont(fonts(option.font).small)
    painter.setPen(theme.colour("muted"))
    painter.drawText(box.adjusted(taken, 0, 0, 0), _LEFT, cell.below)
    _paint_line(painter, option.rect)


def _paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, line: Line, column: int, chosen: bool
) -> None:
    if chosen:
        painter.fillRect(option.rect, theme.colour("accent_soft"))
    elif line.tone:
        painter.fillRect(option.rect, theme.colour(f"{line.tone}_soft"))
    if line.tone and column == 0:
        rect = option.rect
        painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.colour(line.tone))


def _paint_line(painter: QPainter, rect: QRect) -> None:
    painter.setPen(theme.colour("line"))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def _paint_frame(painter: QPainter, option: QStyleOptionViewItem) -> None:
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -2), 4, 4)

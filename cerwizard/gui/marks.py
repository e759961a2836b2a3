"""The marks that say how a thing stands: each has a shape of its own as well as a colour."""

from collections.abc import Callable
from functools import cache
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from cerwizard.gui import theme

EMPTY, BEGUN, DONE = "empty", "begun", "done"
NONE, LOOK = "none", "look"  # does not apply; a place to look from
_FAINT = 0.55  # of the colour
KINDS = (EMPTY, BEGUN, DONE, "blocker", "major", "minor", "note", NONE, LOOK)


def paint(painter: QPainter, rect: QRectF, kind: str, part: float = 0.0) -> None:
    """Paint a mark into `rect`; `part` (0 to 1) is how much of a begun thing is there."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(rect.center())
    _PAINTERS[kind](painter, square.adjusted(1, 1, -1, -1), part)
    painter.restore()


def _empty(painter: QPainter, box: QRectF, _part: float) -> None:
    painter.setPen(QPen(theme.colour("edge"), box.width() / 9))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))


def _begun(painter: QPainter, box: QRectF, part: float) -> None:
    accent = theme.colour("accent")
    painter.setPen(QPen(accent, box.width() / 9))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = box.adjusted(1, 1, -1, -1)
    painter.drawEllipse(ring)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent)
    inset = box.width() / 5
    painter.drawPie(
        box.adjusted(inset, inset, -inset, -inset), 90 * 16, -round(max(part, 0.08) * 360 * 16)
    )


def _done(painter: QPainter, box: QRectF, _part: float) -> None:
    _fill(painter, "done")
    painter.drawEllipse(box)
    _ink(painter, box.width() / 7)
    x, y, w = box.x(), box.y(), box.width()
    points = [(0.26, 0.52), (0.44, 0.70), (0.75, 0.33)]
    painter.drawPolyline(QPolygonF([QPointF(x + a * w, y + b * w) for a, b in points]))


def _blocker(painter: QPainter, box: QRectF, _part: float) -> None:
    _fill(painter, "blocker")
    turns = [pi / 8 + k * pi / 4 for k in range(8)]
    middle, radius = box.center(), box.width() / 1.9
    painter.drawPolygon(
        QPolygonF([middle + QPointF(cos(t) * radius, sin(t) * radius) for t in turns])
    )
    _ink(painter, box.width() / 7)
    arm = box.width() / 5
    painter.drawLine(middle + QPointF(-arm, -arm), middle + QPointF(arm, arm))
    painter.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm))


def _major(painter: QPainter, box: QRectF, _part: float) -> None:
    _fill(painter, "major")
    painter.drawPolygon(
        QPolygonF([QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()])
    )
    _exclaim(painter, box.adjusted(0, box.height() * 0.22, 0, 0))


def _minor(painter: QPainter, box: QRectF, _part: float) -> None:
    _fill(painter, "minor")
    middle = box.center()
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(middle.x(), box.top() - 0.5),
                QPointF(box.right() + 0.5, middle.y()),
                QPointF(middle.x(), box.bottom() + 0.5),
                QPointF(box.left() - 0.5, middle.y()),
            ]
        )
    )
    _exclaim(painter, box.adjusted(0, box.height() * 0.08, 0, -box.height() * 0.08))


def _note(painter: QPainter, box: QRectF, _part: float) -> None:
    _fill(painter, "note")
    painter.drawRoundedRect(box, box.width() / 5, box.width() / 5)
    _ink(painter, box.width() / 7)
    x, y, w = box.center().x(), box.y(), box.height()
    painter.drawLine(QPointF(x, y + 0.46 * w), QPointF(x, y + 0.76 * w))
    painter.drawPoint(QPointF(x, y + 0.24 * w))


def _none(painter: QPainter, box: QRectF, _part: float) -> None:
    _line(painter, "muted", box.width() / 7)
    middle, reach = box.center(), box.width() / 3
    painter.drawLine(middle - QPointF(reach, 0), middle + QPointF(reach, 0))


def _look(painter: QPainter, box: QRectF, _part: float) -> None:
    _line(painter, "accent", box.width() / 8)
    lens = QRectF(box.left(), box.top(), box.width() * 0.72, box.height() * 0.72).adjusted(
        1, 1, 0, 0
    )
    painter.drawEllipse(lens)
    rim = lens.center() + QPointF(lens.width(), lens.height()) * 0.36
    painter.drawLine(rim, box.bottomRight() - QPointF(1, 1))


def _line(painter: QPainter, name: str, width: float) -> None:
    pen = QPen(theme.colour(name), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _exclaim(painter: QPainter, box: QRectF) -> None:
    _ink(painter, box.width() / 7.5)
    x, y, h = box.center().x(), box.y(), box.height()
    painter.drawLine(QPointF(x, y + 0.22 * h), QPointF(x, y + 0.54 * h))
    painter.drawPoint(QPointF(x, y + 0.79 * h))


def _fill(painter: QPainter, name: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(name))


def _ink(painter: QPainter, width: float) -> None:
    pen = QPen(theme.colour("surface"), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)


_PAINTERS: dict[str, Callable[[QPainter, QRectF, float], None]] = dict(
    zip(KINDS, (_empty, _begun, _done, _blocker, _major, _minor, _note, _none, _look), strict=True)
)


def pixmap(kind: str, side: int = 16, faint: bool = False) -> QPixmap:
    """Return a mark as a picture, for a cell of a table; faint where there is nothing to mark."""
    return _pixmap(kind, side, faint, theme.colour("ink").name())


@cache
def _pixmap(kind: str, side: int, faint: bool, _theme: str) -> QPixmap:
    made = QPixmap(2 * side, 2 * side)
    made.setDevicePixelRatio(2)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setOpacity(_FAINT if faint else 1)
    paint(painter, QRectF(0, 0, side, side), kind)
    painter.end()
    return made


@cache
def no_pixmap(side: int = 16) -> QPixmap:
    """Return a clear picture as wide as a mark, so that what stands beside it is aligned."""
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    return made


class Mark(QWidget):
    """A mark as a small widget of its own, as high as a line of text."""

    def __init__(self, kind: str, part: float = 0.5) -> None:
        super().__init__()
        self._kind, self._part = kind, part

    def sizeHint(self) -> QSize:
        """Qt's."""
        side = self.fontMetrics().height()
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Qt's."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's."""
        painter = QPainter(self)
        paint(painter, QRectF(self.rect()), self._kind, self._part)
        painter.end()

"""A check box whose words break over several lines where there is no room for one."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

_LEAST = 14  # characters in a line
_SPARE = 4  # pixels, lest words that just fit are broken
_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_BREAKS = _FLAGS | Qt.TextFlag.TextWordWrap


class TickBox(QCheckBox):
    """As Qt's, but it can be narrower than its words are long."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def _beside(self) -> int:
        """The pixels that are taken by all but the words."""
        return super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())

    def sizeHint(self) -> QSize:
        """Qt's."""
        return super().sizeHint() + QSize(_SPARE, 0)

    def minimumSizeHint(self) -> QSize:
        """Qt's."""
        whole = super().minimumSizeHint()
        least = self._beside() + _LEAST * self.fontMetrics().averageCharWidth()
        return QSize(min(whole.width(), least), whole.height())

    def hasHeightForWidth(self) -> bool:
        """Qt's."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt's."""
        whole, metrics = super().sizeHint(), self.fontMetrics()
        room = QRect(0, 0, max(1, width - self._beside() + _SPARE), 10_000)
        words = metrics.boundingRect(room, _BREAKS, self.text())
        return whole.height() + max(0, words.height() - metrics.height())

    def hitButton(self, pos: QPoint) -> bool:
        """Qt's; all of the box can be clicked, as the frame of its focus shows."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's; the style draws the box and the frame of the focus, the words are drawn here."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)
        painter.setPen(option.palette.text().color())
        painter.drawText(box, _BREAKS, self.text())

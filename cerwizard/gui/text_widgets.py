"""The widgets into which text is typed; undo in them is the dossier's, not their own."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)

_MEASURE = 96  # characters of a line of prose; longer ones are hard to read
_MOST_CHARACTERS = 2**30  # Qt's own limit for a line is 32,767, and it cuts without a word
_PARAGRAPH, _LINE = "\u2029", "\u2028"
_WORDS_FROM = 2  # pixels that Qt leaves beside the words of a line
_NOT_ITS_OWN = ("edit-undo", "edit-redo", "link-copy")
_LEAVING = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.MouseFocusReason,
)
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_CLICKS = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)


def measure(widget: QWidget) -> int:
    """Return the width in pixels that lines of prose may have in a widget."""
    return _MEASURE * widget.fontMetrics().averageCharWidth()


def is_undo(event: QEvent) -> bool:
    """Say whether a key event asks for undo or redo, which belong to the whole window."""
    if event.type() not in _KEYS or not isinstance(event, QKeyEvent):
        return False
    keys = QKeySequence.StandardKey
    return event.matches(keys.Undo) or event.matches(keys.Redo)


def unfold(menu: QMenu, event: QContextMenuEvent) -> None:
    """Show Qt's menu of a text without what is not the text's: undo, redo, inner addresses."""
    for action in menu.actions():
        if action.objectName() in _NOT_ITS_OWN:
            menu.removeAction(action)
        elif action.objectName() == "select-all":
            action.setText("Select all")  # as the menu of the window says it
    if menu.actions() and menu.actions()[0].isSeparator():
        menu.removeAction(menu.actions()[0])
    menu.exec(event.globalPos())
    menu.deleteLater()


class Line(QLineEdit):
    """One line of text, of any length."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(placeholderText=placeholder)
        self.setMaxLength(_MOST_CHARACTERS)

    def event(self, event: QEvent) -> bool:
        """Qt's."""
        if is_undo(event):
            event.ignore()
            return event.type() == QEvent.Type.KeyPress
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self.text() if self.is_cut else "")
        return super().event(event)

    def _words_room(self) -> QRect:
        """Return where the words stand."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_LineEditContents
        inside = self.style().subElementRect(part, option, self)
        return inside.adjusted(_WORDS_FROM, 0, -_WORDS_FROM, 0)

    @property
    def is_cut(self) -> bool:
        """Whether the text is longer than the line is wide."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self._words_room().width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's; a text that is cut off and not worked on says so with “…”."""
        super().paintEvent(event)
        if self.hasFocus() or not self.is_cut:
            return
        room, elide = self._words_room(), Qt.TextElideMode.ElideRight
        painter = QPainter(self)
        painter.fillRect(room.adjusted(-1, 1, _WORDS_FROM, -1), self.palette().base())
        painter.setPen(self.palette().text().color())
        words = self.fontMetrics().elidedText(self.text(), elide, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's; a text that is left shows its beginning, not where the typing ended."""
        super().focusOutEvent(event)
        if event.reason() in _LEAVING:
            self.setCursorPosition(0)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's."""
        unfold(self.createStandardContextMenu(), event)


class GrowingText(QPlainTextEdit):
    """A text box as high as its text, between a least and a greatest number of lines."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """Return the text as typed; Qt's own call turns a no-break space into a plain one."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n").replace(_LINE, "\n")

    def event(self, event: QEvent) -> bool:
        """Qt's."""
        if is_undo(event):
            event.ignore()
            return event.type() == QEvent.Type.KeyPress
        if event.type() == QEvent.Type.Resize:  # the viewport's own comes too late, if hidden
            self._keep_measure()
        if event.type() in _CLICKS and isinstance(event, QMouseEvent):  # beside the lines
            self._go_beside(event.position().toPoint())
            return True
        return super().event(event)

    def _fit(self) -> None:
        lines = round(self.document().size().height())  # a plain text document counts in lines
        shown = max(self._least, min(lines, self._most))
        frame = 2 * self.frameWidth() + 2 * round(self.document().documentMargin()) + 8
        height = shown * self.fontMetrics().lineSpacing() + frame
        if height != self.height():
            self.setFixedHeight(height)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Qt's; as wide as lines of prose may be."""
        return QSize(measure(self), super().sizeHint().height())

    def _keep_measure(self) -> None:
        """Break the lines before they are too long to be read, however wide the box is."""
        beside = max(0, self.width() - measure(self))
        if beside != self.viewportMargins().right():
            self.setViewportMargins(0, 0, beside, 0)

    def _go_beside(self, spot: QPoint) -> None:
        """Put the cursor to the end of the line nearest to a spot beside the lines."""
        self.setTextCursor(self.cursorForPosition(self.viewport().mapFrom(self, spot)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's."""
        unfold(self.createStandardContextMenu(), event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt's; a text that is shown whole leaves the wheel to the page."""
        if self.verticalScrollBar().maximum() > 0 and self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

"""The rail: the steps in their phases, each with its state, and the progress of the whole."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QProgressBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cerwizard.dossier.ask import Step
from cerwizard.gui import theme
from cerwizard.gui.labels import label
from cerwizard.gui.marks import paint
from cerwizard.gui.pages.laid import broken
from cerwizard.gui.step_states import StepState

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_MARGIN = 10
_LEAST = 20  # characters in a line of the rail
_MOST_LINES = 4  # of a title
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class StepModel(QAbstractListModel):
    """Phases and steps, one below the other; a phase is a line without a name."""

    def __init__(self, steps: Iterable[tuple[str, Step]]) -> None:
        super().__init__()
        self._lines: list[tuple[str, str]] = []  # (step's name or "", words)
        self._states: Mapping[str, StepState] = {}
        phase = ""
        for name, step in steps:
            if step.phase != phase:
                phase = step.phase
                self._lines.append(("", phase))
            self._lines.append((name, step.title))

    def show_states(self, states: Mapping[str, StepState]) -> None:
        """Show how the steps stand."""
        if states != self._states:
            self._states = states
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    def step_at(self, index: Index) -> str:
        """Return the name of the step, "" for a phase."""
        return self._lines[index.row()][0]

    def state_at(self, index: Index) -> StepState:
        """Return the state of the step."""
        return self._states.get(self.step_at(index), StepState())

    def line_of(self, step: str) -> int:
        """Return the line in which a step stands."""
        return next(i for i, (name, _) in enumerate(self._lines) if name == step)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Qt's."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt's; phases cannot be chosen."""
        return super().flags(index) if self.step_at(index) else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = 0) -> Any:
        """Qt's."""
        name, words = self._lines[index.row()]
        if role == _ROLE.DisplayRole:
            return words
        if role == _ROLE.ToolTipRole and name:
            return f"{words}\n{self.state_at(index).words}"
        if role == _ROLE.AccessibleTextRole and name:
            return f"{words}: {self.state_at(index).words}"
        return None


class StepDelegate(QStyledItemDelegate):
    """Paints a step: mark, title over as many lines as it needs, number of findings."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt's."""
        step, view = _step(index), self.parent()
        assert isinstance(view, QListView)
        line = QRect(0, 0, view.viewport().width(), 10_000)
        words = _step_words(option, line, _number(index)) if step else _phase_words(line)
        metrics = QFontMetrics(_bold(option.font) if step else _phase_font(option.font))
        text = _on_lines(option, words, index) if step else str(index.data())
        height = metrics.boundingRect(words, _LEFT, text).height()
        return QSize(80, height + (9 if step else 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt's."""
        painter.save()
        if _step(index):
            self._paint_step(painter, option, index)
        else:
            self._paint_phase(painter, option, str(index.data()))
        painter.restore()

    def _paint_phase(self, painter: QPainter, option: QStyleOptionViewItem, words: str) -> None:
        painter.setFont(_phase_font(option.font))
        painter.setPen(theme.colour("muted"))
        box = _phase_words(option.rect).adjusted(0, 0, 0, -3)
        painter.drawText(box, _LEFT | Qt.AlignmentFlag.AlignBottom, words)

    def _paint_step(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, StepModel)
        state = model.state_at(index)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, chosen)
        side = _side(option)
        mark = QRect(0, 0, side, side)
        mark.moveCenter(option.rect.center())
        mark.moveLeft(option.rect.left() + _MARGIN + 4)
        paint(painter, QRectF(mark), state.mark, state.part)
        number = _number(index)
        box = option.rect.adjusted(0, 0, -_MARGIN - 4, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        quiet = theme.colour("muted" if state.mark == "empty" else "ink")
        painter.setPen(theme.colour("muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | middle, number)
        painter.setFont(_bold(option.font) if chosen else option.font)
        painter.setPen(theme.colour("ink") if chosen else quiet)
        words = _step_words(option, option.rect, number)
        painter.drawText(words, _LEFT | middle, _on_lines(option, words, index))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, chosen: bool) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        box = QRectF(option.rect).adjusted(6, 1, -6, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or hovered:
            painter.setBrush(theme.colour("accent_soft" if chosen else "surface"))
            painter.drawRoundedRect(box, 5, 5)
        if focused:
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(theme.colour("accent"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold


def _phase_font(font: QFont) -> QFont:
    small = _bold(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    return small


def _side(option: QStyleOptionViewItem) -> int:
    """Return how wide and high a mark is."""
    return round(option.fontMetrics.height() * 0.95)


def _step_words(option: QStyleOptionViewItem, line: QRect, number: str) -> QRect:
    """Return where the title stands in a line: between the mark and the number."""
    room = option.fontMetrics.horizontalAdvance(number) + 8 if number else 0
    return line.adjusted(_MARGIN + 13 + _side(option), 0, -_MARGIN - 4 - room, 0)


def _on_lines(option: QStyleOptionViewItem, room: QRect, index: Index) -> str:
    """Return the title broken as its bold form must be: chosen or not, it takes the same lines."""
    return "\n".join(broken(str(index.data()), _bold(option.font), room.width(), _MOST_LINES))


def _phase_words(line: QRect) -> QRect:
    return line.adjusted(_MARGIN + 4, 0, -_MARGIN, 0)


def _number(index: Index) -> str:
    """Return how many findings the step has, "" for none."""
    model = index.model()
    assert isinstance(model, StepModel)
    count = model.state_at(index).count
    return f"{count:,}" if count else ""


def _step(index: Index) -> str:
    model = index.model()
    assert isinstance(model, StepModel)
    return model.step_at(index)


class StepView(QListView):
    """The lines of the rail; keys lead to steps only, never to a phase."""

    def moveCursor(
        self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Qt's; where it would stop at a phase, the step beside it is meant."""
        to = super().moveCursor(action, modifiers)
        model = self.model()
        if isinstance(model, StepModel) and to.isValid() and not model.step_at(to):
            up = to.row() > 0 and to.row() < self.currentIndex().row()
            return model.index(to.row() - 1 if up else to.row() + 1)
        return to


class StepList(QFrame):
    """The rail. Signal `chosen`: the name of the step that the writer wants to see."""

    chosen = Signal(str)

    def __init__(self, steps: Iterable[tuple[str, Step]]) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.model = StepModel(steps)
        self.view = StepView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(StepDelegate(self.view))
        self.view.setMouseTracking(True)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName("Steps")
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self._widen()

    def _widen(self) -> None:
        self.setMinimumWidth(_LEAST * self.fontMetrics().averageCharWidth())

    def changeEvent(self, event: QEvent) -> None:
        """Qt's; larger text needs more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._widen()

    def _head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(14, 12, 14, 8)
        column.setSpacing(6)
        self.far = label("", "small")
        self.bar = QProgressBar(textVisible=False, maximum=1000)
        self.bar.setAccessibleName("Questions answered")
        column.addWidget(self.far)
        column.addWidget(self.bar)
        return head

    def show_states(self, states: Mapping[str, StepState], answered: int, asked: int) -> None:
        """Show how the steps stand and how many questions of the whole are answered."""
        self.model.show_states(states)
        self.far.setText(f"{answered} of {asked} questions answered")
        self.bar.setValue(round(1000 * answered / asked) if asked else 0)

    def show_step(self, step: str) -> None:
        """Mark the step that is open."""
        index = self.model.index(self.model.line_of(step))
        if index != self.view.currentIndex():
            self.view.setCurrentIndex(index)

    def _on_current_changed(self, index: QModelIndex) -> None:
        if index.isValid() and self.model.step_at(index):
            self.chosen.emit(self.model.step_at(index))

"""The page of one step: its title and intro, its form, and what the rules say of the whole."""

from pydantic import BaseModel
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Section, Step
from cerwizard.gui.field import FieldBody
from cerwizard.gui.field_help import FindingLines
from cerwizard.gui.form_page import FormPage
from cerwizard.gui.in_view import hold_still, show_whole
from cerwizard.gui.labels import frame, label
from cerwizard.gui.news import Surroundings
from cerwizard.gui.remarks import Remarks
from cerwizard.gui.row_detail import RowDetail

_MARGIN = 90  # pixels between a field that is led to and the edge of the page
_SIDES = 24  # pixels left and right of the contents


class StepPage(QScrollArea):
    """A page scrolls as a whole; its contents keep a readable width."""

    WIDEST = 128  # characters; longer lines are hard to read

    def __init__(
        self,
        name: str,
        section: type[Section],
        step: Step,
        around: Surroundings,
        within: QWidget | None = None,
    ) -> None:
        super().__init__(within)
        self.name = name
        self._section, self._around = section, around
        self._findings = FindingLines(around)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out(step)

    def _made_form(self, within: QWidget) -> FormPage:
        return FormPage(self._section, self._around, within)

    def _lay_out(self, step: Step) -> None:
        """Fill the page from the outside inwards: whatever is moved is dressed anew as a whole."""
        ground = QWidget()
        ground.setProperty("role", "ground")
        self.setWidget(ground)
        row = QHBoxLayout(ground)
        row.setContentsMargins(_SIDES, 18, _SIDES, 28)
        self.verticalScrollBar().rangeChanged.connect(self._keep_width)
        self._column = QWidget(ground)
        self._column.setMaximumWidth(self.WIDEST * self.fontMetrics().averageCharWidth())
        row.addStretch(1)
        row.addWidget(self._column, 1000)
        row.addStretch(1)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(step.phase, "phase"))
        column.addWidget(label(step.title, "title"))
        if step.intro:
            column.addWidget(label(step.intro, "intro"))
        column.addSpacing(6)
        column.addWidget(self._findings)
        column.addWidget(self._card(self._column))
        column.addStretch(1)

    def _keep_width(self, _low: int, high: int) -> None:
        """Let the scroll bar take the margin's room, so that the contents end where they did."""
        ground = self.widget()
        row = ground.layout() if ground else None
        if row is not None:
            bar = self.verticalScrollBar().sizeHint().width() if high else 0
            row.setContentsMargins(_SIDES, 18, _SIDES - bar, 28)

    def _card(self, within: QWidget) -> QWidget:
        card = frame("card", within)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(22, 18, 22, 20)
        self.form = self._made_form(card)
        inside.addWidget(self.form)
        return card

    @property
    def widest(self) -> int:
        """The width in pixels beyond which the contents do not grow."""
        return self._column.maximumWidth()

    def show_dossier(self, dossier: BaseModel) -> None:
        """Show the step as it stands in `dossier`."""
        self.form.show_record(dossier, self.name, paths.get(dossier, self.name))

    def show_remarks(self, remarks: Remarks) -> None:
        """Show what the rules say about the step."""
        hold_still(self)
        self._findings.show_findings(remarks.at(self.name))
        self.form.show_remarks(remarks)

    def reveal(self, address: str) -> bool:
        """Lead to the field at `address`; say whether it is shown here."""
        if not self.form.reveal(address):
            return False
        QTimer.singleShot(0, self._go_to_focus)  # what was unfolded must have its place first
        return True

    def _go_to_focus(self) -> None:
        focus, ground = self.window().focusWidget(), self.widget()
        if focus is None or ground is None or not self.isAncestorOf(focus):
            return
        top = _frame_of(focus).mapTo(ground, QPoint(0, 0)).y()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        field = _field_of(focus, height // 2)
        bottom = field.mapTo(ground, field.rect().bottomLeft()).y()
        if top < bar.value() + _MARGIN or bottom > bar.value() + height - _MARGIN:
            bar.setValue(top - height // 3)
        self.ensureVisible(0, bottom, 0, _MARGIN)  # what is found at the field stands below it
        self.ensureWidgetVisible(focus, 40, _MARGIN)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt's, which shows the line with the cursor; the whole field should be seen."""
        moved = super().focusNextPrevChild(forward)
        focus = self.window().focusWidget()
        if moved and focus is not None and self.isAncestorOf(focus):
            show_whole(focus)
        return moved

    def focus_first(self) -> None:
        """Put the cursor into the first field; show the page from its top, if that shows it too."""
        self.form.focus_first()
        QTimer.singleShot(0, self._go_to_first)

    def _go_to_first(self) -> None:
        focus, ground = self.window().focusWidget(), self.widget()
        if focus is None or ground is None or not self.isAncestorOf(focus):
            return
        top = focus.mapTo(ground, QPoint(0, 0)).y()
        if top > self.viewport().height() - _MARGIN:
            self._go_to_focus()
        else:
            self.verticalScrollBar().setValue(0)

    def toggle_help(self, address: str) -> None:
        """Unfold or fold the help of the field at `address`."""
        self.form.toggle_help(address)

    def show_left_out(self) -> None:
        """Lead to the line that says which questions do not apply."""
        self.ensureWidgetVisible(self.form.left_out)


def _field_of(widget: QWidget, most: int) -> QWidget:
    """Return the field in which a widget lies if it is at most so many pixels high, or else it."""
    above: QWidget | None = widget
    while above is not None and not isinstance(above, FieldBody):
        above = above.parentWidget()
    return above if above is not None and above.height() <= most else widget


def _frame_of(widget: QWidget) -> QWidget:
    """Return the form of the row in which a widget lies, or else the widget."""
    above: QWidget | None = widget
    while above is not None and not isinstance(above, RowDetail):
        above = above.parentWidget()
    return above or widget

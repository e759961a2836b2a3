"""An open dossier on the writer's desk: the one place where pages and session meet."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from cerwizard.dossier import paths, places
from cerwizard.dossier.ask import Question, question
from cerwizard.dossier.dossier import Dossier
from cerwizard.errors import CerWizardError
from cerwizard.gui.as_of_dialog import AsOfDialog
from cerwizard.gui.edits import Edits
from cerwizard.gui.find_bar import FindBar
from cerwizard.gui.finding_deeds import FindingDeeds
from cerwizard.gui.finding_words import FindingWords
from cerwizard.gui.focus import FocusWatch
from cerwizard.gui.foot import Foot
from cerwizard.gui.judging import Judging
from cerwizard.gui.law_words import cite
from cerwizard.gui.news import Cited, Surroundings
from cerwizard.gui.page_stack import PageStack
from cerwizard.gui.pages.looks import LOOKS, stops
from cerwizard.gui.remarks import Remarks
from cerwizard.gui.rows_table import RowsTable
from cerwizard.gui.side_pane import SidePane
from cerwizard.gui.step_list import StepList
from cerwizard.gui.step_page import StepPage
from cerwizard.gui.stop_states import rail
from cerwizard.reckon.applies import Applies
from cerwizard.rules import catalog
from cerwizard.rules.catalog import Pack
from cerwizard.rules.finding import Finding
from cerwizard.session import Session

_SIDE = 330  # pixels
_RAIL_WORDS, _RAIL_MOST = 32, 264  # characters for the longest title with its marks; pixels


class Desk(QWidget):
    """Wires one session to rail, pages and panes.

    Signals: `changed` after each change of the dossier; `judged` with the Remarks;
    `troubled` with an error that the writer should read.
    """

    changed = Signal()
    judged = Signal(object)
    troubled = Signal(Exception)

    def __init__(
        self, session: Session, pack: Callable[[], Pack] | None = None, room: QWidget | None = None
    ) -> None:
        """Make it with its first page; within a `room`, that is left to `begin`."""
        super().__init__(room)
        self.session = session
        self.remarks = Remarks()
        self._judged = False
        self.step, self._finding = "", -1
        self._last_changed: frozenset[str] = frozenset()
        self._applies = Applies(session.dossier)
        self.around = Surroundings(Dossier, cite=self._cite, applies=self._question_applies)
        self._steps = {name: (section, step) for name, section, step in stops()}
        self.rail = StepList([(name, step) for name, _, step in stops()])
        self.side = SidePane(self._cite, self.where)
        self.foot = Foot()
        self.find_bar = FindBar(self.where)
        self.finding_words = FindingWords(self.find_bar, lambda: self.session.dossier, self.reveal)
        self._stack = PageStack(self._steps, self.around, self.rail.view)
        self.judging = Judging(pack or catalog.load, self)
        self._focus = FocusWatch(self)
        self._states_due = QTimer(self, interval=150, singleShot=True)
        self._lay_out()
        self._connect()
        self._show_states()
        self.side.show_dossier(session.dossier)
        for _ in () if room else self.begin():
            pass

    def begin(self) -> Iterator[None]:
        """Make the first page, show it, begin to judge: each may have a turn of the loop."""
        first = next(iter(self._steps))
        self._stack.page(first)
        yield
        self.open_step(first)
        yield
        self.judging.begin(self.session.dossier)

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.find_bar)
        column.addWidget(self.foot)
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        for widget in (self.rail, middle, self.side):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        self._share_width()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)

    def _share_width(self) -> None:
        rail = min(_RAIL_WORDS * self.fontMetrics().averageCharWidth(), _RAIL_MOST)
        self.splitter.setSizes([rail, 4000, _SIDE])

    def changeEvent(self, event: QEvent) -> None:
        """Qt's; larger text needs more room, and gives it back when it is small again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._share_width()

    def _connect(self) -> None:
        self.stop_listening = self.session.listen(self._on_session_changed)
        self.rail.chosen.connect(self.open_step)
        self.foot.back_asked.connect(self.back)
        self.foot.next_asked.connect(self.next)
        self.finding_words.searching.failed.connect(self.troubled)
        self.side.followed.connect(self.reveal)
        self.judging.judged.connect(self._on_judged)
        self.judging.failed.connect(self.troubled)
        self._states_due.timeout.connect(self._show_states)
        self._focus.moved.connect(self._on_focus_moved)
        news = self.around.news
        news.followed.connect(self.reveal)
        self.edits = Edits(self, self.session, news, self.where)
        self.edits.made.connect(self.reveal)
        self.finding_deeds = FindingDeeds(self, self.session, self.judging)
        for teller in (news, self.side.findings):
            self.finding_deeds.listen(teller)
        for deeds in (self.edits, self.finding_deeds):
            deeds.refused.connect(self._on_refused)

    def _cite(self, clause: str) -> Cited:
        """Return a clause from the catalogue of the rules in use: a house may have its own."""
        pack = self.judging.pack
        return cite(clause, pack.clauses if pack else None)

    def _question_applies(self, _dossier: object, address: str) -> bool:
        return self._applies(address)

    # -- going about --------------------------------------------------------------------------

    @property
    def page(self) -> StepPage:
        """The page that is open."""
        return self._stack.page(self.step)

    @property
    def step_title(self) -> str:
        """The title of the step that is open."""
        return self._steps[self.step][1].title

    def open_step(self, step: str) -> None:
        """Show the page of a step."""
        if step == self.step:
            return
        self.session.leave()
        self.step = step
        section, about = self._steps[step]
        self.page.show_dossier(self.session.dossier)
        self.page.show_remarks(self.remarks)
        self._turn_page()
        self.rail.show_step(step)
        at = self._focus.address  # Qt has perhaps put the cursor into the page already
        asked = self.asked_at(at) if at.startswith(f"{step}.") else None
        self.side.show_step(step, section, about, asked)
        titles = ["", *(about.title for _, about in self._steps.values()), ""]
        here, of = list(self._steps).index(step) + 1, len(self._steps) - len(LOOKS)
        self.foot.keep_to(self.page.widest)
        self.foot.show_place(titles[here - 1], titles[here + 1], here, of)

    def _turn_page(self) -> None:
        """Show the page of the step; the pane beside it is told of the cursor later, once."""
        self._focus.blockSignals(True)
        self._stack.setCurrentWidget(self.page)
        self._focus.blockSignals(False)
        self.side.preview.show_place(self._focus.address)

    def next(self) -> None:
        """Go to the step after this one."""
        self._go(1)

    def back(self) -> None:
        """Go to the step before this one."""
        self._go(-1)

    def _go(self, by: int) -> None:
        names = list(self._steps)
        to = names.index(self.step) + by
        if 0 <= to < len(names):
            self.go_to(names[to])

    def go_to(self, step: str) -> None:
        """Open a step and put the cursor into its page."""
        self.open_step(step)
        self.page.focus_first()
        focus = self.focusWidget()
        if focus is None or not focus.isVisible():  # a page that has nothing to show yet
            self.rail.view.setFocus()

    def reveal(self, address: str) -> None:
        """Open the step of an address and lead to its field."""
        step = paths.split(address)[0].name
        if step not in self._steps:  # a waiver: it stands in no step, but at its finding
            return
        self.open_step(step)
        if not self.page.reveal(address):
            self.page.show_left_out()

    def undo(self) -> None:
        """Take the last step back and show where it was."""
        self.session.undo()
        self._show_change()

    def redo(self) -> None:
        """Do again what was undone last."""
        self.session.redo()
        self._show_change()

    def _show_change(self) -> None:
        there = filter(self._is_there, sorted(self._last_changed))
        for address in there:
            self.reveal(address)
            return

    def fold(self, rail: bool, side: bool) -> None:
        """Show or hide the panes beside the page."""
        self.rail.setVisible(rail)
        self.side.setVisible(side)

    def follow_finding(self, by: int) -> None:
        """Lead to the next finding, or with -1 to the one before, round the whole dossier."""
        found = [f for f in self.remarks.all if f.waived is None]
        if found:
            self._finding = (self._finding + by) % len(found) if self._finding >= 0 else 0
            self.reveal(found[self._finding].path)

    def finding_at_hand(self) -> Finding | None:
        """Return the finding that is chosen in the pane if the cursor is there, or of the field."""
        pane = self.side.findings
        if pane.isAncestorOf(self.focusWidget() or self):
            return pane.chosen
        return next(iter(self.remarks.at(self._focus.address)), None)

    def show_findings(self) -> None:
        """Show the findings of all steps in the pane."""
        self.side.show()
        self.side.show_all_findings()

    def to_side(self) -> None:
        """Put the cursor into the pane beside the page; once there, turn to its next tab."""
        self.side.show()
        tabs = self.side.tabs
        if self.side.isAncestorOf(self.focusWidget() or self):
            tabs.setCurrentIndex((tabs.currentIndex() + 1) % tabs.count())
        tabs.currentWidget().setFocus()

    def ask_day(self) -> None:
        """Ask as of which day to judge."""
        dialog = AsOfDialog(self, self.judging.day)
        if dialog.exec():
            self.judging.judge_as_of(dialog.chosen)
        dialog.deleteLater()

    def explain_field(self) -> None:
        """Unfold the help of the field in which the writer is."""
        self.page.toggle_help(self._focus.address)

    def forget_columns(self) -> None:
        """Let all lists share the width among their columns again."""
        self.around.columns.clear()
        for table in self.findChildren(RowsTable):
            table.chosen = ()
            table.share_width()

    def redraw(self) -> None:
        """Draw what is painted by hand in the colours of the theme worn now."""
        self.side.redraw()
        self.rail.view.viewport().update()

    def stop(self) -> None:
        """Listen no more."""
        self.stop_listening()

    def where(self, address: str) -> str:
        """Return an address in a writer's words."""
        return places.words(self.session.dossier, address)

    def asked_at(self, address: str) -> Question | None:
        """Return the question of the field at an address."""
        try:
            holder = paths.model_at(Dossier, paths.parent(address))
            return question(holder, paths.split(address)[-1].name)
        except (CerWizardError, KeyError):
            return None

    def held(self) -> list[str]:
        """Return, in words, the texts that fields cannot keep."""
        texts = self.around.news.held_texts
        return [
            f"{self.where(address)}: “{text}”"
            for address, text in texts.items()
            if self._is_there(address)
        ]

    def _is_there(self, address: str) -> bool:
        try:
            paths.get(self.session.dossier, address)
        except CerWizardError:
            return False
        return True

    # -- reactions ----------------------------------------------------------------------------

    def _on_refused(self, error: Exception) -> None:
        self.page.show_dossier(self.session.dossier)
        self.troubled.emit(error)

    def _on_session_changed(self, changed: frozenset[str]) -> None:
        dossier = self.session.dossier
        self._last_changed = changed
        self._applies = Applies(dossier)
        self.page.show_dossier(dossier)
        self.side.show_dossier(dossier)
        self.judging.note(dossier, changed)
        self._states_due.start()
        self.finding_words.refresh()
        self.changed.emit()

    def _on_judged(self, findings: tuple[Finding, ...]) -> None:
        self.remarks, self._judged = Remarks(findings), True
        self.page.show_remarks(self.remarks)
        self.side.show_remarks(self.remarks)
        self.side.findings.show_day(self.judging.day_words())
        self._show_states()
        self.judged.emit(self.remarks)

    def _show_states(self) -> None:
        shown = rail(self.session.dossier, self._applies, self.remarks if self._judged else None)
        self.rail.show_states(shown.states, shown.answered, shown.asked)

    def _on_focus_moved(self, address: str) -> None:
        self.session.leave()
        self.side.show_field(self.asked_at(address) if address else None)
        self.side.preview.show_place(address)

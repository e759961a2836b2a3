"""An open dossier on the writer's desk: the one place where pages and session meet."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cerwizard.dossier import paths, places
from cerwizard.dossier.ask import Question, question, title
from cerwizard.dossier.dossier import Dossier
from cerwizard.errors import CerWizardError
from cerwizard.gui import dialogs
from cerwizard.gui.as_of_dialog import AsOfDialog
from cerwizard.gui.find_bar import FindBar
from cerwizard.gui.finding_words import FindingWords
from cerwizard.gui.focus import FocusWatch
from cerwizard.gui.foot import Foot
from cerwizard.gui.judging import Judging
from cerwizard.gui.law_words import cite
from cerwizard.gui.news import Surroundings
from cerwizard.gui.pages import page_for
from cerwizard.gui.pages.looks import LOOKS, stops
from cerwizard.gui.remarks import Remarks
from cerwizard.gui.rows_table import RowsTable
from cerwizard.gui.rule_page import RulePage
from cerwizard.gui.side_pane import SidePane
from cerwizard.gui.step_list import StepList
from cerwizard.gui.step_page import StepPage
from cerwizard.gui.stop_states import rail
from cerwizard.gui.waive_dialog import ask_reason
from cerwizard.reckon.applies import Applies
from cerwizard.rules import catalog
from cerwizard.rules.catalog import Pack
from cerwizard.rules.finding import Finding
from cerwizard.session import Session

_RAIL, _SIDE = 258, 330


class Desk(QWidget):
    """Wires one session to rail, pages and panes.

    Signals: `changed` after each change of the dossier; `judged` with the Remarks;
    `troubled` with an error that the writer should read.
    """

    changed = Signal()
    judged = Signal(object)
    troubled = Signal(Exception)

    def __init__(self, session: Session, pack: Callable[[], Pack] | None = None) -> None:
        super().__init__()
        self.session = session
        self.remarks = Remarks()
        self.step = ""
        self._finding = -1
        self._last_changed: frozenset[str] = frozenset()
        self._applies = Applies(session.dossier)
        self.around = Surroundings(Dossier, cite=cite, applies=self._question_applies)
        self._steps = {name: (section, step) for name, section, step in stops()}
        self._pages: dict[str, StepPage] = {}
        self.rail = StepList([(name, step) for name, _, step in stops()])
        self.side = SidePane(cite, self.where)
        self.foot = Foot()
        self.find_bar = FindBar(self.where)
        self.finding_words = FindingWords(self.find_bar, lambda: self.session.dossier, self.reveal)
        self._stack = QStackedWidget()
        self.judging = Judging(pack or catalog.load, self)
        self._focus = FocusWatch(self)
        self._states_due = QTimer(self, interval=150, singleShot=True)
        self._lay_out()
        self._connect()
        self._show_states()
        self.side.show_dossier(session.dossier)
        self.open_step(next(iter(self._steps)))
        self.judging.begin(session.dossier)

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
        self.splitter.setSizes([_RAIL, 4000, _SIDE])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)

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
        news.edited.connect(self._on_edited)
        news.added.connect(self._on_added)
        news.copied.connect(self._on_copied)
        news.removed.connect(self._on_removed)
        news.moved.connect(self._on_moved)
        news.followed.connect(self.reveal)
        news.begun.connect(self._on_begun)
        news.answered.connect(self._on_answered)
        for teller in (news, self.side.findings):
            teller.waive_asked.connect(self._on_waive_asked)
            teller.unwaive_asked.connect(self._on_unwaive_asked)
            teller.rule_asked.connect(self._on_rule_asked)

    def _question_applies(self, _dossier: object, address: str) -> bool:
        return self._applies(address)

    # -- going about --------------------------------------------------------------------------

    @property
    def page(self) -> StepPage:
        """The page that is open."""
        return self._pages[self.step]

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
        if step not in self._pages:
            self._pages[step] = page_for(step, section, about, self.around)
            self._stack.addWidget(self._pages[step])
        self.page.show_dossier(self.session.dossier)
        self.page.show_remarks(self.remarks)
        self._stack.setCurrentWidget(self.page)
        self.rail.show_step(step)
        self.side.show_step(step, section, about)
        titles = ["", *(about.title for _, about in self._steps.values()), ""]
        here, of = list(self._steps).index(step) + 1, len(self._steps) - len(LOOKS)
        self.foot.show_place(titles[here - 1], titles[here + 1], here, of)

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
            self.open_step(names[to])
            self.page.focus_first()

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

    def show_findings(self) -> None:
        """Show the findings of all steps in the pane."""
        self.side.show()
        self.side.show_all_findings()

    def to_side(self) -> None:
        """Put the cursor into the pane beside the page."""
        self.side.show()
        self.side.tabs.currentWidget().setFocus()

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

    def _on_edited(self, address: str, value: object) -> None:
        self._do(lambda: self.session.set(address, value))

    def _on_added(self, address: str) -> None:
        self._do(lambda: self.reveal(self.session.add_row(address)))

    def _on_begun(self, address: str, values: Mapping[str, object], at: int) -> None:
        place = None if at < 0 else at
        self._do(lambda: self.session.add_row(address, values, place))

    def _on_answered(self, values: Mapping[str, object], reason: str) -> None:
        self._do(lambda: self.session.apply(values, reason))

    def _on_waive_asked(self, finding: Finding) -> None:
        reason = ask_reason(self, finding, self.session.who)
        if reason:
            self._do(lambda: self.session.waive(finding, reason))

    def _on_unwaive_asked(self, finding: Finding) -> None:
        self._do(lambda: self.session.unwaive(finding))

    def _on_rule_asked(self, finding: Finding) -> None:
        pack = self.judging.pack
        if pack is not None:
            self._do(lambda: RulePage(self, pack.rule(finding.code), pack, cite).open())

    def _on_copied(self, address: str) -> None:
        self._do(lambda: self.reveal(self.session.copy_row(address)))

    def _on_moved(self, address: str, to: int) -> None:
        self._do(lambda: self.session.move_row(address, to))

    def _on_removed(self, address: str) -> None:
        self._do(lambda: self._remove(address))

    def _remove(self, address: str) -> None:
        referrers = self.session.references_to(address)
        if referrers:
            name = title(paths.get(self.session.dossier, address))
            if not dialogs.ask_delete(self, name, [self.where(place) for place in referrers]):
                return
        self.session.remove_row(address)

    def _do(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except CerWizardError as error:
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
        self.remarks = Remarks(findings)
        self.page.show_remarks(self.remarks)
        self.side.show_remarks(self.remarks)
        self.side.findings.show_day(self.judging.day_words())
        self._show_states()
        self.judged.emit(self.remarks)

    def _show_states(self) -> None:
        shown = rail(self.session.dossier, self._applies, self.remarks)
        self.rail.show_states(shown.states, shown.answered, shown.asked)

    def _on_focus_moved(self, address: str) -> None:
        self.session.leave()
        self.side.show_field(self.asked_at(address) if address else None)
        self.side.preview.show_place(address)

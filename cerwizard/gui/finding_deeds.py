"""What a writer can do with a finding: waive it, take the waiver back, read about its rule."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from cerwizard.errors import CerWizardError
from cerwizard.gui.judging import Judging
from cerwizard.gui.law_words import cite
from cerwizard.gui.rule_page import RulePage
from cerwizard.gui.waive_dialog import ask_reason
from cerwizard.rules.finding import Finding
from cerwizard.session import Session


class Teller(Protocol):
    """What tells of findings: the pane, and the pages by their news."""

    @property
    def waive_asked(self) -> SignalInstance:
        """A finding is to be accepted."""

    @property
    def unwaive_asked(self) -> SignalInstance:
        """A finding is to be accepted no longer."""

    @property
    def rule_asked(self) -> SignalInstance:
        """The rule of a finding is to be explained."""


class FindingDeeds(QObject):
    """Signal `refused`: an error that the writer should read."""

    refused = Signal(Exception)

    def __init__(self, over: QWidget, session: Session, judging: Judging) -> None:
        super().__init__(over)
        self._over, self._session, self._judging = over, session, judging

    def listen(self, teller: Teller) -> None:
        """Do what is asked there."""
        teller.waive_asked.connect(self.waive)
        teller.unwaive_asked.connect(self.unwaive)
        teller.rule_asked.connect(self.explain)

    def waive(self, finding: Finding | None) -> None:
        """Ask why a finding is accepted, and accept it."""
        if finding is None or finding.waived:
            self._refuse("No finding that could be waived is at hand. F8 leads to the next one.")
            return
        reason = ask_reason(self._over, finding, self._session.who)
        if reason:
            try:
                self._session.waive(finding, reason)
            except CerWizardError as error:
                self.refused.emit(error)

    def unwaive(self, finding: Finding) -> None:
        """Accept a finding no longer."""
        try:
            self._session.unwaive(finding)
        except CerWizardError as error:
            self.refused.emit(error)

    def explain(self, finding: Finding | None) -> None:
        """Show the page of the rule behind a finding."""
        pack = self._judging.pack
        if finding is None or pack is None:
            self._refuse("No finding is at hand. F8 leads to the next one.")
            return
        try:
            rule = pack.rule(finding.code)
        except CerWizardError as error:
            self.refused.emit(error)
        else:
            RulePage(self._over, rule, pack, lambda clause: cite(clause, pack.clauses)).open()

    def _refuse(self, sentence: str) -> None:
        self.refused.emit(CerWizardError(sentence))

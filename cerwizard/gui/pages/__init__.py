"""The pages by the name under which a Step asks for one."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from cerwizard.dossier.ask import Section, Step
from cerwizard.gui.news import Surroundings
from cerwizard.gui.pages.benefit_risk_page import BenefitRiskPage
from cerwizard.gui.pages.device_page import DevicePage
from cerwizard.gui.pages.equivalence_page import EquivalencePage
from cerwizard.gui.pages.evidence_page import EvidencePage
from cerwizard.gui.pages.literature_page import LiteraturePage
from cerwizard.gui.pages.review_page import ReviewPage
from cerwizard.gui.pages.trace_page import TracePage
from cerwizard.gui.step_page import StepPage

PageMaker = Callable[[str, type[Section], Step, Surroundings, QWidget | None], StepPage]
PAGES: dict[str, PageMaker] = {
    "form": StepPage,
    "benefit_risk": BenefitRiskPage,
    "equivalence": EquivalencePage,
    "evidence": EvidencePage,
    "literature": LiteraturePage,
    "review": ReviewPage,
    "traceability": TracePage,
}
_OF_STEPS: dict[str, PageMaker] = {"device": DevicePage}  # forms with something below them


def page_for(
    name: str,
    section: type[Section],
    step: Step,
    around: Surroundings,
    within: QWidget | None = None,
) -> StepPage:
    """Return a new page for a step: the hand-written one that it names, else a form."""
    return _OF_STEPS.get(name, PAGES[step.page])(name, section, step, around, within)

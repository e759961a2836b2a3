"""The dossier: everything that a clinical evaluation report is written from."""

from functools import cache
from typing import Annotated

from cerwizard.dossier.analysis import Analysis
from cerwizard.dossier.ask import Ask, Section, Step
from cerwizard.dossier.benefit_risk import BenefitRisk
from cerwizard.dossier.benefits import Benefits
from cerwizard.dossier.device import Device
from cerwizard.dossier.document import Document
from cerwizard.dossier.equivalence import Equivalence
from cerwizard.dossier.evidence import EvidenceBase
from cerwizard.dossier.gspr import Gspr
from cerwizard.dossier.investigations import Investigations
from cerwizard.dossier.literature import Literature
from cerwizard.dossier.market import MarketData
from cerwizard.dossier.plan import Plan
from cerwizard.dossier.pmcf import Pmcf
from cerwizard.dossier.populations import Populations
from cerwizard.dossier.purpose import Purpose
from cerwizard.dossier.release import Release
from cerwizard.dossier.risks import Risks
from cerwizard.dossier.sources import Sources
from cerwizard.dossier.state_of_the_art import StateOfTheArt
from cerwizard.dossier.supporting import Supporting
from cerwizard.dossier.updates import Updates
from cerwizard.dossier.usability import Usability
from cerwizard.dossier.versions import Versions
from cerwizard.dossier.waivers import Waiver

SCHEMA_VERSION = 1


class Dossier(Section):
    """The root; its field order is the order of the wizard.

    `waivers` is no step: it holds what somebody decided about findings.
    """

    document: Document = Document()
    device: Device = Device()
    versions: Versions = Versions()
    purpose: Purpose = Purpose()
    populations: Populations = Populations()
    benefits: Benefits = Benefits()
    sources: Sources = Sources()
    plan: Plan = Plan()
    state_of_the_art: StateOfTheArt = StateOfTheArt()
    literature: Literature = Literature()
    equivalence: Equivalence = Equivalence()
    investigations: Investigations = Investigations()
    market: MarketData = MarketData()
    supporting: Supporting = Supporting()
    evidence: EvidenceBase = EvidenceBase()
    risks: Risks = Risks()
    usability: Usability = Usability()
    analysis: Analysis = Analysis()
    gspr: Gspr = Gspr()
    benefit_risk: BenefitRisk = BenefitRisk()
    pmcf: Pmcf = Pmcf()
    updates: Updates = Updates()
    release: Release = Release()
    waivers: Annotated[tuple[Waiver, ...], Ask(label="Waivers")] = ()


@cache
def steps() -> tuple[tuple[str, type[Section], Step], ...]:
    """Return (field name, section class, step) for every stop of the wizard, in order."""
    return tuple(_steps())


def _steps() -> list[tuple[str, type[Section], Step]]:
    found = []
    for name, info in Dossier.model_fields.items():
        kind = info.annotation
        if isinstance(kind, type) and issubclass(kind, Section) and kind.STEP is not None:
            found.append((name, kind, kind.STEP))
    return found

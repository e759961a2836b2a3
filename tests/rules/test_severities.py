"""Only what the knowledge files settle as such may stop a release."""

from collections import Counter
from datetime import date

from cerwizard.dossier.dossier import Dossier, steps
from cerwizard.rules import catalog
from cerwizard.rules.engine import judge
from cerwizard.rules.finding import Severity

PACK = catalog.load()
BLOCKERS = {
    "Article 61(10) for class III or implantable": {"NCD-01", "NCD-06"},
    "neither investigation nor exemption, or evidence below the floor": {"INV-06", "CDT-23"},
    "no plan before the report": {"DOC-03"},
    "no conclusion on safety, performance or benefit": {"ANA-01", "ANA-02", "ANA-03", "ANA-04"},
    "no benefit-risk determination": {"BRK-10"},
    "a claim or benefit without any evidence": {"BEN-08", "CLM-01", "CDT-20"},
    "no clinical data behind it": {"CDT-02", "CDT-12", "CDT-13"},
    "equivalence against the law": {"EQD-02", "EQD-04", "EQD-06", "EQD-07"},
    "declared met although not met": {"SAF-03", "RES-01"},
    "a failed endpoint called a success": {"INV-11"},
    "no PMCF and no justification, or a barred waiver": {"PMF-01", "PMF-14"},
    "a state of the art without a benchmark": {"SOT-03"},
    "an indication or population without data and gap": {"COV-01", "COV-02"},
    "a risk undetermined in a final report": {"SAF-14"},
    "a class that its rules don't give": {"CLS-01"},
    "a reference to nothing": {"BLK-16"},
    "an interval longer than the law allows": {"UPD-08", "UPD-09", "UPD-10"},
    "an impossible pivotal result": {"RES-04"},
}


def test_only_what_is_settled_blocks_a_release():
    found = {rule.code for rule in PACK.rules if rule.severity is Severity.BLOCKER}
    assert found == set().union(*BLOCKERS.values())


def test_an_empty_dossier_is_told_what_is_missing_without_a_flood():
    found = judge(Dossier(), PACK, date(2026, 7, 1))
    by_step = Counter(finding.step for finding in found)
    optional = {"supporting"}
    assert set(by_step) >= {name for name, _, _ in steps()} - optional
    assert len(found) < 45
    assert max(by_step.values()) <= 6
    assert all("not answered" not in finding.message for finding in found)

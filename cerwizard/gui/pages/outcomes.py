"""The marks of outcomes: each verdict has a shape of its own beside its words."""

from cerwizard.dossier.benefit_risk import Determination
from cerwizard.dossier.choices import Verdict
from cerwizard.dossier.gspr import Conformity
from cerwizard.dossier.values import Choice
from cerwizard.gui.marks import BEGUN, DONE, EMPTY, NONE

VERDICTS = {
    Verdict.UNSET: EMPTY,
    Verdict.MET: DONE,
    Verdict.UNCERTAIN: "minor",
    Verdict.NOT_MET: "blocker",
    Verdict.NOT_STUDIED: "major",
}
CONFORMITIES = {
    Conformity.UNSET: EMPTY,
    Conformity.CONFORM: DONE,
    Conformity.CONFORM_PMCF: "note",
    Conformity.GAP: "blocker",
    Conformity.NOT_APPLICABLE: NONE,
}
DETERMINATIONS = {
    Determination.UNSET: BEGUN,
    Determination.FAVOURABLE: DONE,
    Determination.CONDITIONS: "note",
    Determination.ACCEPTABLE: DONE,
    Determination.UNFAVOURABLE: "blocker",
    Determination.NOT_APPLICABLE: NONE,
}
_WORST_FIRST = ("blocker", "major", "minor", EMPTY, BEGUN, "note", DONE, NONE)


def worst(marks: list[str]) -> str:
    """Return the mark that speaks for several outcomes together, "" for none."""
    return min(marks, key=_WORST_FIRST.index) if marks else ""


def short(choice: Choice) -> str:
    """Return the label of a verdict up to its colon: “Uncertain”, “Met”."""
    return choice.label.partition(":")[0]

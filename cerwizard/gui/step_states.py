"""How each step stands: empty, begun, with findings, done; and how far the whole is."""

from collections.abc import Callable
from dataclasses import dataclass

from pydantic import BaseModel

from cerwizard.dossier.ask import Question, empty, questions
from cerwizard.gui.marks import BEGUN, DONE, EMPTY
from cerwizard.gui.remarks import Remarks
from cerwizard.gui.severities import SEVERITIES, counted
from cerwizard.rules.finding import Severity

Applies = Callable[[Question], bool]


@dataclass(frozen=True, slots=True)
class Standing:
    """How many of the questions that apply are answered, and how many groups are untouched."""

    answered: int
    asked: int
    untouched: int


@dataclass(frozen=True, slots=True)
class StepState:
    """What the rail shows of a step: a mark, how much of it is there, how many findings, why."""

    mark: str = EMPTY
    part: float = 0.0
    count: int = 0
    words: str = ""


def standing(section: BaseModel, applies: Applies) -> Standing:
    """Return how far a section is; a list counts as answered with a row or a reason."""
    answered, asked, group = 0, 0, ""
    groups: dict[str, bool] = {}
    for q in _counted(section):
        group = q.ask.group or group
        if applies(q):
            there = _answered(section, q)
            asked += 1
            answered += there
            groups[group] = groups.get(group, False) or there
    return Standing(answered, asked, sum(not there for there in groups.values()))


def _counted(section: BaseModel) -> list[Question]:
    """Return the questions without the reasons, which belong to their lists."""
    asked = questions(type(section))
    reasons = {q.ask.none for q in asked if q.ask.none}
    return [q for q in asked if q.name not in reasons]


def _answered(section: BaseModel, q: Question) -> bool:
    there = not empty(getattr(section, q.name))
    return there or bool(q.ask.none and not empty(getattr(section, q.ask.none)))


def state(step: str, far: Standing, remarks: Remarks | None) -> StepState:
    """Return the state of a step; `remarks` are None before the rules have been run.

    Untouched steps are empty, however much the rules miss in them. A step is done when no
    finding above a note is left and no group of its questions is untouched.
    """
    part = far.answered / far.asked if far.asked else 0.0
    if remarks is None:
        words = f"{far.answered} of {far.asked} answered, not checked yet"
        return StepState(BEGUN if far.answered else EMPTY, part, 0, words)
    counts = remarks.counts(step)
    above = sum(n for severity, n in counts.items() if severity is not Severity.NOTE)
    words = f"{far.answered} of {far.asked} answered, {counted(counts)}"
    if far.answered == 0:
        return StepState(EMPTY, 0.0, above, f"Empty. {words}")
    if above:
        worst = next(s for s in SEVERITIES if counts.get(s))
        return StepState(str(worst), part, above, words)
    if far.untouched:
        return StepState(BEGUN, part, 0, f"Begun. {words}")
    return StepState(DONE, part, 0, f"Done. {words}")

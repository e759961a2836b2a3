"""The lists of the evaluation plan: its revisions, milestones and deviations."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row
from cerwizard.dossier.values import DateText


class PlanRevision(Row):
    """An approved revision of the clinical evaluation plan; once approved it is not edited."""

    TITLE: ClassVar = ("number", "approved_on")
    NOUN: ClassVar = "plan revision"
    number: Annotated[str, Ask(label="Revision", example="04", column=True)] = ""
    approved_on: Annotated[
        DateText, Ask(label="Approved on", column=True, clauses=("MDR:XIV.A.1.a",))
    ] = ""
    approved_by: Annotated[str, Ask(label="Approved by", column=True)] = ""
    changes: Annotated[str, Ask(label="What changed", prose=True, column=True)] = ""


class Milestone(Row):
    """A step of the clinical development plan."""

    TITLE: ClassVar = ("milestone",)
    NOUN: ClassVar = "milestone"
    milestone: Annotated[str, Ask(label="Milestone", column=True, clauses=("MDR:XIV.A.1.a.8",))] = (
        ""
    )
    date: Annotated[DateText, Ask(label="Date", column=True)] = ""
    criterion: Annotated[str, Ask(label="Acceptance criterion", prose=True, column=True)] = ""


class Deviation(Row):
    """A deviation of the report from its plan."""

    TITLE: ClassVar = ("what",)
    NOUN: ClassVar = "deviation"
    what: Annotated[str, Ask(label="What differs from the plan", prose=True, column=True)] = ""
    reason: Annotated[str, Ask(label="Why", prose=True, column=True)] = ""
    effect: Annotated[str, Ask(label="Effect on the conclusions", prose=True, column=True)] = ""

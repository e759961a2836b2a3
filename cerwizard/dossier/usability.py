"""Step: usability and training as part of the evaluation."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row, Section, Step
from cerwizard.dossier.conditions import is_
from cerwizard.dossier.links import RiskId, UserId
from cerwizard.dossier.values import Choice, DateText, Whole, YesNo


class StudyKind(Choice):
    """Formative or summative."""

    UNSET = "", "Not answered"
    FORMATIVE = "formative", "Formative"
    SUMMATIVE = "summative", "Summative"


class UsabilityStudy(Row):
    """A usability evaluation with one group of users."""

    TITLE: ClassVar = ("reference",)
    NOUN: ClassVar = "usability evaluation"
    reference: Annotated[str, Ask(label="Report", column=True, clauses=("IEC-62366-1",))] = ""
    kind: Annotated[StudyKind, Ask(label="Kind", column=True)] = StudyKind.UNSET
    date: Annotated[DateText, Ask(label="Date")] = ""
    user_ids: Annotated[
        tuple[UserId, ...], Ask(label="Users", column=True, clauses=("MDR:I.5",))
    ] = ()
    number: Annotated[Whole, Ask(label="Participants", column=True)] = None
    result: Annotated[str, Ask(label="Result and use errors", prose=True, column=True)] = ""
    risk_ids: Annotated[tuple[RiskId, ...], Ask(label="Risks")] = ()


class Usability(Section):
    """Usability evidence for GSPR 5 and 22."""

    STEP: ClassVar = Step(
        title="Usability",
        phase="Analysis",
        intro="Whether the intended users can use the device safely.",
        clauses=("MDR:I.5", "MDR:I.22", "IEC-62366-1"),
    )

    summative_done: Annotated[
        YesNo, Ask(label="Summative evaluation done", clauses=("MDR:I.5", "IEC-62366-1"))
    ] = YesNo.UNSET
    no_summative_because: Annotated[
        str,
        Ask(label="Not done, because", prose=True, when=is_("usability.summative_done", "no")),
    ] = ""
    studies: Annotated[
        tuple[UsabilityStudy, ...],
        Ask(label="Usability evaluations", none="no_studies_because", clauses=("MDR:I.5",)),
    ] = ()
    no_studies_because: Annotated[str, Ask(label="None, because")] = ""
    use_errors: Annotated[
        str, Ask(label="Use errors seen on the market", prose=True, clauses=("MDR:I.5",))
    ] = ""
    training_effect: Annotated[
        str,
        Ask(label="Effect of training and information", prose=True, clauses=("MDR:I.4", "MDR:I.5")),
    ] = ""
    conclusion: Annotated[str, Ask(label="Conclusion", prose=True, clauses=("MDR:I.5",))] = ""

"""Step: who evaluated, what they are qualified by, and the signatures."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row, Section, Step
from cerwizard.dossier.links import EvaluatorId
from cerwizard.dossier.values import Choice, DateText, Whole, YesNo


class Expertise(Choice):
    """What an evaluation team has to know."""

    RESEARCH = "research", "Research methods and statistics"
    INFORMATION = "information", "Information management and literature search"
    REGULATORY = "regulatory", "Regulatory requirements"
    WRITING = "writing", "Medical writing"
    TECHNOLOGY = "technology", "Device technology and its use"
    CLINICAL = "clinical", "Diagnosis and management of the condition"


class Evaluator(Row):
    """A person who evaluated the data."""

    TITLE: ClassVar = ("name", "role")
    NOUN: ClassVar = "evaluator"
    name: Annotated[str, Ask(label="Name", column=True)] = ""
    role: Annotated[str, Ask(label="Role", column=True)] = ""
    degree: Annotated[str, Ask(label="Degree", column=True, clauses=("MEDDEV-2.7.1r4:6.4",))] = ""
    years: Annotated[
        Whole, Ask(label="Years of experience", column=True, clauses=("MEDDEV-2.7.1r4:6.4",))
    ] = None
    expertise: Annotated[
        tuple[Expertise, ...], Ask(label="Expertise", clauses=("MEDDEV-2.7.1r4:6.4",))
    ] = ()
    qualification_note: Annotated[
        str,
        Ask(
            label="If the years are not reached: why the person is qualified",
            prose=True,
            clauses=("MEDDEV-2.7.1r4:6.4",),
        ),
    ] = ""
    cv_date: Annotated[
        DateText,
        Ask(label="Date of the CV", column=True, clauses=("MEDDEV-2.7.1r4:6.4", "MDCG-2020-13:A")),
    ] = ""
    declaration_date: Annotated[
        DateText,
        Ask(
            label="Date of the declaration of interests",
            column=True,
            clauses=("MEDDEV-2.7.1r4:A11",),
        ),
    ] = ""
    declaration_months: Annotated[
        Whole, Ask(label="Months that it covers", clauses=("MEDDEV-2.7.1r4:A11",))
    ] = None
    interests: Annotated[
        str,
        Ask(
            label="Interests declared", prose=True, example="None.", clauses=("MEDDEV-2.7.1r4:A11",)
        ),
    ] = ""


class Meaning(Choice):
    """What a signature says."""

    UNSET = "", "Not answered"
    AUTHOR = "author", "Author"
    EVALUATOR = "evaluator", "Evaluator: agrees with the report"
    REVIEWER = "reviewer", "Reviewer"
    APPROVER = "approver", "Approval by the manufacturer"


class Signature(Row):
    """A line for a signature; signing itself happens on paper or in the quality system."""

    TITLE: ClassVar = ("name", "meaning")
    NOUN: ClassVar = "signature"
    name: Annotated[str, Ask(label="Name", column=True)] = ""
    function: Annotated[str, Ask(label="Function", column=True)] = ""
    meaning: Annotated[Meaning, Ask(label="Signs as", column=True)] = Meaning.UNSET
    evaluator_id: Annotated[EvaluatorId, Ask(label="Evaluator")] = ""
    date: Annotated[DateText, Ask(label="Signed on", column=True, clauses=("MDCG-2020-13:A",))] = ""


class CheckItem(Row):
    """A question of the release checklist."""

    TITLE: ClassVar = ("question",)
    NOUN: ClassVar = "question"
    question: Annotated[
        str, Ask(label="Question", prose=True, column=True, clauses=("MEDDEV-2.7.1r4:A10",))
    ] = ""
    answer: Annotated[YesNo, Ask(label="Answer", column=True)] = YesNo.UNSET
    remark: Annotated[str, Ask(label="Remark", prose=True, column=True)] = ""


class Release(Section):
    """Evaluators, declarations, signatures."""

    STEP: ClassVar = Step(
        title="Evaluators and release",
        phase="Conclusions",
        intro="The people who stand behind the evaluation.",
        clauses=("MEDDEV-2.7.1r4:6.4", "MEDDEV-2.7.1r4:A11", "MDCG-2020-13:A"),
    )

    evaluators: Annotated[
        tuple[Evaluator, ...],
        Ask(label="Evaluators", group="Evaluators", clauses=("MEDDEV-2.7.1r4:6.4",)),
    ] = ()
    team_rationale: Annotated[
        str, Ask(label="Why this team is competent", prose=True, clauses=("MEDDEV-2.7.1r4:6.4",))
    ] = ""
    signatures: Annotated[
        tuple[Signature, ...],
        Ask(label="Signatures", group="Release", clauses=("MDR:61.12", "MDCG-2020-13:A")),
    ] = ()
    checklist: Annotated[
        tuple[CheckItem, ...],
        Ask(
            label="Release checklist", none="no_checklist_because", clauses=("MEDDEV-2.7.1r4:A10",)
        ),
    ] = ()
    no_checklist_because: Annotated[str, Ask(label="No checklist, because")] = ""
    summary: Annotated[
        str,
        Ask(
            label="Executive summary, if written by hand",
            prose=True,
            help="Left empty, the report builds its summary from the answers.",
            clauses=("MEDDEV-2.7.1r4:A9",),
        ),
    ] = ""
    abbreviations: Annotated[
        tuple[str, ...],
        Ask(
            label="Abbreviations",
            help="One per line.",
            example="PI = pressure injury",
        ),
    ] = ()

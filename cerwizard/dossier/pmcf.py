"""Step: post-market clinical follow-up, or the reason for doing none."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row, Section, Step
from cerwizard.dossier.links import (
    BenefitId,
    CriterionId,
    EquivalentId,
    IndicationId,
    PopulationId,
    RiskId,
)
from cerwizard.dossier.regimes import NO_PMCF, PMCF_PLANNED
from cerwizard.dossier.values import Choice, DateText, Whole


class Planned(Choice):
    """Whether PMCF is done."""

    UNSET = "", "Not answered"
    YES = "yes", "PMCF is planned"
    NO = "no", "No PMCF, with a justification"


class Origin(Choice):
    """Where the need for an activity comes from."""

    NOTIFIED_BODY = "nb", "Request of the notified body"
    REPORT = "cer", "This report"
    PMS = "pms", "Post-market surveillance"
    RISK = "risk", "Risk management"
    PMCF = "pmcf", "Earlier PMCF"
    OTHER = "other", "Other"


class MethodClass(Choice):
    """General or specific method."""

    UNSET = "", "Not answered"
    GENERAL = "general", "General"
    SPECIFIC = "specific", "Specific"


class Aim(Choice):
    """The aims of PMCF in Annex XIV Part B Section 6.1."""

    SAFETY = "safety", "Confirm safety"
    PERFORMANCE = "performance", "Confirm performance"
    UNKNOWN = "unknown", "Find unknown side-effects"
    KNOWN = "known", "Watch known side-effects and contraindications"
    EMERGENT = "emergent", "Find emergent risks"
    BENEFIT_RISK = "benefit_risk", "Confirm that benefit-risk stays acceptable"
    MISUSE = "misuse", "Find misuse and off-label use"


class Procedure(Choice):
    """What is done."""

    LITERATURE = "literature", "Literature screening"
    STUDY = "study", "PMCF study"
    REGISTRY = "registry", "Registry"
    USER_SURVEY = "user_survey", "Survey of professionals"
    PATIENT_SURVEY = "patient_survey", "Survey of patients or users"
    CASES = "cases", "Review of case reports"
    REAL_WORLD = "real_world", "Analysis of real-world data"
    FEEDBACK = "feedback", "User feedback and complaints"


class Activity(Row):
    """One PMCF activity."""

    TITLE: ClassVar = ("code", "name")
    NOUN: ClassVar = "activity"
    code: Annotated[str, Ask(label="Code", example="M1", group="Activity", column=True)] = ""
    name: Annotated[str, Ask(label="Activity", column=True, clauses=("MDCG-2020-7:C",))] = ""
    origins: Annotated[
        tuple[Origin, ...], Ask(label="Why it is needed", clauses=("MDCG-2020-7:C",))
    ] = ()
    description: Annotated[
        str, Ask(label="Description", prose=True, clauses=("MDCG-2020-7:C",))
    ] = ""
    method: Annotated[
        MethodClass,
        Ask(label="Method", column=True, clauses=("MDR:XIV.B.6.2.a", "MDR:XIV.B.6.2.b")),
    ] = MethodClass.UNSET
    aims: Annotated[
        tuple[Aim, ...], Ask(label="Aims", column=True, clauses=("MDR:XIV.B.6.1",))
    ] = ()
    procedures: Annotated[
        tuple[Procedure, ...], Ask(label="Procedures", clauses=("MDCG-2020-7:C",))
    ] = ()
    indication_ids: Annotated[
        tuple[IndicationId, ...], Ask(label="Indications", group="What it answers")
    ] = ()
    population_ids: Annotated[tuple[PopulationId, ...], Ask(label="Populations")] = ()
    benefit_ids: Annotated[tuple[BenefitId, ...], Ask(label="Benefits")] = ()
    risk_ids: Annotated[tuple[RiskId, ...], Ask(label="Risks")] = ()
    equivalent_ids: Annotated[
        tuple[EquivalentId, ...],
        Ask(label="Verifies the equivalence to", clauses=("MDCG-2020-13:F",)),
    ] = ()
    endpoints: Annotated[
        str,
        Ask(
            label="Objectives and endpoints", prose=True, column=True, clauses=("MDR:XIV.B.6.2.e",)
        ),
    ] = ""
    criterion: Annotated[
        str, Ask(label="Acceptance criterion", prose=True, clauses=("MDR:XIV.B.6.2.e",))
    ] = ""
    criterion_ids: Annotated[
        tuple[CriterionId, ...], Ask(label="Same criterion as in the evaluation")
    ] = ()
    sample: Annotated[Whole, Ask(label="Sample size", column=True)] = None
    statistics: Annotated[
        str,
        Ask(
            label="Statistical justification",
            prose=True,
            clauses=("MDCG-2020-7:C", "MDR:XIV.B.6.2.c"),
        ),
    ] = ""
    design: Annotated[
        str,
        Ask(label="Design, comparator, control of bias", prose=True, clauses=("MDR:XIV.B.6.2.c",)),
    ] = ""
    rationale: Annotated[
        str,
        Ask(label="Why this method is suited", prose=True, clauses=("MDR:XIV.B.6.2.c",)),
    ] = ""
    limitations: Annotated[
        str, Ask(label="Known limitations", prose=True, clauses=("MDCG-2020-7:C",))
    ] = ""
    start: Annotated[DateText, Ask(label="Start", column=True, clauses=("MDR:XIV.B.6.2.h",))] = ""
    end: Annotated[DateText, Ask(label="End", column=True, clauses=("MDR:XIV.B.6.2.h",))] = ""
    schedule: Annotated[
        str, Ask(label="Time schedule", prose=True, clauses=("MDR:XIV.B.6.2.h",))
    ] = ""


class Pmcf(Section):
    """Post-market clinical follow-up plan."""

    STEP: ClassVar = Step(
        title="PMCF",
        phase="Conclusions",
        intro="What is still to be learnt on the market, by which activity, until when.",
        clauses=("MDR:XIV.B.5", "MDR:XIV.B.6", "MDCG-2020-7:C"),
    )

    planned: Annotated[Planned, Ask(label="PMCF", clauses=("MDR:XIV.B.5", "MDR:III.1.1.b"))] = (
        Planned.UNSET
    )
    no_pmcf_because: Annotated[
        str,
        Ask(
            label="Why no PMCF is needed",
            prose=True,
            help="Market history with figures, no open question, lifetime covered, stable state "
            "of the art; and when this is looked at again.",
            clauses=("MDR:III.1.1.b", "MDR:II.6.1.d"),
            when=NO_PMCF,
        ),
    ] = ""
    plan_number: Annotated[
        str, Ask(label="PMCF plan: number", clauses=("MDR:XIV.B.6",), when=PMCF_PLANNED)
    ] = ""
    plan_version: Annotated[str, Ask(label="Version", when=PMCF_PLANNED)] = ""
    plan_date: Annotated[DateText, Ask(label="Date of the plan", when=PMCF_PLANNED)] = ""
    activities: Annotated[
        tuple[Activity, ...],
        Ask(
            label="Activities",
            clauses=("MDR:XIV.B.6.2", "MDCG-2020-7:C"),
            when=PMCF_PLANNED,
        ),
    ] = ()
    report_items: Annotated[
        str,
        Ask(
            label="What is followed from this report and the risk file",
            prose=True,
            clauses=("MDR:XIV.B.6.2.d", "MDCG-2020-7:D"),
            when=PMCF_PLANNED,
        ),
    ] = ""
    similar_data: Annotated[
        str,
        Ask(
            label="Evaluation of data on equivalent or similar devices",
            prose=True,
            clauses=("MDR:XIV.B.6.2.f", "MDCG-2020-7:E"),
            when=PMCF_PLANNED,
        ),
    ] = ""
    standards: Annotated[
        str,
        Ask(
            label="Common specifications, standards and guidance applied to PMCF",
            prose=True,
            clauses=("MDR:XIV.B.6.2.g", "MDCG-2020-7:F"),
            when=PMCF_PLANNED,
        ),
    ] = ""
    report_due: Annotated[
        DateText,
        Ask(
            label="Next PMCF evaluation report",
            clauses=("MDCG-2020-7:G", "MDR:XIV.B.7"),
            when=PMCF_PLANNED,
        ),
    ] = ""
    report_interval: Annotated[
        Whole,
        Ask(
            label="Interval of the PMCF evaluation report, months",
            clauses=("MDR:61.11",),
            when=PMCF_PLANNED,
        ),
    ] = None
    lifetime_coverage: Annotated[
        str,
        Ask(
            label="How the whole lifetime is covered",
            prose=True,
            clauses=("MDR:XIV.B.5", "MDR:I.6"),
            when=PMCF_PLANNED,
        ),
    ] = ""

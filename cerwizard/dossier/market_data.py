"""The lists of post-market data."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row
from cerwizard.dossier.links import BenefitId, GenerationId, RiskId
from cerwizard.dossier.values import Choice, DateText, Number, Whole, YesNo


class Sales(Row):
    """Units in one period."""

    TITLE: ClassVar = ("period", "region")
    NOUN: ClassVar = "period"
    period: Annotated[str, Ask(label="Period", example="2025", column=True)] = ""
    region: Annotated[str, Ask(label="Region", example="worldwide", column=True)] = ""
    units: Annotated[Whole, Ask(label="Units", column=True, clauses=("MDR:86.1",))] = None
    criterion: Annotated[str, Ask(label="What is counted", example="units sold")] = ""
    complaints: Annotated[Whole, Ask(label="Complaints in the period", column=True)] = None


class Complaint(Row):
    """Complaints of one category."""

    TITLE: ClassVar = ("category",)
    NOUN: ClassVar = "complaint category"
    category: Annotated[str, Ask(label="Category", column=True)] = ""
    imdrf: Annotated[str, Ask(label="IMDRF term", column=True)] = ""
    counts: Annotated[
        tuple[str, ...],
        Ask(
            label="Number by period",
            help="One line for each period.",
            example="2025: 188",
        ),
    ] = ()
    number: Annotated[Whole, Ask(label="Number in all", column=True)] = None
    rate: Annotated[Number, Ask(label="Rate, % of units", column=True)] = None
    trend: Annotated[str, Ask(label="Trend")] = ""
    risk_ids: Annotated[tuple[RiskId, ...], Ask(label="Risks")] = ()


class Incident(Row):
    """Serious incidents of one kind."""

    TITLE: ClassVar = ("description",)
    NOUN: ClassVar = "incident"
    description: Annotated[str, Ask(label="Serious incident", prose=True, column=True)] = ""
    imdrf: Annotated[str, Ask(label="IMDRF terms")] = ""
    counts: Annotated[tuple[str, ...], Ask(label="Number by period", example="2025: 1")] = ()
    number: Annotated[Whole, Ask(label="Number in all", column=True)] = None
    outcome: Annotated[str, Ask(label="Outcome and cause", prose=True, column=True)] = ""
    risk_ids: Annotated[tuple[RiskId, ...], Ask(label="Risks")] = ()


class FieldAction(Row):
    """A field safety corrective action or another corrective action."""

    TITLE: ClassVar = ("reference", "date")
    NOUN: ClassVar = "field action"
    reference: Annotated[str, Ask(label="Reference", column=True)] = ""
    date: Annotated[DateText, Ask(label="Date", column=True)] = ""
    scope: Annotated[str, Ask(label="Reason and scope", prose=True, column=True)] = ""
    outcome: Annotated[str, Ask(label="Outcome", prose=True, column=True)] = ""
    closed: Annotated[YesNo, Ask(label="Closed", column=True)] = YesNo.UNSET


class Indicator(Row):
    """An indicator of the PMS plan with its threshold."""

    TITLE: ClassVar = ("name",)
    NOUN: ClassVar = "indicator"
    name: Annotated[str, Ask(label="Indicator", column=True, clauses=("MDR:III.1.1.b",))] = ""
    unit: Annotated[str, Ask(label="Unit")] = ""
    threshold: Annotated[Number, Ask(label="Threshold", column=True)] = None
    current: Annotated[Number, Ask(label="Present value", column=True)] = None
    method: Annotated[str, Ask(label="Method and period", prose=True)] = ""
    breached: Annotated[YesNo, Ask(label="Threshold passed", column=True)] = YesNo.UNSET
    action: Annotated[str, Ask(label="Action taken", prose=True)] = ""


class CollectionKind(Choice):
    """How data were collected."""

    UNSET = "", "Not answered"
    REGISTRY = "registry", "Registry"
    USER_SURVEY = "user_survey", "Survey of users"
    PATIENT_SURVEY = "patient_survey", "Survey of patients"
    REAL_WORLD = "real_world", "Real-world data"
    OTHER = "other", "Other"


class Survey(Row):
    """A registry, survey or other collection of data on the device."""

    TITLE: ClassVar = ("code", "name")
    NOUN: ClassVar = "data collection"
    code: Annotated[str, Ask(label="Code", column=True)] = ""
    name: Annotated[str, Ask(label="Name", column=True)] = ""
    kind: Annotated[CollectionKind, Ask(label="Kind", column=True)] = CollectionKind.UNSET
    period: Annotated[str, Ask(label="Period")] = ""
    method: Annotated[str, Ask(label="Method, sampling, response", prose=True)] = ""
    number: Annotated[Whole, Ask(label="Number", column=True)] = None
    results: Annotated[str, Ask(label="Results", prose=True, column=True)] = ""
    limitations: Annotated[str, Ask(label="Limitations", prose=True)] = ""
    generation_ids: Annotated[tuple[GenerationId, ...], Ask(label="Generation")] = ()
    benefit_ids: Annotated[tuple[BenefitId, ...], Ask(label="Benefits")] = ()


class SafetySearch(Row):
    """A search of a vigilance or recall database; not part of the literature flow."""

    TITLE: ClassVar = ("database", "run_on")
    NOUN: ClassVar = "safety search"
    database: Annotated[str, Ask(label="Database", example="MAUDE", column=True)] = ""
    query: Annotated[str, Ask(label="Query, product code", prose=True, column=True)] = ""
    period: Annotated[str, Ask(label="Period searched", column=True)] = ""
    run_on: Annotated[DateText, Ask(label="Run on", column=True)] = ""
    hits: Annotated[Whole, Ask(label="Hits", column=True)] = None
    relevant: Annotated[Whole, Ask(label="Relevant hits", column=True)] = None
    findings: Annotated[str, Ask(label="What they report", prose=True)] = ""
    new_hazards: Annotated[
        str, Ask(label="New hazards", prose=True, example="None.", clauses=("MDR:I.3",))
    ] = ""

"""Step: the manufacturer's own clinical investigations."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row, Section, Step
from cerwizard.dossier.choices import Verdict
from cerwizard.dossier.links import BenefitId, GenerationId, ReferenceId, RiskId
from cerwizard.dossier.values import Choice, DateText, Number, Whole, YesNo


class Basis(Choice):
    """The legal basis of an investigation."""

    UNSET = "", "Not answered"
    ART62 = "art62", "Article 62: for conformity assessment"
    ART74 = "art74", "Article 74: PMCF investigation"
    ART82 = "art82", "Article 82: other"
    DIRECTIVE = "directive", "Under the directives"
    NON_EU = "non_eu", "Outside the European Union"


class Purpose(Choice):
    """The kind of investigation."""

    UNSET = "", "Not answered"
    FIRST = "first", "First in human"
    FEASIBILITY = "feasibility", "Feasibility or pilot"
    PIVOTAL = "pivotal", "Pivotal"
    PMCF = "pmcf", "PMCF study"
    RETROSPECTIVE = "retrospective", "Retrospective"
    OTHER = "other", "Other"


class State(Choice):
    """How far an investigation is."""

    UNSET = "", "Not answered"
    PLANNED = "planned", "Planned"
    ONGOING = "ongoing", "Ongoing"
    COMPLETED = "completed", "Completed"
    TERMINATED = "terminated", "Terminated early"


class EndpointKind(Choice):
    """Primary or secondary."""

    UNSET = "", "Not answered"
    PRIMARY = "primary", "Primary"
    SECONDARY = "secondary", "Secondary"


class Endpoint(Row):
    """An endpoint with its result."""

    TITLE: ClassVar = ("name",)
    NOUN: ClassVar = "endpoint"
    name: Annotated[str, Ask(label="Endpoint", prose=True, column=True)] = ""
    kind: Annotated[EndpointKind, Ask(label="Kind", column=True)] = EndpointKind.UNSET
    criterion: Annotated[str, Ask(label="Criterion in the plan", prose=True)] = ""
    result: Annotated[str, Ask(label="Result", prose=True, column=True)] = ""
    events: Annotated[Whole, Ask(label="Events")] = None
    number: Annotated[Whole, Ask(label="Out of")] = None
    estimate: Annotated[Number, Ask(label="Estimate")] = None
    ci_low: Annotated[Number, Ask(label="95 % interval, lower bound")] = None
    ci_high: Annotated[Number, Ask(label="95 % interval, upper bound")] = None
    p_value: Annotated[Number, Ask(label="p-value")] = None
    verdict: Annotated[Verdict, Ask(label="Met", column=True, clauses=("MDR:XV.III.7",))] = (
        Verdict.UNSET
    )
    benefit_ids: Annotated[tuple[BenefitId, ...], Ask(label="Benefits")] = ()
    risk_ids: Annotated[tuple[RiskId, ...], Ask(label="Risks")] = ()


class Investigation(Row):
    """A clinical investigation of the device."""

    TITLE: ClassVar = ("code", "title")
    NOUN: ClassVar = "investigation"
    code: Annotated[str, Ask(label="Code", example="FB-PMCF-01", group="Identity", column=True)] = (
        ""
    )
    title: Annotated[str, Ask(label="Title", prose=True, column=True)] = ""
    basis: Annotated[Basis, Ask(label="Legal basis", clauses=("MDR:62", "MDR:74", "MDR:82"))] = (
        Basis.UNSET
    )
    purpose: Annotated[Purpose, Ask(label="Kind", column=True)] = Purpose.UNSET
    state: Annotated[State, Ask(label="State", column=True)] = State.UNSET
    plan_reference: Annotated[
        str, Ask(label="Investigation plan and version", clauses=("MDR:XV.II.3",))
    ] = ""
    report_reference: Annotated[
        str, Ask(label="Investigation report", clauses=("MDR:77.5", "MDR:XV.III.7"))
    ] = ""
    report_date: Annotated[DateText, Ask(label="Date of the report")] = ""
    report_signed: Annotated[YesNo, Ask(label="Report signed", clauses=("MDR:XV.III.7",))] = (
        YesNo.UNSET
    )
    registrations: Annotated[
        tuple[str, ...],
        Ask(label="Registrations", example="NCT01234567", clauses=("MDCG-2020-13:E",)),
    ] = ()
    registration_rationale: Annotated[
        str, Ask(label="If not registered or published: why", prose=True)
    ] = ""
    good_practice: Annotated[
        str,
        Ask(
            label="Good clinical practice",
            example="ISO 14155:2020",
            clauses=("MDR:XV.I.2.8", "ISO-14155"),
        ),
    ] = ""
    ethics: Annotated[
        str,
        Ask(
            label="Ethics committee and authority",
            prose=True,
            clauses=("MDR:62", "MEDDEV-2.7.1r4:9.3"),
        ),
    ] = ""
    countries: Annotated[tuple[str, ...], Ask(label="Countries")] = ()
    transferability: Annotated[
        str, Ask(label="Why the data hold for Europe", prose=True, clauses=("MEDDEV-2.7.1r4:9.3",))
    ] = ""
    generation_ids: Annotated[
        tuple[GenerationId, ...], Ask(label="Generation studied", clauses=("MDCG-2020-13:E",))
    ] = ()
    device_differences: Annotated[
        str,
        Ask(label="Differences from the present device", prose=True, clauses=("MDCG-2020-13:E",)),
    ] = ""
    design: Annotated[
        str, Ask(label="Design", prose=True, group="Design and conduct", column=True)
    ] = ""
    comparator: Annotated[str, Ask(label="Comparator")] = ""
    hypothesis: Annotated[str, Ask(label="Hypothesis and margin", prose=True)] = ""
    sample_planned: Annotated[Whole, Ask(label="Planned number")] = None
    sample_rationale: Annotated[
        str, Ask(label="Why this number", prose=True, clauses=("MDR:XV.II.3",))
    ] = ""
    enrolled: Annotated[Whole, Ask(label="Enrolled", column=True)] = None
    treated: Annotated[Whole, Ask(label="Treated")] = None
    analysed: Annotated[Whole, Ask(label="Analysed", column=True)] = None
    lost: Annotated[Whole, Ask(label="Lost to follow-up")] = None
    follow_up: Annotated[str, Ask(label="Follow-up", example="6 weeks")] = ""
    population: Annotated[str, Ask(label="Population studied", prose=True)] = ""
    endpoints: Annotated[
        tuple[Endpoint, ...], Ask(label="Endpoints and results", clauses=("MDR:XV.III.7",))
    ] = ()
    adverse_events: Annotated[
        str, Ask(label="Adverse events and device deficiencies", prose=True, clauses=("MDR:80",))
    ] = ""
    plan_deviations: Annotated[str, Ask(label="Deviations from the plan", prose=True)] = ""
    limitations: Annotated[str, Ask(label="Limitations", prose=True)] = ""
    reference_ids: Annotated[tuple[ReferenceId, ...], Ask(label="Publications")] = ()
    publication_differences: Annotated[
        str,
        Ask(
            label="Differences between report and publication",
            prose=True,
            clauses=("MDCG-2020-13:E",),
        ),
    ] = ""


class Investigations(Section):
    """The manufacturer's own clinical investigations."""

    STEP: ClassVar = Step(
        title="Clinical investigations",
        phase="Evidence",
        intro="Every investigation of the device: finished, running, planned or stopped.",
        clauses=("MDR:61.3.b", "MDR:62", "MDCG-2020-13:E"),
    )

    items: Annotated[
        tuple[Investigation, ...],
        Ask(label="Investigations", none="no_items_because", clauses=("MDR:61.3.b",)),
    ] = ()
    no_items_because: Annotated[str, Ask(label="No investigation, because")] = ""
    complete: Annotated[
        YesNo,
        Ask(
            label="The list is complete",
            help="Failed, stopped and unpublished investigations included.",
            clauses=("MDR:61.3.b", "MDR:XIV.A.2"),
        ),
    ] = YesNo.UNSET

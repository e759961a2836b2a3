"""Step: what medicine achieves today without this device, and what follows for the device."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row, Section, Step
from cerwizard.dossier.choices import Direction, Statistic
from cerwizard.dossier.links import (
    BenchmarkId,
    BenefitId,
    ClaimId,
    IndicationId,
    PlanRevisionId,
    ReferenceId,
    RiskId,
    SearchId,
)
from cerwizard.dossier.values import Choice, DateText, Number, Whole


class AlternativeKind(Choice):
    """What kind of alternative it is."""

    UNSET = "", "Not answered"
    DEVICE = "device", "Another device"
    MEDICINE = "medicine", "Medicine"
    PROCEDURE = "procedure", "Procedure or surgery"
    CARE = "care", "Care without a device"
    NOTHING = "nothing", "No treatment"


class Alternative(Row):
    """Another way to diagnose, prevent or treat the condition."""

    TITLE: ClassVar = ("code", "name")
    NOUN: ClassVar = "alternative"
    code: Annotated[str, Ask(label="Code", example="A1", column=True)] = ""
    name: Annotated[str, Ask(label="Alternative", column=True, clauses=("MDR:61.3.c",))] = ""
    kind: Annotated[AlternativeKind, Ask(label="Kind", column=True)] = AlternativeKind.UNSET
    indication_ids: Annotated[tuple[IndicationId, ...], Ask(label="Indications")] = ()
    benefits: Annotated[str, Ask(label="Benefits", prose=True, column=True)] = ""
    risks: Annotated[str, Ask(label="Risks", prose=True, column=True)] = ""
    position: Annotated[
        str, Ask(label="Place in the guidelines", prose=True, clauses=("MDCG-2020-6:6.5.c",))
    ] = ""
    reference_ids: Annotated[tuple[ReferenceId, ...], Ask(label="References")] = ()


class Guideline(Row):
    """A guideline or statement of a professional body."""

    TITLE: ClassVar = ("title",)
    NOUN: ClassVar = "guideline"
    title: Annotated[str, Ask(label="Guideline", column=True, clauses=("MDCG-2020-6:6.5.c",))] = ""
    body: Annotated[str, Ask(label="Issued by", column=True)] = ""
    year: Annotated[Whole, Ask(label="Year", column=True)] = None
    recommendation: Annotated[str, Ask(label="What it recommends", prose=True, column=True)] = ""
    grade: Annotated[str, Ask(label="Grade")] = ""
    reference_ids: Annotated[tuple[ReferenceId, ...], Ask(label="References")] = ()


class Benchmark(Row):
    """What is achieved elsewhere for one outcome: a value with its source."""

    TITLE: ClassVar = ("code", "outcome")
    NOUN: ClassVar = "benchmark"
    code: Annotated[str, Ask(label="Code", example="BM1", column=True)] = ""
    outcome: Annotated[
        str, Ask(label="Outcome", prose=True, column=True, clauses=("MDR:XIV.A.1.a.6",))
    ] = ""
    comparison: Annotated[str, Ask(label="Treatment and comparator", prose=True)] = ""
    value: Annotated[
        str,
        Ask(label="Value as reported", example="RR 0.64", column=True, clauses=("MDCG-2020-13:C",)),
    ] = ""
    estimate: Annotated[
        Number,
        Ask(
            label="Estimate",
            help="The reported value as a bare number; empty if there are several.",
        ),
    ] = None
    ci_low: Annotated[Number, Ask(label="95 % interval, lower bound", column=True)] = None
    ci_high: Annotated[Number, Ask(label="95 % interval, upper bound", column=True)] = None
    unit: Annotated[str, Ask(label="Unit")] = ""
    sample: Annotated[str, Ask(label="Number of patients and studies")] = ""
    indication_ids: Annotated[tuple[IndicationId, ...], Ask(label="Indications")] = ()
    reference_ids: Annotated[
        tuple[ReferenceId, ...], Ask(label="Sources", column=True, clauses=("MDCG-2020-13:C",))
    ] = ()
    rationale: Annotated[
        str,
        Ask(
            label="Why this source is representative",
            prose=True,
            help="Needed above all if there is only one.",
            clauses=("MDCG-2020-13:C",),
        ),
    ] = ""


class Criterion(Row):
    """An acceptance criterion, fixed in the plan before the data were analysed."""

    TITLE: ClassVar = ("code", "parameter")
    NOUN: ClassVar = "criterion"
    code: Annotated[str, Ask(label="Code", example="K1", column=True)] = ""
    parameter: Annotated[
        str, Ask(label="Parameter", prose=True, column=True, clauses=("MDR:XIV.A.1.a.6",))
    ] = ""
    statement: Annotated[
        str,
        Ask(
            label="Criterion in words",
            prose=True,
            column=True,
            example="Upper 95 % bound of the relative risk below 1.00",
            clauses=("MDR:XIV.A.1.a.6",),
        ),
    ] = ""
    benefit_ids: Annotated[tuple[BenefitId, ...], Ask(label="Benefits judged by it")] = ()
    claim_ids: Annotated[tuple[ClaimId, ...], Ask(label="Claims judged by it")] = ()
    risk_ids: Annotated[tuple[RiskId, ...], Ask(label="Risks judged by it")] = ()
    indication_ids: Annotated[tuple[IndicationId, ...], Ask(label="Indications")] = ()
    direction: Annotated[Direction, Ask(label="Better is", group="The threshold")] = Direction.UNSET
    statistic: Annotated[
        Statistic,
        Ask(
            label="Statistic that is judged", help="The estimate itself or a bound of its interval."
        ),
    ] = Statistic.UNSET
    reference_value: Annotated[
        Number,
        Ask(
            label="Value in the state of the art",
            help="The benchmark from which the threshold is derived.",
        ),
    ] = None
    margin: Annotated[
        Number,
        Ask(
            label="Margin",
            help="How far the device may fall short of that value, in its unit; 0 if not at all.",
        ),
    ] = None
    threshold: Annotated[
        Number,
        Ask(
            label="Threshold",
            help="What the statistic must reach or must not pass: the value with its margin.",
            column=True,
            clauses=("MDR:XIV.A.1.a.6",),
        ),
    ] = None
    unit: Annotated[str, Ask(label="Unit", column=True)] = ""
    time_point: Annotated[str, Ask(label="Time point")] = ""
    benchmark_ids: Annotated[
        tuple[BenchmarkId, ...],
        Ask(label="Derived from the benchmarks", column=True, clauses=("MDR:XIV.A.1.a.6",)),
    ] = ()
    derivation: Annotated[str, Ask(label="How it is derived", prose=True)] = ""
    plan_revision_id: Annotated[
        PlanRevisionId, Ask(label="Fixed in plan revision", clauses=("MDR:XIV.A.1.a.6",))
    ] = ""


class Stability(Choice):
    """How fast the state of the art moves."""

    UNSET = "", "Not answered"
    STABLE = "stable", "Stable"
    EVOLVING = "evolving", "Evolving"
    RAPID = "rapid", "Changing rapidly"


class StateOfTheArt(Section):
    """Clinical background, alternatives, benchmarks and acceptance criteria."""

    STEP: ClassVar = Step(
        title="State of the art",
        phase="Plan and background",
        intro="The condition, the alternatives, what they achieve in figures, "
        "and the criteria that follow for the device.",
        clauses=("MDR:61.3.c", "MDR:XIV.A.1.a.6", "MDCG-2020-6:1.2"),
    )

    condition: Annotated[
        str,
        Ask(
            label="The condition and its course",
            group="Clinical background",
            prose=True,
            clauses=("MEDDEV-2.7.1r4:A7.2", "MDCG-2020-13:C"),
        ),
    ] = ""
    epidemiology: Annotated[str, Ask(label="How frequent it is, and in whom", prose=True)] = ""
    consequences: Annotated[str, Ask(label="Severity and consequences", prose=True)] = ""
    standard_of_care: Annotated[
        str, Ask(label="Standard of care", prose=True, clauses=("MDCG-2020-6:1.2",))
    ] = ""
    unmet_need: Annotated[str, Ask(label="Unmet need, diverging opinions", prose=True)] = ""
    place: Annotated[
        str,
        Ask(
            label="Place of the device in treatment",
            prose=True,
            clauses=("MEDDEV-2.7.1r4:A7.2",),
        ),
    ] = ""
    alternatives: Annotated[
        tuple[Alternative, ...],
        Ask(
            label="Alternatives",
            group="Alternatives and guidelines",
            help="Not only devices: medicines, procedures, care, no treatment.",
            none="no_alternatives_because",
            clauses=("MDR:61.3.c",),
        ),
    ] = ()
    no_alternatives_because: Annotated[str, Ask(label="No alternative, because")] = ""
    guidelines: Annotated[
        tuple[Guideline, ...],
        Ask(
            label="Guidelines",
            none="no_guidelines_because",
            clauses=("MDCG-2020-6:6.5.c",),
        ),
    ] = ()
    no_guidelines_because: Annotated[str, Ask(label="No guideline, because")] = ""
    benchmarks: Annotated[
        tuple[Benchmark, ...],
        Ask(
            label="Benchmarks",
            group="Benchmarks and criteria",
            help="What others achieve, in figures and with sources.",
            clauses=("MDR:XIV.A.1.a.6", "MDCG-2020-13:C"),
        ),
    ] = ()
    criteria: Annotated[
        tuple[Criterion, ...],
        Ask(
            label="Acceptance criteria",
            help="One for each benefit, each claim with a figure and each side-effect.",
            clauses=("MDR:XIV.A.1.a.6",),
        ),
    ] = ()
    search_ids: Annotated[
        tuple[SearchId, ...],
        Ask(label="Searches behind it", group="Basis", clauses=("MDCG-2020-13:D",)),
    ] = ()
    cutoff: Annotated[
        DateText, Ask(label="State of knowledge as of", clauses=("MEDDEV-2.7.1r4:A10",))
    ] = ""
    stability: Annotated[Stability, Ask(label="How stable it is")] = Stability.UNSET
    stability_detail: Annotated[str, Ask(label="What is changing", prose=True)] = ""

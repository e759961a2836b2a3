"""Step: what the data say about each benefit, claim, risk, population and variant."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row, Section, Step
from cerwizard.dossier.choices import Verdict
from cerwizard.dossier.conditions import is_
from cerwizard.dossier.diagnostics import DIAGNOSTIC, Accuracy
from cerwizard.dossier.links import (
    ActivityId,
    BenefitId,
    ClaimId,
    CriterionId,
    EvidenceId,
    IndicationId,
    PopulationId,
    RiskId,
    VariantId,
)
from cerwizard.dossier.regimes import SOFTWARE
from cerwizard.dossier.software import SoftwareFunction
from cerwizard.dossier.values import Choice, DateText, Number, Whole, YesNo


class Result(Row):
    """One result held against one criterion."""

    TITLE: ClassVar = ("code", "summary")
    NOUN: ClassVar = "result"
    code: Annotated[str, Ask(label="Code", column=True)] = ""
    criterion_id: Annotated[
        CriterionId, Ask(label="Criterion", column=True, clauses=("MDR:XIV.A.1.e",))
    ] = ""
    evidence_ids: Annotated[tuple[EvidenceId, ...], Ask(label="Data sets", column=True)] = ()
    summary: Annotated[str, Ask(label="Result in words", prose=True, column=True)] = ""
    events: Annotated[Whole, Ask(label="Events", group="Figures")] = None
    number: Annotated[Whole, Ask(label="Out of")] = None
    estimate: Annotated[
        Number,
        Ask(
            label="Estimate",
            help="The result as a bare number; from events it is their share in per cent.",
        ),
    ] = None
    ci_low: Annotated[Number, Ask(label="95 % interval, lower bound")] = None
    ci_high: Annotated[Number, Ask(label="95 % interval, upper bound")] = None
    unit: Annotated[str, Ask(label="Unit")] = ""
    pooled: Annotated[YesNo, Ask(label="Pooled from several data sets")] = YesNo.UNSET
    pooling_rationale: Annotated[
        str,
        Ask(
            label="Why they may be pooled",
            prose=True,
            clauses=("MDR:XIV.A.1.e",),
            when=is_(".pooled", "yes"),
        ),
    ] = ""
    indication_ids: Annotated[
        tuple[IndicationId, ...], Ask(label="Indications", group="Scope")
    ] = ()
    population_ids: Annotated[tuple[PopulationId, ...], Ask(label="Populations")] = ()
    verdict: Annotated[
        Verdict, Ask(label="Verdict", group="Verdict", column=True, clauses=("MDR:XIV.A.1.e",))
    ] = Verdict.UNSET
    comment: Annotated[str, Ask(label="Discussion", prose=True)] = ""


class Coverage(Choice):
    """Whether data cover a cell of the coverage matrix."""

    UNSET = "", "Not answered"
    COVERED = "covered", "Covered"
    GAP = "gap", "Gap"
    NOT_APPLICABLE = "na", "Not applicable"


class Cell(Row):
    """One combination of indication, population and variant, with data or a gap."""

    TITLE: ClassVar = ("state", "reason")
    NOUN: ClassVar = "coverage"
    indication_ids: Annotated[tuple[IndicationId, ...], Ask(label="Indications", column=True)] = ()
    population_ids: Annotated[tuple[PopulationId, ...], Ask(label="Populations", column=True)] = ()
    variant_ids: Annotated[tuple[VariantId, ...], Ask(label="Variants", column=True)] = ()
    state: Annotated[
        Coverage,
        Ask(
            label="Covered",
            help="Whether the data sets speak for these indications, populations and variants.",
            column=True,
            clauses=("MEDDEV-2.7.1r4:A10",),
        ),
    ] = Coverage.UNSET
    evidence_ids: Annotated[tuple[EvidenceId, ...], Ask(label="Data sets", column=True)] = ()
    reason: Annotated[str, Ask(label="Reason or gap", prose=True, column=True)] = ""


class GapKind(Choice):
    """The two kinds of gap; only the second may be left to PMCF."""

    UNSET = "", "Not answered"
    CONFORMITY = "conformity", "Conformity gap: conformity is not shown"
    RESIDUAL = "residual", "Residual uncertainty: conformity is shown, something remains open"


class GapRoute(Choice):
    """How a gap is closed."""

    INVESTIGATION = "investigation", "Clinical investigation"
    LITERATURE = "literature", "More literature or existing data"
    PURPOSE = "purpose", "Narrower purpose or claim"
    TESTING = "testing", "Testing"
    PMCF = "pmcf", "PMCF"
    PMS = "pms", "Watched in PMS"


class Gap(Row):
    """A gap in the evidence."""

    TITLE: ClassVar = ("code", "text")
    NOUN: ClassVar = "gap"
    code: Annotated[str, Ask(label="Code", example="G1", column=True)] = ""
    text: Annotated[
        str,
        Ask(label="Gap", prose=True, column=True, clauses=("MDR:XIV.A.1.b", "MDCG-2020-6:6.5.e")),
    ] = ""
    kind: Annotated[
        GapKind,
        Ask(
            label="Kind",
            column=True,
            help="A conformity gap needs data or a narrower purpose; new PMCF cannot close it.",
            clauses=("MDCG-2020-6:6.4",),
        ),
    ] = GapKind.UNSET
    indication_ids: Annotated[tuple[IndicationId, ...], Ask(label="Indications")] = ()
    population_ids: Annotated[tuple[PopulationId, ...], Ask(label="Populations")] = ()
    variant_ids: Annotated[tuple[VariantId, ...], Ask(label="Variants")] = ()
    benefit_ids: Annotated[tuple[BenefitId, ...], Ask(label="Benefits")] = ()
    claim_ids: Annotated[tuple[ClaimId, ...], Ask(label="Claims")] = ()
    risk_ids: Annotated[tuple[RiskId, ...], Ask(label="Risks")] = ()
    routes: Annotated[
        tuple[GapRoute, ...], Ask(label="Closed by", column=True, clauses=("MDR:XIV.A.1.d",))
    ] = ()
    activity_ids: Annotated[tuple[ActivityId, ...], Ask(label="PMCF activities", column=True)] = ()
    resolution: Annotated[
        str,
        Ask(
            label="What is done, or why nothing needs to be done",
            prose=True,
            clauses=("MDR:XIV.A.1.d",),
        ),
    ] = ""
    owner: Annotated[str, Ask(label="Owner")] = ""
    due: Annotated[DateText, Ask(label="Due")] = ""
    closed: Annotated[YesNo, Ask(label="Closed", column=True)] = YesNo.UNSET


class Analysis(Section):
    """Analysis of performance, safety and gaps."""

    STEP: ClassVar = Step(
        title="Analysis and gaps",
        phase="Analysis",
        intro="Each result against its criterion, what is covered, and what is still open.",
        clauses=("MDR:XIV.A.1.b", "MDR:XIV.A.1.e", "MEDDEV-2.7.1r4:10"),
    )

    results: Annotated[
        tuple[Result, ...],
        Ask(label="Results against the criteria", group="Results", clauses=("MDR:XIV.A.1.e",)),
    ] = ()
    consistency: Annotated[
        str,
        Ask(
            label="Do the data sets agree, and if not, why",
            prose=True,
            clauses=("MEDDEV-2.7.1r4:10",),
        ),
    ] = ""
    accuracy: Annotated[
        tuple[Accuracy, ...],
        Ask(
            label="Accuracy",
            group="Diagnostic accuracy",
            help="One row for each data set and threshold; predictive values at the prevalence "
            "of the intended population.",
            none="no_accuracy_because",
            clauses=("MEDDEV-2.7.1r4:A7.3",),
            when=DIAGNOSTIC,
        ),
    ] = ()
    no_accuracy_because: Annotated[
        str, Ask(label="No accuracy, because", prose=True, when=DIAGNOSTIC)
    ] = ""
    functions: Annotated[
        tuple[SoftwareFunction, ...],
        Ask(
            label="Functions with a medical purpose",
            group="Software",
            help="For each: valid clinical association, technical and clinical performance.",
            none="no_functions_because",
            clauses=("MDCG-2020-1:4",),
            when=SOFTWARE,
        ),
    ] = ()
    no_functions_because: Annotated[
        str, Ask(label="No function of its own, because", prose=True, when=SOFTWARE)
    ] = ""
    coverage: Annotated[
        tuple[Cell, ...],
        Ask(
            label="Coverage of indications, populations and variants",
            group="Coverage",
            clauses=("MEDDEV-2.7.1r4:A10",),
        ),
    ] = ()
    gaps: Annotated[
        tuple[Gap, ...],
        Ask(
            label="Gaps",
            group="Gaps",
            none="no_gaps_because",
            clauses=("MDR:XIV.A.1.b", "MDCG-2020-6:6.5.e"),
        ),
    ] = ()
    no_gaps_because: Annotated[str, Ask(label="No gap, because", prose=True)] = ""
    performance_conclusion: Annotated[
        str,
        Ask(
            label="Conclusion on clinical performance",
            group="Conclusions",
            prose=True,
            clauses=("MDR:XIV.A.1.e", "MDR:I.1"),
        ),
    ] = ""
    benefit_conclusion: Annotated[
        str, Ask(label="Conclusion on clinical benefits", prose=True, clauses=("MDR:XIV.A.1.e",))
    ] = ""
    safety_conclusion: Annotated[
        str,
        Ask(label="Conclusion on safety", prose=True, clauses=("MDR:XIV.A.1.e", "MDR:I.8")),
    ] = ""
    detection_limit: Annotated[
        str,
        Ask(
            label="Which rare events the data could have missed",
            prose=True,
            clauses=("MEDDEV-2.7.1r4:A7.4",),
        ),
    ] = ""

"""Step: benefit against risk, for each indication and population."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row, Section, Step
from cerwizard.dossier.links import (
    AlternativeId,
    BenchmarkId,
    BenefitId,
    GapId,
    IndicationId,
    PopulationId,
    RiskId,
)
from cerwizard.dossier.values import Choice, YesNo


class Determination(Choice):
    """The outcome of weighing benefit and risk."""

    UNSET = "", "Not judged"
    FAVOURABLE = "favourable", "Favourable"
    CONDITIONS = "conditions", "Favourable with conditions"
    ACCEPTABLE = "acceptable", "Acceptable, comparable to the alternatives"
    UNFAVOURABLE = "unfavourable", "Not acceptable"
    NOT_APPLICABLE = "na", "Not applicable: outside the purpose"


class Margin(Choice):
    """How clearly benefits outweigh risks."""

    UNSET = "", "Not answered"
    CLEAR = "clear", "Clear"
    MARGINAL = "marginal", "Marginal"


class Weighing(Row):
    """The determination for one indication in one population, or several that are alike."""

    TITLE: ClassVar = ("code",)
    NOUN: ClassVar = "determination"
    code: Annotated[str, Ask(label="Code", example="I1/P2", column=True)] = ""
    indication_ids: Annotated[
        tuple[IndicationId, ...], Ask(label="Indication", column=True, clauses=("MDR:XIV.A.1.a.6",))
    ] = ()
    population_ids: Annotated[tuple[PopulationId, ...], Ask(label="Population", column=True)] = ()
    verdict: Annotated[
        Determination, Ask(label="Determination", column=True, clauses=("MDR:I.1", "MDR:2.24"))
    ] = Determination.UNSET
    margin: Annotated[
        Margin,
        Ask(
            label="Margin",
            help="By how much benefits outweigh risks; a narrow margin needs more follow-up.",
            clauses=("MDCG-2020-6:6.1",),
        ),
    ] = Margin.UNSET
    benefit_ids: Annotated[tuple[BenefitId, ...], Ask(label="Benefits", clauses=("MDR:2.24",))] = ()
    risk_ids: Annotated[tuple[RiskId, ...], Ask(label="Risks", clauses=("MDR:2.24",))] = ()
    benchmark_ids: Annotated[tuple[BenchmarkId, ...], Ask(label="Benchmarks")] = ()
    alternative_ids: Annotated[
        tuple[AlternativeId, ...], Ask(label="Alternatives", clauses=("MDR:61.3.c",))
    ] = ()
    reasoning: Annotated[
        str,
        Ask(
            label="How benefits and risks are weighed",
            prose=True,
            column=True,
            help="With figures and against the alternatives.",
            clauses=("MDR:I.1", "MDR:I.8"),
        ),
    ] = ""
    uncertainty: Annotated[
        str,
        Ask(
            label="What is uncertain, and what it could change",
            prose=True,
            clauses=("MDCG-2020-13:H",),
        ),
    ] = ""
    gap_ids: Annotated[tuple[GapId, ...], Ask(label="Gaps")] = ()
    conditions: Annotated[str, Ask(label="Conditions and limits", prose=True)] = ""


class BenefitRisk(Section):
    """Benefit-risk determination and conclusions."""

    STEP: ClassVar = Step(
        title="Benefit-risk",
        phase="Conclusions",
        page="benefit_risk",
        intro="One determination for each indication and population, with its figures.",
        clauses=("MDR:I.1", "MDR:I.8", "MDR:2.24"),
    )

    method: Annotated[
        str,
        Ask(
            label="How benefits and risks were weighed",
            prose=True,
            clauses=("MEDDEV-2.7.1r4:A7.2",),
        ),
    ] = ""
    items: Annotated[
        tuple[Weighing, ...],
        Ask(label="Determinations", clauses=("MDR:XIV.A.1.a.6", "MDR:I.1", "MEDDEV-2.7.1r4:A10")),
    ] = ()
    overall: Annotated[
        str,
        Ask(
            label="Overall conclusion", prose=True, clauses=("MDR:I.1", "MDR:I.8", "MDCG-2020-13:H")
        ),
    ] = ""
    purpose_changes: Annotated[
        str,
        Ask(
            label="What must change in purpose, claims or instructions",
            prose=True,
            example="None.",
            clauses=("MDCG-2020-6:6.5.e",),
        ),
    ] = ""
    risk_file_agrees: Annotated[
        YesNo,
        Ask(
            label="The risk management file comes to the same conclusion",
            clauses=("MDCG-2020-13:H",),
        ),
    ] = YesNo.UNSET

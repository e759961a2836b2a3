"""Step: residual risks and undesirable side-effects."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row, Section, Step
from cerwizard.dossier.choices import Verdict
from cerwizard.dossier.links import BenchmarkId, SourceId
from cerwizard.dossier.values import Choice, DateText, Number, Whole, YesNo


class RiskKind(Choice):
    """Residual risk or undesirable side-effect."""

    UNSET = "", "Not answered"
    RESIDUAL = "residual", "Residual risk"
    SIDE_EFFECT = "side_effect", "Undesirable side-effect"
    USE_ERROR = "use_error", "Use error or misuse"
    PROCEDURE = "procedure", "Risk of the procedure"


class Severity(Choice):
    """Severity, on the usual five-step scale."""

    UNSET = "", "Not answered"
    NEGLIGIBLE = "negligible", "Negligible"
    MINOR = "minor", "Minor"
    SERIOUS = "serious", "Serious"
    CRITICAL = "critical", "Critical"
    CATASTROPHIC = "catastrophic", "Catastrophic"


class Lasting(Choice):
    """How long harm lasts."""

    UNSET = "", "Not answered"
    TEMPORARY = "temporary", "Temporary"
    PROLONGED = "prolonged", "Prolonged"
    PERMANENT = "permanent", "Permanent"


class Risk(Row):
    """A residual risk or side-effect: how often, how bad, and who is told."""

    TITLE: ClassVar = ("code", "harm")
    NOUN: ClassVar = "risk"
    code: Annotated[str, Ask(label="Code", example="R1", group="The risk", column=True)] = ""
    harm: Annotated[
        str,
        Ask(
            label="Risk or side-effect",
            prose=True,
            column=True,
            clauses=("MDR:I.8", "MDR:XIV.A.1.a.5"),
        ),
    ] = ""
    kind: Annotated[RiskKind, Ask(label="Kind", column=True)] = RiskKind.UNSET
    file_id: Annotated[
        str, Ask(label="Id in the risk management file", clauses=("MDCG-2020-13:G",))
    ] = ""
    imdrf: Annotated[str, Ask(label="IMDRF term")] = ""
    severity: Annotated[
        Severity, Ask(label="Severity", column=True, clauses=("MDR:2.23", "MDR:I.3"))
    ] = Severity.UNSET
    lasting: Annotated[Lasting, Ask(label="Harm lasts")] = Lasting.UNSET
    probability: Annotated[str, Ask(label="Probability in the risk file", clauses=("MDR:I.3",))] = (
        ""
    )
    events: Annotated[
        Whole, Ask(label="Events", group="How often", clauses=("MDR:I.8", "MEDDEV-2.7.1r4:A7.4"))
    ] = None
    exposed: Annotated[Whole, Ask(label="Exposed", clauses=("MDR:I.8",))] = None
    exposed_unit: Annotated[str, Ask(label="Exposed are", example="patients")] = ""
    rate: Annotated[Number, Ask(label="Rate, %", column=True, clauses=("MDR:I.8",))] = None
    ci_low: Annotated[Number, Ask(label="95 % interval, lower bound, %")] = None
    ci_high: Annotated[Number, Ask(label="95 % interval, upper bound, %")] = None
    rate_period: Annotated[str, Ask(label="Over which time", example="6 weeks")] = ""
    rate_source: Annotated[str, Ask(label="Source of the rate", prose=True)] = ""
    no_rate_because: Annotated[
        str, Ask(label="If there is no rate: why", prose=True, clauses=("MDR:I.8",))
    ] = ""
    benchmark_ids: Annotated[tuple[BenchmarkId, ...], Ask(label="Benchmarks")] = ()
    vulnerable: Annotated[str, Ask(label="Groups at higher risk", prose=True)] = ""
    acceptability: Annotated[
        str,
        Ask(
            label="Why it is acceptable",
            prose=True,
            group="Verdict",
            clauses=("MDR:I.8", "MDR:I.4"),
        ),
    ] = ""
    verdict: Annotated[
        Verdict, Ask(label="Against its criterion", column=True, clauses=("MDR:I.8",))
    ] = Verdict.UNSET
    communicate: Annotated[
        YesNo,
        Ask(label="To be told to users", group="Information", clauses=("MDR:I.23.1.g", "MDR:I.4")),
    ] = YesNo.UNSET
    ifu_text: Annotated[
        str, Ask(label="What the instructions for use say", prose=True, clauses=("MDR:I.23.4.g",))
    ] = ""
    source_ids: Annotated[
        tuple[SourceId, ...], Ask(label="Documents that tell it", clauses=("MDCG-2020-13:G",))
    ] = ()
    training: Annotated[YesNo, Ask(label="Controlled by training", clauses=("MDR:I.4",))] = (
        YesNo.UNSET
    )


class Risks(Section):
    """Residual risks, side-effects, and their place in the risk management file."""

    STEP: ClassVar = Step(
        title="Risks and side-effects",
        phase="Analysis",
        intro="Each risk with its rate, its criterion and the sentence that users read.",
        clauses=("MDR:I.8", "MDR:XIV.A.1.a.5", "MDCG-2020-13:G"),
    )

    risk_file: Annotated[
        str,
        Ask(
            label="Risk management file: number and version",
            group="Risk management file",
            clauses=("MDR:XIV.A.1.a.5", "MDR:I.3"),
        ),
    ] = ""
    risk_file_date: Annotated[DateText, Ask(label="Its date")] = ""
    items: Annotated[
        tuple[Risk, ...],
        Ask(
            label="Residual risks and side-effects",
            group="Risks and side-effects",
            none="no_items_because",
            clauses=("MDR:I.8",),
        ),
    ] = ()
    no_items_because: Annotated[str, Ask(label="None, because")] = ""
    new_hazards: Annotated[
        str,
        Ask(
            label="Hazards found in the evaluation and not in the risk file",
            group="Both ways",
            prose=True,
            example="None.",
            clauses=("MDR:I.3", "MEDDEV-2.7.1r4:A7.2"),
        ),
    ] = ""
    misuse: Annotated[
        str,
        Ask(label="Misuse and off-label use", prose=True, clauses=("MDR:I.3", "MDR:XIV.B.6.1.e")),
    ] = ""
    alignment: Annotated[
        str,
        Ask(
            label="Agreement of clinical rates with the risk file",
            prose=True,
            clauses=("MDR:I.3", "MDCG-2020-13:H"),
        ),
    ] = ""

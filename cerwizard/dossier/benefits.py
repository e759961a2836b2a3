"""Step: what the device does for the patient, and what is said about it."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row, Section, Step
from cerwizard.dossier.choices import Direction
from cerwizard.dossier.conditions import is_
from cerwizard.dossier.links import BenefitId, IndicationId, PopulationId, ReferenceId, SourceId
from cerwizard.dossier.regimes import ANNEX_XVI, NOT_ANNEX_XVI
from cerwizard.dossier.values import Choice, Number, YesNo


class Nature(Choice):
    """What kind of benefit it is."""

    UNSET = "", "Not answered"
    OUTCOME = "outcome", "Clinical outcome"
    QUALITY = "quality", "Quality of life"
    DIAGNOSIS = "diagnosis", "Outcome related to diagnosis"
    IMPACT = "impact", "Effect of diagnosis on outcome"
    PUBLIC = "public", "Public health"
    MANAGEMENT = "management", "Patient management"
    SAFETY = "safety", "Less harm"


class Directness(Choice):
    """Whether the patient benefits from the device itself."""

    UNSET = "", "Not answered"
    DIRECT = "direct", "Direct"
    INDIRECT = "indirect", "Indirect, through another device or procedure"


class Benefit(Row):
    """A clinical benefit for the patient, with the way in which it is measured."""

    TITLE: ClassVar = ("code", "statement")
    NOUN: ClassVar = "benefit"
    code: Annotated[str, Ask(label="Code", example="B1", column=True)] = ""
    statement: Annotated[
        str,
        Ask(
            label="Benefit",
            prose=True,
            column=True,
            help="What gets better for the patient, in one sentence.",
            example="Fewer sacral pressure injuries when added to standard prevention.",
            clauses=("MDR:2.53", "MDR:XIV.A.1.a.4"),
        ),
    ] = ""
    nature: Annotated[Nature, Ask(label="Kind", clauses=("MDR:2.53",))] = Nature.UNSET
    directness: Annotated[
        Directness, Ask(label="Direct or indirect", column=True, clauses=("MDCG-2020-6:6.5.a",))
    ] = Directness.UNSET
    relevance: Annotated[
        str, Ask(label="Why it matters to the patient", prose=True, clauses=("MDR:2.53",))
    ] = ""
    indication_ids: Annotated[
        tuple[IndicationId, ...], Ask(label="Indications", clauses=("MDR:XIV.A.1.a.6",))
    ] = ()
    population_ids: Annotated[tuple[PopulationId, ...], Ask(label="Populations")] = ()
    outcome: Annotated[
        str,
        Ask(
            label="Outcome parameter",
            group="How it is measured",
            column=True,
            example="Cumulative incidence of pressure injuries, category 2 or worse, at the sacrum",
            clauses=("MDR:XIV.A.1.a.4",),
        ),
    ] = ""
    measure: Annotated[
        str,
        Ask(label="Measure or instrument", example="relative risk", clauses=("MDR:XIV.A.1.a.4",)),
    ] = ""
    unit: Annotated[str, Ask(label="Unit", example="%", column=True)] = ""
    direction: Annotated[Direction, Ask(label="Better is")] = Direction.UNSET
    time_point: Annotated[
        str,
        Ask(label="Time point", example="up to 14 days", column=True, clauses=("MDR:XIV.A.1.a.4",)),
    ] = ""
    mcid: Annotated[
        Number,
        Ask(label="Smallest difference that matters", clauses=("MEDDEV-2.7.1r4:A7.2",)),
    ] = None
    mcid_source: Annotated[str, Ask(label="Where that value comes from", prose=True)] = ""
    magnitude: Annotated[
        str, Ask(label="Expected size of the benefit", prose=True, clauses=("MDR:XIV.A.1.a.4",))
    ] = ""
    surrogate: Annotated[YesNo, Ask(label="A surrogate outcome")] = YesNo.UNSET
    surrogate_validity: Annotated[
        str,
        Ask(
            label="Why the surrogate is valid",
            prose=True,
            clauses=("MDCG-2020-13:C", "MEDDEV-2.7.1r4:A7.2"),
            when=is_(".surrogate", "yes"),
        ),
    ] = ""
    surrogate_reference_ids: Annotated[
        tuple[ReferenceId, ...],
        Ask(label="References for the surrogate", when=is_(".surrogate", "yes")),
    ] = ()


class ClaimKind(Choice):
    """What a claim is about."""

    UNSET = "", "Not answered"
    BENEFIT = "benefit", "Clinical benefit"
    PERFORMANCE = "performance", "Clinical performance"
    SAFETY = "safety", "Safety"
    USABILITY = "usability", "Usability"
    COMPARATIVE = "comparative", "Comparison with an alternative"
    TECHNICAL = "technical", "Technical"


class Claim(Row):
    """A statement about the device in any document that users or patients read."""

    TITLE: ClassVar = ("code", "text")
    NOUN: ClassVar = "claim"
    code: Annotated[str, Ask(label="Code", example="CL1", column=True)] = ""
    text: Annotated[
        str,
        Ask(label="Claim, word for word", prose=True, column=True, clauses=("MDR:7",)),
    ] = ""
    kind: Annotated[ClaimKind, Ask(label="Kind", column=True)] = ClaimKind.UNSET
    source_ids: Annotated[
        tuple[SourceId, ...],
        Ask(label="Where it is written", column=True, clauses=("MDCG-2020-13:G",)),
    ] = ()
    benefit_ids: Annotated[tuple[BenefitId, ...], Ask(label="Benefits behind it")] = ()
    indication_ids: Annotated[tuple[IndicationId, ...], Ask(label="Indications")] = ()
    comparator: Annotated[
        str,
        Ask(label="Compared with what", clauses=("MDR:7",), when=is_(".kind", "comparative")),
    ] = ""


class Benefits(Section):
    """Clinical benefits and claims."""

    STEP: ClassVar = Step(
        title="Benefits and claims",
        phase="Device and purpose",
        intro="Each benefit with the outcome that measures it, and each claim word for word.",
        clauses=("MDR:2.53", "MDR:XIV.A.1.a.4", "MDR:7"),
    )

    items: Annotated[
        tuple[Benefit, ...],
        Ask(
            label="Clinical benefits",
            group="Benefits",
            help="A benefit without a measurable outcome cannot be shown.",
            none="no_benefit_because",
            clauses=("MDR:2.53", "MDR:XIV.A.1.a.4"),
            when=NOT_ANNEX_XVI,
        ),
    ] = ()
    no_benefit_because: Annotated[
        str,
        Ask(
            label="No clinical benefit of its own, because",
            help="Open to few devices, such as software whose output is relevant without one.",
            clauses=("MDCG-2020-1:4",),
        ),
    ] = ""
    performance: Annotated[
        str,
        Ask(
            label="Clinical performance",
            prose=True,
            help="What the device achieves when used as intended.",
            clauses=("MDR:2.52",),
        ),
    ] = ""
    xvi_performance: Annotated[
        str,
        Ask(
            label="Performance of the Annex XVI product",
            prose=True,
            clauses=("MDR:61.9",),
            when=ANNEX_XVI,
        ),
    ] = ""
    claims: Annotated[
        tuple[Claim, ...],
        Ask(
            label="Claims",
            group="Claims",
            help="From the instructions for use, the label, the website, brochures and the SSCP.",
            none="no_claims_because",
            clauses=("MDR:7", "MDCG-2020-13:G"),
        ),
    ] = ()
    no_claims_because: Annotated[str, Ask(label="No claim, because")] = ""
    promotion_reviewed: Annotated[
        YesNo,
        Ask(
            label="Promotional material compared with this list",
            clauses=("MDR:7", "MDCG-2020-13:G"),
        ),
    ] = YesNo.UNSET
    promotion_detail: Annotated[
        str,
        Ask(
            label="Which material, which version",
            prose=True,
            when=is_("benefits.promotion_reviewed", "yes"),
        ),
    ] = ""

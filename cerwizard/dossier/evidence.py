"""Step: the data sets on which the conclusions rest, each appraised."""

from typing import Annotated, ClassVar

from cerwizard.dossier.appraisal import Appraisal
from cerwizard.dossier.ask import Ask, Row, Section, Step
from cerwizard.dossier.choices import Age, Level, Sex, Tristate
from cerwizard.dossier.links import (
    BenefitId,
    ClaimId,
    EquivalentId,
    EvidenceId,
    GenerationId,
    IndicationId,
    InvestigationId,
    PopulationId,
    ReferenceId,
    RiskId,
    VariantId,
)
from cerwizard.dossier.values import Choice, Whole


class EvidenceKind(Choice):
    """What kind of data a data set holds; which of them are clinical data is told in `law`."""

    UNSET = "", "Not answered"
    RCT = "rct", "Randomised controlled trial"
    CONTROLLED = "controlled", "Controlled, not randomised"
    COHORT = "cohort", "Cohort study"
    SINGLE_ARM = "single_arm", "Single-arm study"
    ACCURACY = "accuracy", "Diagnostic accuracy study"
    SERIES = "series", "Case series"
    CASE = "case", "Case report"
    REVIEW = "review", "Systematic review or meta-analysis"
    GUIDELINE = "guideline", "Guideline or health technology assessment"
    REGISTRY = "registry", "Registry"
    PMCF = "pmcf", "PMCF study"
    SURVEY = "survey", "Survey"
    VIGILANCE = "vigilance", "Complaints and vigilance"
    BENCH = "bench", "Bench test"
    BIOCOMPATIBILITY = "biocompatibility", "Biological evaluation"
    SOFTWARE = "software", "Software verification and validation"
    ANIMAL = "animal", "Animal study"
    SIMULATED = "simulated", "Simulated use or cadaver study"
    STANDARD = "standard", "Compliance with a standard"
    QMS = "qms", "Certificate of the quality management system"
    CLEARANCE = "clearance", "Approval in another jurisdiction"
    SALES = "sales", "Sales figures"
    OPINION = "opinion", "Expert opinion or testimonial"


class Relation(Choice):
    """Which device the data come from."""

    UNSET = "", "Not answered"
    DUE = "due", "Device under evaluation"
    PREVIOUS = "previous", "Earlier generation of it"
    EQUIVALENT = "equivalent", "Demonstrated equivalent device"
    SIMILAR = "similar", "Similar device"
    BENCHMARK = "benchmark", "Condition or benchmark"
    ALTERNATIVE = "alternative", "Alternative therapy"


class Role(Choice):
    """What a data set is used for."""

    UNSET = "", "Not answered"
    PIVOTAL = "pivotal", "Pivotal"
    SUPPORTIVE = "supportive", "Supportive"
    CONTEXT = "context", "Context only"
    SAFETY = "safety", "Safety signal only"


class Evidence(Appraisal):
    """A data set: a study, a registry, a survey, a body of complaints."""

    TITLE: ClassVar = ("code", "title")
    NOUN: ClassVar = "data set"
    code: Annotated[str, Ask(label="Code", example="F01", group="Data set", column=True)] = ""
    title: Annotated[str, Ask(label="Data set", prose=True, column=True)] = ""
    kind: Annotated[EvidenceKind, Ask(label="Kind", column=True, clauses=("MDR:2.48",))] = (
        EvidenceKind.UNSET
    )
    relation: Annotated[
        Relation,
        Ask(label="Data on", column=True, clauses=("MDR:2.48", "MDCG-2020-5:5")),
    ] = Relation.UNSET
    reference_ids: Annotated[tuple[ReferenceId, ...], Ask(label="References")] = ()
    investigation_ids: Annotated[tuple[InvestigationId, ...], Ask(label="Own investigations")] = ()
    equivalent_ids: Annotated[tuple[EquivalentId, ...], Ask(label="Equivalent device")] = ()
    generation_ids: Annotated[
        tuple[GenerationId, ...], Ask(label="Generation studied", clauses=("MDCG-2020-5:4.c",))
    ] = ()
    same_cohort_ids: Annotated[
        tuple[EvidenceId, ...], Ask(label="Overlaps with the cohort of")
    ] = ()
    design: Annotated[str, Ask(label="Design", prose=True, group="What was done and found")] = ""
    sample: Annotated[Whole, Ask(label="Number of patients", column=True)] = None
    analysed: Annotated[Whole, Ask(label="Number analysed")] = None
    sample_rationale: Annotated[
        str, Ask(label="Why the number is sufficient", prose=True, clauses=("MDR:61.1",))
    ] = ""
    follow_up: Annotated[str, Ask(label="Follow-up", example="24 weeks")] = ""
    follow_up_days: Annotated[
        Whole, Ask(label="Longest follow-up in days", clauses=("MDR:I.6",))
    ] = None
    population_studied: Annotated[str, Ask(label="Population studied", prose=True)] = ""
    ages: Annotated[
        tuple[Age, ...], Ask(label="Ages studied", clauses=("MEDDEV-2.7.1r4:A7.2",))
    ] = ()
    sex: Annotated[Sex, Ask(label="Sex studied")] = Sex.UNSET
    outcomes: Annotated[str, Ask(label="Results", prose=True)] = ""
    adverse_events: Annotated[str, Ask(label="Adverse events", prose=True)] = ""
    favourable: Annotated[
        Tristate, Ask(label="Favourable or not", column=True, clauses=("MDR:XIV.A.2",))
    ] = Tristate.UNSET
    indication_ids: Annotated[
        tuple[IndicationId, ...],
        Ask(label="Indications", group="What it covers", clauses=("MEDDEV-2.7.1r4:9.3",)),
    ] = ()
    population_ids: Annotated[tuple[PopulationId, ...], Ask(label="Populations")] = ()
    variant_ids: Annotated[tuple[VariantId, ...], Ask(label="Variants")] = ()
    benefit_ids: Annotated[tuple[BenefitId, ...], Ask(label="Benefits")] = ()
    claim_ids: Annotated[tuple[ClaimId, ...], Ask(label="Claims")] = ()
    risk_ids: Annotated[tuple[RiskId, ...], Ask(label="Risks")] = ()
    level: Annotated[
        Level,
        Ask(
            label="Rank",
            help="Place in the hierarchy of evidence: 1 is the strongest, 12 the weakest.",
            group="Place in the evaluation",
            column=True,
            clauses=("MDCG-2020-6:III",),
        ),
    ] = Level.UNSET
    role: Annotated[
        Role,
        Ask(
            label="Used as",
            help="Conclusions rest on pivotal data; other data support them or give the context.",
            column=True,
            clauses=("MEDDEV-2.7.1r4:9.3",),
        ),
    ] = Role.UNSET
    contribution: Annotated[
        str, Ask(label="What it contributes", prose=True, clauses=("MEDDEV-2.7.1r4:9.3",))
    ] = ""


class Bridge(Row):
    """Why data on an earlier generation or version still speak for the present device."""

    TITLE: ClassVar = ("what",)
    NOUN: ClassVar = "bridge"
    generation_ids: Annotated[
        tuple[GenerationId, ...], Ask(label="Earlier generation", column=True)
    ] = ()
    evidence_ids: Annotated[tuple[EvidenceId, ...], Ask(label="Data sets", column=True)] = ()
    what: Annotated[str, Ask(label="What they speak for", prose=True, column=True)] = ""
    why: Annotated[
        str,
        Ask(
            label="Why the differences do not matter",
            prose=True,
            column=True,
            clauses=("MDCG-2020-5:4.c",),
        ),
    ] = ""
    limits: Annotated[str, Ask(label="For what they are not used", prose=True)] = ""


class EvidenceBase(Section):
    """Data sets, appraised and mapped to what they cover."""

    STEP: ClassVar = Step(
        title="Evidence and appraisal",
        phase="Evidence",
        page="evidence",
        intro="Each data set behind a conclusion: what it found, how good it is, what it covers. "
        "Unfavourable ones too.",
        clauses=("MDR:XIV.A.1.c", "MDR:XIV.A.2", "MEDDEV-2.7.1r4:9.3"),
    )

    items: Annotated[
        tuple[Evidence, ...],
        Ask(label="Data sets", clauses=("MDR:XIV.A.1.c", "MDCG-2020-6:III")),
    ] = ()
    bridges: Annotated[
        tuple[Bridge, ...],
        Ask(
            label="Bridges from earlier generations",
            none="no_bridges_because",
            clauses=("MDCG-2020-5:4.c",),
        ),
    ] = ()
    no_bridges_because: Annotated[str, Ask(label="None needed, because")] = ""
    unfavourable_statement: Annotated[
        str,
        Ask(
            label="If nothing unfavourable was found: how it was looked for",
            prose=True,
            clauses=("MDR:XIV.A.2",),
        ),
    ] = ""
    sufficiency: Annotated[
        str,
        Ask(
            label="Why the evidence is sufficient in amount and quality",
            prose=True,
            clauses=("MDR:2.51", "MDR:61.1", "MDCG-2020-13:H"),
        ),
    ] = ""

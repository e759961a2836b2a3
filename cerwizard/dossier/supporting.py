"""Step: non-clinical and quality-system material, kept apart and never counted as clinical data."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row, Section, Step
from cerwizard.dossier.links import GsprId, RiskId
from cerwizard.dossier.values import Choice, DateText


class SupportingKind(Choice):
    """What kind of material it is; none of them is clinical data under Article 2(48)."""

    UNSET = "", "Not answered"
    BENCH = "bench", "Bench test"
    BIOCOMPATIBILITY = "biocompatibility", "Biological evaluation"
    STERILISATION = "sterilisation", "Sterilisation, packaging, shelf life"
    ELECTRICAL = "electrical", "Electrical safety and EMC"
    SOFTWARE = "software", "Software verification and validation"
    ANIMAL = "animal", "Animal study"
    SIMULATED = "simulated", "Simulated use or cadaver study"
    STANDARD = "standard", "Compliance with a standard"
    QMS = "qms", "Certificate of the quality management system"
    CLEARANCE = "clearance", "Approval in another jurisdiction"
    SALES = "sales", "Sales and market history"
    OPINION = "opinion", "Expert opinion or testimonial"
    OTHER = "other", "Other"


class Material(Row):
    """A piece of supporting material."""

    TITLE: ClassVar = ("code", "title")
    NOUN: ClassVar = "supporting material"
    code: Annotated[str, Ask(label="Code", example="S1", column=True)] = ""
    title: Annotated[str, Ask(label="Title", prose=True, column=True)] = ""
    kind: Annotated[SupportingKind, Ask(label="Kind", column=True, clauses=("MDR:2.48",))] = (
        SupportingKind.UNSET
    )
    reference: Annotated[str, Ask(label="Report and version", column=True)] = ""
    date: Annotated[DateText, Ask(label="Date")] = ""
    standard: Annotated[str, Ask(label="Method or standard")] = ""
    result: Annotated[str, Ask(label="Result", prose=True, column=True)] = ""
    relevance: Annotated[
        str,
        Ask(label="What it shows, and what it cannot show", prose=True, clauses=("MDR:II.6.1",)),
    ] = ""
    gspr_ids: Annotated[tuple[GsprId, ...], Ask(label="GSPRs it supports")] = ()
    risk_ids: Annotated[tuple[RiskId, ...], Ask(label="Risks that it controls")] = ()


class Supporting(Section):
    """Non-clinical and quality-system material."""

    STEP: ClassVar = Step(
        title="Supporting material",
        phase="Evidence",
        intro="Bench tests, biological evaluation, certificates. A certified quality system proves "
        "the process; only clinical evidence proves the device.",
        clauses=("MDR:2.48", "MDR:II.6.1", "MDCG-2020-6:III"),
    )

    items: Annotated[
        tuple[Material, ...],
        Ask(
            label="Supporting material",
            help="None of it counts as clinical data.",
            none="no_items_because",
            clauses=("MDR:II.6.1",),
        ),
    ] = ()
    no_items_because: Annotated[str, Ask(label="None, because")] = ""
    summary: Annotated[
        str,
        Ask(
            label="What it shows and where its limits lie",
            prose=True,
            clauses=("MDR:XIV.A.4", "MDR:II.6.1"),
        ),
    ] = ""

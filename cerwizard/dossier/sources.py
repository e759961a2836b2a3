"""Step: the documents that the report must agree with."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row, Section, Step
from cerwizard.dossier.values import Choice, DateText, YesNo


class SourceKind(Choice):
    """What kind of document it is."""

    UNSET = "", "Not answered"
    IFU = "ifu", "Instructions for use"
    LABEL = "label", "Label"
    RISK_FILE = "risk_file", "Risk management file"
    SSCP = "sscp", "SSCP"
    BROCHURE = "brochure", "Brochure"
    WEBSITE = "website", "Website"
    PMS_PLAN = "pms_plan", "PMS plan"
    PMCF_PLAN = "pmcf_plan", "PMCF plan"
    PMCF_REPORT = "pmcf_report", "PMCF evaluation report"
    PSUR = "psur", "PSUR or PMS report"
    USABILITY = "usability", "Usability file"
    OTHER = "other", "Other"


class Source(Row):
    """A document with the version that was compared and the text that matters."""

    TITLE: ClassVar = ("number", "version")
    NOUN: ClassVar = "document"
    kind: Annotated[SourceKind, Ask(label="Kind", column=True)] = SourceKind.UNSET
    number: Annotated[str, Ask(label="Number or title", example="IFU-FB", column=True)] = ""
    version: Annotated[str, Ask(label="Version", column=True, clauses=("MDR:I.23.4.y",))] = ""
    date: Annotated[DateText, Ask(label="Date", column=True)] = ""
    reviewed: Annotated[YesNo, Ask(label="Compared with this report", column=True)] = YesNo.UNSET
    intended_purpose: Annotated[
        str,
        Ask(
            label="Its intended purpose, word for word",
            group="The text that matters",
            prose=True,
            clauses=("MDR:I.23.4.b", "MDCG-2020-13:G"),
        ),
    ] = ""
    indications: Annotated[str, Ask(label="Its indications", prose=True)] = ""
    contraindications: Annotated[str, Ask(label="Its contraindications", prose=True)] = ""
    benefits: Annotated[
        str, Ask(label="Its clinical benefits", prose=True, clauses=("MDR:I.23.4.c",))
    ] = ""
    risks: Annotated[
        str, Ask(label="Its risks and side-effects", prose=True, clauses=("MDR:I.23.4.g",))
    ] = ""
    users: Annotated[str, Ask(label="Its users and training", prose=True)] = ""
    other: Annotated[str, Ask(label="Other text that matters", prose=True)] = ""


class Sources(Section):
    """Source documents: instructions, label, risk file, SSCP, promotion."""

    STEP: ClassVar = Step(
        title="Source documents",
        phase="Device and purpose",
        intro="Which documents, in which version, this report was compared with.",
        clauses=("MDCG-2020-13:G", "MDR:I.23.4", "MDCG-2020-13:A"),
    )

    items: Annotated[
        tuple[Source, ...],
        Ask(
            label="Documents",
            help="At least the instructions for use and the risk management file.",
            clauses=("MDCG-2020-13:A", "MDR:I.23.4.y"),
        ),
    ] = ()

"""Step: the requirements of Annex I that need clinical data, and the verdict on each."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row, Section, Step
from cerwizard.dossier.choices import Level
from cerwizard.dossier.conditions import is_
from cerwizard.dossier.links import ClaimId, EvidenceId, GapId, SupportingId
from cerwizard.dossier.regimes import LEGACY
from cerwizard.dossier.values import Choice, YesNo


class GsprRoute(Choice):
    """How conformity with one requirement is shown."""

    UNSET = "", "Not answered"
    CLINICAL = "clinical", "With clinical data"
    NON_CLINICAL = "non_clinical", "Article 61(10): without clinical data"
    NONE = "none", "Needs no clinical data"


class Conformity(Choice):
    """The verdict on one requirement."""

    UNSET = "", "Not judged"
    CONFORM = "conform", "Conform"
    CONFORM_PMCF = "conform_pmcf", "Conform, residual uncertainty followed in PMCF"
    GAP = "gap", "Not shown"
    NOT_APPLICABLE = "na", "Not applicable"


class Requirement(Row):
    """One requirement of Annex I."""

    TITLE: ClassVar = ("number", "subject")
    NOUN: ClassVar = "requirement"
    number: Annotated[str, Ask(label="GSPR", example="8", column=True, clauses=("MDR:I",))] = ""
    subject: Annotated[str, Ask(label="Subject", column=True)] = ""
    route: Annotated[
        GsprRoute,
        Ask(
            label="Shown",
            help="By which kind of data conformity with this requirement is shown.",
            column=True,
            clauses=("MDR:XIV.A.1.a.1", "MDR:61.10"),
        ),
    ] = GsprRoute.UNSET
    rationale: Annotated[
        str,
        Ask(
            label="Why clinical data are or are not needed",
            prose=True,
            clauses=("MDR:XIV.A.1.a.1",),
        ),
    ] = ""
    claim_ids: Annotated[tuple[ClaimId, ...], Ask(label="Claims")] = ()
    evidence_ids: Annotated[
        tuple[EvidenceId, ...], Ask(label="Clinical data sets", column=True, clauses=("MDR:61.1",))
    ] = ()
    supporting_ids: Annotated[
        tuple[SupportingId, ...], Ask(label="Supporting material", clauses=("MDR:XIV.A.4",))
    ] = ()
    level_achieved: Annotated[Level, Ask(label="Level achieved", clauses=("MDR:61.1",))] = (
        Level.UNSET
    )
    conformity: Annotated[
        Conformity, Ask(label="Verdict", column=True, clauses=("MDR:61.1", "MDCG-2020-13:H"))
    ] = Conformity.UNSET
    statement: Annotated[
        str, Ask(label="Statement of conformity", prose=True, clauses=("MEDDEV-2.7.1r4:A10",))
    ] = ""
    gap_ids: Annotated[
        tuple[GapId, ...],
        Ask(label="Gaps", when=is_(".conformity", "conform_pmcf", "gap")),
    ] = ()


class Gspr(Section):
    """Conformity with the general safety and performance requirements."""

    STEP: ClassVar = Step(
        title="Conformity with GSPRs",
        phase="Analysis",
        intro="Requirements 1 and 8 always need clinical data (9 for Annex XVI products); "
        "others as the plan says.",
        clauses=("MDR:61.1", "MDR:XIV.A.1.a.1", "MDR:I"),
    )

    items: Annotated[
        tuple[Requirement, ...],
        Ask(label="Requirements", clauses=("MDR:XIV.A.1.a.1", "MDR:61.1")),
    ] = ()
    gap_analysis: Annotated[
        str,
        Ask(
            label="Gap analysis from Essential Requirements to GSPRs",
            prose=True,
            clauses=("MDCG-2020-6:6.1",),
            when=LEGACY,
        ),
    ] = ""
    information_consistent: Annotated[
        YesNo,
        Ask(
            label="Instructions, label and promotion agree with the data",
            clauses=("MDCG-2020-13:G",),
        ),
    ] = YesNo.UNSET
    information_detail: Annotated[
        str,
        Ask(label="What was compared and what was found", prose=True, clauses=("MDCG-2020-13:G",)),
    ] = ""

"""Step: the searches for published data, and what they found."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row, Section, Step
from cerwizard.dossier.conditions import is_
from cerwizard.dossier.flow import Flow
from cerwizard.dossier.links import SearchId, VariantId
from cerwizard.dossier.values import Choice, DateText, Whole, YesNo


class SearchPurpose(Choice):
    """The question that a search answers."""

    UNSET = "", "Not answered"
    DEVICE = "device", "Device under evaluation"
    EQUIVALENT = "equivalent", "Equivalent device"
    SOTA = "sota", "State of the art and alternatives"
    SAFETY = "safety", "Safety of similar devices"


class SourceKind(Choice):
    """What kind of source was searched."""

    UNSET = "", "Not answered"
    DATABASE = "database", "Bibliographic database"
    REGISTER = "register", "Trial register"
    OTHER = "other", "Website, organisation, hand search"


class Query(Row):
    """One search in one source, so exact that another person gets the same result."""

    TITLE: ClassVar = ("source", "run_on")
    NOUN: ClassVar = "query"
    source: Annotated[
        str, Ask(label="Source", example="PubMed", column=True, clauses=("MEDDEV-2.7.1r4:A4",))
    ] = ""
    kind: Annotated[SourceKind, Ask(label="Kind of source", column=True)] = SourceKind.UNSET
    string: Annotated[
        str,
        Ask(
            label="Search string, word for word",
            prose=True,
            column=True,
            clauses=("MEDDEV-2.7.1r4:A5",),
        ),
    ] = ""
    run_on: Annotated[
        DateText, Ask(label="Run on", column=True, clauses=("MEDDEV-2.7.1r4:A5",))
    ] = ""
    limits: Annotated[str, Ask(label="Limits and filters", prose=True)] = ""
    hits: Annotated[Whole, Ask(label="Hits", column=True, clauses=("MEDDEV-2.7.1r4:A5",))] = None
    variant_ids: Annotated[tuple[VariantId, ...], Ask(label="Variants looked for")] = ()


class Search(Flow):
    """A search with its protocol, its queries and the flow of records after PRISMA 2020."""

    TITLE: ClassVar = ("code", "title")
    NOUN: ClassVar = "search"
    code: Annotated[str, Ask(label="Code", example="A", group="Protocol", column=True)] = ""
    title: Annotated[str, Ask(label="Search", column=True)] = ""
    purpose: Annotated[
        SearchPurpose, Ask(label="Question", column=True, clauses=("MDCG-2020-13:D",))
    ] = SearchPurpose.UNSET
    question: Annotated[
        str,
        Ask(
            label="Review question",
            prose=True,
            help="Population, intervention, comparator, outcomes.",
            clauses=("MEDDEV-2.7.1r4:A5",),
        ),
    ] = ""
    protocol: Annotated[
        str, Ask(label="Protocol and version", column=True, clauses=("MEDDEV-2.7.1r4:8.2",))
    ] = ""
    protocol_date: Annotated[
        DateText, Ask(label="Date of the protocol", clauses=("MEDDEV-2.7.1r4:A5",))
    ] = ""
    executor: Annotated[str, Ask(label="Searched by")] = ""
    period_from: Annotated[
        DateText, Ask(label="Published from", column=True, clauses=("MEDDEV-2.7.1r4:A5",))
    ] = ""
    period_to: Annotated[
        DateText, Ask(label="Published until", column=True, clauses=("MEDDEV-2.7.1r4:A5",))
    ] = ""
    queries: Annotated[
        tuple[Query, ...],
        Ask(
            label="Queries",
            help="One row for each source.",
            clauses=("MEDDEV-2.7.1r4:A5", "MDCG-2020-13:D"),
        ),
    ] = ()
    sources_rationale: Annotated[
        str, Ask(label="Why these sources", prose=True, clauses=("MEDDEV-2.7.1r4:A4",))
    ] = ""
    inclusion: Annotated[
        str, Ask(label="Inclusion criteria", prose=True, clauses=("MEDDEV-2.7.1r4:A5",))
    ] = ""
    exclusion: Annotated[
        str, Ask(label="Exclusion criteria", prose=True, clauses=("MEDDEV-2.7.1r4:A5",))
    ] = ""
    languages: Annotated[str, Ask(label="Languages, and why these")] = ""
    screening: Annotated[
        str, Ask(label="Who screened, and how disagreement was settled", prose=True)
    ] = ""
    deduplication: Annotated[str, Ask(label="How duplicates were found", prose=True)] = ""
    deviations: Annotated[
        str,
        Ask(
            label="Deviations from the protocol",
            prose=True,
            example="None.",
            clauses=("MEDDEV-2.7.1r4:A5", "MDCG-2020-13:D"),
        ),
    ] = ""


class Screening(Choice):
    """What became of a reference."""

    UNSET = "", "Not screened"
    EXCLUDED_TITLE = "excluded_title", "Excluded on title or abstract"
    NOT_RETRIEVED = "not_retrieved", "Full text not obtained"
    EXCLUDED = "excluded", "Excluded on full text"
    INCLUDED = "included", "Included"
    BACKGROUND = "background", "Cited as background only"


class Exclusion(Choice):
    """The primary reason for leaving a reference out."""

    UNSET = "", "Not answered"
    DEVICE = "device", "Not this device"
    POPULATION = "population", "Other population"
    INDICATION = "indication", "Other indication"
    OUTCOME = "outcome", "No relevant outcome"
    DESIGN = "design", "Unsuitable design"
    NON_HUMAN = "non_human", "Not in humans"
    COHORT = "cohort", "Same cohort reported elsewhere"
    LANGUAGE = "language", "Language"
    DATE = "date", "Outside the period"
    ABSTRACT = "abstract", "Abstract only"
    OPINION = "opinion", "Opinion"
    RETRACTED = "retracted", "Retracted"
    OTHER = "other", "Other"


_LEFT_OUT = is_(".screening", "excluded_title", "not_retrieved", "excluded")


class Reference(Row):
    """A bibliographic record and what screening made of it."""

    TITLE: ClassVar = ("code", "title")
    NOUN: ClassVar = "reference"
    code: Annotated[str, Ask(label="Code", example="F07", column=True)] = ""
    kind: Annotated[str, Ask(label="Type of publication", example="JOUR")] = ""
    title: Annotated[str, Ask(label="Title", column=True)] = ""
    authors: Annotated[tuple[str, ...], Ask(label="Authors", column=True)] = ()
    year: Annotated[Whole, Ask(label="Year", column=True)] = None
    journal: Annotated[str, Ask(label="Journal or publisher", column=True)] = ""
    volume: Annotated[str, Ask(label="Volume")] = ""
    issue: Annotated[str, Ask(label="Issue")] = ""
    pages: Annotated[str, Ask(label="Pages")] = ""
    doi: Annotated[str, Ask(label="DOI")] = ""
    pmid: Annotated[str, Ask(label="PMID")] = ""
    registration: Annotated[str, Ask(label="Trial registration")] = ""
    url: Annotated[str, Ask(label="Web address")] = ""
    abstract: Annotated[str, Ask(label="Abstract", prose=True, printed=False)] = ""
    keywords: Annotated[tuple[str, ...], Ask(label="Keywords", printed=False)] = ()
    notes: Annotated[str, Ask(label="Notes", prose=True, printed=False)] = ""
    search_ids: Annotated[
        tuple[SearchId, ...], Ask(label="Found by", group="Screening", clauses=("MDCG-2020-13:D",))
    ] = ()
    screening: Annotated[
        Screening, Ask(label="Screening", column=True, clauses=("MEDDEV-2.7.1r4:8.2",))
    ] = Screening.UNSET
    exclusion: Annotated[
        Exclusion, Ask(label="Reason for exclusion", clauses=("MDCG-2020-13:D",), when=_LEFT_OUT)
    ] = Exclusion.UNSET
    exclusion_detail: Annotated[str, Ask(label="Reason in words", prose=True, when=_LEFT_OUT)] = ""
    full_text: Annotated[YesNo, Ask(label="Full text read", clauses=("MEDDEV-2.7.1r4:9.3",))] = (
        YesNo.UNSET
    )


class Literature(Section):
    """Literature searches and references."""

    STEP: ClassVar = Step(
        title="Literature",
        phase="Evidence",
        page="literature",
        intro="The searches, so exact that they can be repeated, and every record they found.",
        clauses=("MDR:XIV.A.1.b", "MEDDEV-2.7.1r4:8.2", "MDCG-2020-13:D"),
    )

    searches: Annotated[
        tuple[Search, ...],
        Ask(
            label="Searches",
            help="At least one for the device and one for the state of the art.",
            clauses=("MDR:XIV.A.1.b", "MDCG-2020-13:D"),
        ),
    ] = ()
    references: Annotated[
        tuple[Reference, ...],
        Ask(
            label="References",
            help="Import them from RIS, or add them by hand.",
            clauses=("MDCG-2020-13:D",),
        ),
    ] = ()
    unfavourable_search: Annotated[
        str,
        Ask(
            label="How unfavourable data were looked for",
            prose=True,
            clauses=("MDR:XIV.A.2", "MDR:61.3"),
        ),
    ] = ""

"""The flow of records through a search, with the field names of PRISMA 2020."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row
from cerwizard.dossier.values import Whole


class Excluded(Row):
    """How many full texts were left out for one reason."""

    TITLE: ClassVar = ("reason",)
    NOUN: ClassVar = "reason"
    reason: Annotated[str, Ask(label="Reason", column=True, clauses=("PRISMA-2020:16",))] = ""
    number: Annotated[Whole, Ask(label="Number", column=True)] = None


class Flow(Row):
    """Counts of records and reports in two streams: databases and registers, other methods."""

    database_results: Annotated[
        Whole,
        Ask(label="Records from databases", group="Flow of records", clauses=("PRISMA-2020:16",)),
    ] = None
    register_results: Annotated[Whole, Ask(label="Records from registers")] = None
    duplicates: Annotated[Whole, Ask(label="Duplicates removed")] = None
    excluded_automatic: Annotated[Whole, Ask(label="Removed by automation")] = None
    excluded_other: Annotated[Whole, Ask(label="Removed for other reasons")] = None
    records_screened: Annotated[Whole, Ask(label="Records screened", column=True)] = None
    records_excluded: Annotated[Whole, Ask(label="Excluded on title or abstract")] = None
    dbr_sought_reports: Annotated[Whole, Ask(label="Full texts sought")] = None
    dbr_notretrieved_reports: Annotated[Whole, Ask(label="Full texts not obtained")] = None
    dbr_assessed: Annotated[Whole, Ask(label="Full texts assessed")] = None
    dbr_excluded: Annotated[
        tuple[Excluded, ...],
        Ask(label="Full texts excluded, by reason", clauses=("MDCG-2020-13:D",)),
    ] = ()
    website_results: Annotated[Whole, Ask(label="Records from websites", group="Other methods")] = (
        None
    )
    organisation_results: Annotated[Whole, Ask(label="Records from organisations")] = None
    citations_results: Annotated[Whole, Ask(label="Records from citation chasing")] = None
    other_sought_reports: Annotated[Whole, Ask(label="Full texts sought (other methods)")] = None
    other_notretrieved_reports: Annotated[
        Whole, Ask(label="Full texts not obtained (other methods)")
    ] = None
    other_assessed: Annotated[Whole, Ask(label="Full texts assessed (other methods)")] = None
    other_excluded: Annotated[
        tuple[Excluded, ...], Ask(label="Full texts excluded, by reason (other methods)")
    ] = ()
    previous_studies: Annotated[
        Whole, Ask(label="Studies from the last report", group="Included")
    ] = None
    previous_reports: Annotated[Whole, Ask(label="Reports from the last report")] = None
    new_studies: Annotated[Whole, Ask(label="New studies included")] = None
    new_reports: Annotated[Whole, Ask(label="New reports included", column=True)] = None
    total_studies: Annotated[Whole, Ask(label="Studies in all")] = None
    total_reports: Annotated[Whole, Ask(label="Reports in all")] = None
    counts_note: Annotated[
        str,
        Ask(
            label="Remark on the counts",
            prose=True,
            help="For example one record with two reports.",
        ),
    ] = ""

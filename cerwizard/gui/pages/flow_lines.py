"""The flow of records through each search as one line, and whether its counts add up."""

from collections import Counter

from cerwizard.dossier.ask import title
from cerwizard.dossier.literature import Literature, Screening, Search
from cerwizard.gui.marks import DONE, EMPTY
from cerwizard.gui.pages.sheet import Cell, Chip, Column, Line
from cerwizard.reckon.prisma import Identity, identities

_SEARCHES = "literature.searches"

COLUMNS = (
    Column("Search", 2, 11),
    Column("Found", 0, 10, "Records from databases and registers, then from other methods"),
    Column("Screened", 0, 8, "Records screened on title and abstract"),
    Column("Full text", 0, 7, "Full texts assessed, in both streams"),
    Column("Included", 0, 8, "New reports included"),
    Column("Adds up", 4, 12, "Whether the counts agree with each other, after PRISMA 2020"),
)


def lines(section: Literature) -> tuple[Line, ...]:
    """Return a line for each search."""
    included = [r for r in section.references if r.screening is Screening.INCLUDED]
    return tuple(_line(search, identities(search, included)) for search in section.searches)


def _line(search: Search, found: tuple[Identity, ...]) -> Line:
    failed = [identity for identity in found if identity.holds is False]
    held = any(identity.holds for identity in found)
    code = search.code.strip() or "Search"
    cells = (
        Cell(_name(search), chips=(Chip(code, f"{_SEARCHES}[{search.id}]", title(search)),)),
        _count(_sum(search.database_results, search.register_results), _others(search)),
        _count(search.records_screened),
        _count(_sum(search.dbr_assessed, search.other_assessed)),
        _count(search.new_reports),
        _verdict(search, failed, held),
    )
    return Line(search.id, cells, "minor" if failed else "")


def _name(search: Search) -> str:
    return " ".join(search.title.split()) or search.purpose.label


def _verdict(search: Search, failed: list[Identity], held: bool) -> Cell:
    if failed:
        first = failed[0]
        chip = Chip("Go there", f"{_SEARCHES}[{search.id}].{first.fields[0]}", first.gist)
        more = f", and {len(failed) - 1} more" if failed[1:] else ""
        told = f"{_sides(first)}{more}. Expected: {first.gist}."
        return Cell(told, mark="minor", chips=(chip,))
    if held:
        return Cell("The counts agree.", mark=DONE)
    return Cell("Not counted yet", mark=EMPTY, quiet=True)


def _sides(identity: Identity) -> str:
    if identity.left is None or identity.right is None:
        return "They differ"
    return f"{identity.left:,} against {identity.right:,}"


def _sum(*counts: int | None) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if known else None


def _others(search: Search) -> str:
    other = _sum(search.website_results, search.organisation_results, search.citations_results)
    return f"+{other:,} elsewhere" if other else ""


def _count(number: int | None, below: str = "") -> Cell:
    return Cell("–", below, quiet=True) if number is None else Cell(f"{number:,}", below)


def screened(section: Literature) -> str:
    """Return in words how far the screening of the references is."""
    if not section.references:
        return "No reference has been imported yet."
    counts = Counter(r.screening for r in section.references)
    done = len(section.references) - counts[Screening.UNSET]
    included = counts[Screening.INCLUDED]
    return f"{done:,} of {len(section.references):,} references screened, {included:,} included."

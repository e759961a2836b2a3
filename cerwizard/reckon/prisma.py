"""Whether the counts of a search's flow add up, after PRISMA 2020."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cerwizard.dossier.flow import Excluded, Flow
from cerwizard.dossier.literature import Reference, Screening, Search, SourceKind


@dataclass(frozen=True, slots=True)
class Identity:
    """One relation between counts; `holds` is None where a count that it needs is missing.

    `fields` are the fields of the search that it is about, the counted one first.
    """

    code: str
    gist: str
    fields: tuple[str, ...]
    holds: bool | None
    left: int | None = None
    right: int | None = None


def identities(search: Search, references: Iterable[Reference] = ()) -> tuple[Identity, ...]:
    """Return all relations for one search; `references` are those of the dossier."""
    included = [r for r in references if search.id in r.search_ids and _included(r)]
    return (
        *_hits(search),
        *_screening(search),
        *_databases(search),
        *_others(search),
        *_totals(search),
        *_sizes(search),
        _listed(search, len(included)),
    )


def dbr_included(flow: Flow) -> int | None:
    """Return the reports included from databases and registers: assessed less excluded."""
    return _less(flow.dbr_assessed, _sum(flow.dbr_excluded))


def other_included(flow: Flow) -> int | None:
    """Return the reports included from other methods: assessed less excluded."""
    return _less(flow.other_assessed, _sum(flow.other_excluded))


def balances(search: Search) -> bool:
    """Say whether there is a flow of records and no relation within it fails."""
    found = [i.holds for i in identities(search) if i.code != "P18"]
    return True in found and False not in found


def _included(reference: Reference) -> bool:
    return reference.screening is Screening.INCLUDED


def _hits(s: Search) -> Iterator[Identity]:
    for code, kind, name, what in (
        ("P01", SourceKind.DATABASE, "database_results", "databases"),
        ("P02", SourceKind.REGISTER, "register_results", "registers"),
    ):
        hits = [q.hits for q in s.queries if q.kind is kind]
        known = [h for h in hits if h is not None]
        total = sum(known) if hits and len(known) == len(hits) else None
        gist = f"the hits of all {what} make up the records from {what}"
        yield _same(code, gist, (name, "queries"), getattr(s, name), total)


def _screening(s: Search) -> Iterator[Identity]:
    found = _plus(s.database_results, s.register_results)
    removed = _or_0(s.duplicates) + _or_0(s.excluded_automatic) + _or_0(s.excluded_other)
    names = ("duplicates", "excluded_automatic", "excluded_other")
    yield _same(
        "P03",
        "records less those removed beforehand are screened",
        ("records_screened", "database_results", "register_results", *names),
        s.records_screened,
        _less(found, removed),
    )
    yield _at_most(
        "P16",
        "no more records are removed than were found",
        (*names, "database_results", "register_results"),
        removed,
        found,
    )


def _databases(s: Search) -> Iterator[Identity]:
    yield _same(
        "P04",
        "records screened less records excluded are sought in full text",
        ("dbr_sought_reports", "records_screened", "records_excluded"),
        s.dbr_sought_reports,
        _less(s.records_screened, s.records_excluded),
    )
    yield _same(
        "P05",
        "full texts sought less those not obtained are assessed",
        ("dbr_assessed", "dbr_sought_reports", "dbr_notretrieved_reports"),
        s.dbr_assessed,
        _less(s.dbr_sought_reports, _or_0(s.dbr_notretrieved_reports)),
    )
    yield _not_negative(
        "P06", "no more full texts are excluded than assessed", "dbr_", dbr_included(s)
    )
    yield _reasons("dbr_excluded", s.dbr_excluded)


def _others(s: Search) -> Iterator[Identity]:
    found = _or_0(s.website_results) + _or_0(s.organisation_results) + _or_0(s.citations_results)
    yield _at_most(
        "P07",
        "no more full texts are sought by other methods than were found",
        ("other_sought_reports", "website_results", "organisation_results", "citations_results"),
        s.other_sought_reports,
        found,
    )
    yield _same(
        "P08",
        "full texts sought by other methods less those not obtained are assessed",
        ("other_assessed", "other_sought_reports", "other_notretrieved_reports"),
        s.other_assessed,
        _less(s.other_sought_reports, _or_0(s.other_notretrieved_reports)),
    )
    yield _not_negative(
        "P09",
        "no more full texts from other methods are excluded than assessed",
        "other_",
        other_included(s),
    )
    yield _reasons("other_excluded", s.other_excluded)


def _totals(s: Search) -> Iterator[Identity]:
    included = _plus(dbr_included(s), other_included(s))
    names = ("new_reports", "dbr_assessed", "dbr_excluded", "other_assessed", "other_excluded")
    yield _same("P10", "both streams make up the new reports", names, s.new_reports, included)
    yield _at_most(
        "P11",
        "there are no more new studies than new reports",
        ("new_studies", "new_reports"),
        s.new_studies,
        s.new_reports,
    )
    for code, what in (("P12", "studies"), ("P13", "reports")):
        total, new = f"total_{what}", f"new_{what}"
        yield _same(
            code,
            f"earlier and new {what} make up all {what}",
            (total, f"previous_{what}", new),
            getattr(s, total),
            _plus(getattr(s, new), getattr(s, f"previous_{what}")),
        )


def _sizes(s: Search) -> Iterator[Identity]:
    counts = [n for n in Flow.model_fields if isinstance(getattr(s, n), int)]
    bad = tuple(n for n in counts if getattr(s, n) < 0)
    yield Identity("P15", "no count is below zero", bad, not bad if counts else None)


def _listed(s: Search, number: int) -> Identity:
    gist = "the references marked as included are as many as the new reports"
    return _same("P18", gist, ("new_reports",), s.new_reports, number)


def _reasons(name: str, rows: tuple[Excluded, ...]) -> Identity:
    named = all(row.reason.strip() for row in rows)
    gist = "each full text that was excluded has one reason"
    return Identity("P17", gist, (name,), named if rows else None)


def _same(
    code: str, gist: str, fields: tuple[str, ...], left: int | None, right: int | None
) -> Identity:
    known = left is not None and right is not None
    return Identity(code, gist, fields, left == right if known else None, left, right)


def _at_most(
    code: str, gist: str, fields: tuple[str, ...], left: int | None, right: int | None
) -> Identity:
    holds = None if left is None or right is None else left <= right
    return Identity(code, gist, fields, holds, left, right)


def _not_negative(code: str, gist: str, stream: str, left: int | None) -> Identity:
    fields = (f"{stream}excluded", f"{stream}assessed")
    return Identity(code, gist, fields, None if left is None else left >= 0, left)


def _sum(rows: tuple[Excluded, ...]) -> int | None:
    numbers = [row.number for row in rows]
    return None if None in numbers else sum(n for n in numbers if n is not None)


def _less(left: int | None, right: int | None) -> int | None:
    return None if left is None or right is None else left - right


def _plus(left: int | None, right: int | None) -> int | None:
    """Add two counts of which one may be left out, since its stream was not searched."""
    return None if left is None and right is None else _or_0(left) + _or_0(right)


def _or_0(count: int | None) -> int:
    return count or 0

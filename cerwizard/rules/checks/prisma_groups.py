"""Checks on a search's flow of records, one for each group of PRISMA's relations."""

from collections.abc import Iterator

from cerwizard.dossier.flow import Flow
from cerwizard.dossier.literature import Screening
from cerwizard.dossier.numerals import whole
from cerwizard.dossier.view import Place, View
from cerwizard.reckon import prisma
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import Find, check

_FLOW = tuple(f".{name}" for name in Flow.model_fields if name != "id")
_ROWS = tuple(
    f".{stream}_excluded[*].{name}" for stream in ("dbr", "other") for name in ("number", "reason")
)
_QUERIES = (".queries[*].kind", ".queries[*].hits")
_GROUPS = {
    "flow-hits": ("P01", "P02"),
    "flow-screening": ("P03", "P16"),
    "flow-retrieval": ("P04",),
    "flow-assessment": ("P05", "P08"),
    "flow-inclusion": ("P06", "P09", "P10"),
    "flow-limits": ("P07", "P11"),
    "flow-totals": ("P12", "P13"),
}


def _group(codes: tuple[str, ...]) -> Find:
    def find(_view: View, place: Place) -> Iterator[Fault]:
        for identity in prisma.identities(place.value):
            if identity.code in codes and identity.holds is False:
                yield Fault(f"{place.address}.{identity.fields[0]}", _said(identity))

    return find


def _said(identity: prisma.Identity) -> str:
    if identity.left is None or identity.right is None:
        return identity.gist
    return f"{identity.gist}: {whole(identity.left)} against {whole(identity.right)}"


def _enter() -> None:
    for name, codes in _GROUPS.items():
        gist = f"PRISMA relations {', '.join(codes)} hold; {{=detail}} is the one that does not."
        check(name, gist, *_FLOW, *_ROWS, *_QUERIES)(_group(codes))


_enter()


@check(
    "flow-negative",
    "No count of a search is below zero; {=detail} is one that is.",
    *_FLOW,
    *_ROWS,
    *_QUERIES,
)
def _negative(_view: View, place: Place) -> Iterator[Fault]:
    for identity in prisma.identities(place.value):
        if identity.code == "P15" and identity.holds is False:
            yield from _below_zero(place, identity.fields)


def _below_zero(place: Place, names: tuple[str, ...]) -> Iterator[Fault]:
    for name in names:
        yield Fault(f"{place.address}.{name}", whole(getattr(place.value, name)))


@check(
    "included-as-counted",
    "The references marked as included are as many as the flow counts, new or in all; "
    "{=detail} gives both numbers.",
    ".new_reports",
    ".total_reports",
    "<-literature.references.search_ids->screening",
)
def _included(view: View, place: Place) -> Iterator[Fault]:
    search = place.value
    if search.new_reports is None:
        return
    found = view.holders("literature.references[*]", "search_ids", search.id)
    listed = sum(reference.screening is Screening.INCLUDED for reference in found)
    if listed not in (search.new_reports, search.total_reports):
        detail = f"the flow counts {whole(search.new_reports)} and the list has {whole(listed)}"
        yield Fault(f"{place.address}.new_reports", detail)

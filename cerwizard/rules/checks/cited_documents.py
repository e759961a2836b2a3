"""Checks that a document is cited by the number that it has in the list of documents."""

import re
from collections.abc import Iterator

from cerwizard.dossier.sources import SourceKind
from cerwizard.dossier.view import Place, View
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_NUMBER = re.compile(r"\b[A-Z]{2,}[A-Z\d]*(?:-[A-Z\d]+)+\b")
_LISTED = ("sources.items[*].kind", "sources.items[*].number")
_MARKET = {
    "psur": SourceKind.PSUR,
    "pms_plan": SourceKind.PMS_PLAN,
    "pmcf_report": SourceKind.PMCF_REPORT,
}


@check(
    "market-documents-as-listed",
    "Reports of surveillance are cited by their numbers in the list; {=detail} is what it has.",
    *(f".{name}" for name in _MARKET),
    *_LISTED,
)
def _market(view: View, place: Place) -> Iterator[Fault]:
    for name, kind in _MARKET.items():
        if found := _others(view, getattr(place.value, name), kind):
            yield Fault(f"{place.address}.{name}", found)


@check(
    "risk-file-as-listed",
    "The risk file is cited by its number in the list; {=detail} is what the list has.",
    ".risk_file",
    *_LISTED,
)
def _risk_file(view: View, place: Place) -> Iterator[Fault]:
    if found := _others(view, place.value.risk_file, SourceKind.RISK_FILE):
        yield Fault(f"{place.address}.risk_file", found)


def _others(view: View, text: str, kind: SourceKind) -> str:
    """Return the numbers that the list has, if `text` has a number and none of those."""
    rows = [row for row in view.root.sources.items if row.kind is kind]
    listed = sorted({row.number.strip() for row in rows} - {""})
    cited = any(number in text for number in listed)
    return "" if cited or not listed or not _NUMBER.search(text) else ", ".join(listed)

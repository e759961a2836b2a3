"""Checks on the list of safety and performance requirements."""

import re
from collections.abc import Iterator

from cerwizard.dossier.values import YesNo
from cerwizard.dossier.view import Place, View
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_NUMBER = re.compile(r"\D*(\d+)(?![\d]|\.\d)")


@check(
    "required-requirements",
    "Requirements 1 and 8 are listed, and 9 for an Annex XVI product; {=detail} says which lack.",
    ".items",
    ".items[*].number",
    "device.annex_xvi",
)
def _required(view: View, place: Place) -> Iterator[Fault]:
    due = ("1", "8", "9") if view.root.device.annex_xvi is YesNo.YES else ("1", "8")
    listed = {_number(row.number) for row in place.value.items}
    missing = [number for number in due if number not in listed]
    if missing:
        verb = "is" if len(missing) == 1 else "are"
        yield Fault(f"{place.address}.items", f"GSPR {' and '.join(missing)} {verb}")


def _number(text: str) -> str:
    """Return the requirement as a bare number: “GSPR 8.” is 8, and 10.4.1 is none of these."""
    found = _NUMBER.match(text)
    return found[1] if found else ""

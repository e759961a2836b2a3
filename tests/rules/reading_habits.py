"""Which fields a rule looks at without saying so."""

from cerwizard.dossier.view import View
from cerwizard.rules.plan import in_turn
from cerwizard.rules.readers import looks
from tests.rules.recording import recorded


def derived(unit):
    """Return the (pattern, field) that the rule says it reads, with the lists on the way."""
    readers = (unit, *in_turn([unit.needs]))
    said = {place for reader in readers for place, _ in looks(reader)}
    return said | {(rows, "id") for place in said for rows in _lists(*place)}


def _lists(pattern, field):
    pieces = f"{pattern}.{field}[*]".split(".")
    return (".".join(pieces[:i]) for i in range(2, len(pieces) + 1))


def undeclared(unit, dossier, day):
    """Return what judging looked at although the rule does not say so."""
    with recorded(dossier) as (stand_in, seen):
        unit.everywhere(View(stand_in, day))
        return {(pattern, field) for pattern, field in seen - derived(unit) if pattern}

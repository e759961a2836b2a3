"""What the driver leaves out or gets wrong at first, so that there are findings to mend."""

from dataclasses import dataclass
from typing import Any

from cerwizard.dossier import paths
from cerwizard.dossier.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Slip:
    """`at` is an address in which rows are numbered from 1; `wrong` is what is entered there."""

    at: str
    wrong: Any


SLIPS = (
    Slip("document.date", ""),
    Slip("document.submission", ""),
    Slip("device.emdn", ()),
    Slip("device.implantable", ""),
    Slip("populations.groups[1].ages", ()),
    Slip("benefits.items[1].outcome", ""),
    Slip("state_of_the_art.benchmarks[1].reference_ids", ()),
    Slip("state_of_the_art.criteria[1].plan_revision_id", ""),
    Slip("literature.searches[1].queries[1].run_on", ""),
    Slip("literature.searches[1].records_screened", 9),
    Slip("evidence.items[1].weight", ""),
    Slip("gspr.items[1].statement", ""),
    Slip("benefit_risk.items[1].verdict", ""),
    Slip("release.evaluators[1].years", 1),
)


def address(dossier: Dossier, slip: Slip) -> str:
    """Return where a slip lies, with the ids of the rows."""
    here = ""
    for part in paths.split(slip.at):
        here = f"{here}.{part.name}" if here else part.name
        if part.row:
            row = paths.get(dossier, here)[int(part.row) - 1]
            here = f"{here}[{row.id}]"
    return here


def flawed(dossier: Dossier, slips: tuple[Slip, ...]) -> Dossier:
    """Return the dossier with the slips in it."""
    for slip in slips:
        dossier = paths.put(dossier, address(dossier, slip), slip.wrong)
    return dossier

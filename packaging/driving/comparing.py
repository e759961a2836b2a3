"""Which line of the comparison with another device is meant."""

from dataclasses import dataclass

from cerwizard.dossier.equivalence import Characteristic, Equivalent
from cerwizard.gui.pages.comparison import spots


@dataclass(frozen=True, slots=True)
class Compared:
    """`tab` is that of the device, `line` a key in the sheet.

    `taken`: another row stands there, so that a new one has to be asked for.
    """

    tab: int
    line: str
    taken: bool = False


def new_line(tab: int, device: Equivalent, wanted: Characteristic) -> Compared:
    """Return where a new row on this characteristic is begun."""
    alike = [spot for spot in spots(device) if spot.characteristic is wanted]
    assert alike, f"the comparison has no line for {wanted}"
    free = [spot for spot in alike if spot.row is None]
    return Compared(tab, (free or alike)[-1].key, taken=not free)

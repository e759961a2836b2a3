"""Units of outcomes as they are compared: per cent, percentage points and ratios by one name."""

from cerwizard.reckon import proportions

_SHORT = {
    "percentage points": "pp",
    "% points": "pp",
    "relative risk": "rr",
    "risk ratio": "rr",
    "hazard ratio": "hr",
    "odds ratio": "or",
}


def plain(unit: str) -> str:
    """Return a unit as it is compared; “% of limbs” is per cent."""
    if proportions.is_per_cent(unit):
        return "%"
    bare = " ".join(unit.casefold().split())
    return _SHORT.get(bare, bare)

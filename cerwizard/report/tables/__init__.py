"""The tables of a report, by the names under which templates ask for them."""

from cerwizard.report.tables import (
    analysis,
    background,
    conclusions,
    conformity,
    data,
    device,
    diagnostics,
    equivalence,
    follow_up,
    front,
    legend,
    literature,
    market,
    methods,
    plan,
    purpose,
    release,
    review,
)
from cerwizard.report.tables.shelf import Maker

_ROOMS = (
    front,
    legend,
    purpose,
    device,
    plan,
    background,
    equivalence,
    data,
    literature,
    market,
    analysis,
    diagnostics,
    conformity,
    follow_up,
    conclusions,
    release,
    methods,
    review,
)
TABLES: dict[str, Maker] = {name: maker for room in _ROOMS for name, maker in room.shelf}

__all__ = ["TABLES"]

"""The tables of a report, by the names under which templates ask for them."""

from cerwizard.report.tables import (
    analysis,
    background,
    conclusions,
    conformity,
    data,
    device,
    equivalence,
    follow_up,
    front,
    literature,
    market,
    plan,
    purpose,
    release,
)
from cerwizard.report.tables.shelf import Maker, made

_ROOMS = (
    front,
    purpose,
    device,
    plan,
    background,
    equivalence,
    data,
    literature,
    market,
    analysis,
    conformity,
    follow_up,
    conclusions,
    release,
)
TABLES: dict[str, Maker] = {name: maker for room in _ROOMS for name, maker in room.shelf}

__all__ = ["TABLES", "made"]

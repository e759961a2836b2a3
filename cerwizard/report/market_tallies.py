"""What a report counts on the market: units, complaints, serious incidents."""

from collections.abc import Iterable
from functools import cached_property

from cerwizard.report import wording
from cerwizard.report.blocks import Provenance, Span
from cerwizard.report.tables.market import counted
from cerwizard.report.view import Part, Sight, record_of


class MarketTallies:
    """The counts of post-market data of one dossier, None where a number is missing."""

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        self._root = sight.root

    @cached_property
    def units(self) -> int | None:
        """All units, if every period of one region has a number, and all count the same."""
        rows = self._root.market.sales
        regions = {str(record_of(part).region).strip() for part in rows}
        kinds = {" ".join(str(record_of(part).criterion).split()) for part in rows}
        return _sum(rows, "units") if len(regions) == len(kinds) == 1 else None

    @property
    def counted(self) -> Span | None:
        """All units with what they are: “213,250 user-years”; None where they are not known."""
        if self.units is None:
            return None
        one, many = "unit sold or placed on the market", "units sold or placed on the market"
        noun = counted(self._root)
        words = f"{wording.spoken(self.units)} {noun}" if noun else ""
        return Span(words or wording.counted(self.units, one, many), "", Provenance.COMPUTED)

    @cached_property
    def complaints(self) -> int | None:
        """All complaints, if every category has a number."""
        return _sum(self._root.market.complaints, "number")

    @cached_property
    def incidents(self) -> int | None:
        """All serious incidents, if every kind has a number."""
        return _sum(self._root.market.incidents, "number")


def _sum(rows: Iterable[Part], name: str) -> int | None:
    numbers = [getattr(record_of(part), name) for part in rows]
    return sum(numbers) if numbers and None not in numbers else None

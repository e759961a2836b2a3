"""A shelf of tables: each maker is found by its own name."""

from collections.abc import Callable, Iterator, Sequence

from cerwizard.report.blocks import Block

Maker = Callable[..., Sequence[Block]]  # a page, and for some the ids of records


class Shelf:
    """The tables of one part of a report, by the names that templates use."""

    def __init__(self) -> None:
        self._makers: dict[str, Maker] = {}

    def __call__(self, maker: Maker) -> Maker:
        """Put a maker on the shelf; `plan_revisions` is found as “plan-revisions”."""
        self._makers[maker.__name__.replace("_", "-")] = maker
        return maker

    def __iter__(self) -> Iterator[tuple[str, Maker]]:
        return iter(self._makers.items())

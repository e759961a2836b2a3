"""What a preview shows: the sections of the report that a step has filled or is to fill."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from cerwizard.dossier.dossier import Dossier, steps
from cerwizard.report.blocks import Block, Document, Heading, Table, spans_of

_FRONT = ("contents", "summary")  # they repeat what other chapters tell
_SHARE = 0.2  # of a section's stretches: from there on it belongs to a step
_MOST_ROWS = 12
_LIVE = 4_000  # records; above it, a preview is made on request


@dataclass(slots=True)
class Section:
    """A heading of level 1 or 2 with all below it, and how often each step speaks in it."""

    chapter: str
    head: Heading | None
    blocks: list[Block] = field(default_factory=list)
    steps: Counter[str] = field(default_factory=Counter)

    def share(self, step: str) -> float:
        """Return the part of the stretches that comes from `step`."""
        return self.steps[step] / self.steps.total() if self.steps else 0.0


def sections(blocks: Iterable[Block]) -> tuple[Section, ...]:
    """Return the blocks of a document by sections; what stands before the first has no head."""
    found: list[Section] = []
    for block in blocks:
        chapter = block.id.split("/")[1]
        begins = isinstance(block, Heading) and block.level <= 2
        if begins or not found or found[-1].chapter != chapter:
            found.append(Section(chapter, block if isinstance(block, Heading) else None))
        found[-1].blocks.append(block)
        for span in spans_of(block):
            if span.source:
                found[-1].steps[span.source.partition(".")[0]] += 1
    return tuple(found)


def of_step(blocks: Sequence[Block], step: str) -> tuple[Block, ...]:
    """Return the sections in which a step speaks, each under the heading of its chapter."""
    every = [s for s in sections(blocks) if s.chapter not in _FRONT]
    wanted = [s for s in every if s.share(step) >= _SHARE]
    if not wanted:
        most = max((s.steps[step] for s in every), default=0)
        wanted = [s for s in every if most and s.steps[step] == most]
    return tuple(_under_chapters(every, wanted))


def _under_chapters(every: Sequence[Section], wanted: Sequence[Section]) -> Iterator[Block]:
    opened = ""
    for section in wanted:
        if section.chapter != opened:
            opened = section.chapter
            heads = (s.head for s in every if s.chapter == opened and s.head is not None)
            first = next(heads, None)
            if first is not None and first is not section.head:
                yield first
        yield from section.blocks


def cut(table: Table) -> tuple[Table, int]:
    """Return a table without its later rows, and how many those are."""
    left = len(table.rows) - _MOST_ROWS
    if left <= 1:
        return table, 0
    shown = table.rows[:_MOST_ROWS]
    return Table(
        table.id, table.caption, table.head, shown, table.widths, table.align, style=table.style
    ), left


def live(dossier: Dossier) -> bool:
    """Say whether the report of a dossier is composed so fast that a preview can follow."""
    rows = (
        len(value)
        for name, _, _ in steps()
        for value in vars(getattr(dossier, name)).values()
        if isinstance(value, tuple)
    )
    return sum(rows) <= _LIVE


def composed(dossier: Dossier) -> Document:
    """Return the report of a dossier as blocks; for a worker."""
    from cerwizard.report.build import compose  # it brings jinja2, which nothing else here needs

    return compose(dossier)

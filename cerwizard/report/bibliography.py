"""The list of references of a document, in the order in which they are cited."""

from collections.abc import Iterator, Mapping

from cerwizard.report import publications
from cerwizard.report.blocks import Block, Para, Provenance, Span
from cerwizard.report.citing import entry
from cerwizard.report.view import Sight


def bibliography(sight: Sight, numbers: Mapping[str, int]) -> Iterator[Block]:
    """Yield one paragraph for each reference that has a number, in that order."""
    entries = {
        entry(sight.document, part.id): part
        for part in sight.rows("literature.references")
        if entry(sight.document, part.id) in numbers
    }
    for block_id in sorted(entries, key=numbers.__getitem__):
        number = Span(f"[{numbers[block_id]}] ", provenance=Provenance.COMPUTED)
        yield Para(block_id, (number, *publications.whole(entries[block_id])), "source")

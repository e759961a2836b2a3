"""Counts the headings and captioned tables of a document as its readers will see them."""

from collections.abc import Iterable

from cerwizard.report.blocks import Block, Heading, Table, text_of

_LEVELS = 3


def numbers(blocks: Iterable[Block]) -> dict[str, str]:
    """Return the number of each numbered block by id: “4.2” for headings, “Table 3” for tables."""
    found: dict[str, str] = {}
    counts = [0] * _LEVELS
    tables = 0
    for block in blocks:
        if isinstance(block, Heading) and block.numbered:
            counts[block.level - 1] += 1
            counts[block.level :] = [0] * (_LEVELS - block.level)
            found[block.id] = ".".join(map(str, counts[: block.level]))
        elif isinstance(block, Table) and has_caption(block):
            tables += 1
            found[block.id] = f"Table {tables}"
    return found


def has_caption(table: Table) -> bool:
    """Say whether the table is captioned, and so numbered."""
    return bool(text_of(table.caption).strip())

"""Which rules judge each item that a notified body goes through, or why none does."""

import re
from functools import cache
from pathlib import Path

from cerwizard import assets
from cerwizard.law import clauses
from cerwizard.law.toml_file import Entry, read

# Article 61 and Annex XIV, the first nine requirements, the release checklist, the report template.
_ITEMS = re.compile(
    r"MDR:61\.|MDR:XIV\.|MDR:I\.[1-9](?:\.|$)|MEDDEV-2\.7\.1r4:A10(?:\.|$)|MDCG-2020-13:"
)


class Judged(Entry):
    """The table: clause ids with the codes of rules, or with a sentence."""

    rules: dict[str, tuple[str, ...]]
    not_judged: dict[str, str]


def load(folder: Path | None = None) -> Judged:
    """Return the table; BadClauseError if the file is not well-formed."""
    return _load((folder or assets.resources("codes")) / "judged.toml")


@cache
def _load(path: Path) -> Judged:
    return read(path, Judged)


def items() -> tuple[str, ...]:
    """Return the ids of all clauses that the table has to account for."""
    return tuple(clause.id for clause in clauses.load() if _ITEMS.match(clause.id))

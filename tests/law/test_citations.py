import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cerwizard import assets
from cerwizard.dossier.ask import Kind, questions
from cerwizard.dossier.dossier import steps
from cerwizard.law import clauses

KNOWN = clauses.load()
TABLES = sorted(
    [*assets.resources("codes").glob("*.toml"), *assets.resources("rules").rglob("*.toml")]
)


def cited_in(value: Any) -> Iterator[str]:
    """Yield what stands under the keys `clause`, `clauses` and `for` of a file."""
    if isinstance(value, list):
        for entry in value:
            yield from cited_in(entry)
    elif isinstance(value, dict):
        for key, entry in value.items():
            if key in {"clause", "clauses", "for"}:
                yield from [entry] if isinstance(entry, str) else entry
            else:
                yield from cited_in(entry)


def cited_by(section: type) -> Iterator[tuple[str, str]]:
    for question in questions(section):
        yield from ((f"{section.__name__}.{question.name}", name) for name in question.ask.clauses)
        if question.kind is Kind.ROWS:
            yield from cited_by(question.item)


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_a_table_cites_only_what_is_in_the_catalogue(table: Path):
    content = tomllib.loads(table.read_text(encoding="utf-8"))
    assert not [name for name in cited_in(content) if name not in KNOWN]


@pytest.mark.parametrize(("section", "step"), [(s, t) for _, s, t in steps()], ids=lambda x: "")
def test_a_step_cites_only_what_is_in_the_catalogue(section: type, step: Any):
    assert not [name for name in step.clauses if name not in KNOWN]
    assert not [(where, name) for where, name in cited_by(section) if name not in KNOWN]

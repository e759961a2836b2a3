"""Citations and statements of law that are often wrong, and what is right."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pydantic import field_validator

from cerwizard import assets
from cerwizard.law.toml_file import Entry, only_once, read


class Mistake(Entry):
    """A common mistake; `pattern` finds it in a text whatever the case."""

    id: str
    wrong: str
    right: str
    pattern: str
    clauses: tuple[str, ...]

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, pattern: str) -> str:
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"the pattern is no regular expression: {error}") from error
        return pattern

    def find(self, text: str) -> Iterator[str]:
        """Yield the places of `text` that make the mistake."""
        yield from (found[0] for found in re.finditer(self.pattern, text, re.IGNORECASE))


class _Mistakes(Entry):
    mistake: tuple[Mistake, ...]


def load(folder: Path | None = None) -> tuple[Mistake, ...]:
    """Return the mistakes; BadClauseError if the file is not well-formed."""
    return _load((folder or assets.resources("codes")) / "wrong_citations.toml")


@cache
def _load(path: Path) -> tuple[Mistake, ...]:
    mistakes = read(path, _Mistakes).mistake
    only_once(path, [mistake.id for mistake in mistakes])
    return mistakes


def mistakes_in(text: str, folder: Path | None = None) -> tuple[Mistake, ...]:
    """Return the mistakes that `text` makes."""
    return tuple(mistake for mistake in load(folder) if any(mistake.find(text)))

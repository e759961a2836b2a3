"""The word lists of the lints, read from resources/codes/wording.toml."""

import re
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from cerwizard import assets
from cerwizard.law.toml_file import Entry, only_once, read


def _compiles(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"the pattern is no regular expression: {error}") from error
    return pattern


Pattern = Annotated[str, AfterValidator(_compiles)]


class Saying(Entry):
    """Phrases, and the company in which they are innocent."""

    words: tuple[str, ...]
    beside: tuple[tuple[str, ...], ...] = Field(default=(), alias="with")
    without: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    commands: bool = False


class Lint(Entry):
    """What makes one kind of faulty wording; the head of the file explains each field."""

    id: str
    gist: str
    saying: tuple[Saying, ...] = ()
    signs: tuple[Pattern, ...] = ()
    whole: tuple[Pattern, ...] = ()
    negatable: bool = False
    denied: bool = False
    figures: bool = False
    sections: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    lines: bool = False

    def looks_at(self, pattern: str) -> bool:
        """Say whether a rule about the whole dossier looks at the field at `pattern`."""
        if any(_within(pattern, part) for part in self.skip):
            return False
        return not self.sections or any(_within(pattern, part) for part in self.sections)


def _within(pattern: str, part: str) -> bool:
    return pattern == part or pattern.startswith((f"{part}.", f"{part}["))


class _Lints(Entry):
    lint: tuple[Lint, ...]


def load(folder: Path | None = None) -> dict[str, Lint]:
    """Return the lints by their ids; BadClauseError if the file is not well-formed."""
    return _load((folder or assets.resources("codes")) / "wording.toml")


@cache
def _load(path: Path) -> dict[str, Lint]:
    lints = read(path, _Lints).lint
    only_once(path, [lint.id for lint in lints])
    return {lint.id: lint for lint in lints}

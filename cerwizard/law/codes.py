"""The plain code lists: countries, sources to search, abbreviations."""

from enum import StrEnum
from functools import cache
from pathlib import Path

from cerwizard import assets
from cerwizard.law.clauses import Mark
from cerwizard.law.toml_file import Entry, only_once, read


class _Countries(Entry):
    also: dict[str, str]
    names: dict[str, str]


class SourceKind(StrEnum):
    """What can be searched for in a source."""

    BIBLIOGRAPHIC = "bibliographic"
    TRIALS = "trials"
    REVIEWS = "reviews"
    REGULATORY = "regulatory"
    GUIDELINES = "guidelines"
    REGISTRY = "registry"
    VIGILANCE = "vigilance"
    OTHER = "other"


class Source(Entry):
    """A database, register or other source; `also` are other names for it."""

    code: str
    name: str
    kind: SourceKind
    country: str = ""
    also: tuple[str, ...] = ()
    note: str = ""
    mark: Mark = Mark.READ

    def is_called(self, text: str) -> bool:
        """Say whether `text` is the source's code, name or another name, whatever its case."""
        return text.strip().casefold() in {
            word.casefold() for word in (self.code, self.name, *self.also)
        }


class _Sources(Entry):
    source: tuple[Source, ...]


class _Acronyms(Entry):
    acronyms: dict[str, str]


def countries(folder: Path | None = None) -> dict[str, str]:
    """Return the names of countries by code, other codes of the same country included."""
    return dict(_countries((folder or assets.resources("codes")) / "countries.toml"))


@cache
def _countries(path: Path) -> dict[str, str]:
    table = read(path, _Countries)
    return table.names | {other: table.names[code] for other, code in table.also.items()}


def sources(folder: Path | None = None) -> tuple[Source, ...]:
    """Return the sources to search for literature, trials, reviews and vigilance."""
    return _sources((folder or assets.resources("codes")) / "databases.toml")


@cache
def _sources(path: Path) -> tuple[Source, ...]:
    found = read(path, _Sources).source
    only_once(path, [source.code for source in found])
    return found


def acronyms(folder: Path | None = None) -> dict[str, str]:
    """Return the long forms of the usual abbreviations."""
    return dict(_acronyms((folder or assets.resources("codes")) / "acronyms.toml"))


@cache
def _acronyms(path: Path) -> dict[str, str]:
    return read(path, _Acronyms).acronyms

"""Read a TOML file into a frozen value, or say in a sentence what is wrong with it."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from cerwizard.errors import BadClauseError


class Entry(BaseModel):
    """A frozen part of a catalogue; a key that nobody knows is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


T = TypeVar("T", bound=Entry)


def read(path: Path, shape: type[T]) -> T:
    """Return the file at `path` as a `shape`; BadClauseError names file and place of a fault."""
    try:
        return shape.model_validate(_parsed(path))
    except ValidationError as error:
        raise BadClauseError(_faults(path, error)) from error


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadClauseError(f"The file {path.name} can't be read: {error}.") from error
    except tomllib.TOMLDecodeError as error:
        raise BadClauseError(f"The file {path.name} is not well-formed TOML: {error}.") from error


def _faults(path: Path, error: ValidationError) -> str:
    faults = (f"at {_place(fault['loc'])}: {fault['msg']}" for fault in error.errors())
    return f"The file {path.name} can't be used: {'; '.join(faults)}."


def _place(parts: Iterable[int | str]) -> str:
    return " → ".join(f"entry {p + 1}" if isinstance(p, int) else p for p in parts) or "its top"


def only_once(path: Path, names: Iterable[str]) -> None:
    """Raise BadClauseError if the file at `path` gives one of its names twice."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise BadClauseError(f"The file {path.name} has two entries called {name}.")
        seen.add(name)

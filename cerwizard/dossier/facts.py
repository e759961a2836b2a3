"""How a named fact introduces itself to conditions; the facts themselves are in reckon."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Fact:
    """Something worked out from a dossier and the date of judging.

    `reads` are the paths from the root that `find` looks at. `codes` are the answers that it can
    give besides "" (not known); no codes means that it answers with a date.
    """

    name: str
    gist: str
    reads: tuple[str, ...]
    find: Callable[[Any, date], str]
    codes: tuple[str, ...] = ("yes", "no")

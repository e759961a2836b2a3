"""What a path means: from which record it starts, over which hops, to which field."""

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from cerwizard.dossier.ask import Kind


@dataclass(frozen=True, slots=True)
class Scope:
    """What kind of record a condition looks at, and what is around that record."""

    pattern: str
    model: type[BaseModel]
    around: "Scope | None" = None


@dataclass(frozen=True, slots=True)
class Down:
    """Into a part that is not a list."""

    name: str


@dataclass(frozen=True, slots=True)
class Each:
    """To every row of a list held by the record."""

    name: str


@dataclass(frozen=True, slots=True)
class Follow:
    """To the rows whose ids stand in a reference field of a record."""

    holder: str
    name: str
    target: str


@dataclass(frozen=True, slots=True)
class Back:
    """To the records of `holder` whose field `name` holds the id of this row of `target`."""

    holder: str
    name: str
    target: str


@dataclass(frozen=True, slots=True)
class Peers:
    """To the rows of the same list with the same answer in the field `name`."""

    holder: str
    name: str


Hop = Down | Each | Follow | Back | Peers


@dataclass(frozen=True, slots=True)
class Leaf:
    """The field at which a route ends; `item` as in ask.Question."""

    name: str
    kind: Kind
    item: Any = None
    none: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """A path with its meaning: where it starts, the hops, what it ends at.

    `up` is None for a path from the root, 0 for one from the record at hand, 1 for one from the
    record around it, and so on. `end` is the kind of record that holds the leaf; without a leaf
    the route ends at these records.
    """

    text: str
    up: int | None
    hops: tuple[Hop, ...]
    end: Scope
    leaf: Leaf | None = None

    @property
    def single(self) -> bool:
        """Whether it reaches exactly one record."""
        return all(isinstance(hop, Down) for hop in self.hops)

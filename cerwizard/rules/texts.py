"""The texts of one record taken together: most lints see at one glance that they are clean."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, NamedTuple

from cerwizard.dossier.view import Place, View
from cerwizard.reckon import wording


class Texts(NamedTuple):
    """The texts of one record that a lint looks at; none of them is empty.

    `owns` is what the writer says in his own name in each. `raw` and `own` are all of them, a
    line each; `plain` is `own` as it is compared with words, in small letters.
    """

    raw: str
    owns: tuple[str, ...]
    own: str
    plain: str


def together(each: tuple[str, ...]) -> Texts:
    """Return the texts of one record, taken together."""
    owns, raw = each, "\n".join(each)
    own = raw
    if wording.quotes(raw):
        owns = tuple(map(wording.spoken, each))
        own = "\n".join(owns)
    return Texts(raw, owns, own, wording.plain(own))


Glance = Callable[[Texts, View], object]


@dataclass(frozen=True, slots=True)
class Sieve:
    """Picks the records of `pattern` in whose fields `names` a lint may find something."""

    pattern: str
    names: tuple[str, ...]
    glance: Glance

    def places(self, view: View) -> Iterator[Place]:
        """Yield the records that are worth a closer look."""
        glance = self.glance
        for place, texts in view.passing((self.pattern, self.names), self._all):
            if glance(texts, view):
                yield place

    def _all(self, view: View) -> list[tuple[Place, Texts]]:
        given = _getter(self.names)
        made = ((place, _given(given(place.value))) for place in view.places(self.pattern))
        return [(place, together(each)) for place, each in made if each]


def _getter(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) == 1:
        one = attrgetter(names[0])
        return lambda record: (one(record),)
    return attrgetter(*names)


def _given(values: tuple[Any, ...]) -> tuple[str, ...]:
    """Return the texts among the answers, lists of texts taken apart."""
    if not any(isinstance(value, tuple) for value in values):
        return tuple(filter(None, values))
    parts = (value if isinstance(value, tuple) else (value,) for value in values)
    return tuple(text for part in parts for text in part if text)

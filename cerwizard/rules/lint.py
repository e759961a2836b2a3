"""A way to fault the words of a text, and how it quotes what it found."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cerwizard.dossier.view import View
from cerwizard.rules.texts import Glance

MOST_QUOTED = 3


@dataclass(frozen=True, slots=True)
class Lint:
    """A way to fault a text; `say` returns the words for {=detail}, empty if all is well.

    For rules with at = "*": `looks_at` tells whether it is asked of the field at a pattern,
    `lines` whether of one-line answers too, `others` whether of what other documents say.
    `reads` are paths from the root that `say` looks at beside the text. `glance` is false only
    if `say` is empty for each of the texts of a record; it saves most of the work. `cites` are
    the clauses that a faulty text is about, where they are not those of the rule.
    """

    gist: str
    say: Callable[[str, View], str]
    looks_at: Callable[[str], bool] = lambda pattern: True
    lines: bool = False
    others: bool = False
    reads: tuple[str, ...] = ()
    cites: Callable[[str], tuple[str, ...]] = lambda text: ()
    glance: Glance = lambda texts, view: True


def quoted(spots: Iterable[str]) -> str:
    """Return the first few of the stretches of text that were found, in quotation marks."""
    found = list(dict.fromkeys(spots))[:MOST_QUOTED]
    return ", ".join(f"“{spot}”" for spot in found)

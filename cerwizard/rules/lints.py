"""The lints that a rule may name as its check: each looks at the words of one text at a time."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from cerwizard.dossier.view import View
from cerwizard.law import wrong_citations
from cerwizard.reckon import recount, wording, wording_lists

_MOST_QUOTED = 3
_REMEMBERED = 4096  # texts


@dataclass(frozen=True, slots=True)
class Lint:
    """A way to fault a text; `say` returns the words for {=detail}, empty if all is well.

    For rules with at = "*": `looks_at` tells whether it is asked of the field at a pattern,
    `lines` whether of one-line answers too, `others` whether of what other documents say.
    `reads` are paths from the root that `say` looks at beside the text.
    """

    gist: str
    say: Callable[[str, View], str]
    looks_at: Callable[[str], bool] = lambda pattern: True
    lines: bool = False
    others: bool = False
    reads: tuple[str, ...] = ()


@cache
def lints() -> Mapping[str, Lint]:
    """Return the lints by the names under which rules ask for them."""
    from cerwizard.rules import facts_in_texts

    return {**dict(_wordings()), **facts_in_texts.lints()}


def _wordings() -> Iterator[tuple[str, Lint]]:
    for name, lint in wording_lists.load().items():
        yield f"wording-{name}", Lint(lint.gist, _quoting(lint), lint.looks_at, lint.lines)
    yield "wrong-citation", Lint("The law is cited wrongly.", _remembered(_mended))
    gist = "A percentage does not fit its counts."
    yield "share-from-counts", Lint(gist, _remembered(_recounted), lines=True)


def _quoting(lint: wording_lists.Lint) -> Callable[[str, View], str]:
    return _remembered(lambda text: quoted(wording.spots(text, lint)))


def _remembered(find: Callable[[str], str]) -> Callable[[str, View], str]:
    """Return a lint that looks at each text once: after an edit all others are the same."""
    known = lru_cache(maxsize=_REMEMBERED)(find)
    return lambda text, _view: known(text)


def quoted(spots: Iterable[str]) -> str:
    """Return the first few of the stretches of text that were found, in quotation marks."""
    found = list(dict.fromkeys(spots))[:_MOST_QUOTED]
    return ", ".join(f"“{spot}”" for spot in found)


def _mended(text: str) -> str:
    found = wrong_citations.mistakes_in(wording.spoken(text))
    return " ".join(mistake.right for mistake in found).removesuffix(".")


def _recounted(text: str) -> str:
    found = list(dict.fromkeys(recount.wrong_shares(text)))[:_MOST_QUOTED]
    return ", ".join(f"“{words} %” should be {right} %" for words, right in found)

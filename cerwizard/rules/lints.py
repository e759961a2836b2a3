"""The lints that a rule may name as its check: each looks at the words of one text at a time."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache

from cerwizard.dossier.view import View
from cerwizard.law import wrong_citations
from cerwizard.reckon import recount, wording, wording_lists
from cerwizard.rules import facts_in_texts
from cerwizard.rules.lint import MOST_QUOTED, Lint, quoted
from cerwizard.rules.texts import Glance, Texts

_REMEMBERED = 4096  # texts


@cache
def lints() -> Mapping[str, Lint]:
    """Return the lints by the names under which rules ask for them."""
    return {**dict(_wordings()), **facts_in_texts.LINTS}


def _wordings() -> Iterator[tuple[str, Lint]]:
    for name, lint in wording_lists.load().items():
        told = (lint.gist, _quoting(lint), lint.looks_at, lint.lines)
        yield f"wording-{name}", Lint(*told, glance=_glance(lint))
    gist = "The law is cited wrongly."
    cited: Glance = lambda texts, _view: wrong_citations.may_be_in(texts.plain)  # noqa: E731
    yield "wrong-citation", Lint(gist, _remembered(_mended), cites=_meant, glance=cited)
    gist = "A percentage does not fit its counts."
    shares: Glance = lambda texts, _view: recount.may_give_shares(texts.raw)  # noqa: E731
    yield "share-from-counts", Lint(gist, _remembered(_recounted), lines=True, glance=shares)


def _glance(lint: wording_lists.Lint) -> Glance:
    """Return whether the texts of a record may have the wording in them."""

    def may(texts: Texts, _view: View) -> bool:
        if wording.has_words(texts.plain, lint) or wording.has_signs(texts.own, lint):
            return True
        return any(wording.says_nothing_else(own, lint) for own in texts.owns if lint.whole)

    return may


def _quoting(lint: wording_lists.Lint) -> Callable[[str, View], str]:
    return _remembered(lambda text: quoted(wording.spots(text, lint)))


def _remembered(find: Callable[[str], str]) -> Callable[[str, View], str]:
    """Return a lint that looks at each text once: after an edit all others are the same."""
    known = lru_cache(maxsize=_REMEMBERED)(find)
    return lambda text, _view: known(text)


def _mended(text: str) -> str:
    own = wording.spoken(text)
    if not wrong_citations.may_be_in(wording.plain(own)):
        return ""
    found = wrong_citations.mistakes_in(own)
    return " ".join(mistake.right for mistake in found).removesuffix(".")


def _meant(text: str) -> tuple[str, ...]:
    found = wrong_citations.mistakes_in(wording.spoken(text))
    return tuple(dict.fromkeys(clause for mistake in found for clause in mistake.clauses))


def _recounted(text: str) -> str:
    found = list(dict.fromkeys(recount.wrong_shares(text)))[:MOST_QUOTED]
    return ", ".join(f"“{words} %” should be {right} %" for words, right in found)

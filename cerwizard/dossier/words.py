"""The words of a condition: what each takes, on which kinds of field, and when it holds."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import Any

from cerwizard.dossier import compare
from cerwizard.dossier.ask import Kind, empty
from cerwizard.dossier.compare import Compare, number


class Takes(Enum):
    """What stands behind a word."""

    CODE = auto()
    CODES = auto()
    PHRASES = auto()
    FLAG = auto()
    COUNT = auto()
    NUMBER = auto()
    PATH = auto()
    CONDITIONS = auto()


ANY = frozenset(Kind)
PLAIN = ANY - {Kind.ROWS}
TEXTS = frozenset({Kind.LINE, Kind.PROSE, Kind.LINES})
NUMBERS = frozenset({Kind.NUMBER, Kind.WHOLE, Kind.LINE, Kind.LINES})
DATES = frozenset({Kind.DATE})
REFERENCES = frozenset({Kind.REF, Kind.REFS})
ONE_ANSWER = frozenset({Kind.LINE, Kind.PROSE, Kind.NUMBER, Kind.WHOLE, Kind.DATE, Kind.CHOICE})

Predicate = Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the vocabulary.

    `negates` names the word whose exact opposite this one is. `make` turns the argument into the
    question put to each value reached; `compare` is for words that look at another path.
    """

    name: str
    takes: Takes
    kinds: frozenset[Kind]
    gist: str
    negates: str = ""
    make: Callable[[Any], Predicate] | None = None
    compare: Compare | None = None


def _is_one_of(codes: Any) -> Predicate:
    wanted = frozenset((codes,) if isinstance(codes, str | int) else codes)
    texts = frozenset(str(code) for code in wanted)
    numbers = frozenset(number(code) for code in wanted) - {None}
    return lambda value: value in texts if isinstance(value, str) else number(value) in numbers


def _has_words(least: int) -> Predicate:
    return lambda value: len(str(value).split()) >= least


def _mentions(phrases: Sequence[str]) -> Predicate:
    found = re.compile("|".join(_phrase(p) for p in phrases), re.IGNORECASE)
    return lambda value: found.search(str(value)) is not None


def _phrase(phrase: str) -> str:
    words = (re.escape(word).replace(r"\*", r"\w*") for word in phrase.split())
    spaced = r"\s+".join(words)
    return rf"(?<!\w){spaced}(?!\w)"


def _held(test: Callable[[Decimal, Decimal], bool]) -> Callable[[Any], Predicate]:
    def make(bound: Any) -> Predicate:
        limit = Decimal(str(bound))

        def holds(value: Any) -> bool:
            found = None if value is None else number(value)
            return found is not None and found.is_finite() and test(found, limit)

        return holds

    return make


def _words() -> tuple[Word, ...]:
    code, codes, count = Takes.CODE, Takes.CODES, Takes.COUNT
    figure, other, inner = Takes.NUMBER, Takes.PATH, Takes.CONDITIONS
    return (
        Word("is", code, PLAIN, "the answer is this", make=_is_one_of),
        Word("is_not", code, PLAIN, "the answer is not this", negates="is"),
        Word("one_of", codes, PLAIN, "the answer is one of these", make=_is_one_of),
        Word("none_of", codes, PLAIN, "the answer is none of these", negates="one_of"),
        Word("filled", Takes.FLAG, ANY, "there is an answer", make=lambda _: _not_empty),
        Word("answered", Takes.FLAG, ANY, "there is an answer, or a reason for an empty list"),
        Word("min_words", count, TEXTS, "a text of so many words", make=_has_words),
        Word("mentions", Takes.PHRASES, TEXTS, "the text has one of these", make=_mentions),
        Word("at_least", figure, NUMBERS, "this or more", make=_held(lambda a, b: a >= b)),
        Word("at_most", figure, NUMBERS, "this or less", make=_held(lambda a, b: a <= b)),
        Word("above", figure, NUMBERS, "more than this", make=_held(lambda a, b: a > b)),
        Word("below", figure, NUMBERS, "less than this", make=_held(lambda a, b: a < b)),
        Word("unique", Takes.FLAG, ONE_ANSWER, "no other row has the same answer"),
        Word("resolves", Takes.FLAG, REFERENCES, "no reference dangles"),
        Word("count_at_least", count, ANY, "so many are reached, or more"),
        Word("count_at_most", count, ANY, "so many are reached, or fewer"),
        Word("any", inner, ANY, "some row satisfies all of these"),
        Word("every", inner, ANY, "each row satisfies all of these"),
        Word("none", inner, ANY, "no row satisfies all of these"),
        Word("same_as", other, PLAIN, "the same as there", compare=compare.same),
        Word("differs_from", other, PLAIN, "not the same as there", negates="same_as"),
        Word("within", other, PLAIN, "all of it is also there", compare=compare.within),
        Word("shares_with", other, PLAIN, "some of it is also there", compare=compare.shares),
        Word("before", other, DATES, "surely earlier", compare=compare.before),
        Word("not_before", other, DATES, "not surely earlier", negates="before"),
        Word("after", other, DATES, "surely later", compare=compare.after),
        Word("not_after", other, DATES, "not surely later", negates="after"),
        Word("above_path", other, NUMBERS, "greater than there", compare=compare.above),
        Word("at_most_path", other, NUMBERS, "not greater than there", negates="above_path"),
        Word("below_path", other, NUMBERS, "smaller than there", compare=compare.below),
        Word("at_least_path", other, NUMBERS, "not smaller than there", negates="below_path"),
    )


def _not_empty(value: Any) -> bool:
    return not empty(value)


WORDS: dict[str, Word] = {word.name: word for word in _words()}
COMBINATIONS = ("any_of", "all_of", "not")
BESIDE = ("where", "or_none", "months")

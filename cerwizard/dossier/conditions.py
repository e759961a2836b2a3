"""The closed vocabulary of conditions, used by Ask.when and by rules."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Condition:
    """A statement about a dossier that holds or does not hold.

    `word` is a word of `words.WORDS` or a combination (`any_of`, `all_of`, `not`). `value` is the
    word's argument: codes, a number, or the other path of a comparison. `parts` are the
    conditions on each row reached, or the parts of a combination; `where` narrows the rows.
    """

    word: str
    path: str = ""
    value: str | bool | int | Decimal | tuple[str, ...] = ""
    parts: tuple["Condition", ...] = ()
    where: tuple["Condition", ...] = ()
    or_none: bool = False
    months: int = 0


def is_(path: str, *codes: str) -> Condition:
    """The answer at `path` is one of `codes`; for a list of choices, one of them is."""
    return Condition("one_of", path, codes)


def filled(path: str) -> Condition:
    """The field at `path` has an answer."""
    return Condition("filled", path, True)


def either(*parts: Condition) -> Condition:
    """At least one of the parts holds."""
    return Condition("any_of", parts=parts)


def both(*parts: Condition) -> Condition:
    """All parts hold."""
    return Condition("all_of", parts=parts)


def no(part: Condition) -> Condition:
    """The part does not hold."""
    return Condition("not", parts=(part,))

"""When two answers count as the same, and which of two numbers or dates is the greater."""

from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from cerwizard.dossier.dates import Span, span, surely_before

Compare = Callable[[Sequence[Any], Sequence[Any], int], bool]


def normal(value: Any) -> str:
    """Return the text by which equal answers are known: case and spaces set aside."""
    if isinstance(value, Decimal):
        return str(value.normalize())
    return " ".join(str(value).split()).casefold()


def number(value: Any) -> Decimal | None:
    """Return a number, or a text that is one, as Decimal; None for anything else."""
    if isinstance(value, Decimal):
        return value
    try:
        return Decimal(str(value).strip())
    except InvalidOperation:
        return None


def same(left: Sequence[Any], right: Sequence[Any], _months: int = 0) -> bool:
    """Both sides hold the same answers; also when one side has none."""
    one, other = answers(left), answers(right)
    return not one or not other or one == other


def within(left: Sequence[Any], right: Sequence[Any], _months: int = 0) -> bool:
    """Every answer on the left is also on the right; also when one side has none."""
    one, other = answers(left), answers(right)
    return not one or not other or one <= other


def shares(left: Sequence[Any], right: Sequence[Any], _months: int = 0) -> bool:
    """At least one answer is on both sides."""
    return bool(answers(left) & answers(right))


def answers(values: Sequence[Any]) -> set[str]:
    """Return the answers among `values`, made comparable; what is empty is none."""
    return {text for value in values if value is not None and (text := _key(value))}


def _key(value: Any) -> str:
    found = number(value) if isinstance(value, int | Decimal) else None
    return normal(value if found is None else found)


def above(left: Sequence[Any], right: Sequence[Any], _months: int = 0) -> bool:
    """A number on the left is greater than one on the right."""
    return any(one > other for one in _numbers(left) for other in _numbers(right))


def below(left: Sequence[Any], right: Sequence[Any], _months: int = 0) -> bool:
    """A number on the left is smaller than one on the right."""
    return above(right, left)


def _numbers(values: Sequence[Any]) -> list[Decimal]:
    found = (number(value) for value in values if value is not None)
    return [one for one in found if one is not None and one.is_finite()]


def before(left: Sequence[Any], right: Sequence[Any], months: int = 0) -> bool:
    """A date on the left is surely earlier than one on the right, moved by `months`."""
    dates = _spans(right, months)
    return any(surely_before(one, other) for one in _spans(left, 0) for other in dates)


def after(left: Sequence[Any], right: Sequence[Any], months: int = 0) -> bool:
    """A date on the left is surely later than one on the right, moved by `months`."""
    dates = _spans(right, months)
    return any(surely_before(other, one) for one in _spans(left, 0) for other in dates)


def _spans(values: Sequence[Any], months: int) -> list[Span]:
    found = (span(str(value), months) for value in values)
    return [one for one in found if one is not None]

"""Results in figures: “68/118”, “57.6 % (48.2 to 66.7)”, computed where not given.

The interval is the 95 % confidence interval: the head of the column says so.
"""

from dataclasses import dataclass
from math import floor, log10

from cerwizard.reckon import intervals
from cerwizard.report import wording
from cerwizard.report.blocks import Provenance, Span, Spans
from cerwizard.report.quoting import Value
from cerwizard.report.view import Part, record_of

_MOST_DIGITS = 9
_LONG = 10  # digits and commas of a count that would make its column wide
_RATIOS = frozenset({"RR", "HR", "OR", "IRR", "aRR", "aHR", "aOR"})  # stand before the number
_NEAR = 0.1  # percentage points by which a rounded percentage may miss its counts


@dataclass(frozen=True, slots=True)
class Names:
    """How a record calls its figures; one without counts has no `events`.

    `unit` is the name of a field, or the sign itself behind “=”.
    """

    events: str
    number: str
    estimate: str
    unit: str


RESULT = Names("events", "number", "estimate", "unit")
RISK = Names("events", "exposed", "rate", "=%")
BENCHMARK = Names("", "", "estimate", "unit")
_SPACE = Span(wording.NO_BREAK)
_TO = Span(f"{wording.NO_BREAK}to{wording.NO_BREAK}")  # an interval is not parted


def proportion(part: Part, names: Names = RESULT) -> Spans:
    """Return “68/118”, “228 of 43,950,000” if that is long, nothing if either is missing."""
    events, number = getattr(part, names.events), getattr(part, names.number)
    if not (events and number):
        return (events.span,) if events else ()
    between = "/" if len(events.span.text + number.span.text) < _LONG else " of "
    return (events.span, Span(between), number.span)


def estimate(part: Part, names: Names = RESULT) -> Spans:
    """Return the estimate with its interval; from the counts if it is not given."""
    value = getattr(part, names.estimate)
    low, high = part.ci_low, part.ci_high
    if not value:
        return _interval(low, high, "95\u00a0% CI ", "") or _computed(part, names)
    unit = _unit(part, names)
    return (*with_unit((value.span,), unit), *_interval(low, high, " (", ")"))


def with_unit(number: Spans, unit: Spans) -> Spans:
    """Return a number with its unit: “4.1 days”, but “RR 0.59”."""
    if not (number and unit):
        return number
    before = unit[0].text in _RATIOS
    return (*unit, _SPACE, *number) if before else (*number, _SPACE, *unit)


def measured(part: Part, name: str, unit: str = "unit") -> Spans:
    """Return the number in a field with the unit in another one."""
    number, sign = getattr(part, name), getattr(part, unit)
    return with_unit((number.span,) if number else (), (sign.span,) if sign else ())


def interval(part: Part) -> Spans:
    """Return “ (0.35 to 0.98)”, nothing if a bound is missing."""
    return _interval(part.ci_low, part.ci_high, " (", ")")


def _unit(part: Part, names: Names) -> Spans:
    if names.unit.startswith("="):
        return (Span(names.unit[1:]),)
    unit = getattr(part, names.unit, None)
    if unit:
        return (unit.span,)
    return (Span("%", provenance=Provenance.COMPUTED),) if _percentage(part, names) else ()


def _percentage(part: Part, names: Names) -> bool:
    """Say whether an estimate without a unit is the percentage of its counts."""
    record = record_of(part)
    events = getattr(record, names.events) if names.events else None
    number = getattr(record, names.number) if names.number else None
    if events is None or not number:
        return False
    estimate = float(getattr(record, names.estimate))
    return bool(abs(estimate - 100 * events / number) < _NEAR)


def _interval(low: Value, high: Value, before: str, after: str) -> Spans:
    if not (low and high):
        return ()
    return (Span(before), low.span, _TO, high.span, Span(after))


def _computed(part: Part, names: Names) -> Spans:
    if not names.events:
        return ()
    record = record_of(part)
    events, number = getattr(record, names.events), getattr(record, names.number)
    if events is None or not number or not 0 <= events <= number:
        return ()
    bounds = intervals.exact(events, number)
    digits = _digits(events / number or bounds.high)
    low, high = (intervals.percent(bound, digits) for bound in (bounds.low, bounds.high))
    rate = intervals.percent(events / number, digits)
    return (Span(f"{rate}\u00a0% ({low}{_TO.text}{high})", provenance=Provenance.COMPUTED),)


def _digits(share: float) -> int:
    """Return so many decimals that a small percentage still shows two figures."""
    return min(_MOST_DIGITS, max(1, 1 - floor(log10(share * 100)))) if share > 0 else 1

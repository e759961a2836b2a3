"""Results in figures: “68/118”, “57.6 % (95 % CI 48.2 to 66.7)”, computed where not given."""

from dataclasses import dataclass
from math import floor, log10

from cerwizard.reckon import intervals
from cerwizard.report.blocks import Provenance, Span, Spans
from cerwizard.report.quoting import Value
from cerwizard.report.view import Part, record_of

_CI = "95 % CI "
_MOST_DIGITS = 9


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


def proportion(part: Part, names: Names = RESULT) -> Spans:
    """Return “68/118”, nothing if either is missing."""
    events, number = getattr(part, names.events), getattr(part, names.number)
    if not (events and number):
        return (events.span,) if events else ()
    return (events.span, Span("/"), number.span)


def estimate(part: Part, names: Names = RESULT) -> Spans:
    """Return the estimate with its interval; from the counts if it is not given."""
    value = getattr(part, names.estimate)
    low, high = part.ci_low, part.ci_high
    if not value:
        return _interval(low, high, "", "") or _computed(part, names)
    unit = _unit(part, names)
    return (value.span, *unit, *_interval(low, high, " (", ")"))


def interval(part: Part) -> Spans:
    """Return “ (95 % CI 0.35 to 0.98)”, nothing if a bound is missing."""
    return _interval(part.ci_low, part.ci_high, " (", ")")


def _unit(part: Part, names: Names) -> Spans:
    if names.unit.startswith("="):
        return (Span(f" {names.unit[1:]}"),)
    unit = getattr(part, names.unit, None)
    return (Span(" "), unit.span) if unit else ()


def _interval(low: Value, high: Value, before: str, after: str) -> Spans:
    if not (low and high):
        return ()
    return (Span(f"{before}{_CI}"), low.span, Span(" to "), high.span, Span(after))


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
    return (Span(f"{rate} % ({_CI}{low} to {high})", provenance=Provenance.COMPUTED),)


def _digits(share: float) -> int:
    """Return so many decimals that a small percentage still shows two figures."""
    return min(_MOST_DIGITS, max(1, 1 - floor(log10(share * 100)))) if share > 0 else 1

"""Checks on diagnostic accuracy: what follows from counts, and from the prevalence."""

from collections.abc import Iterator
from decimal import Decimal

from cerwizard.dossier.diagnostics import Accuracy
from cerwizard.dossier.numerals import decimal
from cerwizard.dossier.view import Place, View
from cerwizard.reckon import rounding
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_HUNDRED = Decimal(100)


@check(
    "predictive-values",
    "Predictive values follow from the prevalence; {=detail} says what they should be.",
    ".sensitivity",
    ".specificity",
    ".prevalence",
    ".ppv",
    ".npv",
)
def _predictive(_view: View, place: Place) -> Iterator[Fault]:
    row = place.value
    for name, words, value in _expected(row):
        given = getattr(row, name)
        # Sensitivity and specificity are rounded themselves: a point is allowed for that.
        if given is not None and abs(given - value) > max(Decimal(1), rounding.half_a_step(given)):
            said = (
                f"the {words} predictive value is {rounding.shown(value)} %, not {decimal(given)} %"
            )
            yield Fault(f"{place.address}.{name}", said)


def _expected(row: Accuracy) -> Iterator[tuple[str, str, Decimal]]:
    """Yield (field, word, value in per cent) of the predictive values that can be reckoned."""
    given = (row.sensitivity, row.specificity, row.prevalence)
    if any(one is None or not 0 <= one <= _HUNDRED for one in given):
        return
    sensitivity, specificity, prevalence = (one / _HUNDRED for one in given if one is not None)
    ill, well = prevalence, 1 - prevalence
    positive = sensitivity * ill + (1 - specificity) * well
    negative = specificity * well + (1 - sensitivity) * ill
    if positive:
        yield "ppv", "positive", _HUNDRED * sensitivity * ill / positive
    if negative:
        yield "npv", "negative", _HUNDRED * specificity * well / negative


@check(
    "accuracy-from-counts",
    "Sensitivity and specificity are what the counts give; {=detail} is one that is not.",
    ".true_positive",
    ".false_negative",
    ".true_negative",
    ".false_positive",
    ".sensitivity",
    ".specificity",
)
def _from_counts(_view: View, place: Place) -> Iterator[Fault]:
    row = place.value
    shares = (
        ("sensitivity", row.true_positive, row.false_negative),
        ("specificity", row.true_negative, row.false_positive),
    )
    for name, hits, misses in shares:
        given = getattr(row, name)
        if given is None or hits is None or misses is None or hits < 0 or hits + misses <= 0:
            continue
        exact = _HUNDRED * hits / (hits + misses)
        if not rounding.fits(given, exact):
            said = f"the {name} is {rounding.shown(exact)} %, not {decimal(given)} %"
            yield Fault(f"{place.address}.{name}", said)

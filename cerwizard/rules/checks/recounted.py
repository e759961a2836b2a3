"""Checks that work percentages and their intervals out again."""

from collections.abc import Callable, Iterator
from typing import Any

from cerwizard.dossier.choices import Verdict
from cerwizard.dossier.numerals import decimal
from cerwizard.dossier.state_of_the_art import Criterion
from cerwizard.dossier.view import Place, View
from cerwizard.reckon import criteria, proportions, rounding
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import Find, check

InPerCent = Callable[[Any], bool]


def _by_unit(row: Any) -> bool:
    return proportions.is_per_cent(row.unit)


def _by_words(row: Any) -> bool:
    return "%" in row.result


# Where counts stand beside a percentage: what the number is called, and how one knows the unit.
_PLACES: tuple[tuple[str, str, str, str, InPerCent], ...] = (
    ("result", "number", "estimate", ".unit", _by_unit),
    ("endpoint", "number", "estimate", ".result", _by_words),
    ("risk", "exposed", "rate", ".rate", lambda row: True),
)


def _share(number: str, name: str, in_per_cent: InPerCent) -> Find:
    def find(_view: View, place: Place) -> Iterator[Fault]:
        row = place.value
        exact, given = proportions.per_cent(row.events, getattr(row, number)), getattr(row, name)
        if exact is None or given is None or not in_per_cent(row):
            return
        if not rounding.fits(given, exact):
            yield Fault(f"{place.address}.{name}", rounding.shown(exact, 2))

    return find


def _interval(number: str, in_per_cent: InPerCent) -> Find:
    def find(_view: View, place: Place) -> Iterator[Fault]:
        row, of = place.value, getattr(place.value, number)
        if proportions.per_cent(row.events, of) is None or not in_per_cent(row):
            return
        wrong = proportions.wrong_bound(row.events, of, row.ci_low, row.ci_high)
        if wrong:
            field = "ci_low" if wrong.bound == "lower" else "ci_high"
            said = f"the {wrong.bound} bound is about {wrong.right} %, not {decimal(wrong.given)} %"
            yield Fault(f"{place.address}.{field}", said)

    return find


def _enter() -> None:
    for what, number, name, unit, in_per_cent in _PLACES:
        counts = (".events", f".{number}", unit)
        gist = "A percentage is what its counts give, rounded as written; {=detail} is that."
        check(f"{what}-from-counts", gist, *counts, f".{name}")(_share(number, name, in_per_cent))
        gist = "A 95 % interval is what some usual method gives; {=detail} says what it should be."
        check(f"{what}-interval", gist, *counts, ".ci_low", ".ci_high")(
            _interval(number, in_per_cent)
        )


_enter()


@check(
    "verdict-recounted",
    "The counts of a result do not turn its verdict; {=detail} is the percentage that they give.",
    ".events",
    ".number",
    ".unit",
    ".verdict",
    *(f".criterion_id->{name}" for name in (*criteria.READS, "unit")),
)
def _turned(view: View, place: Place) -> Iterator[Fault]:
    result = place.value
    criterion = view.row("state_of_the_art.criteria", result.criterion_id)
    found = proportions.recounted(result.events, result.number)
    if found is None or not isinstance(criterion, Criterion) or result.verdict != Verdict.MET:
        return
    in_per_cent = _by_unit(result) and _by_unit(criterion)
    if in_per_cent and criteria.judged(criterion, found) is Verdict.NOT_MET:
        yield Fault(f"{place.address}.verdict", rounding.shown(found.estimate, 2))

"""Holds a result against an acceptance criterion: met, uncertain or not met."""

from decimal import Decimal
from typing import Protocol

from cerwizard.dossier.choices import Direction, Statistic, Verdict

READS = ("direction", "statistic", "threshold", "reference_value", "margin")  # of a criterion


class Criterion(Protocol):
    """What of a criterion is needed to judge by it."""

    @property
    def direction(self) -> Direction:
        """Which way is better."""

    @property
    def statistic(self) -> Statistic:
        """What is held against the threshold."""

    @property
    def threshold(self) -> Decimal | None:
        """The value that a good result does not fall short of."""

    @property
    def reference_value(self) -> Decimal | None:
        """The value in the state of the art."""

    @property
    def margin(self) -> Decimal | None:
        """How much worse than that is still acceptable."""


class Figures(Protocol):
    """What of a result is needed to judge it."""

    @property
    def estimate(self) -> Decimal | None:
        """The point estimate."""

    @property
    def ci_low(self) -> Decimal | None:
        """The lower bound of its 95 % interval."""

    @property
    def ci_high(self) -> Decimal | None:
        """The upper bound."""


def threshold(criterion: Criterion) -> Decimal | None:
    """Return the value to be held: as given, else the state of the art with the margin."""
    if criterion.threshold is not None:
        return criterion.threshold
    reference, margin = criterion.reference_value, criterion.margin
    if reference is None or margin is None or not criterion.direction:
        return None
    return reference - margin if criterion.direction is Direction.HIGHER else reference + margin


def judged(criterion: Criterion, figures: Figures) -> Verdict:
    """Return the verdict that follows from the figures; UNSET if they do not tell.

    A point estimate beyond the threshold is not met. Where a bound is to be held and only the
    bound is beyond, the verdict is uncertain.
    """
    limit = threshold(criterion)
    if limit is None or not criterion.direction or not criterion.statistic:
        return Verdict.UNSET
    higher = criterion.direction is Direction.HIGHER
    if criterion.statistic is Statistic.POINT:
        return _told(_holds(figures.estimate, limit, higher=higher), Verdict.NOT_MET)
    bound = _holds(figures.ci_low if higher else figures.ci_high, limit, higher=higher)
    if bound is not False:
        return _told(bound, Verdict.NOT_MET)
    return _told(_holds(figures.estimate, limit, higher=higher), Verdict.NOT_MET, Verdict.UNCERTAIN)


def _holds(value: Decimal | None, limit: Decimal, *, higher: bool) -> bool | None:
    if value is None or value.is_nan():
        return None
    return value >= limit if higher else value <= limit


def _told(holds: bool | None, if_not: Verdict, if_so: Verdict = Verdict.MET) -> Verdict:
    if holds is None:
        return Verdict.UNSET
    return if_so if holds else if_not

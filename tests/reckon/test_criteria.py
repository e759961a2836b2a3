from decimal import Decimal

import pytest

from cerwizard.dossier.analysis import Result
from cerwizard.dossier.choices import Verdict
from cerwizard.dossier.state_of_the_art import Criterion
from cerwizard.reckon.criteria import judged, threshold


def criterion(direction="lower", statistic="bound", **numbers):
    values = {"threshold": "1.00"} | numbers
    return Criterion(direction=direction, statistic=statistic, **values)


@pytest.mark.parametrize(
    ("low", "estimate", "high", "verdict"),
    [
        ("0.35", "0.59", "0.98", Verdict.MET),
        ("0.35", "0.59", "1.00", Verdict.MET),
        ("0.34", "0.76", "1.68", Verdict.UNCERTAIN),
        ("0.90", "1.20", "1.68", Verdict.NOT_MET),
    ],
)
def test_the_upper_bound_is_held_where_lower_is_better(low, estimate, high, verdict):
    result = Result(estimate=estimate, ci_low=low, ci_high=high)
    assert judged(criterion(), result) is verdict


@pytest.mark.parametrize(
    ("low", "estimate", "verdict"),
    [
        ("48.2", "57.6", Verdict.MET),
        ("30.0", "57.6", Verdict.UNCERTAIN),
        ("20.0", "30.0", Verdict.NOT_MET),
    ],
)
def test_the_lower_bound_is_held_where_higher_is_better(low, estimate, verdict):
    result = Result(estimate=estimate, ci_low=low, ci_high="90")
    assert judged(criterion("higher", threshold="37"), result) is verdict


@pytest.mark.parametrize(("estimate", "verdict"), [("0.80", "met"), ("0.81", "not_met")])
def test_a_point_estimate_is_met_or_not(estimate, verdict):
    found = judged(criterion(statistic="point", threshold="0.80"), Result(estimate=estimate))
    assert found == verdict


def test_the_state_of_the_art_with_its_margin_is_a_threshold():
    given = {"threshold": None, "reference_value": "1.00", "margin": "0.20"}
    assert threshold(criterion("lower", **given)) == Decimal("1.20")
    assert threshold(criterion("higher", **given)) == Decimal("0.80")


@pytest.mark.parametrize(
    ("rule", "result"),
    [
        (criterion(threshold=None), Result(estimate="1", ci_high="1")),
        (criterion(threshold=None, reference_value="1"), Result(estimate="1", ci_high="1")),
        (criterion(direction=""), Result(estimate="1", ci_high="1")),
        (criterion(statistic=""), Result(estimate="1", ci_high="1")),
        (criterion(), Result(estimate="0.5")),
        (criterion(), Result(ci_high="1.5")),
        (criterion(statistic="point"), Result()),
    ],
)
def test_missing_figures_give_no_verdict(rule, result):
    assert judged(rule, result) is Verdict.UNSET

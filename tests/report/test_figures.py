from datetime import date

import pytest

from cerwizard.dossier.dossier import Dossier
from cerwizard.report import blocks, figures
from cerwizard.report.blocks import Provenance, Spans
from cerwizard.report.figures import RISK
from cerwizard.report.view import Sight


def text_of(spans: Spans) -> str:
    """The text with “~” where no line may end."""
    return blocks.text_of(spans).replace("\u00a0", "~")


def result(**values):
    data = {"analysis": {"results": [{"id": "a", **values}]}}
    return Sight(Dossier.model_validate(data), date(2026, 1, 1)).root.analysis.results[0]


def risk(**values):
    data = {"risks": {"items": [{"id": "r", **values}]}}
    return Sight(Dossier.model_validate(data), date(2026, 1, 1)).root.risks.items[0]


def test_an_estimate_has_its_interval_and_unit():
    spans = figures.estimate(result(estimate="0.59", ci_low="0.35", ci_high="0.98", unit="RR"))
    assert text_of(spans) == "RR~0.59 (0.35~to~0.98)"


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"estimate": "4.1", "unit": "days"}, "4.1~days"),
        ({"ci_low": "1", "ci_high": "2"}, "95~% CI 1~to~2"),
        ({"estimate": "1", "ci_low": "0"}, "1"),
        ({}, ""),
        ({"events": 3}, ""),
        ({"events": 3, "number": 0}, ""),
        ({"events": 5, "number": 3}, ""),
    ],
)
def test_what_is_missing_is_left_out(values, text):
    assert text_of(figures.estimate(result(**values))) == text


def test_a_rate_is_worked_out_where_none_is_given():
    spans = figures.estimate(risk(events=3, exposed=118), RISK)
    assert text_of(spans) == "2.5~% (0.5~to~7.3)"
    assert {span.provenance for span in spans} == {Provenance.COMPUTED}


def test_a_given_rate_is_not_worked_out_again():
    spans = figures.estimate(risk(events=3, exposed=118, rate="2.50"), RISK)
    assert text_of(spans) == "2.50~%"


def test_no_event_leaves_an_upper_bound():
    assert text_of(figures.estimate(risk(events=0, exposed=10), RISK)) == ("0.0~% (0.0~to~30.8)")


def test_a_rare_event_shows_two_figures():
    text = text_of(figures.estimate(risk(events=21, exposed=43_950_000), RISK))
    assert text == "0.000048~% (0.000030~to~0.000073)"


def test_counts_stand_side_by_side():
    assert text_of(figures.proportion(result(events=68, number=118))) == "68/118"
    assert text_of(figures.proportion(result(events=68))) == "68"
    assert text_of(figures.proportion(result(number=118))) == ""


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"estimate": "57.6", "events": 68, "number": 118}, "57.6~%"),
        ({"estimate": "4.1", "events": 68, "number": 118}, "4.1"),
        ({"estimate": "-0.4", "unit": "cm"}, "−0.4~cm"),
        ({"estimate": "1.26", "unit": "HR"}, "HR~1.26"),
    ],
)
def test_a_number_has_the_unit_that_belongs_to_it(values, text):
    assert text_of(figures.estimate(result(**values))) == text

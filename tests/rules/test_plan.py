"""Rules are made ready once for a model and a day, and again when one of them is another."""

from datetime import date

import pytest

from cerwizard.errors import BadRuleError
from cerwizard.rules.plan import plan
from cerwizard.rules.register import CHECKS, Check
from tests.rules import small
from tests.rules.packs import BENEFIT, DAY, rule

RULES = (rule("TST-01"), rule("TST-02", in_force_from=date(2026, 8, 1)))
LATER = date(2026, 9, 1)


def made(rules=RULES, facts=small.FACTS, day=DAY):
    return plan(rules, small.Small, facts, day)


def test_the_same_rules_are_made_ready_once():
    assert made() is made(list(RULES), day=date(2026, 7, 2))


def test_on_another_day_other_rules_are_in_force():
    assert [len(made(day=day).units) for day in (DAY, LATER)] == [1, 2]


def test_an_edited_rule_is_made_ready_afresh():
    edited = RULES[0].model_copy(update={"message": "Another."})
    (unit,) = made((edited,)).units
    assert unit.rule is edited


def test_with_other_facts_they_are_made_ready_afresh():
    assert made(facts=dict(small.FACTS)) is not made()


def test_a_check_entered_under_the_same_name_is_taken(monkeypatch):
    looking = (rule(check="looks"),)
    for number in (1, 2):
        monkeypatch.setitem(CHECKS, "looks", Check("looks", "Looks.", (), lambda v, p: ()))
        (unit,) = made(looking).units
        assert unit.find is CHECKS["looks"].find, number


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"kind": "tally", "at": BENEFIT, "field": "code"}, "has a section as its “at”, not rows"),
        ({"at": BENEFIT, "field": "cod"}, "did you mean “code”"),
        ({"check": "lookz"}, "is not a check"),
    ],
)
def test_a_rule_that_does_not_fit_is_refused(given, sentence):
    with pytest.raises(BadRuleError, match=sentence):
        made((rule(**given),))

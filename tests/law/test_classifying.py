"""The walk through Annex VIII: what can apply, and which class follows."""

import pytest

from cerwizard.law.classification import Class, Property, load
from cerwizard.law.classifying import PROPERTIES, candidates, propose

LAW = load()
P = Property


def rules(*properties: Property) -> list[int]:
    return [rule for rule, _ in candidates(LAW, properties)]


def test_every_property_is_asked_once():
    asked = [p for group in PROPERTIES.values() for p in group]
    assert sorted(asked) == sorted(Property)


def test_every_rule_has_a_heading():
    assert sorted(LAW.heading) == list(range(1, 23))
    assert {sub.rule for sub in LAW.sub_rule} <= set(LAW.heading)


def test_every_sub_rule_can_be_reached_by_some_property():
    reached = {sub.code for p in Property for _, subs in candidates(LAW, [p]) for sub in subs}
    assert reached == {sub.code for sub in LAW.sub_rule}


def test_every_text_stands_alone():
    assert not [sub.code for sub in LAW.sub_rule if sub.text.startswith("As before")]


def test_an_exception_names_sub_rules_of_its_own_rule():
    for sub in LAW.sub_rule:
        assert all(LAW.get(code).rule == sub.rule for code in sub.instead_of)


@pytest.mark.parametrize(
    ("properties", "among", "not_among"),
    [
        ((P.SOFTWARE,), 11, 9),
        ((P.INJURED_SKIN,), 4, 1),
        ((P.SURGICALLY_INVASIVE,), 6, 5),
        ((P.IMPLANTABLE,), 8, 6),
        ((P.ACTIVE,), 13, 2),
    ],
)
def test_the_properties_decide_what_can_apply(properties, among, not_among):
    assert among in rules(*properties)
    assert not_among not in rules(*properties)


def test_the_strictest_sub_rule_gives_the_class_and_comes_first():
    found = propose(LAW, ["R4a", "R4b"], [P.INJURED_SKIN])
    assert found.result is Class.IIB
    assert found.rules[0].startswith("Annex VIII Rule 4: Meant mainly for injuries")
    assert len(found.rules) == 2
    assert not found.unaddressed


@pytest.mark.parametrize(
    ("codes", "result"),
    [
        (["R8a", "R8b"], Class.IIA),
        (["R10a", "R10b"], Class.I),
        (["R6a", "R6c"], Class.I),
        (["R8a", "R8i", "R8j"], Class.IIB),
        (["R5b", "R5c", "R5f"], Class.IIA),
    ],
)
def test_an_exception_takes_the_place_of_the_general_rule(codes, result):
    found = propose(LAW, codes, ())
    assert found.result is result
    assert len(found.rules) < len(codes)


def test_a_rule_that_a_property_calls_for_is_named_until_it_is_addressed():
    assert propose(LAW, ["R9a"], [P.ACTIVE, P.SOFTWARE]).unaddressed == (11,)
    assert propose(LAW, ["R9a", "R11f"], [P.ACTIVE, P.SOFTWARE]).unaddressed == ()


def test_nothing_chosen_gives_no_class():
    found = propose(LAW, [], [])
    assert found.result is Class.LEADS_ON
    assert found.rules == ()
